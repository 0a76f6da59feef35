'use client'
import { Autocomplete, Button, SegmentedControl, Textarea } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { menusId } from '@/components/ui/theme'
import { BulkStep } from '@/lib/annotation/bulk'
import styles from './picked-bar.module.css'

type Props = {
  readonly ids: readonly string[]
  readonly form: 'tags' | 'dismiss'
  readonly onDone: () => void
}

/** What is asked before tags are changed or flags dismissed, many at once. */
export const PickedForm = ({ form, ...props }: Props) =>
  form === 'tags' ? <TagsForm {...props} /> : <DismissForm {...props} />

const verbs = [
  { value: 'tag', label: 'Add' },
  { value: 'untag', label: 'Remove' },
  { value: 'retag', label: 'Replace' },
] as const
type Verb = (typeof verbs)[number]['value']

/** What is offered opens where menus do: all of a page stands in its landmarks. */
const inMenus = { portalProps: { target: `#${menusId}` } }

const TagsForm = ({ ids, onDone }: Omit<Props, 'form'>) => {
  const marks = useTranscript((view) => view.marks)
  const { changePicked } = useTranscriptActions()
  const [verb, setVerb] = useState<Verb>('tag')
  const [tag, setTag] = useState('')
  const [to, setTo] = useState('')
  const [fault, setFault] = useState<string>()
  const all = useMemo(() => [...new Set([...marks.values()].flatMap((mark) => mark.tags ?? []))].sort(), [marks])
  const here = useMemo(() => [...new Set(ids.flatMap((id) => marks.get(id)?.tags ?? []))].sort(), [ids, marks])
  const send = (event: FormEvent) => {
    event.preventDefault()
    const step = BulkStep.safeParse({ verb, tag, ...(verb === 'retag' && { to }) })
    const missing = tag.trim() === '' ? 'Write the tag first.' : 'Write the tag to put in its place.'
    if (tag.trim() === '' || (verb === 'retag' && to.trim() === '')) return setFault(missing)
    if (!step.success) return setFault(step.error.issues[0]?.message)
    onDone()
    void changePicked(step.data)
  }
  return (
    <form className={styles.form} onSubmit={send} aria-label="Change the tags of what is picked" noValidate>
      <SegmentedControl
        size="xs"
        aria-label="What to do with the tag"
        value={verb}
        onChange={(value) => setVerb(value as Verb)}
        data={[...verbs]}
      />
      <Autocomplete
        label={verb === 'tag' ? 'Tag to add' : verb === 'untag' ? 'Tag to remove' : 'Tag to replace'}
        size="xs"
        comboboxProps={inMenus}
        data-autofocus
        autoFocus
        data={verb === 'tag' ? all : here}
        value={tag}
        onChange={setTag}
        error={fault}
      />
      {verb === 'retag' && (
        <Autocomplete label="With" size="xs" comboboxProps={inMenus} data={all} value={to} onChange={setTo} />
      )}
      <Ends label={verbs.find(({ value }) => value === verb)?.label ?? ''} onDone={onDone} />
    </form>
  )
}

const DismissForm = ({ onDone }: Omit<Props, 'form'>) => {
  const { changePicked } = useTranscriptActions()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setFault('Say why these are no fault, so that nobody has to ask again.')
    onDone()
    void changePicked({ verb: 'dismiss', reason: reason.trim() })
  }
  return (
    <form className={styles.form} onSubmit={send} aria-label="Dismiss the picked flags" noValidate>
      <Textarea
        label="Why are these no fault?"
        size="xs"
        autosize
        autoFocus
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={reason}
        error={fault}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Ends label="Dismiss" onDone={onDone} />
    </form>
  )
}

const Ends = ({ label, onDone }: { readonly label: string; readonly onDone: () => void }) => (
  <div className={styles.verbs}>
    <Button type="submit" size="compact-sm">
      {label}
    </Button>
    <Button variant="default" size="compact-sm" onClick={onDone}>
      Close
    </Button>
  </div>
)
