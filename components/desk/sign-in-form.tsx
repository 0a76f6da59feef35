'use client'
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useState } from 'react'
import { Problem } from '@/components/ui/problem'
import classes from './sign-in-form.module.css'
import { signInWith } from './sign-in-with'

export type DemoLogin = { readonly email: string; readonly password: string; readonly label: string }
type Props = {
  /** Where to go once signed in: a path of this site. */
  readonly to: string
  readonly demo: readonly DemoLogin[]
}

/** Email and password; on a demo also its people, a click each. */
export const SignInForm = ({ to, demo }: Props) => {
  const form = useForm({ initialValues: { email: '', password: '' } })
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const enter = async (email: string, password: string, which: string) => {
    if (busy !== null) return
    setBusy(which)
    setProblem(null)
    const refused = await signInWith(email, password)
    if (refused === null) return location.assign(to)
    setProblem(refused)
    setBusy(null)
    if (which === 'form') form.getInputNode('password')?.focus()
  }
  return (
    <>
      <form onSubmit={form.onSubmit(({ email, password }) => enter(email, password, 'form'))}>
        <Stack gap={14}>
          <TextInput label="Email" type="email" autoComplete="username" required {...form.getInputProps('email')} />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <Problem>{problem}</Problem>
          <Button type="submit" fullWidth loading={busy === 'form'} mt={4}>
            Sign in
          </Button>
        </Stack>
      </form>
      {demo.length > 0 && (
        <Demo>
          {demo.map(({ email, password, label }) => (
            <Button
              key={email}
              variant="default"
              fullWidth
              loading={busy === email}
              onClick={() => enter(email, password, email)}
            >
              {label}
            </Button>
          ))}
        </Demo>
      )}
    </>
  )
}

const Demo = ({ children }: { readonly children: ReactNode }) => (
  <section aria-label="Demo" className={classes.demo}>
    <p>This is the demo. Its people are invented and so is everything they check. Take one of them with a click:</p>
    <Stack gap={8}>{children}</Stack>
  </section>
)
