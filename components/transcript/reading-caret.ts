import type { Range } from '@/lib/text/range'
import { sentencesOf } from '@/lib/text/sentences'

/**
 * The text as selecting by keyboard asks for it: paragraph by paragraph, because the browser holds it on screen only and
 * a step must not depend on how long it is. All offsets are UTF-16 in the whole text.
 */
export type Prose = {
  readonly paragraphs: number
  /** The paragraph that holds a place. */
  readonly at: (place: number) => number
  readonly paragraph: (number: number) => Range
  /** The same without the speaker's label. */
  readonly spoken: (number: number) => Range
  /** What one speaker says at a place, without the label; else the paragraph. */
  readonly turn: (place: number) => Range
  readonly words: (range: Range) => string
}

/** A selection, and whether its start is the end that moves. */
export type Caret = Range & { readonly backwards: boolean }

export type Unit = 'word' | 'sentence' | 'turn'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words as people mark them: “21:40”, “5-6” and “half-past” are one each, which Unicode's rules cut. */
const wordsIn = (words: string): readonly Range[] => {
  const found: { start: number; end: number }[] = []
  for (const { index, segment, isWordLike } of segmenter.segment(words)) {
    if (!isWordLike) continue
    const [before, end] = [found.at(-1), index + segment.length]
    if (before && /^[-‐‑–:/]$/.test(words.slice(before.end, index))) before.end = end
    else found.push({ start: index, end })
  }
  return found
}

const trimmed = (prose: Prose, { start, end }: Range): readonly Range[] => {
  const words = prose.words({ start, end })
  const [from, to] = [start + words.length - words.trimStart().length, start + words.trimEnd().length]
  return to > from ? [{ start: from, end: to }] : []
}

/** The words, sentences or turns that begin in one paragraph, in order. */
const unitsIn = (prose: Prose, number: number, unit: Unit): readonly Range[] => {
  const whole = unit === 'word' ? prose.paragraph(number) : prose.spoken(number)
  if (unit === 'turn') {
    const turn = prose.turn(whole.start)
    // A turn of several paragraphs begins in the first of them.
    return turn.start >= whole.start ? trimmed(prose, turn) : []
  }
  const within = (unit === 'word' ? wordsIn : sentencesOf)(prose.words(whole))
  return within.map(({ start, end }) => ({ start: start + whole.start, end: end + whole.start }))
}

/** The first unit at or behind a place's paragraph that passes; null where there is none. */
const firstFrom = (prose: Prose, place: number, unit: Unit, passes: (one: Range) => boolean): Range | null => {
  for (let number = prose.at(place); number < prose.paragraphs; number += 1) {
    const found = unitsIn(prose, number, unit).find(passes)
    if (found) return found
  }
  return null
}

/** The last unit at or before a place's paragraph that passes; null where there is none. */
const lastFrom = (prose: Prose, place: number, unit: Unit, passes: (one: Range) => boolean): Range | null => {
  for (let number = prose.at(place); number >= 0; number -= 1) {
    const found = unitsIn(prose, number, unit).findLast(passes)
    if (found) return found
  }
  return null
}

/** The first word that begins at or after a place, or null where there is none. */
export const wordAt = (prose: Prose, place: number): Range | null =>
  firstFrom(prose, place, 'word', ({ start }) => start >= place)

/** The next word, sentence or turn after the selection (1), or the one before it (-1); the selection as it is where the text ends. */
export const moved = (prose: Prose, { start, end }: Range, by: 1 | -1, unit: Unit): Range => {
  const next =
    by === 1
      ? firstFrom(prose, end - 1, unit, (one) => one.start >= end)
      : lastFrom(prose, start, unit, (one) => one.end <= start)
  return next ?? { start, end }
}

/** The next larger thing around a selection: its sentence, then its turn, then its first word again. */
export const widened = (prose: Prose, range: Range): Range => {
  const covering = (first: Range | undefined, last: Range | undefined): Range => ({
    start: Math.min(first?.start ?? range.start, range.start),
    end: Math.max(last?.end ?? range.end, range.end),
  })
  const [from, to] = [prose.at(range.start), prose.at(range.end - 1)]
  const sentences = covering(
    unitsIn(prose, from, 'sentence').find(({ end }) => end > range.start),
    unitsIn(prose, to, 'sentence').findLast(({ start }) => start < range.end),
  )
  const turns = covering(trimmed(prose, prose.turn(range.start))[0], trimmed(prose, prose.turn(range.end - 1))[0])
  const wider = [sentences, turns].find(({ start, end }) => start < range.start || end > range.end)
  return wider ?? wordAt(prose, range.start) ?? range
}

/**
 * The selection with its moving end one word or sentence on (1) or back (-1). It is never empty: where the moving end has
 * nothing left to give up, the other one moves instead, so that both can be reached from any word.
 */
export const resized = (prose: Prose, caret: Caret, by: 1 | -1, unit: 'word' | 'sentence'): Caret => {
  const { start, end, backwards } = caret
  // A label is no word of its turn: it is passed over, unless the selection begins or ends in it.
  const own = [start, end - 1].filter((place) => place < prose.spoken(prose.at(place)).start).map(prose.at)
  const counts = ({ start: place }: Range) => {
    const at = prose.at(place)
    return place >= prose.spoken(at).start || own.includes(at)
  }
  const grows = (by === -1) === backwards
  if (!grows) {
    const kept = backwards
      ? firstFrom(prose, start, unit, (one) => one.start > start && counts(one))
      : lastFrom(prose, end - 1, unit, (one) => one.end < end && counts(one))
    if (kept && (backwards ? kept.start < end : kept.end > start)) {
      return backwards ? { start: kept.start, end, backwards } : { start, end: kept.end, backwards }
    }
    // Within one sentence it gives up everything but the word at the end that stands.
    const word = backwards
      ? lastFrom(prose, end - 1, 'word', (one) => one.start < end)
      : firstFrom(prose, start, 'word', (one) => one.end > start)
    if (unit === 'sentence' && word && (backwards ? word.start > start : word.end < end)) {
      return backwards ? { start: word.start, end, backwards } : { start, end: word.end, backwards }
    }
  }
  const reached =
    by === 1
      ? firstFrom(prose, end - 1, unit, (one) => one.end > end && counts(one))
      : lastFrom(prose, start, unit, (one) => one.start < start && counts(one))
  const turn = by === 1 && trimmed(prose, prose.turn(end - 1))[0]
  // The signs behind the last word of a turn come before the next turn.
  if (turn && end >= turn.start && end < turn.end && (reached?.start ?? turn.end) >= turn.end) {
    return { start, end: turn.end, backwards: false }
  }
  if (!reached) return caret
  return by === 1 ? { start, end: reached.end, backwards: false } : { start: reached.start, end, backwards: true }
}
