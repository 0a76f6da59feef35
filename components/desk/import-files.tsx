'use client'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form'
import { z } from 'zod'
import { Problem } from '@/components/ui/problem'
import { useSubmit } from '@/components/ui/use-submit'
import type { Formats } from './accepted'
import { type Details, DetailsFields, DetailsTyped, noDetails } from './details-fields'
import { FileList } from './file-list'
import { FilePick } from './file-pick'
import { isDue, isMoving, isRefused } from './import-queue'
import { useImports } from './use-imports'

type Described = Details & { title: string }
const values = DetailsTyped.extend({ title: z.string().trim().max(300, 'Keep this under 300 characters.') })

/** What is typed beside the files, kept by whoever outlives the window. */
export const useFilesForm = () =>
  useForm<Described>({ initialValues: { title: '', ...noDetails }, validate: schemaResolver(values) })

const summary = (failed: number, all: number) =>
  failed === all
    ? `None of the ${all} files could be imported. Each says why.`
    : `${failed} of ${all} files could not be imported. ${failed === 1 ? 'It says' : 'Each says'} why.`

type Props = {
  readonly form: UseFormReturnType<Described>
  readonly formats: Formats
  readonly onClose: () => void
}

/** Importing files: choose, say what is known about them, send one after another. Long ones go on without the window. */
export const ImportFiles = ({ form, formats, onClose }: Props) => {
  const { items, add, start } = useImports()
  const due = items.filter(isDue)
  const moving = items.some(isMoving)
  const goesOn = moving || items.some(({ state }) => state === 'job')
  const done = items.some(({ state }) => state === 'done')
  const ended = items.length > 0 && due.length === 0
  const { onSubmit, busy, problem, setProblem } = useSubmit(form, async (typed) => {
    const filled = Object.entries(values.parse(typed)).flatMap(([name, value]) => (value ? [[name, value]] : []))
    const sent = await start(due, Object.fromEntries(filled))
    const errors = sent.flatMap((item) => item.errors ?? [])
    for (const { path, message } of errors) if (path in typed) form.setFieldError(path, message)
    const [only] = sent
    // What is to be said of it is said here first.
    const silent = only?.notes === undefined || only.notes.length === 0
    if (sent.length === 1 && items.length === 1 && only?.transcript !== undefined && silent)
      return location.assign(`/transcripts/${only.transcript.id}`)
    const failed = sent.filter(({ state }) => state === 'failed').length
    if (failed === 0) form.reset()
    else if (items.length > 1) setProblem(summary(failed + items.filter(isRefused).length, items.length))
  })
  // The fields beside the files stay until all have gone out.
  const describes = due.length > 0 || busy
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={16}>
        <FilePick formats={formats} onPick={add} small={items.length > 0} disabled={busy} />
        {items.length > 0 && <FileList />}
        <Problem>{problem}</Problem>
        {due.length === 1 && (
          <TextInput
            label="Title"
            description="Left empty, the heading in the text or the file’s name."
            disabled={busy}
            {...form.getInputProps('title')}
          />
        )}
        {describes && <DetailsFields form={form} disabled={busy} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {goesOn ? 'Close and go on' : done ? 'Done' : ended ? 'Close' : 'Cancel'}
          </Button>
          {(due.length > 0 || busy || items.length === 0) && (
            <Button type="submit" loading={busy} disabled={due.length === 0}>
              {due.length > 1 ? `Import ${due.length} files` : 'Import'}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
