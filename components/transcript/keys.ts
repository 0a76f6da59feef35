import { type Kind, kindNames, kinds } from '@/lib/annotation/kinds'
import type { CardCommand } from './card-commands'
import type { CaretMove } from './text-caret'

/** What a key can do in the workbench. A kind's name annotates the selection with that kind. */
export type Command =
  | Kind
  | CaretMove
  | CardCommand
  | 'rewrite'
  | 'turn'
  | 'next'
  | 'previous'
  | 'bar'
  | 'pick'
  | 'accept-all'
  | 'newer-version'
  | 'undo'
  | 'filter'
  | 'region-on'
  | 'region-back'
  | 'commands'
  | 'help'
  | 'close'

/**
 * What must be there for a key to mean anything; without it the key does nothing and stays the browser's. `caret` is a
 * selection made by these keys: one that was drawn goes on to be moved by the browser's own. `card`: the focus is on one.
 */
export type Needs = 'selection' | 'caret' | 'chosen' | 'card' | null

export type Shortcut = {
  readonly command: Command
  /** Values of KeyboardEvent.key, in lower case; any of them will do. */
  readonly keys: readonly string[]
  /** Whether Shift must be down. Where left out it must not be, except for signs that need it to be typed. */
  readonly shift?: true
  /** Whether Ctrl or Cmd must be down. Where left out neither may be. */
  readonly ctrl?: true
  /** Whether it goes on while the key is held. */
  readonly repeats?: true
  readonly needs: Needs
  /** How the key is written on screen, its parts apart. */
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

/** A key that moves what is selected by keyboard. */
const caret = (
  command: CaretMove,
  key: string,
  label: string,
  says: string,
  held: { readonly shift?: true; readonly ctrl?: true } = {},
): Shortcut => ({ command, keys: [key], needs: 'caret', repeats: true, label, says, ...held })

const card = (command: CardCommand, key: string, label: string, says: string): Shortcut => ({
  command,
  keys: [key],
  needs: 'chosen',
  label,
  says,
})

const ofText = (command: 'rewrite' | 'turn', key: string, needs: Needs, says: string): Shortcut => ({
  command,
  keys: [key],
  needs,
  label: key.toUpperCase(),
  says,
})

/**
 * Every key of the workbench, in the order in which the list on `?` shows them. Where a key stands twice, the first whose
 * needs are met counts.
 */
export const groups: readonly Group[] = [
  {
    title: 'With text selected',
    shortcuts: [
      ...kindNames.map((kind) => ({
        command: kind,
        keys: [kinds[kind].key],
        needs: 'selection' as const,
        label: kinds[kind].key.toUpperCase(),
        says: verbs[kind],
      })),
      ofText('rewrite', 'e', 'selection', 'Edit its paragraph in the text: what you change is proposed'),
      ofText('turn', 't', 'selection', 'Correct its turn: speaker, times, split before it, join'),
      { command: 'bar', keys: ['enter'], needs: 'selection', label: 'Enter', says: 'Go to the bar that offers these' },
    ],
  },
  {
    title: 'Selecting by keyboard',
    shortcuts: [
      {
        command: 'word',
        keys: ['w'],
        needs: null,
        label: 'W',
        says: 'Select a word on screen or of the chosen mark; again: its sentence, its turn',
      },
      caret('word-on', 'arrowright', '→', 'The next word'),
      caret('word-back', 'arrowleft', '←', 'The word before'),
      caret('sentence-on', 'arrowdown', '↓', 'The next sentence'),
      caret('sentence-back', 'arrowup', '↑', 'The sentence before'),
      caret('turn-on', 'arrowdown', 'Ctrl ↓', 'The next turn or paragraph', { ctrl: true }),
      caret('turn-back', 'arrowup', 'Ctrl ↑', 'The turn or paragraph before', { ctrl: true }),
      caret('longer', 'arrowright', '⇧ →', 'A word on at the end that moves', { shift: true }),
      caret('shorter', 'arrowleft', '⇧ ←', 'A word back', { shift: true }),
      caret('sentence-more', 'arrowdown', '⇧ ↓', 'A sentence on', { shift: true }),
      caret('sentence-less', 'arrowup', '⇧ ↑', 'A sentence back', { shift: true }),
      { command: 'other-end', keys: ['o'], needs: 'selection', label: 'O', says: 'Let the other end move' },
    ],
  },
  {
    title: 'Cards',
    shortcuts: [
      { command: 'next', keys: ['arrowdown'], needs: 'card', repeats: true, label: '↓', says: 'Next, on a card' },
      { command: 'previous', keys: ['arrowup'], needs: 'card', repeats: true, label: '↑', says: 'Before, on a card' },
      { command: 'next', keys: ['j'], needs: null, repeats: true, label: 'J', says: 'Next card' },
      { command: 'previous', keys: ['k'], needs: null, repeats: true, label: 'K', says: 'Card before' },
      card('open', 'enter', 'Enter', 'Go to the chosen card, then into it'),
      card('edit', 'e', 'E', 'Edit it'),
      card('reply', 'm', 'M', 'Reply to it'),
      card('evidence', 'v', 'V', 'Add evidence to a source check'),
      card('resolve', 's', 'S', 'Resolve or reopen it'),
      card('dismiss', 'x', 'X', 'Dismiss a flag, or reject a correction'),
      card('accept', 'a', 'A', 'Accept a correction, or what a flag suggests here'),
      { ...card('accept-everywhere', 'a', '⇧ A', 'Accept what a flag suggests in all its places'), shift: true },
      { ...card('remove', 'delete', 'Del', 'Delete it'), keys: ['delete', 'backspace'] },
      { command: 'pick', keys: ['p'], needs: 'chosen', label: 'P', says: 'Pick it, to change several at once' },
      card('link', 'l', 'L', 'Copy the link to it'),
    ],
  },
  {
    title: 'Everywhere',
    shortcuts: [
      {
        command: 'commands',
        keys: ['k'],
        ctrl: true,
        needs: null,
        label: 'Ctrl K',
        says: 'Find anything to do by name',
      },
      {
        command: 'region-on',
        keys: ['f6'],
        needs: null,
        label: 'F6',
        says: 'On to the cards, filters, panels and bars',
      },
      { command: 'region-back', keys: ['f6'], shift: true, needs: null, label: '⇧ F6', says: 'Back through them' },
      ofText('rewrite', 'e', null, 'Edit the first paragraph on screen, in the text'),
      ofText('turn', 't', null, 'Correct the first turn on screen: its speaker, its times'),
      { command: 'filter', keys: ['/'], needs: null, label: '/', says: 'Filter the annotations by words' },
      { command: 'undo', keys: ['z'], needs: null, label: 'Z', says: 'Undo, up to the last ten things done' },
      { command: 'undo', keys: ['z'], ctrl: true, needs: null, label: 'Ctrl Z', says: 'The same' },
      { command: 'close', keys: ['escape'], needs: null, label: 'Esc', says: 'One step out: close, then let go' },
      { command: 'help', keys: ['?'], needs: null, label: '?', says: 'Show these keys' },
    ],
  },
]

export const shortcuts = groups.flatMap((group) => group.shortcuts)

/** Whether a key is a single character, which a person can switch off. */
export const isSingle = ({ keys, ctrl }: Pick<Shortcut, 'keys' | 'ctrl'>): boolean =>
  !ctrl && keys.every((key) => key.length === 1)

/** How the key of a command is written on screen, its first where it has several; with single keys off, the first that is none. */
export const keyLabel = (command: Command, singleKeys = true): string =>
  shortcuts.find((one) => one.command === command && one.needs !== 'card' && (singleKeys || !isSingle(one)))?.label ??
  ''

/** One press, as the browser tells it. */
export type Press = {
  readonly key: string
  readonly shift: boolean
  /** Ctrl or Cmd. */
  readonly ctrl: boolean
  readonly alt: boolean
  /** Whether the key has been held since the press before. */
  readonly repeat: boolean
  /** Where the focus is: over the page in a window or menu, in a place for typing, on a button or link that has keys of its own, or anywhere else. */
  readonly focus: 'window' | 'field' | 'control' | 'page'
}

export type Situation = {
  readonly [need in NonNullable<Needs>]: boolean
} & {
  /** Whether single characters do something; a person can switch them off. */
  readonly singleKeys: boolean
}

/** Keys that a button, link or menu answers to itself. */
const ofControls = ['enter', 'arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'delete', 'backspace']

/** Whether what a command needs is there. */
export const isThere = (needs: Needs, now: Situation): boolean => needs === null || now[needs]

/** What a press means now, or null where it is not ours: in a field, with another modifier, or with nothing to do it to. */
export const commandFor = (press: Press, now: Situation): Command | null => {
  const key = press.key.toLowerCase()
  if (press.alt || press.focus === 'window' || (press.focus === 'field' && key !== 'f6')) return null
  if (press.focus === 'control' && ofControls.includes(key)) return null
  const character = key.length === 1
  if (character && !press.ctrl && !now.singleKeys) return null
  const sign = character && key === key.toUpperCase()
  const found = shortcuts.find(
    (shortcut) =>
      shortcut.keys.includes(key) &&
      (shortcut.ctrl ?? false) === press.ctrl &&
      (sign || (shortcut.shift ?? false) === press.shift) &&
      isThere(shortcut.needs, now),
  )
  return found === undefined || (press.repeat && !found.repeats) ? null : found.command
}
