'use client'
import { Button, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { z } from 'zod'
import { request } from '@/components/api/client'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import { Email, Password, PersonName } from '@/lib/permissions/person'
import { PersonFields } from './person-fields'
import { signInWith } from './sign-in-with'

const values = z.object({
  name: PersonName,
  email: Email,
  password: Password,
  desk: z.string().trim().min(1, 'Give the desk a name.'),
})

/** Makes the first administrator and their desk, and signs them in. */
export const SetUpForm = ({ token }: { readonly token: string }) => {
  const form = useForm({
    initialValues: { name: '', email: '', password: '', desk: '' },
    validate: schemaResolver(values),
  })
  const { onSubmit, busy, problem } = useSubmit(form, async (given) => {
    const { desk } = await request<{ desk: { slug: string } }>('POST', '/set-up', { body: { ...given, token } })
    const refused = await signInWith(given.email, given.password)
    location.assign(refused === null ? `/desks/${desk.slug}` : '/sign-in')
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={14}>
        <PersonFields form={form} />
        <TextInput
          label="Name of the first desk"
          description="A desk is a team and its transcripts, for example Foreign desk."
          required
          {...form.getInputProps('desk')}
        />
        <Problem>{problem}</Problem>
        <Button type="submit" fullWidth loading={busy} mt={4}>
          Set up Verbatim
        </Button>
      </Stack>
    </form>
  )
}
