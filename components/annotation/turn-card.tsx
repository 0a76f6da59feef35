'use client'
import { Autocomplete, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { same } from '@/components/api/same'
import type { Draft } from '@/components/api/store'
import { useTranscript, useTranscriptActions, useTranscriptStore, useWords } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import type { Reading } from '@/components/transcript/reading'
import { wordAt } from '@/components/transcript/reading-caret'
import { namedSo, speakersOn, type TurnOnPage, turnAt } from '@/components/transcript/turn-on-page'
import { useBench } from '@/components/transcript/workbench-state'
import { inMenus } from '@/components/ui/theme'
import { NewAnnotation } from '@/lib/annotation/annotation'
import { type Faults, faultsOf } from './annotation-words'
import classes from './card.module.css'
import { CardHead } from './card-head'
import { focusCardSoon, focusText, leaveFocusToText } from './focus'
import form from './form.module.css'
import { FormFrame } from './form-frame'
import { draftId } from './place-cards'
import { firstField, type TurnValues, turnParts, turnProposals, valuesOf } from './turn-proposals'
import { useKeptWords } from './use-kept-words'

const parts = Object.entries(turnParts).map(([value, label]) => ({ value, label }))

type Props = { readonly draft: Draft }

/** What is corrected of a turn: who speaks, when, where it begins and ends. */
export const TurnCard = ({ draft }: Props) => {
  const reading = useBench((state) => state.reading)
  const revision = useTranscript((state) => state.revision)
  const name = useTranscript((state) => state.actor.name)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turns on the page are others after a correction.
  const turn = useMemo(() => reading && turnAt(reading.dom, draft.start), [reading, draft.start, revision])
  return (
    <div ref={leaveFocusToText} className={classes.card} data-card={draftId} data-chosen>
      <CardHead kind="correction" label="Turn" author={name} aside="new" />
      {reading && turn && <TurnForm draft={draft} reading={reading} turn={turn} />}
      {reading && turn === null && <p className={classes.aside}>No turn stands here any more.</p>}
    </div>
  )
}

type FormProps = Props & { readonly reading: Reading; readonly turn: TurnOnPage }

const TurnForm = ({ draft, reading, turn }: FormProps) => {
  const store = useTranscriptStore()
  const { begin, propose } = useTranscriptActions()
  const words = useWords()
  const key = wordsOf.draft(draft)
  const { values, change } = useKeptWords(key, valuesOf(turn), draft)
  const [faults, setFaults] = useState<Faults>({})
  const speakers = useMemo(() => speakersOn(reading.dom), [reading])
  const { start } = draft

  const onSave = () => {
    const { revision } = store.getState()
    const first = wordAt(reading.prose, turn.words.start)
    if (first === null || first.start >= turn.words.end)
      return setFaults({ [firstField[values.part]]: 'This turn has no words to mark.' })
    const place = {
      turn,
      first,
      word: wordAt(reading.prose, start),
      namedSo: (name: string) => namedSo(reading.dom, name),
      words: reading.words,
    }
    const proposed = turnProposals(values, place, revision)
    if ('faults' in proposed) return setFaults(proposed.faults)
    const parsed = proposed.made.map((one) => NewAnnotation.safeParse(one))
    const wrong = parsed.find(({ error }) => error !== undefined)?.error
    if (wrong) return setFaults({ [firstField[values.part]]: Object.values(faultsOf(wrong))[0] ?? '' })
    const inputs = parsed.flatMap(({ data }) => data ?? [])
    const saved = propose(
      inputs.map((input) => ({ input, typed: { ...values, everywhere: false } })),
      draft,
    )
    focusCardSoon(store.getState().chosen)
    void saved.then(() => focusCardSoon(store.getState().chosen))
  }
  const onClose = () => {
    // Which part one looked at is nothing that was written.
    if (same({ ...values, part: '' }, { ...valuesOf(turn), part: '' })) words.forget(key)
    begin(null)
    focusText()
  }
  return (
    <FormFrame wordsKey={key} name="Correct the turn" saves="Propose" onSave={onSave} onClose={onClose}>
      <SegmentedControl
        fullWidth
        size="xs"
        className={form.stances}
        aria-label="What is wrong with the turn"
        data={parts}
        value={values.part}
        onChange={(part) => {
          setFaults({})
          change({ part: part as TurnValues['part'] })
        }}
      />
      <Fields
        {...{ values, change, faults, turn, speakers }}
        at={reading.words(wordAt(reading.prose, start) ?? draft)}
      />
    </FormFrame>
  )
}

type FieldsProps = {
  readonly values: TurnValues
  readonly change: (part: Partial<TurnValues>) => void
  readonly faults: Faults
  readonly turn: TurnOnPage
  readonly speakers: readonly string[]
  /** The word from which on a split begins a turn. */
  readonly at: string
}

const Fields = ({ values, change, faults, turn, speakers, at }: FieldsProps) => {
  const time = (field: 'from' | 'to' | 'at', label: string, first = false) => (
    <TextInput
      label={label}
      placeholder="0:01:02"
      inputMode="numeric"
      data-first={first || undefined}
      value={values[field]}
      error={faults[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  )
  const speaker = (field: 'speaker' | 'next', label: string, description?: string) => (
    <Autocomplete
      label={label}
      description={description}
      data-first
      data-select-all
      comboboxProps={inMenus}
      openOnFocus={false}
      maxDropdownHeight={180}
      data={[...speakers]}
      value={values[field]}
      error={faults[field]}
      onChange={(name) => change({ [field]: name })}
    />
  )
  if (values.part === 'retime') {
    return (
      <div className={form.pair}>
        {time('from', 'From', true)}
        {time('to', 'To')}
      </div>
    )
  }
  if (values.part === 'split') {
    return (
      <>
        <p className={classes.aside}>
          A turn of its own begins with <b>“{at}”</b>.
        </p>
        {speaker('next', 'Who speaks in it', 'Left empty, it has no label')}
        {time('at', 'From')}
      </>
    )
  }
  if (values.part === 'merge') {
    return (
      <p className={classes.aside} role={faults.speaker ? 'alert' : undefined}>
        {faults.speaker ??
          (turn.isFirst
            ? 'No turn stands before this one.'
            : 'It becomes the end of the turn before it. Its label goes.')}
      </p>
    )
  }
  return (
    <>
      {speaker('speaker', 'Who speaks here', turn.name ? 'Left empty, the label is taken away' : undefined)}
      {turn.name && (
        <Checkbox
          size="xs"
          label={`Everywhere “${turn.name.exact}” speaks`}
          checked={values.everywhere}
          onChange={(event) => change({ everywhere: event.currentTarget.checked })}
        />
      )}
    </>
  )
}
