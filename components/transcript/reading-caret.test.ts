import { describe, expect, it } from 'vitest'
import type { Range } from '@/lib/text/range'
import { moved, resized, type Text, wordAt } from './reading-caret'

const textOf =
  (text: string): Text =>
  ({ start, end }) =>
    text.slice(start, end)
const story = 'She asked. “Nine points,” he said, for Ilse Marrant.\nThe road is open.'
const text = textOf(story)
const at = (words: string): Range => ({ start: story.indexOf(words), end: story.indexOf(words) + words.length })
const said = (range: Range | null) => range && story.slice(range.start, range.end)

describe('selecting by keyboard', () => {
  it('finds the first word at offset 0', () => expect(said(wordAt(text, 0))).toBe('She'))
  it('finds the next whole word from within one', () => expect(said(wordAt(text, 1))).toBe('asked'))
  it('leaves quotation marks outside the word', () => expect(said(wordAt(text, at('“').start))).toBe('Nine'))
  it('finds nothing after the last word', () => expect(wordAt(text, story.length)).toBeNull())
  it('finds nothing in an empty text', () => expect(wordAt(textOf(''), 0)).toBeNull())

  it('goes on over marks and spaces', () => expect(said(moved(text, at('points'), 1))).toBe('he'))
  it('goes on into the next paragraph', () => expect(said(moved(text, at('Marrant'), 1))).toBe('The'))
  it('goes back', () => expect(said(moved(text, at('Nine'), -1))).toBe('asked'))
  it('stays on the first word', () => expect(said(moved(text, at('She'), -1))).toBe('She'))
  it('stays on the last word', () => expect(said(moved(text, at('open'), 1))).toBe('open'))

  it('takes the next word in', () => expect(said(resized(text, at('Ilse'), 1, 'word'))).toBe('Ilse Marrant'))
  it('lets the last word go', () => expect(said(resized(text, at('Ilse Marrant'), -1, 'word'))).toBe('Ilse'))
  it('keeps one word at least', () => expect(said(resized(text, at('Ilse'), -1, 'word'))).toBe('Ilse'))
  it('reaches the end of the sentence', () =>
    expect(said(resized(text, at('The'), 1, 'sentence'))).toBe('The road is open.'))
  it('then takes the next sentence in', () =>
    expect(said(resized(text, at('“Nine points,” he said, for Ilse Marrant.'), 1, 'sentence'))).toBe(
      '“Nine points,” he said, for Ilse Marrant.\nThe road is open.',
    ))
  it('lets the last sentence go', () =>
    expect(said(resized(text, { start: 0, end: story.length }, -1, 'sentence'))).toBe(
      'She asked. “Nine points,” he said, for Ilse Marrant.',
    ))
  it('goes back to the first word when there is no sentence to let go', () =>
    expect(said(resized(text, at('The road is open.'), -1, 'sentence'))).toBe('The'))
  it('never cuts a word at the edge of what it reads', () => {
    const long = textOf(`${'word '.repeat(500)}`)
    const found = moved(long, { start: 1000, end: 1004 }, 1)
    expect(found).toEqual({ start: 1005, end: 1009 })
  })
  it('takes an emoji family or an accent whole', () => {
    const names = 'José 👨‍👩‍👧 Zoë'
    expect(moved(textOf(names), { start: 0, end: 4 }, 1)).toEqual({ start: names.length - 3, end: names.length })
  })
})
