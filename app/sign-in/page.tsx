import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { safePath } from '@/components/desk/safe-path'
import { SignInForm } from '@/components/desk/sign-in-form'
import { Entry } from '@/components/ui/page'
import { currentActor } from '@/lib/server/actor'
import { isDemo } from '@/lib/server/demo'

export const metadata: Metadata = { title: 'Sign in' }

const demo = [
  { label: 'Sign in as the editor', email: 'editor@demo.local', password: 'verbatim-demo' },
  { label: 'Sign in as the checker', email: 'checker@demo.local', password: 'verbatim-demo' },
]

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }

export default async function SignIn({ searchParams }: Props) {
  const to = safePath((await searchParams).callbackUrl)
  if (await currentActor()) redirect(to)
  return (
    <Entry title="Sign in" lead="Accounts are made by invitation. Ask an owner of your desk for a link.">
      <SignInForm to={to} demo={isDemo() ? demo : []} />
    </Entry>
  )
}
