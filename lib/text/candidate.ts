import { likeness } from './likeness'
import type { Range } from './range'

/** Words at a place, with what stands around them: enough to find them again in another state of the text. */
export type Anchor = {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** What each thing counts for when candidates are ranked; together 1. */
export const weights = { quote: 0.6, context: 0.3, nearness: 0.1 } as const

/** The distance, in UTF-16 units, at which nearness has fallen to a half. */
export const halfNear = 1_000

/** Two candidates whose scores differ by less are equally good. */
export const clearMargin = 0.03

/** Without a prefix the quote stood at the very beginning (or, for the suffix, end); elsewhere that says little. */
const noContext = 0.5

/** A place the words may have come to. `quote`, `before` and `after` say how alike words and surroundings are, 0 to 1. */
export type Candidate = Range & {
  readonly quote: number
  readonly before: number
  readonly after: number
  readonly score: number
}

/** Weighs a place against the anchor; `quote` is how alike its words are, where that is known already. */
export const weigh = (text: string, anchor: Anchor, range: Range, quote?: number): Candidate => {
  const { start, end } = range
  const { prefix, suffix } = anchor
  const alike = quote ?? likeness(text.slice(start, end), anchor.exact)
  const before =
    prefix === ''
      ? start === 0
        ? 1
        : noContext
      : likeness(text.slice(Math.max(0, start - prefix.length), start), prefix)
  const after =
    suffix === '' ? (end === text.length ? 1 : noContext) : likeness(text.slice(end, end + suffix.length), suffix)
  const nearness = 1 / (1 + Math.abs(start - anchor.start) / halfNear)
  const score = weights.quote * alike + (weights.context * (before + after)) / 2 + weights.nearness * nearness
  return { start, end, quote: alike, before, after, score }
}

/** The best candidate and whether it is clearly better than every other place; null of none. Overlapping ones are one place. */
export const choose = (candidates: readonly Candidate[]): { best: Candidate; clear: boolean } | null => {
  if (candidates.length === 0) return null
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a))
  const clear = !candidates.some(
    (other) => (other.end <= best.start || other.start >= best.end) && other.score > best.score - clearMargin,
  )
  return { best, clear }
}
