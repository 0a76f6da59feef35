'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import { leaveFocusToText } from '@/components/annotation/focus'
import { isProposal } from '@/components/api/alternatives'
import { pickedOf } from '@/components/api/picking'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { ask } from '@/components/ui/ask'
import { fetched } from '@/components/ui/fetched'
import { can } from '@/lib/permissions/can'
import styles from './picked-bar.module.css'
import { deletable, notAllWords } from './picked-may'

const PickedForm = fetched(async () => (await import('./picked-form')).PickedForm)

/** More than this many are not deleted without a question. */
const few = 3
const number = new Intl.NumberFormat('en')

/** A verb, with how many it is about where that is not all that is picked: “Accept 3”. */
const countedVerb = (verb: string, count: number, all: number) =>
  count === all ? verb : `${verb} ${number.format(count)}`

/** What can be done with the picked cards at once, while any is picked. */
export const PickedBar = () => {
  const picked = useTranscript((view) => view.picked)
  const shown = useTranscript((view) => view.shown)
  const ids = useMemo(() => pickedOf({ picked, shown }), [picked, shown])
  return ids.length === 0 ? null : <Bar ids={ids} />
}

type Form = 'tags' | 'dismiss' | 'reject'

const Bar = ({ ids }: { readonly ids: readonly string[] }) => {
  const marks = useTranscript((view) => view.marks)
  const actor = useTranscript((view) => view.actor)
  const transcript = useTranscript((view) => view.transcript)
  const bar = useRef<HTMLElement>(null)
  const stand = useCallback((element: HTMLElement | null) => {
    bar.current = element
    return leaveFocusToText(element)
  }, [])
  const { changePicked, pick, pickNone, accept } = useTranscriptActions()
  const [form, setForm] = useState<Form | null>(null)
  const proposals = useMemo(
    () =>
      ids
        .flatMap((id) => marks.get(id) ?? [])
        .filter(isProposal)
        .map(({ id }) => id),
    [ids, marks],
  )
  const may = useMemo(() => {
    const subject = { deskId: transcript.desk.id, state: transcript.state, authorId: actor.id, byDetector: true }
    const picked = ids.flatMap((id) => marks.get(id) ?? [])
    const open = picked.filter(({ state }) => state === 'open')
    const resolve = can(actor, 'annotation.resolve', subject)
    return {
      resolve: resolve && open.length > 0,
      reopen: resolve && open.length < picked.length,
      dismiss: can(actor, 'annotation.dismiss', subject) && open.some(({ kind }) => kind === 'flag'),
      accept: can(actor, 'correction.accept', subject) && proposals.length > 0,
      reject: can(actor, 'correction.reject', subject) && proposals.length > 0,
      tag: can(actor, 'annotation.tag', subject),
      remove: deletable(picked, actor, { deskId: transcript.desk.id, state: transcript.state }),
    }
  }, [ids, marks, actor, transcript, proposals])
  const remove = () => {
    const run = () => void changePicked({ verb: 'delete' })
    // With few of them, and all one's own, Undo is enough.
    if (ids.length <= few && may.remove === ids.length) return run()
    void ask({
      title: `Delete ${number.format(ids.length)} annotations?`,
      body: `${notAllWords(may.remove, ids.length)}Their replies and evidence go with them. You can undo this while this page is open; after that an owner can bring back single ones.`,
      action: 'Delete',
      onConfirm: run,
    })
  }
  const verb = (label: string, run: () => void, expanded?: boolean) => (
    <button type="button" className={styles.verb} onClick={run} aria-expanded={expanded}>
      {label}
    </button>
  )
  const close = () => {
    setForm(null)
    bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
  }
  const acceptThem = async () => {
    // Once they are accepted there is nothing more to do with them at once; what was refused stays picked.
    if (await accept(proposals)) pick(proposals, false)
  }
  const toggle = (wanted: Form) => () => setForm(form === wanted ? null : wanted)
  const none = !Object.values(may).some(Boolean)
  return (
    <section ref={stand} className={styles.bar} aria-label="The picked annotations">
      <p className={styles.head}>
        <span role="status">
          <b>{number.format(ids.length)} picked</b>
        </span>
        <button type="button" className={styles.quiet} onClick={pickNone}>
          Let go
        </button>
      </p>
      <div className={styles.verbs}>
        {may.accept && verb(countedVerb('Accept', proposals.length, ids.length), () => void acceptThem())}
        {may.reject && verb('Reject…', toggle('reject'), form === 'reject')}
        {may.resolve && verb('Resolve', () => void changePicked({ verb: 'resolve' }))}
        {may.reopen && verb('Reopen', () => void changePicked({ verb: 'reopen' }))}
        {may.tag && verb('Tags…', toggle('tags'), form === 'tags')}
        {may.dismiss && verb('Dismiss…', toggle('dismiss'), form === 'dismiss')}
        {may.remove > 0 && verb('Delete', remove)}
        {none && <p className={styles.told}>Nothing here is yours to change.</p>}
      </div>
      {form !== null && <PickedForm key={form} ids={ids} form={form} proposals={proposals} onDone={close} />}
    </section>
  )
}
