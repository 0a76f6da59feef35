import type { Edits } from './map'

/**
 * A run of letters, digits and accents; hyphens, apostrophes, points and commas join two runs: `don’t`, `1,204`, `e.g`.
 * Bounded, because a run without an end would exhaust the stack of the matcher: what is longer counts as several.
 */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,999}(?:['’\-.,][\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,999}){0,999}/gu

/** How many words a text has. Linear: a million words take a fraction of a second. */
export const countWords = (text: string): number => {
  let words = 0
  word.lastIndex = 0
  while (word.test(text)) words += 1
  return words
}

/** The white space nearest to a place, before it or behind it: where a word that reaches the place ends. */
const reach = (text: string, at: number, by: 1 | -1): number => {
  let end = at
  while (by === 1 ? end < text.length && /\S/.test(text[end]) : end > 0 && /\S/.test(text[end - 1])) end += by
  return end
}

/** How many words a text that had so many has after edits. Only what stands around them is read: no word holds white space. */
export const countWordsAfter = (words: number, before: string, edits: Edits): number => {
  let counted = words
  for (let at = 0; at < edits.length; ) {
    const from = reach(before, edits[at].start, -1)
    let [read, end, after] = [from, from, '']
    do {
      after += before.slice(read, edits[at].start) + edits[at].text
      read = edits[at].end
      end = reach(before, read, 1)
      at += 1
    } while (at < edits.length && edits[at].start <= end)
    counted += countWords(after + before.slice(read, end)) - countWords(before.slice(from, end))
  }
  return counted
}
