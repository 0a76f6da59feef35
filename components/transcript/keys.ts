import { type Kind, kindNames, kinds } from '@/lib/annotation/kinds'

/** What a key can do in the workbench. A kind's name annotates the selection with that kind. */
export type Command =
  | Kind
  | 'next'
  | 'previous'
  | 'open'
  | 'edit'
  | 'reply'
  | 'evidence'
  | 'resolve'
  | 'dismiss'
  | 'remove'
  | 'link'
  | 'pick'
  | 'undo'
  | 'filter'
  | 'help'
  | 'close'
  | 'word'
  | 'word-on'
  | 'word-back'
  | 'longer'
  | 'shorter'
  | 'sentence-more'
  | 'sentence-less'

/** What must be there for a key to mean anything; without it the key does nothing and stays the browser's. */
type Needs = 'selection' | 'chosen' | 'undo' | null

export type Shortcut = {
  readonly command: Command
  /** Values of KeyboardEvent.key, in lower case; any of them will do. */
  readonly keys: readonly string[]
  /** Whether Shift must be down. Where left out it must not be, except for signs that need it to be typed. */
  readonly shift?: true
  readonly needs: Needs
  /** How the key is written on screen. */
  readonly label: string
  readonly says: string
}

export type Group = { readonly title: string; readonly shortcuts: readonly Shortcut[] }

const verbs: Record<Kind, string> = {
  highlight: 'Highlight it',
  note: 'Write a note on it',
  check: 'Check its claim against sources',
  flag: 'Flag an inconsistency',
  correction: 'Propose a correction',
}

/** Every key of the workbench, in the order in which the list on `?` shows them. */
export const groups: readonly Group[] = [
  {
    title: 'With text selected',
    shortcuts: kindNames.map((kind) => ({
      command: kind,
      keys: [kinds[kind].key],
      needs: 'selection' as const,
      label: kinds[kind].key.toUpperCase(),
      says: verbs[kind],
    })),
  },
  {
    title: 'Selecting by keyboard',
    shortcuts: [
      {
        command: 'word',
        keys: ['w'],
        needs: null,
        label: 'W',
        says: 'Select the first word on screen, or the first of the chosen mark',
      },
      { command: 'word-on', keys: ['arrowright'], needs: 'selection', label: '→', says: 'Go to the next word' },
      { command: 'word-back', keys: ['arrowleft'], needs: 'selection', label: '←', says: 'Go to the word before' },
      {
        command: 'longer',
        keys: ['arrowright'],
        shift: true,
        needs: 'selection',
        label: '⇧ →',
        says: 'One word longer',
      },
      {
        command: 'shorter',
        keys: ['arrowleft'],
        shift: true,
        needs: 'selection',
        label: '⇧ ←',
        says: 'One word shorter',
      },
      {
        command: 'sentence-more',
        keys: ['arrowdown'],
        shift: true,
        needs: 'selection',
        label: '⇧ ↓',
        says: 'On to the end of the sentence',
      },
      {
        command: 'sentence-less',
        keys: ['arrowup'],
        shift: true,
        needs: 'selection',
        label: '⇧ ↑',
        says: 'Back to the sentence before',
      },
    ],
  },
  {
    title: 'Cards',
    shortcuts: [
      { command: 'next', keys: ['j'], needs: null, label: 'J', says: 'Next card' },
      { command: 'previous', keys: ['k'], needs: null, label: 'K', says: 'Card before' },
      { command: 'open', keys: ['enter'], needs: 'chosen', label: 'Enter', says: 'Go into the chosen card' },
      { command: 'edit', keys: ['e'], needs: 'chosen', label: 'E', says: 'Edit it' },
      { command: 'reply', keys: ['m'], needs: 'chosen', label: 'M', says: 'Reply to it' },
      { command: 'evidence', keys: ['v'], needs: 'chosen', label: 'V', says: 'Add evidence to a source check' },
      { command: 'resolve', keys: ['s'], needs: 'chosen', label: 'S', says: 'Resolve or reopen it' },
      { command: 'dismiss', keys: ['x'], needs: 'chosen', label: 'X', says: 'Dismiss a flag' },
      { command: 'remove', keys: ['delete', 'backspace'], needs: 'chosen', label: 'Del', says: 'Delete it' },
      { command: 'pick', keys: ['p'], needs: 'chosen', label: 'P', says: 'Pick it, to change several at once' },
      { command: 'link', keys: ['l'], needs: 'chosen', label: 'L', says: 'Copy the link to it' },
    ],
  },
  {
    title: 'Everywhere',
    shortcuts: [
      { command: 'filter', keys: ['/'], needs: null, label: '/', says: 'Filter the annotations' },
      { command: 'undo', keys: ['z'], needs: 'undo', label: 'Z', says: 'Undo, for ten seconds' },
      { command: 'close', keys: ['escape'], needs: null, label: 'Esc', says: 'Close what is open, then let go' },
      { command: 'help', keys: ['?'], needs: null, label: '?', says: 'Show these keys' },
    ],
  },
]

const shortcuts = groups.flatMap((group) => group.shortcuts)

/** How the key of a command is written on screen. */
export const keyLabel = (command: Command): string =>
  shortcuts.find((shortcut) => shortcut.command === command)?.label ?? ''

/** One press, as the browser tells it. */
export type Press = {
  readonly key: string
  readonly shift: boolean
  /** Ctrl or Cmd. */
  readonly ctrl: boolean
  readonly alt: boolean
  /** Where the focus is: a place for typing, a button or link that has keys of its own, or anything else. */
  readonly focus: 'field' | 'control' | 'page'
}

export type Situation = {
  readonly selection: boolean
  readonly chosen: boolean
  readonly undo: boolean
  /** Whether single characters do something; a person can switch them off. */
  readonly singleKeys: boolean
}

/** Keys that a button, link or menu answers to itself. */
const ofControls = ['enter', 'arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'delete', 'backspace']

/** What a press means now, or null where it is not ours: in a field, with another modifier, or with nothing to do it to. */
export const commandFor = (press: Press, now: Situation): Command | null => {
  const key = press.key.toLowerCase()
  if (press.alt || press.focus === 'field') return null
  if (press.ctrl) return key === 'z' && !press.shift && now.undo ? 'undo' : null
  if (press.focus === 'control' && ofControls.includes(key)) return null
  const character = key.length === 1
  if (character && !now.singleKeys) return null
  const letter = key !== key.toUpperCase()
  const there = (needs: Needs) => needs === null || now[needs]
  const found = shortcuts.find(
    (shortcut) =>
      shortcut.keys.includes(key) &&
      (character && !letter ? true : (shortcut.shift ?? false) === press.shift) &&
      there(shortcut.needs),
  )
  return found?.command ?? null
}
