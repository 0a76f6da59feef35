import type { Metadata } from 'next'
import { DeskName } from '@/components/desk/desk-name'
import { TokenForm } from '@/components/desk/token-form'
import { TokenTable } from '@/components/desk/token-table'
import { Page, Section } from '@/components/ui/page'
import { listApiTokens } from '@/lib/data/api-tokens'
import { readDesk } from '@/lib/data/desks'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Settings' }

export default async function Settings({ params }: { readonly params: Promise<{ readonly desk: string }> }) {
  const actor = await requireActor()
  const { desk: named } = await params
  const { id, slug, name, version } = await forPage(() => readDesk(actor, { desk: named }))
  const tokens = await listApiTokens(actor, { desk: slug })
  const whose = can(actor, 'token.read', { deskId: id, authorId: null }) ? "Everybody's in this desk" : 'Yours'
  return (
    <Page title="Settings">
      {can(actor, 'desk.edit', { deskId: id }) && <DeskName slug={slug} name={name} version={version} />}
      <Section
        id="tokens"
        title="Tokens"
        lead={
          <>
            A token lets a script work with this desk as you, in your role, without your password.{' '}
            <a href="/api-docs">What the API can do</a>. {whose} are listed until they are revoked.
          </>
        }
      >
        <TokenForm desk={slug} />
        <TokenTable first={tokens} desk={slug} self={actor.id} now={new Date().toISOString()} />
      </Section>
    </Page>
  )
}
