'use client'
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { request } from '@/components/api/client'
import { notify } from '@/components/ui/notice'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import { Password, PersonName } from '@/lib/permissions/person'
import classes from './one-line.module.css'

const named = z.object({ name: PersonName })

/** Changes one's own name. */
export const OwnName = ({ name }: { readonly name: string }) => {
  const router = useRouter()
  const form = useForm({ initialValues: { name }, validate: schemaResolver(named) })
  const { onSubmit, busy, problem } = useSubmit(form, async (body) => {
    await request('PATCH', '/me', { body })
    router.refresh()
    notify('Your name is changed.')
  })
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <TextInput label="Name" autoComplete="name" required {...form.getInputProps('name')} />
      <Button type="submit" loading={busy}>
        Save
      </Button>
      <Problem>{problem}</Problem>
    </form>
  )
}

const changed = z.object({ current: z.string().min(1, 'Give the password you have now.'), password: Password })
const endedInWords = (ended: number) =>
  `${ended === 0 ? 'You were signed in nowhere else.' : 'You are signed out everywhere else.'} API tokens go on working.`

/** Changes one's own password; the other sessions end. */
export const OwnPassword = ({ email }: { readonly email: string }) => {
  const form = useForm({ initialValues: { current: '', password: '' }, validate: schemaResolver(changed) })
  const { onSubmit, busy, problem } = useSubmit(form, async (body) => {
    const { ended } = await request<{ ended: number }>('POST', '/me/password', { body })
    form.reset()
    notify(`Your password is changed. ${endedInWords(ended)}`)
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      {/* Password keepers want to know whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Stack gap={14} maw={320} align="stretch">
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          required
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label="New password"
          description="At least 10 characters."
          autoComplete="new-password"
          required
          {...form.getInputProps('password')}
        />
        <Text size="sm" c="dimmed">
          You are signed out everywhere else. Your API tokens go on working; revoke those you do not trust on the page
          of their desk.
        </Text>
        <Problem>{problem}</Problem>
        <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
          Change password
        </Button>
      </Stack>
    </form>
  )
}
