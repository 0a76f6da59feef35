'use client'
import { useEffect } from 'react'
import { draftLabel } from '@/components/annotation/card-words'
import { excerptOf } from '@/components/annotation/excerpt-of'
import { leaveFocusToText } from '@/components/annotation/focus'
import type { Unsent } from '@/components/api/store'
import { useTranscript, useTranscriptActions, useWords } from '@/components/api/store-context'
import { daysKept, formOf } from '@/components/api/words'
import styles from './floating.module.css'
import { SignInAgain } from './sign-in-again'
import { useBegun, useOpenBegun } from './use-begun'
import { show, useBench, useBenchStore } from './workbench-state'

const takeFocus = (box: HTMLElement | null) => {
  box?.focus()
  return leaveFocusToText(box)
}

type RowProps = { readonly onLeave: () => void }

/** The way out for words that cannot be saved where they were meant to stand. */
const CopyWords = ({ values }: { readonly values: unknown }) => (
  <button
    type="button"
    className={styles.small}
    onClick={() => void navigator.clipboard?.writeText(excerptOf(values, Number.POSITIVE_INFINITY))}
  >
    Copy the words
  </button>
)

const Waiting = ({ write, onLeave }: RowProps & { readonly write: Unsent }) => {
  // Only where there are two versions is one of them mine.
  const isMine = useTranscript((view) => view.conflicts.has(write.key))
  const said = excerptOf(write.typed)
  return (
    <li>
      <strong>
        {write.what}
        {write.on && ` on “${write.on.slice(0, 40)}”`}
      </strong>
      {said !== '' && <p>“{said}”</p>}
      <p>{write.why}</p>
      <button type="button" className={styles.small} data-main onClick={() => void write.retry()}>
        {write.stands === 'waiting' ? 'Send now' : isMine ? 'Keep mine' : 'Try again'}
      </button>
      {write.id !== null && (
        <button
          type="button"
          className={styles.small}
          onClick={() => {
            onLeave()
            write.show()
          }}
        >
          Look at it
        </button>
      )}
      {write.stands === 'refused' && said !== '' && <CopyWords values={write.typed} />}
      <button type="button" className={styles.small} onClick={write.giveUp}>
        Throw away
      </button>
    </li>
  )
}

const parts = { annotation: 'Edit', reply: 'Reply', evidence: 'Evidence', dismiss: 'Reason to dismiss a flag' }

/** Words in a form that was closed: what it is, how it begins, and what can be done with it. */
const Begun = ({ at, onLeave }: RowProps & { readonly at: string }) => {
  const words = useWords()
  const open = useOpenBegun()
  const { discard } = useTranscriptActions()
  const form = formOf(at)
  const gone = useTranscript((view) => form !== null && view.complete && !view.marks.has(form.id))
  const kept = words.read(at)
  if (!kept) return null
  const { draft, values } = kept
  const what = draft
    ? `${draft.how ? draftLabel(draft) : `New ${draftLabel(draft).toLowerCase()}`} on “${draft.exact.slice(0, 40)}”`
    : form && parts[form.part]
  const excerpt = excerptOf(values)
  return (
    <li>
      <strong>
        {what}
        {gone && ', on a card that was deleted'}
      </strong>
      <p>{excerpt}</p>
      {gone ? (
        <CopyWords values={values} />
      ) : (
        <button
          type="button"
          className={styles.small}
          onClick={() => {
            onLeave()
            open(at)
          }}
        >
          Continue
        </button>
      )}
      <button type="button" className={styles.small} onClick={() => discard(at)}>
        Throw away
      </button>
    </li>
  )
}

/**
 * Everything that was typed and is not on the desk: what waits to be sent or was refused, and what was begun. It comes
 * with the page and needs nothing fetched: it is for when the connection is gone.
 */
export const UnsentList = () => {
  const bench = useBenchStore()
  const opened = useBench((state) => state.overlay === 'unsent')
  const unsent = useTranscript((view) => view.unsent)
  const saving = useTranscript((view) => view.saving > 0)
  const full = useTranscript((view) => view.full)
  const begun = useBegun()
  const settled = !saving && unsent.length === 0 && begun.length === 0
  // Once everything is saved it is closed for good, and does not come back by itself.
  useEffect(() => {
    if (opened && settled) show(bench, null)
  }, [opened, settled, bench])
  if (!opened || (unsent.length === 0 && begun.length === 0)) return null
  const close = () => show(bench, null)
  return (
    <section ref={takeFocus} tabIndex={-1} className={styles.unsent} aria-label="Not sent yet">
      <div className={styles.unsentHead}>
        <h2>{unsent.length > 0 ? 'Not sent yet' : 'Drafts'}</h2>
        <button type="button" className={styles.small} onClick={close}>
          Close
        </button>
      </div>
      <p>
        {full
          ? 'This browser has no room left. Keep this page open until everything is saved.'
          : `Kept in this browser for you alone, drafts for ${daysKept} days.`}
      </p>
      <SignInAgain />
      {unsent.length > 0 && (
        <ul aria-label="Waiting to be saved">
          {unsent.map((write) => (
            <Waiting key={write.name} write={write} onLeave={close} />
          ))}
        </ul>
      )}
      {begun.length > 0 && (
        <>
          {unsent.length > 0 && <h3>Drafts</h3>}
          <ul aria-label="Drafts">
            {begun.map((at) => (
              <Begun key={at} at={at} onLeave={close} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
