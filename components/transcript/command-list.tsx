'use client'
import { Modal } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import styles from './floating.module.css'
import { KeyCap } from './key-cap'
import { type Command, isThere, type Needs, type Situation, shortcuts } from './keys'

type Props = {
  /** What there was to do something with when the list was opened. */
  readonly situation: Situation
  readonly onClose: () => void
  /** Called with what was picked, once the window has gone. */
  readonly onPick: (command: Command) => void
}

/** What is said where a command needs something, so that "Edit it" stands for itself. */
const about: Record<NonNullable<Needs>, string> = {
  selection: 'the selection',
  caret: 'the selection',
  chosen: 'the chosen card',
  card: 'the chosen card',
}

const offered = (situation: Situation) =>
  shortcuts.filter(
    ({ command, needs }, at) =>
      command !== 'commands' &&
      command !== 'close' &&
      isThere(needs, situation) &&
      shortcuts.findIndex((other) => other.command === command && isThere(other.needs, situation)) === at,
  )

/** Everything that can be done now, found by its name: the way to each of it without its key. */
export const CommandList = ({ situation, onClose, onPick }: Props) => {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [picked, setPicked] = useState<Command | null>(null)
  const id = useId()
  const words = typed.toLowerCase().split(/\s+/)
  const found = offered(situation).filter(({ says, needs }) => {
    const all = `${says} ${needs ? about[needs] : ''}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
  const pick = (command: Command | undefined) => {
    if (command === undefined) return
    setPicked(command)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: found.length - 1 }[event.key]
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') pick(found[at]?.command)
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
        placeholder="Type a few letters: note, sentence, filter"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="What can be done now" className={styles.commandRows}>
        {found.map(({ command, says, label, needs }, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus and points here
          <div
            key={command}
            id={`${id}-${row}`}
            role="option"
            aria-selected={row === at}
            className={styles.commandRow}
            onClick={() => pick(command)}
          >
            <span>
              {says}
              {needs && about[needs] && <span className={styles.commandAbout}> {about[needs]}</span>}
            </span>
            <span>
              {label.split(' ').map((part) => (
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
