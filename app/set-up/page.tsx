import type { Metadata } from 'next'
import { SetUpForm } from '@/components/desk/set-up-form'
import { LinkButton } from '@/components/ui/link-button'
import { Entry } from '@/components/ui/page'
import { isSetUpToken } from '@/lib/data/set-up'

export const metadata: Metadata = { title: 'Set up' }

type Props = { readonly searchParams: Promise<{ readonly token?: string | string[] }> }

export default async function SetUp({ searchParams }: Props) {
  const { token } = await searchParams
  if (typeof token === 'string' && (await isSetUpToken(token))) {
    return (
      <Entry title="Set up Verbatim" lead="You become its first administrator and the owner of its first desk.">
        <SetUpForm token={token} />
      </Entry>
    )
  }
  return (
    <Entry
      title="This set-up link does not work"
      lead="It has been used, has expired or is not complete. If nobody has set Verbatim up yet, start the server again: it prints a new link. Otherwise sign in."
    >
      <LinkButton href="/sign-in" fullWidth>
        Sign in
      </LinkButton>
    </Entry>
  )
}
