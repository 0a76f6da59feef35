'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { isProposal } from '@/components/api/alternatives'
import type { Draft } from '@/components/api/store'
import { useTranscript, useTranscriptActions, useTranscriptStore, useWords } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import { type StandIn, standIn } from '@/components/transcript/stand-in'
import { announce, useBench, useBenchStore } from '@/components/transcript/workbench-state'
import { fetched } from '@/components/ui/fetched'
import { NewAnnotation } from '@/lib/annotation/annotation'
import { overlaps } from '@/lib/text/range'
import { proposals } from '@/lib/transcript/proposal'
import { faultsOf } from './annotation-words'
import classes from './card.module.css'
import { CardHead } from './card-head'
import { changeOf } from './change-of'
import { focusCardSoon, focusText, leaveFocusToText } from './focus'
import form from './form.module.css'
import { FormFrame } from './form-frame'
import { draftId } from './place-cards'
import { rewrittenOn } from './rewriting'
import own from './turn-editor.module.css'
import { useKeptWords } from './use-kept-words'

const TurnEditor = fetched(async () => (await import('./turn-editor')).TurnEditor)

/** How many changes the card lists. */
const listed = 5

const countOf = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** The words as they were typed, led to what others have made of the text since. */
const useRewritten = (draft: Draft) => {
  const { exact, was, ...rest } = draft
  const words = useWords()
  const key = wordsOf.draft(draft)
  const kept = useRef(words.read(key) !== undefined)
  const { values, change } = useKeptWords(key, { to: exact }, { ...rest, exact, key })
  /** What stood there when these words were typed. */
  const [before, setBefore] = useState(kept.current ? (was ?? exact) : exact)
  const [met, setMet] = useState<'with' | 'against' | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once the text is another.
  useEffect(() => {
    if (before === exact) return
    const both = rewrittenOn(before, values.to, exact)
    setBefore(exact)
    setMet(both === null ? 'against' : 'with')
    if (both !== null && both !== values.to) change({ to: both })
  }, [exact])
  return { key, before, to: values.to, write: (to: string) => change({ to }), met }
}

/** The words of a paragraph while they are rewritten: the editor stands in the text, what it makes of them beside it. */
export const RewriteCard = ({ draft }: { readonly draft: Draft }) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const words = useWords()
  const { begin, propose } = useTranscriptActions()
  const reading = useBench((state) => state.reading)
  const revision = useTranscript((state) => state.revision)
  const name = useTranscript((state) => state.actor.name)
  const { key, before, to, write, met } = useRewritten(draft)
  const [fault, setFault] = useState<string | null>(null)
  const [host] = useState(() => document.createElement('div'))
  const place = useRef<StandIn | null>(null)
  const { start } = draft

  useEffect(() => {
    place.current = reading && standIn(reading.dom, start, host)
    return () => place.current?.release()
  }, [reading, start, host])
  useEffect(() => () => host.remove(), [host])
  const onHeight = useCallback(() => place.current?.place(), [])
  const [selected] = useState(() => {
    const { rewriting } = bench.getState()
    const { start: from, end: until } = rewriting && overlaps(rewriting, draft) ? rewriting : { start, end: start }
    const within = (at: number) => Math.max(0, Math.min(at - start, to.length))
    return { start: within(from), end: within(until) }
  })

  const edits = useMemo(() => proposals(before, { start: 0, end: before.length }, to), [before, to])
  const onSave = () => {
    const inputs = edits.map((edit) =>
      NewAnnotation.safeParse({
        kind: 'correction',
        revision: draft.revision ?? revision,
        ...{ start: start + edit.start, end: start + edit.end, exact: before.slice(edit.start, edit.end) },
        correction: { to: edit.text },
      }),
    )
    const wrong = inputs.find(({ error }) => error !== undefined)?.error
    if (wrong) return setFault(Object.values(faultsOf(wrong))[0] ?? null)
    if (inputs.length === 0) return setFault('Nothing is changed yet. Change the words in the text, then save.')
    void propose(
      inputs.flatMap(({ data: input }) => (input ? [{ input, typed: { to: input.correction?.to } }] : [])),
      draft,
    ).then(() => focusCardSoon(store.getState().chosen))
    focusText()
    focusCardSoon(store.getState().chosen)
  }
  const onClose = () => {
    if (edits.length === 0) words.forget(key)
    begin(null)
    focusText()
  }
  const onChange = (typed: string) => {
    setFault(null)
    write(typed)
  }
  const onEnter = () => announce(bench, 'Enter makes no line here. Control and Enter saves.')
  return (
    <div ref={leaveFocusToText} className={classes.card} data-card={draftId} data-chosen>
      <CardHead kind="correction" label="Edit in the text" author={name} aside="new" />
      <FormFrame
        wordsKey={key}
        name="Edit in the text"
        saves={edits.length > 1 ? `Propose ${edits.length} changes` : 'Propose'}
        onSave={onSave}
        onClose={onClose}
      >
        <div data-editor-first hidden />
        <Changes before={before} edits={edits} />
        <Beside draft={draft} met={met} />
        {fault && (
          <p className={form.fault} role="alert">
            {fault}
          </p>
        )}
      </FormFrame>
      {reading &&
        createPortal(
          <TurnEditor
            label="The words of this paragraph"
            {...{ before, value: to, selected, onChange, onHeight, onSave, onClose, onEnter }}
          />,
          host,
        )}
    </div>
  )
}

type ChangesProps = { readonly before: string; readonly edits: ReturnType<typeof proposals> }

const Changes = ({ before, edits }: ChangesProps) => (
  <>
    <p className={classes.aside} role="status">
      {edits.length === 0 ? 'Write in the text: what you change is proposed.' : countOf(edits.length, 'change')}
    </p>
    {edits.length > 0 && (
      <ul className={own.changes} aria-label="What is changed">
        {edits.slice(0, listed).map((edit) => {
          const { deleted, inserted } = changeOf(before.slice(edit.start, edit.end), edit.text)
          return (
            <li key={edit.start} className={classes.passage}>
              {deleted && <del className={classes.deleted}>{deleted}</del>}{' '}
              {inserted && <ins className={classes.inserted}>{inserted}</ins>}
            </li>
          )
        })}
      </ul>
    )}
    {edits.length > listed && <p className={`${classes.aside} ${own.changes}`}>and {edits.length - listed} more</p>}
  </>
)

type BesideProps = { readonly draft: Draft; readonly met: 'with' | 'against' | null }

/** What others have done to these words: corrected them meanwhile, or proposed something. */
const Beside = ({ draft, met }: BesideProps) => {
  const open = useTranscript(
    ({ order, marks }) =>
      order.filter((id) => {
        const mark = marks.get(id)
        return mark !== undefined && isProposal(mark) && overlaps(mark, draft)
      }).length,
  )
  return (
    <>
      {met !== null && (
        <p className={classes.aside} role="status">
          <b>The text was corrected here meanwhile.</b>{' '}
          {met === 'with'
            ? 'Your changes stand beside that.'
            : 'You both changed the same words: what you typed is kept. Look before you save.'}
        </p>
      )}
      {open > 0 && (
        <p className={classes.aside}>
          {countOf(open, 'proposal')} {open === 1 ? 'is' : 'are'} open here. Where you change the same words, yours
          becomes an alternative.
        </p>
      )}
    </>
  )
}
