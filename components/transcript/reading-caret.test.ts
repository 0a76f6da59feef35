import { describe, expect, it } from 'vitest'
import type { Range } from '@/lib/text/range'
import { type Caret, moved, type Prose, resized, type Unit, widened, wordAt } from './reading-caret'

/** A text as the page holds it: a paragraph a line, with a label up to the colon where there is one. */
const proseOf = (text: string): Prose => {
  const lines: Range[] = []
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) lines.push({ start: index, end: index + line.length })
  const at = (place: number) =>
    Math.max(
      0,
      lines.findLastIndex(({ start }) => start <= place),
    )
  const paragraph = (number: number) => lines[number] ?? { start: 0, end: 0 }
  const spoken = (number: number) => {
    const { start, end } = paragraph(number)
    return { start: start + (/^[A-Z]+: /.exec(text.slice(start, end))?.[0].length ?? 0), end }
  }
  return {
    paragraphs: lines.length,
    at,
    paragraph,
    spoken,
    turn: (place) => spoken(at(place)),
    words: ({ start, end }) => text.slice(start, end),
  }
}
const story = 'She asked. “Nine points,” he said, for Dr. Ilse Marrant.\n\nThe road is open.\nFENN: Was it? It was.'
const prose = proseOf(story)
const at = (words: string): Range => ({ start: story.indexOf(words), end: story.indexOf(words) + words.length })
const said = (range: Range | null) => range && story.slice(range.start, range.end)

describe('beginning', () => {
  it('finds the first word at offset 0', () => expect(said(wordAt(prose, 0))).toBe('She'))
  it('finds the next whole word from within one', () => expect(said(wordAt(prose, 1))).toBe('asked'))
  it('leaves quotation marks outside the word', () => expect(said(wordAt(prose, at('“').start))).toBe('Nine'))
  it('finds nothing after the last word', () => expect(wordAt(prose, story.length)).toBeNull())
  it('finds nothing in an empty text', () => expect(wordAt(proseOf(''), 0)).toBeNull())
})

const moves: readonly [string, string, 1 | -1, Unit, string][] = [
  ['goes on over marks and spaces', 'points', 1, 'word', 'he'],
  ['goes on into the next paragraph', 'Marrant', 1, 'word', 'The'],
  ['reaches a speaker’s label, which may be misspelt', 'open', 1, 'word', 'FENN'],
  ['goes back', 'Nine', -1, 'word', 'asked'],
  ['stays on the first word', 'She', -1, 'word', 'She'],
  ['goes to the sentence after a word', 'She', 1, 'sentence', '“Nine points,” he said, for Dr. Ilse Marrant.'],
  ['goes to the next sentence over a paragraph', 'Marrant.', 1, 'sentence', 'The road is open.'],
  ['leaves the label out of a sentence', 'The road is open.', 1, 'sentence', 'Was it?'],
  ['goes a sentence back', 'Was it?', -1, 'sentence', 'The road is open.'],
  ['stays on the last sentence', 'It was.', 1, 'sentence', 'It was.'],
  ['goes to the next turn', 'The road is open.', 1, 'turn', 'Was it? It was.'],
  ['goes a turn back', 'Was it?', -1, 'turn', 'The road is open.'],
]
describe('moving on', () => {
  it.each(moves)('%s', (_, from, by, unit, to) => expect(said(moved(prose, at(from), by, unit))).toBe(to))
})

const widenings: readonly [string, string, string][] = [
  ['a word to its sentence', 'road', 'The road is open.'],
  ['words of two sentences to both', 'asked. “Nine', story.slice(0, story.indexOf('\n'))],
  ['a sentence to its turn', 'Was it?', 'Was it? It was.'],
  ['a turn back to its first word', 'Was it? It was.', 'Was'],
  ['words over two paragraphs to both sentences', 'open.\nFENN: Was', 'The road is open.\nFENN: Was it?'],
]
describe('widening', () => {
  it.each(widenings)('%s', (_, from, to) => expect(said(widened(prose, at(from)))).toBe(to))
})

const ahead = (words: string): Caret => ({ ...at(words), backwards: false })
const back = (words: string): Caret => ({ ...at(words), backwards: true })
const sizes: readonly [string, Caret, 1 | -1, 'word' | 'sentence', Caret][] = [
  ['takes the next word in', ahead('Ilse'), 1, 'word', ahead('Ilse Marrant')],
  ['lets the last word go', ahead('Ilse Marrant'), -1, 'word', ahead('Ilse')],
  ['turns round at one word', ahead('Ilse'), -1, 'word', back('Dr. Ilse')],
  ['lets the first word go', back('Dr. Ilse'), 1, 'word', back('Ilse')],
  ['turns round again', back('Ilse'), 1, 'word', ahead('Ilse Marrant')],
  ['stops at the end of a turn', ahead('is open'), 1, 'word', ahead('is open.')],
  ['goes on past the label', ahead('is open.'), 1, 'word', ahead('is open.\nFENN: Was')],
  ['lets a turn go with its label', ahead('open.\nFENN: Was'), -1, 'word', ahead('open')],
  ['goes back past the label', back('Was'), -1, 'word', back('open.\nFENN: Was')],
  ['goes on from a label that is selected', ahead('FENN'), 1, 'word', ahead('FENN: Was')],
  ['stays where the text begins', back('She'), -1, 'word', back('She')],
  ['stays where the text ends', ahead('It was.'), 1, 'word', ahead('It was.')],
  ['reaches the end of the sentence', ahead('The'), 1, 'sentence', ahead('The road is open.')],
  ['takes the next sentence in', ahead('The road is open.'), 1, 'sentence', ahead('The road is open.\nFENN: Was it?')],
  ['lets the last sentence go', ahead('Was it? It was.'), -1, 'sentence', ahead('Was it?')],
  ['goes back to the first word of a sentence', ahead('The road is open.'), -1, 'sentence', ahead('The')],
  ['then reaches the start of the sentence', ahead('road'), -1, 'sentence', back('The road')],
  ['goes on to its last word from behind', back('The road is'), 1, 'sentence', back('is')],
]
describe('making it longer and shorter', () => {
  it.each(sizes)('%s', (_, from, by, unit, to) => expect(resized(prose, from, by, unit)).toEqual(to))
})

it('takes a time, a span or a word with a hyphen whole', () => {
  const text = 'At 21:40, 5–6 well-known boats'
  const found: (string | null)[] = []
  for (let place = 0; place < text.length; ) {
    const word = wordAt(proseOf(text), place)
    if (word === null) break
    found.push(text.slice(word.start, word.end))
    place = word.end
  }
  expect(found).toEqual(['At', '21:40', '5–6', 'well-known', 'boats'])
})

it('takes an emoji family or an accent whole', () => {
  const names = 'José 👨‍👩‍👧 Zoë'
  expect(moved(proseOf(names), { start: 0, end: 4 }, 1, 'word')).toEqual({ start: names.length - 3, end: names.length })
})
