import { differences } from '@/lib/text/differences'
import { boundaryAfter, boundaryBefore } from '@/lib/text/grapheme'
import type { Edit } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { signs } from '@/lib/text/word-tokens'

/** More proposals than this nobody judges one by one: then all is one. */
const mostProposals = 100

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}\p{M}'’]/u.test(sign)
const isBlank = (text: string): boolean => text.trim() === ''

/** Where the word or sign before `at` begins, past white space; `at` where there is none. */
const wordBefore = (text: string, at: number): number => {
  const all = signs(text.slice(Math.max(0, at - 400), at))
  let start = at
  for (let sign = all.pop(); sign !== undefined; sign = all.pop()) {
    start -= sign.length
    if (!isBlank(sign)) return boundaryBefore(text, start)
  }
  return at
}

/** Where the word or sign behind `at` ends, past white space; `at` where there is none. */
const wordAfter = (text: string, at: number): number => {
  let end = at
  for (const sign of signs(text.slice(at, at + 400))) {
    end += sign.length
    if (!isBlank(sign)) return boundaryAfter(text, end)
  }
  return at
}

/** An edit as a person reads it: of whole words, and with a word beside it where it only puts something in. */
const ofWords = (text: string, { start, end }: Edit): Range => {
  let [from, to] = [start, end]
  while (from > 0 && isLetter(text[from - 1]) && isLetter(text[from])) from -= 1
  while (to < text.length && isLetter(text[to - 1]) && isLetter(text[to])) to += 1
  if (from < to && !isBlank(text.slice(from, to)))
    return { start: boundaryBefore(text, from), end: boundaryAfter(text, to) }
  const before = from > 0 && !isBlank(text[from - 1] as string) ? wordBefore(text, from) : from
  const after = before < from ? to : wordAfter(text, to)
  return before < from || after > to ? { start: before, end: after } : { start: wordBefore(text, from), end: to }
}

/**
 * What a person proposes who rewrote the words of a turn: replacements in offsets of the whole text, in order and apart,
 * each of whole words and never of nothing, so that there is something to mark. Changes with only white space between them
 * are one, and so are more than a hundred. White space at the ends does not count, and line breaks stay as the text has them. `[]` where nothing was
 * changed. Throws RangeError for a turn without words, which has nothing to mark.
 */
export const proposals = (text: string, turn: Range, rewritten: string): readonly Edit[] => {
  const old = text.slice(turn.start, turn.end)
  if (isBlank(old)) throw new RangeError('This turn has no words to correct.')
  const lead = old.slice(0, old.length - old.trimStart().length)
  const trail = old.slice(old.trimEnd().length)
  const words = rewritten.replaceAll('\r\n', '\n').trim()
  const now = lead + (old.includes('\r\n') ? words.replaceAll('\n', '\r\n') : words) + trail

  const found: Edit[] = []
  for (const edit of differences(old, now)) {
    const whole = ofWords(old, edit)
    const put = old.slice(whole.start, edit.start) + edit.text + old.slice(edit.end, whole.end)
    const last = found.at(-1)
    if (last && (whole.start < last.end || isBlank(old.slice(last.end, whole.start)))) {
      // Where both took the same word, what the first put in and what the second does stand on its two sides.
      const between = edit.start >= last.end ? old.slice(last.end, edit.start) : ''
      const kept = last.text.slice(0, last.text.length - Math.max(0, last.end - edit.start))
      found[found.length - 1] = {
        start: last.start,
        end: Math.max(last.end, whole.end),
        text: kept + between + edit.text + old.slice(edit.end, Math.max(last.end, whole.end)),
      }
    } else found.push({ ...whole, text: put })
  }
  const [first, last] = [found[0], found.at(-1)]
  if (first && last && found.length > mostProposals) {
    const all = {
      start: first.start,
      end: last.end,
      text: now.slice(first.start, now.length - (old.length - last.end)),
    }
    found.splice(0, found.length, all)
  }
  return found.map((edit) => ({ start: edit.start + turn.start, end: edit.end + turn.start, text: edit.text }))
}
