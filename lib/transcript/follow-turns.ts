import { type Edits, type Mapping, prepareEdits } from '@/lib/text/map'
import { countBelow } from '@/lib/text/sorted'
import { labelPieces } from './label'
import { labelAt, labelReach } from './speaker-label'
import type { Turn } from './transcript'

const number = (list: Int32Array, at: number) => list[at] as number

/**
 * Where a turn, or a part of one, that began at `at` begins now. What is inserted there is part of it; of an edit over
 * it only what is behind it, unless the edit began in no turn (at or after `owned`).
 */
const beginning = (at: number, { starts, ends, shifts }: Mapping, owned: number): number => {
  const before = countBelow(starts, at)
  const over = before - 1
  if (over < 0 || number(ends, over) <= at) return at + number(shifts, before)
  return number(starts, over) < owned
    ? number(ends, over) + number(shifts, before)
    : number(starts, over) + number(shifts, over)
}

/** Where what ended at `at` ends now: with what is inserted there, and with an edit that began in it and reaches over it. */
const ending = (at: number, { starts, ends, shifts }: Mapping): number => {
  const before = countBelow(ends, at + 1)
  const over = before < starts.length && number(starts, before) < at
  return over ? number(ends, before) + number(shifts, before + 1) : at + number(shifts, before)
}

/** Whether an edit takes the letters on both sides of `at`. */
const isOver = (at: number, { starts, ends }: Mapping): boolean => {
  const over = countBelow(starts, at) - 1
  return over >= 0 && number(ends, over) > at
}

/** Whether an edit touches `start`–`end`, or inserts at one of its edges. */
const touches = (start: number, end: number, { starts, ends }: Mapping): boolean => {
  const first = countBelow(ends, start)
  return first < starts.length && number(starts, first) <= end
}

const solidFrom = (text: string, from: number, to: number): number => {
  let at = from
  while (at < to && /\s/.test(text[at] as string)) at += 1
  return at
}
const solidTo = (text: string, from: number, to: number): number => {
  let at = to
  while (at > from && /\s/.test(text[at - 1] as string)) at -= 1
  return at
}

type Label = Pick<Turn, 'label' | 'speaker' | 'from' | 'to'>

/** What a label that was edited says now: its name, and its times where it shows others than it did. */
const readLabel = (turn: Turn, before: string, after: string, label: { start: number; end: number }): Label => {
  const old = turn.label && labelAt(before.slice(turn.label.start, turn.label.end))
  const words = after.slice(label.start, label.end)
  const found = labelAt(words)
  const named = found?.speaker ?? labelPieces(words).find(({ part }) => part === 'name')?.text
  const from = found?.from !== undefined && found.from !== old?.from ? found.from : turn.from
  const to = found?.to !== undefined && found.to !== old?.to ? found.to : turn.to
  return {
    label,
    ...(named !== undefined && { speaker: named }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}

const timesOf = ({ from, to }: Turn): Label => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})

/** A turn's label and beginning after edits that touch the label or what stands between it and the words. */
const follow = (turn: Turn, before: string, after: string, mapping: Mapping, start: number, end: number): Turn => {
  const { label } = turn
  if (!label) return { ...turn, start, end }
  if (isOver(turn.start, mapping)) {
    // One edit wrote over the end of the label and the first words: read what it wrote.
    const read = labelAt(after.slice(start, Math.min(end, start + labelReach)).split('\n', 1)[0] as string)
    if (!read) return { start, end, ...timesOf(turn) }
    const now = { start, end: start + read.length }
    return { ...readLabel(turn, before, after, now), start: solidFrom(after, now.end, end), end }
  }
  const words = Math.max(start, Math.min(end, beginning(turn.start, mapping, turn.start)))
  const stays = { start, end: solidTo(after, start, Math.min(ending(label.end, mapping), words)) }
  if (stays.start === stays.end) return { start: solidFrom(after, words, end), end, ...timesOf(turn) }
  if (after.slice(stays.start, stays.end) === before.slice(label.start, label.end))
    return { ...turn, label: stays, start: solidFrom(after, words, end), end }
  const { label: _, speaker: __, ...rest } = turn
  return { ...rest, ...readLabel(turn, before, after, stays), start: solidFrom(after, words, end), end }
}

/** A turn so many places further on. */
export const moved = (turn: Turn, by: number): Turn =>
  by === 0
    ? turn
    : {
        ...turn,
        start: turn.start + by,
        end: turn.end + by,
        ...(turn.label && { label: { start: turn.label.start + by, end: turn.label.end + by } }),
      }

/**
 * Each turn after the edits, or null where it went: nothing of it is left, or one edit took what parted it from the turn
 * before, which then has the rest of it. What is typed at either edge of a turn is part of it. A label that was edited
 * gives the new speaker, and times where it shows new ones.
 */
export const followTurns = (
  before: string,
  turns: readonly Turn[],
  edits: Edits,
  after: string,
): readonly (Turn | null)[] => {
  const mapping = prepareEdits(edits)
  const followed: (Turn | null)[] = []
  let [owned, done, last] = [0, 0, -1]
  for (const turn of turns) {
    const outer = turn.label?.start ?? turn.start
    if (touches(outer, turn.end, mapping)) {
      const joins = isOver(outer, mapping) && number(mapping.starts, countBelow(mapping.starts, outer) - 1) < owned
      const from = Math.max(done, beginning(outer, mapping, owned))
      const to = Math.max(from, ending(turn.end, mapping))
      const start = solidFrom(after, from, to)
      const end = solidTo(after, start, to)
      const previous = last === -1 ? null : followed[last]
      if (joins && previous && previous.end === from) {
        if (end > start) followed[last] = { ...previous, end, ...(turn.to !== undefined && { to: turn.to }) }
        followed.push(null)
      } else if (end > start || turn.end === outer) followed.push(follow(turn, before, after, mapping, start, end))
      else followed.push(null)
    } else followed.push(moved(turn, number(mapping.shifts, countBelow(mapping.ends, outer + 1))))
    if (followed.at(-1)) last = followed.length - 1
    done = followed[last]?.end ?? 0
    owned = turn.end
  }
  return followed
}
