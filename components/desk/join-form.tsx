'use client'
import { Anchor, Button, Stack, Text } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { signOut } from 'next-auth/react'
import { z } from 'zod'
import { request } from '@/components/api/client'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import { Email, Password, PersonName } from '@/lib/permissions/person'
import { PersonFields } from './person-fields'
import { signInWith } from './sign-in-with'

type Accepted = { readonly desk: { readonly slug: string } | null }
const accept = (body: object) => request<Accepted>('POST', '/invitations/accept', { body })
const enter = ({ desk }: Accepted) => location.assign(desk === null ? '/' : `/desks/${desk.slug}`)

const values = z.object({ name: PersonName, email: Email, password: Password })
type Props = { readonly token: string; readonly name: string; readonly desk: string }

/** Takes up an invitation as a new person. */
export const JoinForm = ({ token, name, desk }: Props) => {
  const form = useForm({ initialValues: { name, email: '', password: '' }, validate: schemaResolver(values) })
  const { onSubmit, busy, problem } = useSubmit(form, async (given) => {
    const accepted = await accept({ ...given, token })
    const refused = await signInWith(given.email, given.password)
    if (refused === null) enter(accepted)
    else location.assign('/sign-in')
  })
  return (
    <>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap={14}>
          <PersonFields form={form} />
          <Problem>{problem}</Problem>
          <Button type="submit" fullWidth loading={busy} mt={4}>
            Join {desk}
          </Button>
        </Stack>
      </form>
      <Text mt={14}>
        Have an account already?{' '}
        <Anchor href={`/sign-in?callbackUrl=${encodeURIComponent(`/join?token=${token}`)}`}>Sign in</Anchor> and join
        with it.
      </Text>
    </>
  )
}

/** Takes up an invitation as the person who is signed in. */
export const JoinAs = ({ token, name, desk }: Props) => {
  const form = useForm({ initialValues: {} })
  const { onSubmit, busy, problem } = useSubmit(form, async () => enter(await accept({ token })))
  return (
    <form onSubmit={onSubmit}>
      <Stack gap={10}>
        <Problem>{problem}</Problem>
        <Button type="submit" fullWidth loading={busy}>
          Join {desk} as {name}
        </Button>
        <Button variant="default" fullWidth onClick={() => signOut({ callbackUrl: location.href })}>
          I am someone else: sign out
        </Button>
      </Stack>
    </form>
  )
}
