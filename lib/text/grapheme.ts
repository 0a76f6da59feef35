import type { Range } from './range'
import { fits } from './range'

/** How far to look around an edge for a place where clusters surely part. Longer clusters are not written by people. */
const reach = 4096

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Letters and signs that never join a neighbour of their own sort, by UTF-16 unit: Latin, Cyrillic, Hebrew, Arabic, CJK. */
const standsAlone = (unit: number): boolean =>
  (unit >= 0x20 && unit <= 0x7e) ||
  (unit >= 0xc0 && unit <= 0x17f) ||
  (unit >= 0x410 && unit <= 0x44f) ||
  (unit >= 0x5d0 && unit <= 0x5ea) ||
  (unit >= 0x620 && unit <= 0x64a) ||
  (unit >= 0x4e00 && unit <= 0x9fff)

/** Whether two clusters surely part at `at`, told from the units on both sides alone. */
const partsAt = (text: string, at: number): boolean => {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  if (before === 10 || after === 13) return true
  return standsAlone(before) && standsAlone(after)
}

/** The grapheme cluster that holds the place `at`, or the empty range there when `at` is a boundary. */
const clusterAt = (text: string, at: number): Range => {
  if (partsAt(text, at)) return { start: at, end: at }
  let from = at
  while (!partsAt(text, from) && at - from < reach) from -= 1
  let to = at
  while (!partsAt(text, to) && to - at < reach) to += 1
  const cluster = segmenter.segment(text.slice(from, to)).containing(at - from)
  if (!cluster || cluster.index === at - from) return { start: at, end: at }
  return { start: from + cluster.index, end: from + cluster.index + cluster.segment.length }
}

/** The last grapheme boundary at or before `at` (UTF-16 offset). Costs the same in a text of any length. */
export const boundaryBefore = (text: string, at: number): number => clusterAt(text, at).start

/** The first grapheme boundary at or after `at` (UTF-16 offset). */
export const boundaryAfter = (text: string, at: number): number => clusterAt(text, at).end

/**
 * Widens a range to whole grapheme clusters, so that no accent, flag, family emoji or CRLF is cut. An empty range at a
 * boundary stays empty. Throws RangeError when the range stands outside the text.
 */
export const snap = (text: string, range: Range): Range => {
  if (!fits(range, text.length)) throw new RangeError(`The range ${range.start}–${range.end} is outside the text.`)
  return { start: boundaryBefore(text, range.start), end: boundaryAfter(text, range.end) }
}
