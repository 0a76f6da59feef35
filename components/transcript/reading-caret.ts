import type { Range } from '@/lib/text/range'

/**
 * The text of a range, which may reach over the end of the text. Selecting by keyboard asks for it in stretches, because
 * the browser holds the text on screen only. Offsets are those of the revision's text.
 */
export type Text = (range: Range) => string

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** How much text is read to either side; longer than any word, and than nearly every sentence. */
const reach = { word: 400, sentence: 4_000 }

type Unit = keyof typeof reach

/** The words or sentences around a range, trimmed. Pieces that a stretch may cut off are left out. */
const unitsAround = (text: Text, range: Range, unit: Unit): readonly Range[] => {
  const start = Math.max(0, range.start - reach[unit])
  const end = range.end + reach[unit]
  const before = text({ start, end: range.start })
  const stretch = before + text({ start: range.start, end })
  const from = range.start - before.length
  const ends = from + stretch.length < end
  const found: Range[] = []
  for (const { index, segment, isWordLike } of (unit === 'word' ? words : sentences).segment(stretch)) {
    const piece = segment.trim()
    if (piece === '' || (unit === 'word' && !isWordLike)) continue
    const cut = (index === 0 && from > 0) || (index + segment.length === stretch.length && !ends)
    const at = from + index + segment.indexOf(piece)
    if (!cut) found.push({ start: at, end: at + piece.length })
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
