'use client'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useTranscript, useTranscriptActions, useTranscriptStore } from '@/components/api/store-context'
import { useSingleKeys } from '@/components/ui/single-keys'
import { can } from '@/lib/permissions/can'
import styles from './bars.module.css'
import { KeyCap } from './key-cap'
import { type Command, keyLabel } from './keys'
import { chosenMark, positionOf } from './position'
import { useBegun } from './use-begun'
import { useSay } from './use-say'
import { countOf } from './words'
import { show, useBench, useBenchStore } from './workbench-state'

type Props = { readonly onCommand: (command: Command) => boolean }

/** Saved or not, where you are among what is shown, and the keys that matter now. */
export const BottomBar = ({ onCommand }: Props) => {
  const bench = useBenchStore()
  return (
    <footer className={styles.bottom} data-region="bottom">
      <Saved />
      <Position onCommand={onCommand} />
      <NowKeys onCommand={onCommand} />
      <span className={styles.spring} />
      <button
        type="button"
        className={`${styles.plain} ${styles.keys}`}
        onClick={() => show(bench, 'keys')}
        aria-haspopup="dialog"
      >
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
  const sendNow = async () => {
    if (!(await retryAll(true))) list()
  }
  const drafts = begun.length > 0 ? `, ${countOf(begun.length, 'draft')}` : ''
  if (signedOut && waiting > 0) {
    return (
      <button type="button" className={styles.unsaved} onClick={list}>
        {countOf(waiting + refused, 'change')} waiting{drafts} – <u>signed out</u>
      </button>
    )
  }
  if (refused + waiting > 0) {
    return (
      <button type="button" className={styles.unsaved} onClick={() => (refused > 0 ? list() : void sendNow())}>
        {refused > 0
          ? `${countOf(refused + waiting, 'change')} not saved${drafts} – `
          : `${countOf(waiting, 'change')} waiting${drafts} – `}
        <u>{refused > 0 ? 'Show' : 'Send now'}</u>
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

const Position = ({ onCommand }: Props) => {
  const [singleKeys] = useSingleKeys()
  const chosen = useTranscript((view) => view.chosen)
  const marks = useTranscript((view) => view.marks)
  const shown = useTranscript((view) => view.shown)
  // Counted when one of these changes, not each time the pointer passes over a mark.
  const words = useMemo(() => positionOf({ chosen, marks, shown }), [chosen, marks, shown])
  if (words === '') return null
  return (
    <span className={styles.position}>
      <span className={styles.where}>{words}</span>
      <button
        type="button"
        className={styles.cap}
        onClick={() => onCommand('next')}
        aria-label="Next card"
        aria-keyshortcuts={singleKeys ? 'J' : undefined}
      >
        <IconChevronDown size={14} aria-hidden />
        <KeyCap>J</KeyCap>
      </button>
      <button
        type="button"
        className={styles.cap}
        onClick={() => onCommand('previous')}
        aria-label="Card before"
        aria-keyshortcuts={singleKeys ? 'K' : undefined}
      >
        <IconChevronUp size={14} aria-hidden />
        <KeyCap>K</KeyCap>
      </button>
    </span>
  )
}

/** The two or three things that matter here and now, with their keys. */
const NowKeys = ({ onCommand }: Props) => {
  const [singleKeys] = useSingleKeys()
  const selecting = useBench((state) => state.selected !== null)
  const caret = useBench((state) => state.caret !== null)
  const chosen = useTranscript(chosenMark)
  const actor = useTranscript((view) => view.actor)
  const deskId = useTranscript((view) => view.transcript.desk.id)
  const stage = useTranscript(({ transcript }) => transcript.state)
  const subject = { deskId, state: stage, authorId: chosen?.author, byDetector: chosen?.detector !== undefined }
  const keys: (readonly [string, Command])[] = selecting
    ? [['Wider', 'word'], ...(caret ? ([['Next sentence', 'sentence-on']] as const) : []), ['Let go', 'close']]
    : chosen
      ? [
          ...(can(actor, 'annotation.edit', subject) ? ([['Edit', 'edit']] as const) : []),
          ...(can(actor, 'reply.create', subject) ? ([['Reply', 'reply']] as const) : []),
          ...(can(actor, 'annotation.resolve', subject)
            ? ([[chosen.state === 'open' ? 'Resolve' : 'Reopen', 'resolve']] as const)
            : []),
        ]
      : can(actor, 'annotation.create', { deskId, state: stage })
        ? [['Select a word', 'word']]
        : []
  return (
    <>
      {keys.map(([what, command]) => (
        <button
          key={what}
          type="button"
          className={`${styles.plain} ${styles.hint}`}
          // A press on it would take the selection away before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onCommand(command)}
        >
          {what} <KeyCap>{keyLabel(command, singleKeys) || keyLabel(command)}</KeyCap>
        </button>
      ))}
    </>
  )
}
