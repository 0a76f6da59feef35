import { boundaryAfter, boundaryBefore } from './grapheme'
import type { Range } from './range'

/** Some words of a text with what stands around them, for a person to read. */
export type Excerpt = {
  readonly before: string
  readonly words: string
  readonly after: string
  /** Whether words in the middle were left out, where `words` breaks off. */
  readonly cut: boolean
}

/** The most of the words themselves that an excerpt shows, in UTF-16 units. */
const most = 2_000

/** Where a whole word begins at or after `at`, not behind `end`; white space is left out. */
const wordBegins = (text: string, at: number, end: number): number => {
  if (at === 0) return 0
  const rest = text.slice(at - 1, end)
  const gap = /\s+(?=\S)/.exec(rest)
  return gap === null ? at : at - 1 + gap.index + gap[0].length
}

/** Where the last whole word before `at` ends, not before `start`. */
const wordEnds = (text: string, at: number, start: number): number => {
  if (at >= text.length) return text.length
  const gap = /\s+\S*$/.exec(text.slice(start, at + 1))
  return gap === null ? at : start + gap.index
}

/** The words at a range with some `around` units on each side, in whole words where there are several. */
export const excerptAt = (text: string, { start, end }: Range, around = 160): Excerpt => {
  const from = Math.max(0, start - around)
  const to = Math.min(text.length, end + around)
  const stop = end - start > most ? boundaryBefore(text, start + most) : end
  return {
    before: text.slice(boundaryAfter(text, wordBegins(text, from, start)), start),
    words: text.slice(start, stop),
    after: text.slice(end, boundaryBefore(text, wordEnds(text, to, end))),
    cut: stop < end,
  }
}
