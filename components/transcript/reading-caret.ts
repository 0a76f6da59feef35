import type { Range } from '@/lib/text/range'

/**
 * Selecting by keyboard: where a selection goes when it is moved or made longer by a word or a sentence. The text is
 * asked for in stretches, because the browser holds it on screen only. Offsets are those of the revision's text.
 */
export type Text = {
  readonly length: number
  /** The text of a range. */
  readonly words: (range: Range) => string
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** How much text is read to either side; longer than any word, and than nearly every sentence. */
const reach = { word: 400, sentence: 4_000 }

type Unit = keyof typeof reach

/** The words or sentences around a range, trimmed. Pieces that a stretch cuts off are left out. */
const unitsAround = (text: Text, range: Range, unit: Unit): readonly Range[] => {
  const from = Math.max(0, range.start - reach[unit])
  const to = Math.min(text.length, range.end + reach[unit])
  const stretch = text.words({ start: from, end: to })
  const found: Range[] = []
  for (const part of (unit === 'word' ? words : sentences).segment(stretch)) {
    const piece = part.segment.trimEnd()
    const start = from + part.index + (piece.length - piece.trimStart().length)
    const end = from + part.index + piece.length
    const cut = (part.index === 0 && from > 0) || (from + part.index + part.segment.length === to && to < text.length)
    if (end > start && !cut && (unit === 'sentence' || part.isWordLike)) found.push({ start, end })
  }
  return found
}

const last = <T>(list: readonly T[]): T | null => list[list.length - 1] ?? null

/** The first word that begins at or after a place, or null where there is none. */
export const wordAt = (text: Text, place: number): Range | null =>
  unitsAround(text, { start: place, end: place }, 'word').find((word) => word.start >= place) ?? null

/** The word after the selection (1) or before it (-1); the selection as it is where the text ends. */
export const moved = (text: Text, range: Range, by: 1 | -1): Range => {
  const around = unitsAround(text, range, 'word')
  const next =
    by === 1 ? around.find((word) => word.start >= range.end) : last(around.filter((word) => word.end <= range.start))
  return next ?? range
}

/** The selection with its end moved on by a word or to the end of a sentence (1), or back (-1); never empty. */
export const resized = (text: Text, range: Range, by: 1 | -1, unit: Unit): Range => {
  const around = unitsAround(text, range, unit)
  if (by === 1) return { start: range.start, end: around.find((one) => one.end > range.end)?.end ?? range.end }
  const end = last(around.filter((one) => one.end < range.end && one.end > range.start))?.end
  if (end !== undefined) return { start: range.start, end }
  return unit === 'word' ? range : resizedToWord(text, range)
}

/** A selection cut down to its first word, for want of a sentence's end inside it. */
const resizedToWord = (text: Text, range: Range): Range => {
  const first = unitsAround(text, { start: range.start, end: range.start }, 'word').find(
    (word) => word.end > range.start,
  )
  return first === undefined || first.end >= range.end ? range : { start: range.start, end: first.end }
}
