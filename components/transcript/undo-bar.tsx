'use client'
import { useEffect, useRef, useState } from 'react'
import { leaveFocusToText } from '@/components/annotation/focus'
import { useTranscript, useTranscriptActions, useTranscriptStore } from '@/components/api/store-context'
import { useSingleKeys } from '@/components/ui/single-keys'
import styles from './floating.module.css'
import { KeyCap } from './key-cap'
import { keyLabel } from './keys'
import { sayUndone, undoLast } from './undo-last'
import { useSay } from './use-say'
import { useBenchStore } from './workbench-state'

/**
 * What was just done, with the way back, for ten seconds and for as long as somebody is at it; the things done before
 * that stand behind it, each with its own way back. Once it is gone, the key still takes them back.
 */
export const UndoBar = () => {
  const undo = useTranscript((view) => view.undo)
  const done = useTranscript((view) => view.done)
  const said = useTranscript((view) => view.told)
  const { holdUndo } = useTranscriptActions()
  const [opened, open] = useState(false)
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const [singleKeys] = useSingleKeys()
  const key = keyLabel('undo', singleKeys)
  const say = useSay()
  const told = useRef(new Set<string>())
  // The same words twice are two things done; what stands here again, since a later thing was taken back, was told before.
  useEffect(() => {
    if (said === null) return open(false)
    if (undo?.what !== said) return say(said)
    const once = `${undo.key} ${said}`
    if (told.current.has(once)) return
    told.current.add(once)
    say(`${said} Press ${key.replace(' ', ' and ')} to undo.`)
  }, [undo, said, key, say])
  if (said === null) return null
  // What is only told has no way back: everything that can be taken back was done before it.
  const isLast = undo?.what === said
  const before = isLast ? done.slice(1) : done
  const takeBack = (run: () => Promise<unknown>) => {
    const running = run()
    sayUndone(store, bench)
    return running
  }
  const hold = () => holdUndo(true)
  const letGo = () => holdUndo(false)
  return (
    <section
      ref={leaveFocusToText}
      className={styles.undo}
      aria-label="What was just done"
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocus={hold}
      onBlur={letGo}
    >
      {opened && before.length > 0 && (
        <ul className={styles.done} aria-label="Done before that">
          {before.map(({ key: name, what, run }) => (
            <li key={name}>
              <span>{what}</span>
              <button
                type="button"
                className={styles.verb}
                onClick={() => void takeBack(run)}
                aria-label={`Undo: ${what}`}
              >
                Undo
              </button>
            </li>
          ))}
        </ul>
      )}
      <span>{said}</span>
      {isLast && (
        <button
          type="button"
          className={styles.verb}
          onClick={() => void undoLast(store, bench)}
          aria-keyshortcuts={singleKeys ? 'Z' : 'Control+Z'}
        >
          Undo
          <KeyCap>{key}</KeyCap>
        </button>
      )}
      {before.length > 0 && (
        <button type="button" className={styles.verb} aria-expanded={opened} onClick={() => open(!opened)}>
          {opened ? 'Less' : `${before.length} more`}
        </button>
      )}
    </section>
  )
}
