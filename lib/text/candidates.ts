import { findAltered } from './altered'
import { mayBe, unchanged } from './anchor'
import { type Anchor, weigh } from './candidate'
import { snap } from './grapheme'
import { overlaps, type Range } from './range'
import { sentencesOf } from './sentences'

/** Why a place is offered: it stands there now; the same words; words like them; the sentence that the words stood in. */
export const placeReasons = ['here', 'same', 'alike', 'sentence'] as const
export type PlaceReason = (typeof placeReasons)[number]

/** A place that words may be put on. `alike` says how alike its words are, `around` its surroundings; `score` ranks them; each 0 to 1. */
export type PlaceFound = Range & {
  readonly why: PlaceReason
  readonly alike: number
  readonly around: number
  readonly score: number
}

/** Paragraphs are read this far from the place, in UTF-16 units: no sentence that people read is longer. */
const paragraphReach = 4_000

/** The sentence around a place, or the one that ends just before it, inside of `within`; null where the place stands in none. */
const sentenceAt = (text: string, at: number, within: Range): Range | null => {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - paragraphReach, within.start, 0)
  const nextBreak = text.indexOf('\n', at)
  const to = Math.min(nextBreak === -1 ? text.length : nextBreak, at + paragraphReach, within.end)
  if (from >= to) return null
  const sentences = sentencesOf(text.slice(from, to)).map(({ start, end }) => ({
    start: from + start,
    end: from + end,
  }))
  return sentences.findLast(({ start }) => start <= at) ?? sentences[0] ?? null
}

/** A range without the white space at its edges, unless it is nothing else. */
const bare = (text: string, { start, end }: Range): Range => {
  const words = text.slice(start, end)
  const trimmed = words.trim()
  const from = start + words.indexOf(trimmed)
  return trimmed === '' ? { start, end } : { start: from, end: from + trimmed.length }
}

/**
 * Where an anchor's words may be put in a text that has them no more, or not surely: the best place first, none over another,
 * `most` at most. `here` is where it stands in this text, empty where its words are gone; the anchor's own `start` is taken
 * for the place that it is looked for from. A sentence is taken from `within` only: the turn, without its label. Bounded in
 * effort as `locate` is.
 */
export const placesFor = (
  text: string,
  anchor: Anchor,
  here: Range,
  within: Range = { start: 0, end: text.length },
  most = 5,
): readonly PlaceFound[] => {
  const place = (why: PlaceReason, range: Range, quote?: number): PlaceFound => {
    const { start, end, quote: alike, before, after, score } = weigh(text, anchor, range, quote)
    return { ...snap(text, bare(text, { start, end })), why, alike, around: (before + after) / 2, score }
  }
  const same = anchor.exact === '' ? [] : unchanged(text, anchor).map((range) => place('same', range, 1))
  const altered = anchor.exact === '' ? [] : findAltered(text, anchor)
  const alike = altered
    .filter((candidate) => mayBe(candidate, anchor))
    .map((range) => place(range.quote === 1 ? 'same' : 'alike', range, range.quote))
  const stands = here.start < here.end ? [place('here', here)] : []
  const ranked = [...same, ...alike].sort((a, b) => b.score - a.score || a.start - b.start)
  // Where it stands now is one of them, and is named so, also where words beside it would fit a little better.
  const found: PlaceFound[] = [...stands]
  for (const one of ranked) {
    if (found.length >= most) break
    if (!found.some((other) => overlaps(one, other))) found.push(one)
  }
  found.sort((a, b) => b.score - a.score || a.start - b.start)
  const sentence = found.length < most ? sentenceAt(text, here.start, within) : null
  const free = sentence !== null && !found.some((other) => other.start === sentence.start && other.end === sentence.end)
  return free ? [...found, place('sentence', sentence)] : found
}
