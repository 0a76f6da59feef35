'use client'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { request } from '@/components/api/client'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import classes from './one-line.module.css'

/** Creates a desk and opens it. */
export const NewDesk = () => {
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? 'Give the desk a name.' : null) },
  })
  const { onSubmit, busy, problem } = useSubmit(form, async (body) => {
    const { slug } = await request<{ slug: string }>('POST', '/desks', { body })
    location.assign(`/desks/${slug}`)
  })
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <TextInput label="Name" placeholder="Foreign desk" required {...form.getInputProps('name')} />
      <Button type="submit" loading={busy}>
        Create desk
      </Button>
      <Problem>{problem}</Problem>
    </form>
  )
}
