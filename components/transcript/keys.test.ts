import { describe, expect, it } from 'vitest'
import { kindNames, kinds } from '@/lib/annotation/kinds'
import { type Command, commandFor, type Press, type Situation, shortcuts } from './keys'

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  shift: false,
  ctrl: false,
  alt: false,
  repeat: false,
  focus: 'page',
  ...rest,
})
const nothing: Situation = {
  selection: false,
  caret: false,
  chosen: false,
  card: false,
  singleKeys: true,
}
const all: Situation = { ...nothing, selection: true, caret: true, chosen: true }
/** A selection drawn with the mouse, or with the browser's own keys. */
const drawn: Situation = { ...nothing, selection: true }
const onCard: Situation = { ...nothing, chosen: true, card: true }

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
  ['Enter opens the chosen card', press('Enter'), { ...nothing, chosen: true }, 'open'],
  ['Enter goes to the bar first while words are selected', press('Enter'), all, 'bar'],
  ['Enter does nothing where no card is chosen', press('Enter'), nothing, null],
  ['J works with nothing chosen', press('j'), nothing, 'next'],
  ['? is found though it is typed with Shift', press('?', { shift: true }), nothing, 'help'],
  ['/ is found on keyboards where it needs Shift', press('/', { shift: true }), nothing, 'filter'],
  ['Esc always closes', press('Escape'), nothing, 'close'],
  ['Esc in a field is the form’s', press('Escape', { focus: 'field' }), all, null],
  ['Z undoes', press('z'), all, 'undo'],
  ['Z is heard with nothing to undo too, and says so', press('z'), nothing, 'undo'],
  ['Ctrl+Z undoes', press('z', { ctrl: true }), all, 'undo'],
  ['Ctrl+Z in a field is the field’s', press('z', { ctrl: true, focus: 'field' }), all, null],
  ['Ctrl+Shift+Z is not undo', press('Z', { ctrl: true, shift: true }), all, null],
  ['→ moves a selection', press('ArrowRight'), all, 'word-on'],
  ['↓ moves it by a sentence', press('ArrowDown'), all, 'sentence-on'],
  ['Ctrl+↓ moves it by a turn', press('ArrowDown', { ctrl: true }), all, 'turn-on'],
  ['→ leaves a selection that was drawn to the browser', press('ArrowRight'), drawn, null],
  ['Shift+→ leaves it to the browser too', press('ArrowRight', { shift: true }), drawn, null],
  ['W widens a selection that was drawn', press('w'), drawn, 'word'],
  ['→ without a selection scrolls as ever', press('ArrowRight'), nothing, null],
  ['Shift+→ extends it', press('ArrowRight', { shift: true }), all, 'longer'],
  ['↓ without a selection scrolls as ever', press('ArrowDown'), nothing, null],
  ['↓ on a card goes to the next', press('ArrowDown'), onCard, 'next'],
  ['Ctrl+K finds what can be done', press('k', { ctrl: true }), nothing, 'commands'],
  ['Ctrl+K finds it with letters off too', press('k', { ctrl: true }), { ...nothing, singleKeys: false }, 'commands'],
  ['Ctrl+K in a field is the field’s', press('k', { ctrl: true, focus: 'field' }), nothing, null],
  ['F6 goes on', press('F6'), nothing, 'region-on'],
  ['Shift+F6 goes back', press('F6', { shift: true }), nothing, 'region-back'],
  ['F6 leaves a field', press('F6', { focus: 'field' }), nothing, 'region-on'],
  ['F6 stays within a window', press('F6', { focus: 'window' }), nothing, null],
  ['letters are silent in a window', press('j', { focus: 'window' }), nothing, null],
  ['J goes on while it is held', press('j', { repeat: true }), nothing, 'next'],
  ['S is done once, however long it is held', press('s', { repeat: true }), onCard, null],
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
  it('gives no key two meanings where the same is there', () => {
    const used = shortcuts.flatMap(({ keys, shift, ctrl, needs }) =>
      keys.map((key) => `${ctrl ? 'ctrl+' : ''}${shift ? 'shift+' : ''}${key} ${needs}`),
    )
    expect(new Set(used).size).toBe(used.length)
  })
  it('has one key for each kind, the one its table names', () => {
    for (const kind of kindNames) expect(commandFor(press(kinds[kind].key), all)).toBe(kind)
  })
})
