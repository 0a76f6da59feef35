'use client'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useState } from 'react'
import { ApiProblem, request } from '@/components/api/client'
import { notify } from '@/components/ui/notice'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import { Title, type TranscriptSummary } from '@/lib/transcript/transcript'
import { DetailsFields, DetailsTyped } from './details-fields'
import { mergeDetails } from './merge-details'

const values = DetailsTyped.extend({ title: Title })
type Props = {
  readonly transcript: TranscriptSummary
  readonly onClose: () => void
  /** Told of the transcript as it now is: saved, or as somebody else has left it. */
  readonly onChanged: (transcript: TranscriptSummary) => void
}

const typedOf = ({ title, outlet, printedOn, language, translator, origin }: TranscriptSummary) => ({
  title,
  outlet: outlet ?? '',
  printedOn: printedOn ?? '',
  language: language ?? '',
  translator: translator ?? '',
  origin: origin ?? '',
})
type Typed = ReturnType<typeof typedOf>

const names: Readonly<Record<keyof Typed, string>> = {
  title: 'the title',
  outlet: 'the outlet',
  printedOn: 'the date printed',
  language: 'the language',
  translator: 'the translator',
  origin: 'where it came from',
}
const and = new Intl.ListFormat('en')

/** Changes a transcript's title and what is known about it. What somebody else changed meanwhile is taken in. */
export const DetailsWindow = ({ transcript, onClose, onChanged }: Props) => {
  const [base, setBase] = useState(transcript)
  const form = useForm({ initialValues: typedOf(transcript), validate: schemaResolver(values) })

  const save = async (typed: Typed, from: TranscriptSummary): Promise<void> => {
    try {
      const body = values.parse(typed)
      onChanged(await request<TranscriptSummary>('PATCH', `/transcripts/${from.id}`, { body, version: from.version }))
    } catch (error) {
      const current = error instanceof ApiProblem && error.status === 409 ? (error.current as TranscriptSummary) : null
      if (!current?.version) throw error
      const theirs = typedOf(current)
      const merged = mergeDetails(typedOf(from), typed, theirs)
      setBase(current)
      form.setValues(merged.values)
      onChanged(current)
      if (merged.clashing.length === 0) return save(merged.values, current)
      const what = and.format(merged.clashing.map((field) => `${names[field]} to “${theirs[field] || 'nothing'}”`))
      throw new ApiProblem(
        409,
        '',
        `Someone else has changed ${what} in the meantime. What you typed is still here; save again to put it in its place.`,
      )
    }
  }
  const { onSubmit, busy, problem } = useSubmit(form, async (typed) => {
    await save(typed, base)
    onClose()
    notify('The details are saved.')
  })
  return (
    <Modal opened onClose={onClose} title="Details" size={600}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap={14}>
          <TextInput label="Title" required withAsterisk data-autofocus {...form.getInputProps('title')} />
          <DetailsFields form={form} />
          <Problem>{problem}</Problem>
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
