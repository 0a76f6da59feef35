'use client'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblem, request } from '@/components/api/client'
import { notify } from '@/components/ui/notice'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import classes from './one-line.module.css'

type Desk = { readonly slug: string; readonly name: string; readonly version: number }

/** Renames a desk. Its address stays. */
export const DeskName = ({ slug, name, version: read }: Desk) => {
  const router = useRouter()
  const [version, setVersion] = useState(read)
  const form = useForm({
    initialValues: { name },
    validate: { name: (typed) => (typed.trim() === '' ? 'Give the desk a name.' : null) },
  })
  const { onSubmit, busy, problem } = useSubmit(form, async (body) => {
    try {
      setVersion((await request<Desk>('PATCH', `/desks/${slug}`, { body, version })).version)
    } catch (error) {
      const current = error instanceof ApiProblem ? (error.current as Desk | undefined) : undefined
      if (current === undefined) throw error
      setVersion(current.version)
      throw new ApiProblem(
        409,
        '',
        `Someone else named this desk “${current.name}” in the meantime. What you typed is still here; save again to put it in place of theirs.`,
      )
    }
    router.refresh()
    notify('The desk has its new name.')
  })
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <TextInput label="Name of the desk" required {...form.getInputProps('name')} />
      <Button type="submit" loading={busy}>
        Save
      </Button>
      <Problem>{problem}</Problem>
    </form>
  )
}
