import { describe, expect, it } from 'vitest'
import { kindNames, kinds } from '@/lib/annotation/kinds'
import { type Command, commandFor, groups, type Press, type Situation } from './keys'

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  shift: false,
  ctrl: false,
  alt: false,
  focus: 'page',
  ...rest,
})
const all: Situation = { selection: true, chosen: true, undo: true, singleKeys: true }
const nothing: Situation = { selection: false, chosen: false, undo: false, singleKeys: true }

const cases: readonly [string, Press, Situation, Command | null][] = [
  ['H highlights a selection', press('h'), all, 'highlight'],
  ['H with caps lock on highlights too', press('H'), all, 'highlight'],
  ['H does nothing without a selection', press('h'), nothing, null],
  ['Shift+H is kept free', press('H', { shift: true }), all, null],
  ['R corrects', press('r'), all, 'correction'],
  ['Ctrl+R stays the browser’s', press('r', { ctrl: true }), all, null],
  ['Ctrl+C stays the browser’s', press('c', { ctrl: true }), all, null],
  ['Alt+F stays the browser’s', press('f', { alt: true }), all, null],
  ['letters are silent in a field', press('n', { focus: 'field' }), all, null],
  ['letters work with the focus on a card’s button', press('j', { focus: 'control' }), all, 'next'],
  ['Enter stays with a focused button', press('Enter', { focus: 'control' }), all, null],
  ['Enter opens the chosen card', press('Enter'), all, 'open'],
  ['Enter does nothing where no card is chosen', press('Enter'), nothing, null],
  ['J works with nothing chosen', press('j'), nothing, 'next'],
  ['? is found though it is typed with Shift', press('?', { shift: true }), nothing, 'help'],
  ['/ is found on keyboards where it needs Shift', press('/', { shift: true }), nothing, 'filter'],
  ['Esc always closes', press('Escape'), nothing, 'close'],
  ['Esc in a field is the form’s', press('Escape', { focus: 'field' }), all, null],
  ['Z undoes while there is something to undo', press('z'), all, 'undo'],
  ['Z does nothing otherwise', press('z'), nothing, null],
  ['Ctrl+Z undoes', press('z', { ctrl: true }), all, 'undo'],
  ['Ctrl+Z in a field is the field’s', press('z', { ctrl: true, focus: 'field' }), all, null],
  ['Ctrl+Shift+Z is not undo', press('Z', { ctrl: true, shift: true }), all, null],
  ['→ moves a selection', press('ArrowRight'), all, 'word-on'],
  ['→ without a selection scrolls as ever', press('ArrowRight'), nothing, null],
  ['Shift+→ extends it', press('ArrowRight', { shift: true }), all, 'longer'],
  ['↓ without Shift scrolls as ever', press('ArrowDown'), all, null],
  ['Backspace deletes the chosen one', press('Backspace'), all, 'remove'],
  ['Backspace on a button does not', press('Backspace', { focus: 'control' }), all, null],
  ['letters can be switched off', press('h'), { ...all, singleKeys: false }, null],
  ['? is a single key too', press('?', { shift: true }), { ...all, singleKeys: false }, null],
  ['Esc still closes with letters off', press('Escape'), { ...all, singleKeys: false }, 'close'],
  ['Ctrl+Z still undoes with letters off', press('z', { ctrl: true }), { ...all, singleKeys: false }, 'undo'],
  ['an unknown key is nobody’s', press('q'), all, null],
  ['Tab moves the focus', press('Tab'), all, null],
]

describe('a press of a key', () => {
  it.each(cases)('%s', (_, given, now, wanted) => {
    expect(commandFor(given, now)).toBe(wanted)
  })
})

describe('the table of keys', () => {
  const shortcuts = groups.flatMap((group) => group.shortcuts)
  it('gives no key two meanings at once', () => {
    const used = shortcuts.flatMap(({ keys, shift }) => keys.map((key) => `${shift ? 'shift+' : ''}${key}`))
    expect(new Set(used).size).toBe(used.length)
  })
  it('has one key for each kind, the one its table names', () => {
    for (const kind of kindNames) expect(commandFor(press(kinds[kind].key), all)).toBe(kind)
  })
})
