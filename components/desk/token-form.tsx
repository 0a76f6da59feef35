'use client'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { request } from '@/components/api/client'
import { Problem } from '@/components/ui/problem'
import { absolute } from '@/components/ui/relative'
import { useSubmit } from '@/components/ui/use-submit'
import type { tokenScopes } from '@/lib/permissions/can'
import { ShownOnce } from './shown-once'
import classes from './token-form.module.css'

type Scope = (typeof tokenScopes)[number]
type Made = { readonly id: string; readonly name: string; readonly token: string; readonly expiresAt: string }

const spans = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'day', label: 'Until a day …' },
]
const scopes = [
  { value: 'read', label: 'Read only' },
  { value: 'write', label: 'Read and write' },
]

/** Makes a token for oneself in a desk, and shows it this once. */
export const TokenForm = ({ desk }: { readonly desk: string }) => {
  const router = useRouter()
  const [made, setMade] = useState<Made | null>(null)
  const form = useForm({
    initialValues: { name: '', scope: 'read' as Scope, expires: '90', day: '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'Say what the token is for.' : null),
      day: (day, { expires }) => (expires === 'day' && day === '' ? 'Choose its last day.' : null),
    },
  })
  const { onSubmit, busy, problem } = useSubmit(form, async ({ name, scope, expires, day }) => {
    const body = { name, scope, expires: expires === 'day' ? day : Number(expires) }
    setMade(await request<Made>('POST', `/desks/${desk}/tokens`, { body }))
    form.setFieldValue('name', '')
    router.refresh()
  })
  return (
    <>
      <form onSubmit={onSubmit} noValidate className={classes.form}>
        <TextInput label="What it is for" required {...form.getInputProps('name')} />
        <NativeSelect label="It may" data={scopes} {...form.getInputProps('scope')} />
        <NativeSelect label="It holds for" data={spans} {...form.getInputProps('expires')} />
        {form.values.expires === 'day' && (
          <TextInput type="date" label="Last day" required {...form.getInputProps('day')} />
        )}
        <Button type="submit" loading={busy}>
          Make token
        </Button>
        <Problem>{problem}</Problem>
      </form>
      {made !== null && <MadeToken key={made.id} {...made} />}
    </>
  )
}

const MadeToken = ({ name, token, expiresAt }: Made) => (
  <ShownOnce label="Token" value={token} code>
    This is the token for {name}. It holds until {absolute(new Date(expiresAt).getTime())}, and is shown only here, now.
    Keep it like a password.
  </ShownOnce>
)
