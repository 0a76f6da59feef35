import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Frame } from '@/app/frame'
import { AccountTable } from '@/components/desk/account-table'
import { NewDesk } from '@/components/desk/new-desk'
import { Page, Section } from '@/components/ui/page'
import { listPeople } from '@/lib/data/people'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'

export const metadata: Metadata = { title: 'All accounts' }

export default async function Accounts() {
  const actor = await requireActor()
  if (!can(actor, 'accounts.manage')) notFound()
  const first = await listPeople(actor, {})
  return (
    <Frame>
      <Page
        title="All accounts"
        lead="Everyone who can sign in. To add someone, open a desk’s people and make a link there."
      >
        <AccountTable first={first} self={actor.id} />
        <Section title="New desk" lead="A team with its own transcripts. You become its owner.">
          <NewDesk />
        </Section>
      </Page>
    </Frame>
  )
}
