'use client'
import { Autocomplete, Button, SegmentedControl, Textarea } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { useKeptWords } from '@/components/annotation/use-kept-words'
import { useTranscript, useTranscriptActions, useWords } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import { inMenus } from '@/components/ui/theme'
import { BulkStep } from '@/lib/annotation/bulk'
import styles from './picked-bar.module.css'

type Props = {
  readonly ids: readonly string[]
  /** Those of them that are proposals to be decided. */
  readonly proposals: readonly string[]
  readonly form: 'tags' | 'dismiss' | 'reject'
  readonly onDone: () => void
}

/** What is asked before tags are changed or flags dismissed, many at once. */
export const PickedForm = ({ form, ...props }: Props) =>
  form === 'tags' ? <TagsForm {...props} /> : <ReasonForm {...props} form={form} />

const verbs = [
  { value: 'tag', label: 'Add' },
  { value: 'untag', label: 'Remove' },
  { value: 'retag', label: 'Replace' },
] as const
type Verb = (typeof verbs)[number]['value']

const toSend = { verb: 'tag' as Verb, tag: '', to: '' }

const TagsForm = ({ ids, onDone }: Pick<Props, 'ids' | 'onDone'>) => {
  const marks = useTranscript((view) => view.marks)
  const { changePicked } = useTranscriptActions()
  const { values, change } = useKeptWords(wordsOf.picked.tags, toSend)
  const { verb, tag, to } = values
  const [fault, setFault] = useState<string>()
  const all = useMemo(() => [...new Set([...marks.values()].flatMap((mark) => mark.tags ?? []))].sort(), [marks])
  const here = useMemo(() => [...new Set(ids.flatMap((id) => marks.get(id)?.tags ?? []))].sort(), [ids, marks])
  const send = () => {
    const step = BulkStep.safeParse({ verb, tag, ...(verb === 'retag' && { to }) })
    const missing = tag.trim() === '' ? 'Write the tag first.' : 'Write the tag to put in its place.'
    if (tag.trim() === '' || (verb === 'retag' && to.trim() === '')) return setFault(missing)
    if (!step.success) return setFault(step.error.issues[0]?.message)
    void changePicked(step.data, wordsOf.picked.tags)
    onDone()
  }
  return (
    <Frame name="Change the tags of what is picked" onSend={send} onClose={onDone}>
      <SegmentedControl
        size="xs"
        className={styles.whole}
        aria-label="What to do with the tag"
        value={verb}
        onChange={(value) => change({ verb: value as Verb })}
        data={[...verbs]}
      />
      <Autocomplete
        label={verb === 'tag' ? 'Tag to add' : verb === 'untag' ? 'Tag to remove' : 'Tag to replace'}
        size="xs"
        comboboxProps={inMenus}
        maxDropdownHeight={180}
        data-autofocus
        autoFocus
        data={verb === 'tag' ? all : here}
        value={tag}
        onChange={(value) => change({ tag: value })}
        error={fault}
      />
      {/* Beside the field: under it is what it suggests. */}
      <Ends beside label={verbs.find(({ value }) => value === verb)?.label ?? ''} onDone={onDone} />
      {verb === 'retag' && (
        <Autocomplete
          label="With"
          size="xs"
          comboboxProps={inMenus}
          maxDropdownHeight={180}
          data={all}
          value={to}
          onChange={(value) => change({ to: value })}
        />
      )}
    </Frame>
  )
}

const asked = {
  dismiss: {
    ...{ name: 'Dismiss the picked flags', label: 'Why are these no fault?', verb: 'Dismiss' },
    missing: 'Say why these are no fault, so that nobody has to ask again.',
  },
  reject: {
    ...{ name: 'Reject the picked corrections', label: 'Why are these rejected?', verb: 'Reject' },
    missing: 'Say why, so that whoever proposed them knows.',
  },
}

const ReasonForm = ({ form, proposals, onDone }: Omit<Props, 'form'> & { readonly form: keyof typeof asked }) => {
  const { changePicked, reject } = useTranscriptActions()
  const { name, label, missing, verb } = asked[form]
  const words = useWords()
  const key = wordsOf.picked[form]
  const { values, change } = useKeptWords(key, { reason: '' })
  const [fault, setFault] = useState<string>()
  const send = () => {
    const reason = values.reason.trim()
    if (reason === '') return setFault(missing)
    if (form === 'dismiss') void changePicked({ verb: 'dismiss', reason }, key)
    // What was typed stays kept until it is rejected.
    else void reject(proposals, reason).then((isDone) => isDone && words.forget(key))
    onDone()
  }
  return (
    <Frame name={name} onSend={send} onClose={onDone}>
      <Textarea
        label={label}
        size="xs"
        className={styles.whole}
        autosize
        autoFocus
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={values.reason}
        error={fault}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <Ends label={verb} onDone={onDone} />
    </Frame>
  )
}

type FrameProps = {
  readonly name: string
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Its keys are those of every form: Ctrl or Cmd with Enter sends, Esc closes; what was typed stays kept. */
const Frame = ({ name, onSend, onClose, children }: FrameProps) => {
  const answer = (event: KeyboardEvent<HTMLFormElement>) => {
    // A list of tags that is open takes Esc for itself.
    const listOpen = (event.target as Element).getAttribute('aria-expanded') === 'true'
    const closes = event.key === 'Escape' && !listOpen
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (event.nativeEvent.isComposing || !(closes || sends || event.key === 'Escape')) return
    event.stopPropagation()
    if (closes || sends) event.preventDefault()
    if (closes) onClose()
    if (sends) onSend()
  }
  return (
    <form
      className={styles.form}
      aria-label={name}
      noValidate
      onKeyDown={answer}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
    </form>
  )
}

type EndsProps = { readonly label: string; readonly beside?: boolean; readonly onDone: () => void }

const Ends = ({ label, beside = false, onDone }: EndsProps) => (
  <div className={beside ? styles.beside : styles.verbs}>
    <Button type="submit" size="compact-sm">
      {label}
    </Button>
    <Button variant="default" size="compact-sm" onClick={onDone}>
      Close
    </Button>
  </div>
)
