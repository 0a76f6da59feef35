'use client'
import { useEffect } from 'react'
import { leaveFocusToText } from '@/components/annotation/focus'
import { useTranscript } from '@/components/api/store-context'
import styles from './floating.module.css'
import { KeyCap } from './key-cap'
import { keyLabel } from './keys'
import { useSay } from './use-say'

/** What was just done, with the way back, while the store offers it. */
export const UndoBar = () => {
  const undo = useTranscript((view) => view.undo)
  const say = useSay()
  // The same words twice are two things done.
  useEffect(() => {
    if (undo) say(`${undo.what} Press Z to undo.`)
  }, [undo, say])
  if (!undo) return null
  return (
    <section ref={leaveFocusToText} className={styles.undo} aria-label="What was just done">
      <span>{undo.what}</span>
      <button type="button" className={styles.verb} onClick={() => void undo.run()} aria-keyshortcuts="Z">
        Undo
        <KeyCap>{keyLabel('undo')}</KeyCap>
      </button>
    </section>
  )
}
