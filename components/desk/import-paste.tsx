'use client'
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form'
import { z } from 'zod'
import { request } from '@/components/api/client'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import type { Transcript } from '@/lib/transcript/transcript'
import { type Details, DetailsFields, DetailsTyped, noDetails } from './details-fields'

type Pasted = Details & { title: string; text: string }
const values = DetailsTyped.extend({
  title: z.string().trim().max(300, 'Use at most 300 characters.'),
  text: z.string().refine((text) => text.trim() !== '', 'Paste the text here.'),
})

/** The paste form, kept by whoever outlives its window. Uncontrolled: a text may be megabytes long. */
export const usePasteForm = () =>
  useForm<Pasted>({
    mode: 'uncontrolled',
    initialValues: { title: '', text: '', ...noDetails },
    validate: schemaResolver(values),
  })

type Props = { readonly desk: string; readonly form: UseFormReturnType<Pasted>; readonly onClose: () => void }

/** Importing by pasting the text itself. */
export const ImportPaste = ({ desk, form, onClose }: Props) => {
  const { onSubmit, busy, problem } = useSubmit(form, async (typed) => {
    const { title, ...rest } = values.parse(typed)
    const body = title === '' ? rest : { ...rest, title }
    const made = await request<Transcript>('POST', `/desks/${desk}/transcripts`, { body })
    location.assign(`/transcripts/${made.id}`)
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={14}>
        <TextInput
          label="Title"
          description="Left empty, the first line of the text."
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
