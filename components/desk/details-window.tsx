'use client'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblem, request } from '@/components/api/client'
import { notify } from '@/components/ui/notice'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import { Title, type TranscriptSummary } from '@/lib/transcript/transcript'
import { DetailsFields, DetailsTyped } from './details-fields'

const values = DetailsTyped.extend({ title: Title })
type Props = { readonly transcript: TranscriptSummary; readonly onClose: () => void }

const typedOf = ({ title, outlet, printedOn, language, translator, origin }: TranscriptSummary) => ({
  title,
  outlet: outlet ?? '',
  printedOn: printedOn ?? '',
  language: language ?? '',
  translator: translator ?? '',
  origin: origin ?? '',
})

/** Changes a transcript's title and what is known about it. */
export const DetailsWindow = ({ transcript, onClose }: Props) => {
  const router = useRouter()
  const [version, setVersion] = useState(transcript.version)
  const form = useForm({ initialValues: typedOf(transcript), validate: schemaResolver(values) })
  const { onSubmit, busy, problem } = useSubmit(form, async (typed) => {
    try {
      await request('PATCH', `/transcripts/${transcript.id}`, { body: values.parse(typed), version })
    } catch (error) {
      const current = error instanceof ApiProblem && error.status === 409 ? (error.current as TranscriptSummary) : null
      if (!current?.version) throw error
      setVersion(current.version)
      throw new ApiProblem(
        409,
        '',
        `Someone else changed these details in the meantime: the title is now “${current.title}”. What you typed is still here; save again to put it in their place.`,
      )
    }
    onClose()
    router.refresh()
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
