'use client'
import { useEffect, useMemo } from 'react'
import { useTranscript, useTranscriptActions, useTranscriptStore } from '@/components/api/store-context'
import { can } from '@/lib/permissions/can'
import styles from './bars.module.css'
import { KeyCap } from './key-cap'
import { chosenMark, positionOf } from './position'
import { useBegun } from './use-begun'
import { useSay } from './use-say'
import { countOf } from './words'
import { show, useBench, useBenchStore } from './workbench-state'

type Props = { readonly onStep: (by: 1 | -1) => void }

/** Saved or not, where you are among what is shown, and the keys that matter now. */
export const BottomBar = ({ onStep }: Props) => {
  const bench = useBenchStore()
  return (
    <footer className={styles.bottom}>
      <Saved />
      <Position onStep={onStep} />
      <NowKeys />
      <span className={styles.spring} />
      <button type="button" className={styles.plain} onClick={() => show(bench, 'keys')} aria-haspopup="dialog">
        Keys <KeyCap>?</KeyCap>
      </button>
    </footer>
  )
}

const Saved = () => {
  const bench = useBenchStore()
  const refused = useTranscript((view) => view.unsent.filter(({ stands }) => stands === 'refused').length)
  const waiting = useTranscript((view) => view.unsent.length) - refused
  const saving = useTranscript((view) => view.saving > 0)
  const signedOut = useTranscript((view) => view.signedOut)
  const full = useTranscript((view) => view.full)
  const begun = useBegun()
  useSayUnsent()
  const { retryAll } = useTranscriptActions()
  const list = () => show(bench, 'unsent')
  const tryAgain = async () => {
    if (!(await retryAll())) list()
  }
  if (signedOut && waiting > 0) {
    return (
      <button type="button" className={styles.unsaved} onClick={list}>
        {countOf(waiting, 'change')} waiting – <u>signed out</u>
      </button>
    )
  }
  if (refused + waiting > 0) {
    return (
      <button type="button" className={styles.unsaved} onClick={() => void tryAgain()}>
        {refused > 0
          ? `${countOf(refused + waiting, 'change')} not saved – `
          : `${countOf(waiting, 'change')} waiting – `}
        <u>{refused > 0 ? 'Try again' : 'Send now'}</u>
      </button>
    )
  }
  if (!saving && begun.length > 0) {
    return (
      <button type="button" className={full ? styles.unsaved : styles.plain} onClick={list}>
        {countOf(begun.length, 'draft')} {full ? 'not kept: no room' : 'not saved'}
      </button>
    )
  }
  return <span className={saving ? undefined : styles.saved}>{saving ? 'Saving…' : 'All changes saved'}</span>
}

/** Says aloud what could not be saved, and why. */
const useSayUnsent = () => {
  const store = useTranscriptStore()
  const say = useSay()
  useEffect(
    () =>
      store.subscribe((now, before) => {
        const fresh = now.unsent.find((write) => !before.unsent.includes(write))
        if (fresh)
          say(`${fresh.what} ${fresh.stands === 'waiting' ? 'is waiting to be sent' : 'is not saved'}. ${fresh.why}`)
      }),
    [store, say],
  )
}

const Position = ({ onStep }: Props) => {
  const chosen = useTranscript((view) => view.chosen)
  const marks = useTranscript((view) => view.marks)
  const shown = useTranscript((view) => view.shown)
  // Counted when one of these changes, not each time the pointer passes over a mark.
  const words = useMemo(() => positionOf({ chosen, marks, shown }), [chosen, marks, shown])
  if (words === '') return null
  return (
    <span className={styles.position}>
      {words}{' '}
      <button
        type="button"
        className={styles.cap}
        onClick={() => onStep(1)}
        aria-label="Next card"
        aria-keyshortcuts="J"
      >
        <KeyCap>J</KeyCap>
      </button>
      <button
        type="button"
        className={styles.cap}
        onClick={() => onStep(-1)}
        aria-label="Card before"
        aria-keyshortcuts="K"
      >
        <KeyCap>K</KeyCap>
      </button>
    </span>
  )
}

/** The two or three keys that do something here and now. */
const NowKeys = () => {
  const selecting = useBench((state) => state.selected !== null)
  const chosen = useTranscript(chosenMark)
  const actor = useTranscript((view) => view.actor)
  const deskId = useTranscript((view) => view.transcript.desk.id)
  const stage = useTranscript(({ transcript }) => transcript.state)
  const subject = { deskId, state: stage, authorId: chosen?.author, byDetector: chosen?.detector !== undefined }
  const keys: (readonly [string, string])[] = selecting
    ? [
        ['Longer', '⇧→'],
        ['Let go', 'Esc'],
      ]
    : chosen
      ? [
          ...(can(actor, 'annotation.edit', subject) ? ([['Edit', 'E']] as const) : []),
          ...(can(actor, 'reply.create', subject) ? ([['Reply', 'M']] as const) : []),
          ...(can(actor, 'annotation.resolve', subject)
            ? ([[chosen.state === 'open' ? 'Resolve' : 'Reopen', 'S']] as const)
            : []),
        ]
      : can(actor, 'annotation.create', { deskId, state: stage })
        ? [['Select a word', 'W']]
        : []
  return (
    <>
      {keys.map(([what, key]) => (
        <span key={what} className={styles.hint}>
          {what} <KeyCap>{key}</KeyCap>
        </span>
      ))}
    </>
  )
}
