'use client'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { request } from '@/components/api/client'
import { Problem } from '@/components/ui/problem'
import { absolute } from '@/components/ui/relative'
import { useSubmit } from '@/components/ui/use-submit'
import { type Role, roles } from '@/lib/permissions/can'
import classes from './invite-form.module.css'
import { roleLabels } from './roles'
import { ShownOnce } from './shown-once'

type Made = { readonly url: string; readonly role: Role; readonly name: string; readonly expiresAt: string }

/** Makes a one-time link to a desk, and shows it this once. */
export const InviteForm = ({ desk }: { readonly desk: string }) => {
  const router = useRouter()
  const [made, setMade] = useState<Made | null>(null)
  const form = useForm<{ name: string; role: Role }>({ initialValues: { name: '', role: 'checker' } })
  const { onSubmit, busy, problem } = useSubmit(form, async (body) => {
    setMade(await request<Made>('POST', `/desks/${desk}/invitations`, { body }))
    form.setFieldValue('name', '')
    router.refresh()
  })
  return (
    <>
      <form onSubmit={onSubmit} className={classes.form}>
        <TextInput label="For whom" description="So that you know the link again." {...form.getInputProps('name')} />
        <NativeSelect
          label="Role"
          description={`They ${roleLabels[form.values.role].may}.`}
          data={roles.map((value) => ({ value, label: roleLabels[value].label }))}
          {...form.getInputProps('role')}
        />
        <Button type="submit" loading={busy}>
          Create link
        </Button>
        <Problem>{problem}</Problem>
      </form>
      {made !== null && <MadeLink {...made} />}
    </>
  )
}

const MadeLink = ({ url, role, name, expiresAt }: Made) => (
  <ShownOnce label="Link" value={url}>
    This link adds {name === '' ? 'whoever opens it first' : name} as {roleLabels[role].withArticle}. It works once,
    until {absolute(new Date(expiresAt).getTime())}, and is shown only here, now.
  </ShownOnce>
)
