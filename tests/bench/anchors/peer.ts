import search from 'approx-string-match'
import type { Anchor } from '@/lib/text/anchor'
import type { Range } from '@/lib/text/range'

/** The weights that hypothesis/client publishes: quote, surroundings, and distance in the text as a tie-breaker. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const
const total = weights.quote + weights.prefix + weights.suffix + weights.position

/** Half of a quote may be wrong, and never more than this many letters. */
const mostErrors = 256

/** Where the words stand unchanged; only when they do so nowhere, where they stand with the fewest errors. */
const placesOf = (text: string, words: string, errors: number) => {
  const places: { start: number; end: number; errors: number }[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length, errors: 0 })
  return places.length > 0 ? places : search(text, words, errors)
}

/** How well one side agrees, 0 to 1. A side that the anchor does not remember agrees with everything. */
const side = (remembered: string, there: string): number => {
  if (remembered === '') return 1
  if (there === '') return 0
  const [best] = placesOf(there, remembered, remembered.length)
  return 1 - (best?.errors ?? remembered.length) / remembered.length
}

/**
 * The quote matcher of hypothesis/client (src/annotator/anchoring/match-quote), built again from what it does on the same
 * package: every place with the fewest errors is weighed, the heaviest is taken, and there is no doubt.
 */
export const matchQuote = (text: string, { start, exact, prefix, suffix }: Anchor): Range | null => {
  let best: Range | null = null
  let heaviest = -1
  for (const place of placesOf(text, exact, Math.min(mostErrors, exact.length / 2))) {
    const before = text.slice(Math.max(0, place.start - prefix.length), place.start)
    const after = text.slice(place.end, place.end + suffix.length)
    const weight =
      weights.quote * (1 - place.errors / exact.length) +
      weights.prefix * side(prefix, before) +
      weights.suffix * side(suffix, after) +
      weights.position * (1 - Math.abs(place.start - start) / text.length)
    if (weight / total > heaviest) {
      heaviest = weight / total
      best = { start: place.start, end: place.end }
    }
  }
  return best
}
