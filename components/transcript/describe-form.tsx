'use client'
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranscript, useTranscriptStore } from '@/components/api/store-context'
import { Problem } from '@/components/ui/problem'
import { Metadata, Title, type TranscriptSummary } from '@/lib/transcript/transcript'
import { announce, show, useBench, useBenchStore } from './workbench-state'

const Details = Metadata.extend({ title: Title })

const fields = [
  { name: 'title', label: 'Title', hint: undefined, type: 'text' },
  { name: 'outlet', label: 'Outlet', hint: 'Who printed or sent it', type: 'text' },
  { name: 'printedOn', label: 'Printed on', hint: undefined, type: 'date' },
  { name: 'language', label: 'Language', hint: 'As a code: en, pt-BR', type: 'text' },
  { name: 'translator', label: 'Translator', hint: undefined, type: 'text' },
  { name: 'origin', label: 'Where it came from', hint: 'An address, or in words', type: 'text' },
] as const
type Field = (typeof fields)[number]['name']
type Values = Readonly<Record<Field, string>>

const valuesOf = (transcript: TranscriptSummary): Values => ({
  title: transcript.title,
  outlet: transcript.outlet ?? '',
  printedOn: transcript.printedOn ?? '',
  language: transcript.language ?? '',
  translator: transcript.translator ?? '',
  origin: transcript.origin ?? '',
})

const changed = (before: Values, after: Values) => fields.filter(({ name }) => before[name] !== after[name])

/** What is known about the transcript besides its text, to be changed. */
export const DescribeForm = () => {
  const bench = useBenchStore()
  const opened = useBench((state) => state.overlay === 'details')
  return (
    <Modal opened={opened} onClose={() => show(bench, null)} title="Details of the transcript">
      <Form onDone={() => show(bench, null)} />
    </Modal>
  )
}

const Form = ({ onDone }: { readonly onDone: () => void }) => {
  const bench = useBenchStore()
  const store = useTranscriptStore()
  const saveDetails = useTranscript((view) => view.describe)
  const refused = useTranscript((view) => view.unsent.find((write) => write.key === 'transcript:metadata'))
  // What the form was filled from; after a conflict, what others made of it meanwhile.
  const [base, setBase] = useState(() => valuesOf(store.getState().transcript))
  const [theirs, setTheirs] = useState<readonly Field[]>([])
  const [values, setValues] = useState(base)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [saving, setSaving] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const mine = changed(base, values)
    const given = Object.fromEntries(fields.map(({ name }) => [name, values[name].trim() || null]))
    const checked = Details.safeParse({ ...given, title: values.title })
    if (!checked.success) {
      const told = checked.error.issues.map((issue) => [String(issue.path[0]), issue.message])
      return setFaults(Object.fromEntries(told))
    }
    setFaults({})
    setSaving(true)
    const edit = Object.fromEntries(mine.map(({ name }) => [name, checked.data[name]]))
    const saved = mine.length === 0 || (await saveDetails(edit))
    setSaving(false)
    if (saved) {
      announce(bench, 'Details saved.')
      return onDone()
    }
    const now = valuesOf(store.getState().transcript)
    const meanwhile = changed(base, now).map(({ name }) => name)
    const untouched = meanwhile.filter((name) => values[name] === base[name])
    setTheirs(meanwhile.filter((name) => !untouched.includes(name)))
    setValues({ ...values, ...Object.fromEntries(untouched.map((name) => [name, now[name]])) })
    setBase(now)
  }
  const giveUp = () => {
    refused?.giveUp()
    onDone()
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="sm">
        {fields.map(({ name, label, hint, type }, at) => (
          <TextInput
            key={name}
            label={label}
            type={type}
            required={name === 'title'}
            description={
              theirs.includes(name) ? `Meanwhile changed to “${base[name] || 'nothing'}”. Yours is below.` : hint
            }
            value={values[name]}
            error={faults[name]}
            onChange={(event) => {
              const value = event.currentTarget.value
              setValues((before) => ({ ...before, [name]: value }))
            }}
            data-autofocus={at === 0 || undefined}
          />
        ))}
        <Text size="xs" c="dimmed">
          The text itself stays as it was imported.
        </Text>
        <Problem>{refused?.why ?? null}</Problem>
        <Group justify="flex-end">
          <Button variant="default" onClick={giveUp}>
            Cancel
          </Button>
          <Button type="submit" loading={saving}>
            {refused ? 'Save again' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
