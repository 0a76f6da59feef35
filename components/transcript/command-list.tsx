'use client'
import { Modal } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import styles from './floating.module.css'
import { KeyCap } from './key-cap'
import { type ThingToDo, thingsNamed } from './things-to-do'

type Props = {
  /** What there was to do when the list was opened. */
  readonly things: readonly ThingToDo[]
  readonly onClose: () => void
  /** Called with what was picked, once the window has gone. */
  readonly onPick: (thing: ThingToDo) => void
}

/** Everything that can be done now, found by its name: the way to each of it without its key. */
export const CommandList = ({ things, onClose, onPick }: Props) => {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [picked, setPicked] = useState<ThingToDo | null>(null)
  const id = useId()
  const found = thingsNamed(things, typed)
  const pick = (thing: ThingToDo | undefined) => {
    if (thing !== undefined) setPicked(thing)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: found.length - 1 }[event.key]
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') pick(found[at])
    else if (to !== undefined && found.length > 0) {
      const next = (to + found.length) % found.length
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else return
    event.preventDefault()
  }
  return (
    <Modal
      opened={picked === null}
      onClose={onClose}
      onExitTransitionEnd={() => picked !== null && onPick(picked)}
      title="What to do"
      transitionProps={{ duration: 0 }}
    >
      <input
        className={styles.commandField}
        data-autofocus
        role="combobox"
        aria-label="What to do"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a few letters: note, filter, export"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="What can be done now" className={styles.commandRows}>
        {found.map((thing, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus and points here
          <div
            key={thing.name}
            id={`${id}-${row}`}
            role="option"
            aria-selected={row === at}
            className={styles.commandRow}
            onClick={() => pick(thing)}
          >
            <span>
              {thing.name}
              {thing.about && <span className={styles.commandAbout}> {thing.about}</span>}
            </span>
            <span>
              {thing.keys.map((part) => (
                <KeyCap key={part}>{part}</KeyCap>
              ))}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 ? styles.commandNone : 'unseen'}>
        {found.length === 0 ? 'Nothing that can be done now has these letters.' : `${found.length} to choose from`}
      </p>
    </Modal>
  )
}
