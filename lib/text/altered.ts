import search from 'approx-string-match'
import { type Anchor, type Candidate, weigh } from './candidate'
import { likeness, likenessReach } from './likeness'
import { type Cluster, cluster, findPieces, type Hit } from './occurrences'
import type { Range } from './range'

/** Quotes up to here are compared whole; longer ones by pieces, and by their two ends. */
export const wholeQuote = 256

/** The share of a quote that may be changed for it to be found at all. */
const maxChanged = 0.5

/** Pieces of a short quote with its surroundings, and of a long one: units each, how many, and in how many places at most. */
const shortPieces = { length: 8, count: 40, common: 40 } as const
const longPieces = { length: 24, count: 32, common: 40 } as const

/** How many places are looked at closely, how far round each, and how many endings are tried at one. */
const places = 12
const margin = 80
const nearReach = 1_500
const endings = 8

/** How much of the prefix and suffix is looked for unchanged, to take what stands between; and of a long quote's ends. */
const bracket = 12
const edge = 64

/** Places inside `from`–`to` where the quote stands with changes, by edit distance and by what stands round it. */
const inWindow = (text: string, anchor: Anchor, from: number, to: number): Candidate[] => {
  const { exact, prefix, suffix } = anchor
  const window = text.slice(from, to)
  const found: Range[] = search(window, exact, Math.floor(exact.length * maxChanged))
    .map((match) => ({ start: from + match.start, end: from + match.end }))
    .filter((range) => range.end > range.start)
  const near = (range: Range) => Math.abs(range.start - anchor.start)
  const tried = found.length <= endings ? found : found.sort((a, b) => near(a) - near(b)).slice(0, endings)

  const opening = prefix.slice(-bracket)
  const closing = suffix.slice(0, bracket)
  const longest = exact.length * 2 + bracket
  let begins = prefix === '' ? (from === 0 ? 0 : -1) : window.indexOf(opening)
  for (let tries = 0; begins !== -1 && tries < endings; tries++) {
    const start = begins + opening.length
    const end = suffix === '' ? (to === text.length ? window.length : -1) : window.indexOf(closing, start)
    if (end > start && end - start <= longest) tried.push({ start: from + start, end: from + end })
    begins = prefix === '' ? -1 : window.indexOf(opening, begins + 1)
  }
  return tried.map((range) => weigh(text, anchor, range))
}

/** Candidates for a quote short enough to be compared whole. */
const alteredShort = (text: string, anchor: Anchor): Candidate[] => {
  const { prefix, exact, suffix, start } = anchor
  const { length, count, common } = shortPieces
  const around = prefix + exact + suffix
  const drift = margin + exact.length * maxChanged
  const found = cluster(findPieces(text, around, length, count, common), drift)
  const windows = found.slice(0, places).map(({ hits }) => {
    const first = hits[0].place - hits[0].offset + prefix.length
    return { from: first - margin, to: first + drift + exact.length + margin }
  })
  windows.push({ from: start - nearReach, to: start + exact.length + nearReach })
  return windows.flatMap(({ from, to }) =>
    inWindow(text, anchor, Math.max(0, from), Math.min(text.length, Math.ceil(to))),
  )
}

/** Where one end of a long quote stands, near where it is expected; null when it is not there. */
const findEdge = (text: string, words: string, expected: number, reach: number): Range | null => {
  const from = Math.max(0, Math.floor(expected - reach))
  const window = text.slice(from, Math.ceil(expected + words.length + reach))
  const matches = search(window, words, Math.floor(words.length / 3)).slice(0, 1_000)
  if (matches.length === 0) return null
  const near = (match: { start: number }) => Math.abs(from + match.start - expected)
  const best = matches.reduce((a, b) => (near(b) < near(a) ? b : a))
  return { start: from + best.start, end: from + best.end }
}

/** The range a cluster of pieces of a long quote points at: from one end of the quote to the other, as far as both are there. */
const spanOf = (text: string, exact: string, { hits }: Cluster): Range => {
  const inOrder = [...hits].sort((a, b) => a.offset - b.offset || a.place - b.place)
  const first = inOrder[0]
  const last = inOrder.at(-1) as Hit
  const reach = (missing: number) => Math.min(2_000, missing / 2 + edge)
  const head = exact.slice(0, edge)
  const tail = exact.slice(-edge)
  const missingAfter = exact.length - last.offset - longPieces.length
  const start =
    first.offset === 0
      ? first.place
      : (findEdge(text, head, first.place - first.offset, reach(first.offset))?.start ?? first.place)
  const endsAt = last.place + longPieces.length
  const end =
    missingAfter <= 0
      ? endsAt
      : (findEdge(text, tail, endsAt + missingAfter - edge, reach(missingAfter))?.end ?? endsAt)
  return { start, end }
}

/** Candidates for a long quote: where most of its pieces stand unchanged, near one another. */
const alteredLong = (text: string, anchor: Anchor): Candidate[] => {
  const { exact } = anchor
  const { length, count, common } = longPieces
  const hits = findPieces(text, exact, length, count, common)
  const looked = new Set(hits.map((hit) => hit.piece)).size
  const total = Math.min(count, Math.floor((exact.length - length) / length) + 1)
  return cluster(hits, margin + exact.length * maxChanged)
    .slice(0, places)
    .filter(({ pieces }) => looked > 0 && pieces / total >= 1 - maxChanged - 0.2)
    .map((found) => ({ found, range: spanOf(text, exact, found) }))
    .filter(({ range }) => range.end > range.start)
    .map(({ found, range }) => {
      const share = found.pieces / total
      const length = range.end - range.start
      const quote = length <= likenessReach ? likeness(text.slice(range.start, range.end), exact) : share
      return weigh(
        text,
        anchor,
        range,
        Math.max(quote, share) * Math.min(1, (2 * Math.min(length, exact.length)) / exact.length),
      )
    })
}

/**
 * Places where the anchor's words may stand with changes. Bounded: pieces of the quote are found by exact search, and
 * only a dozen windows round them, and one round the old place, are compared by edit distance (Myers 1999).
 */
export const findAltered = (text: string, anchor: Anchor): Candidate[] =>
  anchor.exact.length <= wholeQuote ? alteredShort(text, anchor) : alteredLong(text, anchor)
