'use client'
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form'
import { useRef } from 'react'
import { z } from 'zod'
import { request } from '@/components/api/client'
import { newName } from '@/components/api/new-name'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import { type Details, DetailsFields, DetailsTyped, noDetails } from './details-fields'
import { type Answered, isJob } from './upload'
import { useImports } from './use-imports'
import { useKeptForm } from './use-kept-form'

type Pasted = Details & { title: string; text: string }
const values = DetailsTyped.extend({
  title: z.string().trim().max(300, 'Use at most 300 characters.'),
  text: z.string().refine((text) => text.trim() !== '', 'Paste the text here.'),
})

/**
 * The paste form, kept by whoever outlives its window, and in the browser for this person until it is imported.
 * Uncontrolled: a text may be megabytes long.
 */
export const usePasteForm = (desk: string, person: string) => {
  const form = useForm<Pasted>({
    mode: 'uncontrolled',
    initialValues: { title: '', text: '', ...noDetails },
    validate: schemaResolver(values),
    onValuesChange: (typed) => keep(typed),
  })
  const { keep, forget } = useKeptForm<Pasted>(`${person}/paste/${desk}`, form.setValues)
  return { form, forget }
}

type Props = {
  readonly desk: string
  readonly form: UseFormReturnType<Pasted>
  /** A long text is read as this job: what was typed is kept until that has gone well. */
  readonly onQueued: (job: string) => void
  /** What was typed is stored now. */
  readonly onImported: () => void
  readonly onClose: () => void
}

/** Importing by pasting the text itself. */
export const ImportPaste = ({ desk, form, onQueued, onImported, onClose }: Props) => {
  const { learn } = useImports()
  /** What was sent last, and its name: sent again after an answer was lost, it is imported once. */
  const last = useRef<{ readonly said: string; readonly name: string }>(undefined)
  const { onSubmit, busy, problem } = useSubmit(form, async (typed) => {
    const { title, ...rest } = values.parse(typed)
    const body = title === '' ? rest : { ...rest, title }
    const said = JSON.stringify(body)
    if (last.current?.said !== said) last.current = { said, name: newName() }
    const { name } = last.current
    const made = await request<Answered>('POST', `/desks/${desk}/transcripts`, { body, name })
    last.current = undefined
    if (isJob(made)) {
      learn([made])
      onQueued(made.id)
      return onClose()
    }
    onImported()
    location.assign(`/transcripts/${made.id}`)
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={14}>
        <TextInput
          label="Title"
          description="Left empty, the first line of the text."
          key={form.key('title')}
          {...form.getInputProps('title')}
        />
        <Textarea
          label="Text"
          description="Kept exactly as it is. A line that begins with a name and a colon becomes that speaker’s turn."
          required
          withAsterisk
          rows={10}
          spellCheck={false}
          data-autofocus
          key={form.key('text')}
          {...form.getInputProps('text')}
        />
        <DetailsFields form={form} />
        <Problem>{problem}</Problem>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Import
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
