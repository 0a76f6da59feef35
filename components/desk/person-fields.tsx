'use client'
import { PasswordInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'

export type PersonValues = { name: string; email: string; password: string }

/** What a new person says of themselves. What a password must be is said before anyone types one. */
export const PersonFields = <V extends PersonValues>({ form }: { readonly form: UseFormReturnType<V> }) => (
  <>
    <TextInput
      label="Name"
      description="As your desk should see it beside your work."
      autoComplete="name"
      required
      {...form.getInputProps('name')}
    />
    <TextInput label="Email" type="email" autoComplete="username" required {...form.getInputProps('email')} />
    <PasswordInput
      label="Password"
      description="At least 10 characters. A few words together are easy to remember and hard to guess."
      autoComplete="new-password"
      required
      {...form.getInputProps('password')}
    />
  </>
)
