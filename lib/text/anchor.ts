import { findAltered, wholeQuote } from './altered'
import { type Anchor, type Candidate, choose, weigh } from './candidate'
import { boundaryAfter, boundaryBefore, snap } from './grapheme'
import { nearestFirst } from './occurrences'
import { fits, type Range } from './range'

export type { Anchor } from './candidate'

/** Where an anchor's words stand now. `exact`: same words, same place; `moved`: surely elsewhere; `doubtful`: ask a person. */
export type Located = Range & { readonly placed: 'exact' | 'moved' | 'doubtful' }

/** How much of the surroundings an anchor remembers on each side, in UTF-16 units. */
export const contextLength = 32

/** Places with the same words that are compared; the nearest ones, and those whose surroundings agree. */
const maxPlaces = 400

/** From here on one side of the surroundings is recognised; from here on both are, taken together. */
const sideAgrees = 0.75
const contextAgrees = 0.6

/** A quote of this many units is recognised without its surroundings, and one of these is at least worth a question. */
const speaksForItself = 40
const worthAsking = 12

/** A lone quote this near to its old place is worth a question however short it is. */
const sameNeighbourhood = 300

/** How alike changed words must be: to be taken as the same words, and to be worth a question. */
const sameWords = 0.7
const perhapsSameWords = 0.5

/**
 * Describes a range of the text so that `locate` finds it again. The range is widened to whole grapheme clusters, and
 * prefix and suffix never cut one. Throws RangeError when the range is empty or outside the text.
 */
export const describe = (text: string, range: Range): Anchor => {
  if (!fits(range, text.length) || range.start === range.end)
    throw new RangeError(`The range ${range.start}–${range.end} is empty or outside the text.`)
  const { start, end } = snap(text, range)
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(boundaryAfter(text, Math.max(0, start - contextLength)), start),
    suffix: text.slice(end, boundaryBefore(text, Math.min(text.length, end + contextLength))),
  }
}

const context = (candidate: Candidate) => (candidate.before + candidate.after) / 2
const agrees = (candidate: Candidate) =>
  candidate.before >= sideAgrees || candidate.after >= sideAgrees || context(candidate) >= contextAgrees

/** Whether changed words are worth a question: they are like the anchor's, and what stands around them too unless they are long. */
const isQuestion = (candidate: Candidate, { exact }: Anchor): boolean =>
  candidate.quote >= perhapsSameWords && (agrees(candidate) || exact.length > wholeQuote)

/** Whether changed words may be the anchor's, for a person to judge. */
export const mayBe = (candidate: Candidate, anchor: Anchor): boolean =>
  candidate.quote >= sameWords || isQuestion(candidate, anchor)

/** Every place with the very same words that is worth comparing, from the old place outwards. */
export const unchanged = (text: string, anchor: Anchor): Candidate[] => {
  const { start, exact, prefix, suffix } = anchor
  const at = Math.max(0, Math.min(start, text.length))
  const found = new Set(nearestFirst(text, exact, at, maxPlaces))
  if (found.size === maxPlaces) {
    const place = Math.max(0, at - prefix.length)
    for (const far of nearestFirst(text, prefix + exact + suffix, place, 8)) found.add(far + prefix.length)
    for (const far of nearestFirst(text, prefix + exact, place, 8)) found.add(far + prefix.length)
    for (const far of nearestFirst(text, exact + suffix, at, 8)) found.add(far)
  }
  return [...found].map((place) => weigh(text, anchor, { start: place, end: place + exact.length }, 1))
}

const within = (text: string, candidate: Candidate, placed: Located['placed']): Located => ({
  ...snap(text, { start: candidate.start, end: candidate.end }),
  placed,
})

/**
 * Finds an anchor's words in a text, from exact and cheap to altered and dear: the same place; the same words elsewhere,
 * judged by surroundings and distance; words that were changed. Null when that would be a guess. The range found stands
 * at grapheme boundaries. Bounded in effort for any quote and any text.
 */
export const locate = (text: string, anchor: Anchor): Located | null => {
  const { start, exact } = anchor
  if (exact === '') return null
  const stays = start >= 0 && text.startsWith(exact, start)
  const here = stays ? weigh(text, anchor, { start, end: start + exact.length }, 1) : null
  if (here && context(here) === 1) return within(text, here, 'exact')

  const same = unchanged(text, anchor)
  const chosen = choose(same)
  if (here && (!chosen || agrees(here) || chosen.best.start === start || !agrees(chosen.best)))
    return within(text, here, 'exact')
  if (chosen && (agrees(chosen.best) || exact.length >= speaksForItself))
    return within(text, chosen.best, chosen.clear ? 'moved' : 'doubtful')

  const altered = choose(findAltered(text, anchor))
  if (altered) {
    const { best, clear } = altered
    const long = exact.length >= speaksForItself
    const sure = best.quote >= sameWords && (context(best) >= contextAgrees || long)
    if (sure) return within(text, best, clear ? 'moved' : 'doubtful')
    if (isQuestion(best, anchor)) return within(text, best, 'doubtful')
  }
  if (!chosen || same.length > 1) return null
  const near = Math.abs(chosen.best.start - start) <= sameNeighbourhood
  return exact.length >= worthAsking || near ? within(text, chosen.best, 'doubtful') : null
}
