import fc from 'fast-check'
import type { Edit, Edits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { tidyEdits } from '@/lib/text/tighten'
import type { Wording } from '@/lib/transcript/correction'
import { findTurns } from '@/lib/transcript/turns'

/** How often a law is tried: a short form with every test, `npm run test:long` the long one. */
export const runs = { numRuns: Number(process.env.PROPERTY_RUNS || 300) }

const bits = [
  ...['a', 'b', 'the ', 'deal ', ' ', '. ', '\n', '\r\n', '\r', '\n\n', 'Ida: ', '[00:12] Ole: ', '\n\nIda: '],
  ...['😀', '🇳🇴', '🇳', '👩‍👩‍👧', '👍🏽', '\u200d', 'e\u0301', '\u0301', 'שלום ', 'مرحبا ', '\u202e', 'क्षि', '我们'],
] as const

const written = (maxLength: number) =>
  fc.array(fc.constantFrom(...bits), { maxLength, size: 'max' }).map((parts) => parts.join('').toWellFormed())

/** A text with what can go wrong in it: clusters, line breaks of both sorts, labels, right to left. May be empty. */
export const texts = written(50)

/** What a person would have put in place of something: where from and how far, as shares of the text, and the words. */
export type Wish = { readonly at: number; readonly length: number; readonly text: string; readonly how: string }
export const wishes = fc.array(
  fc.record({
    at: fc.noBias(fc.nat(2 ** 30)),
    length: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.nat(4) }, fc.nat(60)),
    text: fc.oneof(fc.constant(''), written(4)),
    how: fc.constantFrom(
      'there',
      'there',
      'there',
      'there',
      'behind the last',
      'behind the last',
      'over the last',
      'whole turn',
      'back again',
    ),
  }),
  { maxLength: 12, size: 'max' },
)

/** The proposals that these wishes are in a text; they may overlap. */
export const proposed = (text: string, list: readonly Wish[]): readonly Edit[] => {
  const made: Edit[] = []
  for (const { at, length, text: words, how } of list) {
    const last = made.at(-1)
    const fallback = at % (text.length + 1)
    const turn = how === 'whole turn' ? findTurns(text).find(({ end }) => end >= fallback) : undefined
    const start =
      turn?.start ??
      (last && how === 'behind the last' ? last.end : last && how === 'over the last' ? last.start : fallback)
    const end = turn?.end ?? Math.min(text.length, start + length)
    made.push({ start, end, text: how === 'back again' ? text.slice(start, end) : words })
  }
  return made
}

/** Those of some proposals that can be accepted at once: of two that overlap, the first asked for. */
export const acceptable = (list: readonly Edit[]): readonly Edit[] => {
  const kept: Edit[] = []
  for (const edit of list) if (!kept.some((one) => overlap(one, edit))) kept.push(edit)
  return kept
}
/** An insertion overlaps what it stands strictly inside of. */
const overlap = (a: Edit, b: Edit): boolean => a.start < b.end && b.start < a.end

/** The edits that are made where these wishes are accepted. */
export const editsOf = (text: string, list: readonly Wish[]): Edits => tidyEdits(text, acceptable(proposed(text, list)))

/** Edits as a program might give them: in order and apart, but cutting what they like. */
export const rawEdits = (length: number, list: readonly Wish[]): Edits => {
  const raw = list
    .map(({ at, length: long, text }) => ({ start: at % (length + 1), long, text }))
    .sort((a, b) => a.start - b.start)
  const made: Edit[] = []
  for (const { start: from, long, text } of raw) {
    const last = made.at(-1)
    const start = Math.max(from, last?.end ?? 0)
    const end = Math.min(length, start + long)
    const meets =
      last?.end === start && ((last.start === last.end && start === end) || (last.text === '' && text === ''))
    if ((start < end || text !== '') && !meets) made.push({ start, end, text })
  }
  return made
}

/** Annotations: any ranges of a text that hold something, over one another as they like. */
export const annotations = fc.array(fc.tuple(fc.noBias(fc.nat(2 ** 30)), fc.nat(60)), {
  minLength: 1,
  maxLength: 12,
  size: 'max',
})
export const rangesOf = (text: string, list: readonly (readonly [number, number])[]): readonly Range[] =>
  text === ''
    ? []
    : list.map(([at, length]) => ({
        start: at % text.length,
        end: Math.min(text.length, (at % text.length) + 1 + length),
      }))

export const wordingOf = (text: string): Wording => ({ text, turns: findTurns(text) })

/** Tries a law of edits and of annotations, with edits that were made tidy and with others. */
export const held = (law: (text: string, edits: Edits, ranges: readonly Range[]) => void) =>
  fc.assert(
    fc.property(texts, wishes, annotations, fc.boolean(), (text, list, marks, raw) =>
      law(text, raw ? rawEdits(text.length, list) : editsOf(text, list), rangesOf(text, marks)),
    ),
    runs,
  )

/** A range without what else is known of it. */
export const place = ({ start, end }: Range): Range => ({ start, end })
