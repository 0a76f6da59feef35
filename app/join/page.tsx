import type { Metadata } from 'next'
import { JoinAs, JoinForm } from '@/components/desk/join-form'
import { roleLabels } from '@/components/desk/roles'
import { LinkButton } from '@/components/ui/link-button'
import { Entry } from '@/components/ui/page'
import { readInvitation } from '@/lib/data/invitations'
import { currentActor } from '@/lib/server/actor'

export const metadata: Metadata = { title: 'Join a desk' }

type Props = { readonly searchParams: Promise<{ readonly token?: string | string[] }> }

export default async function Join({ searchParams }: Props) {
  const { token } = await searchParams
  const invitation = typeof token === 'string' ? await readInvitation({ token }) : null
  const actor = await currentActor()
  if (typeof token !== 'string' || !invitation?.desk) {
    return (
      <Entry
        title="This link does not work"
        lead="It has been used, has expired or is not complete. Each link works once. Ask the person who sent it for a new one."
      >
        <LinkButton href="/" fullWidth variant="default">
          {actor ? 'Go to your desks' : 'Sign in'}
        </LinkButton>
      </Entry>
    )
  }
  const desk = invitation.desk.name
  const lead = `You are invited as ${roleLabels[invitation.role].withArticle}: you ${roleLabels[invitation.role].may}.`
  return (
    <Entry title={`Join ${desk}`} lead={lead}>
      {actor ? (
        <JoinAs token={token} name={actor.name} desk={desk} />
      ) : (
        <JoinForm token={token} name={invitation.name} desk={desk} />
      )}
    </Entry>
  )
}
