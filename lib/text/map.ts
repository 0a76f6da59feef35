import type { Range } from './range'
import { countBelow } from './sorted'

/** One replacement, in offsets of the text before it: `text` takes the place of [start, end). An insertion has `start === end`. */
export type Edit = Range & { readonly text: string }

/**
 * What leads from one text to the next, all in offsets of the text before: in order, none over another, each changing
 * something. Side by side is allowed, except for two insertions at one place and two deletions that touch: those are one.
 */
export type Edits = readonly Edit[]

/**
 * What became of a range. `kept`: no edit touched it; `changed`: edits inside of it or over one of its edges; `replaced`:
 * something larger was put in its place; `deleted`: nothing is left of it, and it is the empty range where it was.
 */
export type Fate = 'kept' | 'changed' | 'replaced' | 'deleted'

/** Edits made ready for mapping: what `mapRange` needs, one entry an edit, found by halving. */
export type Mapping = {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** How far what stands before edit `i` is moved, at `i`; behind the last, at the end. */
  readonly shifts: Int32Array
}

/** Throws RangeError where a list is not in order, two overlap, or, given the length of the text, one is outside of it. */
export const checkEdits = (edits: Edits, length = Number.POSITIVE_INFINITY): void => {
  let done = 0
  for (const { start, end, text } of edits) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && done <= start && start <= end && end <= length))
      throw new RangeError(`The edit ${start}–${end} is out of order, over another or outside the text.`)
    if (start === end && text === '') throw new RangeError(`The edit at ${start} changes nothing.`)
    done = end
  }
}

/** Joined where they have to be one: two insertions at one place, two deletions that touch. In order. */
export const joinTouching = (edits: Edits): Edits => {
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    const inserts = last && last.start === last.end && edit.start === edit.end
    const deletes = last?.text === '' && edit.text === ''
    if (last && last.end === edit.start && (inserts || deletes))
      joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text }
    else joined.push(edit)
  }
  return joined
}

/** The text after the edits. Throws RangeError where they do not fit it. */
export const applyEdits = (text: string, edits: Edits): string => {
  checkEdits(edits, text.length)
  const parts: string[] = []
  let done = 0
  for (const edit of edits) {
    parts.push(text.slice(done, edit.start), edit.text)
    done = edit.end
  }
  parts.push(text.slice(done))
  return parts.join('')
}

/** The edits that lead back: in offsets of the text after, they give `text`, the one before. Inverting twice changes nothing. */
export const invert = (text: string, edits: Edits): Edits => {
  checkEdits(edits, text.length)
  let shift = 0
  return edits.map((edit) => {
    const start = edit.start + shift
    shift += edit.text.length - (edit.end - edit.start)
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) }
  })
}

/** Makes edits ready for mapping: linear, once for any number of ranges. Throws RangeError where they are out of order. */
export const prepareEdits = (edits: Edits): Mapping => {
  checkEdits(edits)
  const starts = new Int32Array(edits.length)
  const ends = new Int32Array(edits.length)
  const shifts = new Int32Array(edits.length + 1)
  for (const [at, { start, end, text }] of edits.entries()) {
    starts[at] = start
    ends[at] = end
    shifts[at + 1] = (shifts[at] as number) + text.length - (end - start)
  }
  return { starts, ends, shifts }
}

/**
 * Where a range of the text before the edits stands in the text after them, and what became of it.
 *
 * - An insertion at an edge does not grow a range; one strictly inside does.
 * - An edit that deletes something inside a range, also up to its edge, leaves its replacement in the range.
 * - An edit of just this range, or of more than it, with a text: the range is that text (`changed`, or `replaced`).
 * - An edit over one edge: the range loses what was cut and does not take the replacement.
 *
 * So letters of the range that are still there stay inside of it, and letters outside of it outside. A range that was
 * kept is mapped back to where it was by the inverse edits. An empty range is a place before a letter: it is kept as
 * long as that letter is. Never reversed, never outside the text. O(log edits).
 */
export const mapRange = ({ start, end }: Range, mapping: Mapping): Range & { readonly fate: Fate } => {
  const { starts, ends, shifts } = mapping
  const number = (list: Int32Array, at: number) => list[at] as number
  const newStart = (at: number) => number(starts, at) + number(shifts, at)
  const newEnd = (at: number) => number(ends, at) + number(shifts, at + 1)

  // Touching are those that end behind the start and begin before the end; for an empty range, before the letter behind it.
  const first = countBelow(ends, start + 1)
  const last = countBelow(starts, start === end ? end + 1 : end) - 1
  if (first > last) {
    const shift = number(shifts, first)
    return { start: start + shift, end: end + shift, fate: 'kept' }
  }
  const from = number(starts, first)
  const to = number(ends, last)
  if (start === end) return { start: newStart(first), end: newStart(first), fate: 'deleted' }
  if (from <= start && number(ends, first) >= end) {
    const placed = { start: newStart(first), end: newEnd(first) }
    if (placed.start === placed.end) return { ...placed, fate: 'deleted' }
    return { ...placed, fate: from === start && to === end ? 'changed' : 'replaced' }
  }
  const mapped = {
    start: from < start ? newEnd(first) : start + number(shifts, first),
    end: to > end ? newStart(last) : end + number(shifts, last + 1),
  }
  return { ...mapped, fate: mapped.start === mapped.end ? 'deleted' : 'changed' }
}

/**
 * The same edits for a text that others have changed meanwhile: each moved to where its letters stand now. Null where the
 * others touched what one of these replaces, or the letter before which it inserts.
 */
export const carryEdits = (edits: Edits, over: Mapping): Edits | null => {
  const carried: Edit[] = []
  for (const { start, end, text } of edits) {
    const now = mapRange({ start, end }, over)
    if (now.fate !== 'kept') return null
    carried.push({ start: now.start, end: now.end, text })
  }
  return carried
}
