import type { Metadata } from 'next'
import { InviteForm } from '@/components/desk/invite-form'
import { PendingLinks } from '@/components/desk/pending-links'
import { PeopleTable } from '@/components/desk/people-table'
import { RoleTable } from '@/components/desk/role-table'
import { Page, Section } from '@/components/ui/page'
import { readDesk } from '@/lib/data/desks'
import { listInvitations } from '@/lib/data/invitations'
import { listMembers } from '@/lib/data/members'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'People' }

export default async function People({ params }: { readonly params: Promise<{ readonly desk: string }> }) {
  const actor = await requireActor()
  const { desk: named } = await params
  const { id, slug, name } = await forPage(() => readDesk(actor, { desk: named }))
  const mayManage = can(actor, 'members.manage', { deskId: id })
  const [members, links] = await Promise.all([
    listMembers(actor, { desk: slug, limit: 100 }),
    mayManage ? listInvitations(actor, { desk: slug }) : null,
  ])
  return (
    <Page title="People" lead={`Who is in ${name}, and what they may do here.`}>
      <PeopleTable first={members} desk={{ slug, name }} self={actor.id} mayManage={mayManage} />
      {links !== null && (
        <Section
          title="Invite someone"
          lead="A link adds one person. Send it to them yourself: they choose their own password, or join with the account they have."
        >
          <InviteForm desk={slug} />
        </Section>
      )}
      {links !== null && links.items.length > 0 && (
        <Section title="Links not used yet">
          <PendingLinks links={links.items} />
        </Section>
      )}
      <Section title="Roles" lead={mayManage ? undefined : 'An owner of the desk changes roles.'}>
        <RoleTable />
      </Section>
    </Page>
  )
}
