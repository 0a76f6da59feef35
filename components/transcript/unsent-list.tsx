'use client'
import { useEffect } from 'react'
import { leaveFocusToText } from '@/components/annotation/focus'
import { useTranscript } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import styles from './floating.module.css'
import { show, useBench, useBenchStore } from './workbench-state'

const takeFocus = (box: HTMLElement | null) => {
  box?.focus()
  return leaveFocusToText(box)
}

/**
 * Every change that did not go through, why, and what can be done with its words. It comes with the page and needs
 * nothing fetched: it is for when the connection is gone.
 */
export const UnsentList = () => {
  const bench = useBenchStore()
  const opened = useBench((state) => state.overlay === 'unsent')
  const unsent = useTranscript((view) => view.unsent)
  const settled = useTranscript((view) => view.unsent.length === 0 && view.saving === 0)
  // Once everything is saved it is closed for good, and does not come back by itself.
  useEffect(() => {
    if (opened && settled) show(bench, null)
  }, [opened, settled, bench])
  if (!opened || unsent.length === 0) return null
  const close = () => show(bench, null)
  return (
    <section ref={takeFocus} tabIndex={-1} className={styles.unsent} aria-label="Not saved yet">
      <div className={styles.unsentHead}>
        <h2>Not saved yet</h2>
        <button type="button" className={styles.small} onClick={close}>
          Close
        </button>
      </div>
      <p>Your words are kept in this browser until they are saved or given up.</p>
      <ul>
        {unsent.map((write) => (
          <li key={write.key}>
            <strong>{write.what}</strong>
            <p>{write.why}</p>
            <button type="button" className={styles.small} data-main onClick={() => void write.retry()}>
              Try again
            </button>
            {write.key !== wordsOf.step && (
              <button
                type="button"
                className={styles.small}
                onClick={() => {
                  close()
                  write.show()
                }}
              >
                Look at it
              </button>
            )}
            <button type="button" className={styles.small} onClick={write.giveUp}>
              Give up
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
