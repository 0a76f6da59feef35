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
import type { useImport } from './use-import'

type Described = Details & { title: string }
const values = DetailsTyped.extend({ title: z.string().trim().max(300, 'Keep this under 300 characters.') })

/** What is typed beside the files, kept by whoever outlives the window. */
export const useFilesForm = () =>
  useForm<Described>({ initialValues: { title: '', ...noDetails }, validate: schemaResolver(values) })

const summary = (stored: number, all: number) =>
  stored === 0
    ? `None of the ${all} files could be imported. Each says why.`
    : `${stored} of ${all} files are imported. The others say why not.`

type Props = {
  readonly queue: ReturnType<typeof useImport>
  readonly form: UseFormReturnType<Described>
  readonly formats: Formats
  readonly onClose: () => void
}

/** Importing files: choose, say what is known about them, send one after another. */
export const ImportFiles = ({ queue, form, formats, onClose }: Props) => {
  const { items, due, busy, add, remove, start, stop } = queue
  const done = items.some(({ state }) => state === 'done')
  const { onSubmit, problem, setProblem } = useSubmit(form, async (typed) => {
    const filled = Object.entries(values.parse(typed)).flatMap(([name, value]) => (value ? [[name, value]] : []))
    const { stored, errors } = await start(Object.fromEntries(filled))
    for (const { path, message } of errors) if (path in typed) form.setFieldError(path, message)
    const [only] = stored
    if (only !== undefined && due.length === 1 && !done) return location.assign(`/transcripts/${only}`)
    if (stored.length === due.length) form.reset()
    else if (due.length > 1) setProblem(summary(stored.length, due.length))
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={16}>
        <FilePick formats={formats} onPick={add} small={items.length > 0} disabled={busy} />
        {items.length > 0 && <FileList items={items} remove={remove} stop={stop} />}
        <Problem>{problem}</Problem>
        {due.length === 1 && (
          <TextInput
            label="Title"
            description="Left empty, the heading in the text or the file’s name."
            disabled={busy}
            {...form.getInputProps('title')}
          />
        )}
        {due.length > 0 && <DetailsFields form={form} disabled={busy} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {busy ? 'Close and go on' : done ? 'Done' : 'Cancel'}
          </Button>
          {(due.length > 0 || !done) && (
            <Button type="submit" loading={busy} disabled={due.length === 0}>
              {due.length > 1 ? `Import ${due.length} files` : 'Import'}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
