import { type Edits, invert } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { wholeWords } from '@/lib/text/whole-words'
import type { TurnSeen } from './comparison'
import type { Wording } from './correction'
import type { Turn } from './transcript'

/** A place at which two revisions differ, in both of them: in words, or in whose turn begins there and when. */
export type Change = {
  readonly before: Range
  readonly after: Range
  readonly turn?: { readonly was: TurnSeen | null; readonly is: TurnSeen | null }
}

const seen = (turn: Turn | undefined): TurnSeen | null =>
  turn === undefined ? null : { speaker: turn.speaker ?? null, from: turn.from ?? null }
const alike = (a: Turn, b: Turn) => a.speaker === b.speaker && a.from === b.from && a.to === b.to

/**
 * Leads a place from one side to the other, asked in ascending order; null inside of words that differ. At the edge of
 * words that were put in it stands behind them, as what follows does.
 */
const follower = (changes: readonly Change[], from: 'before' | 'after', to: 'before' | 'after') => {
  let at = 0
  return (place: number): number | null => {
    while (at < changes.length && (changes[at] as Change)[from].end <= place) at += 1
    const next = changes[at]
    if (next && next[from].start < place) return null
    const last = changes[at - 1]
    return last ? place - last[from].end + last[to].end : place
  }
}

/** Turns that begin at one place in both and differ, or begin there in one alone, where the words are the same. */
const turnChanges = (before: Wording, after: Wording, words: readonly Change[]): readonly Change[] => {
  const old = new Map(before.turns.map((turn) => [turn.start, turn]))
  const met = new Set<number>()
  const found: Change[] = []
  const change = (start: number, now: number, was: Turn | undefined, is: Turn | undefined) =>
    found.push({
      before: { start, end: start },
      after: { start: now, end: now },
      turn: { was: seen(was), is: seen(is) },
    })
  const back = follower(words, 'after', 'before')
  for (const turn of after.turns) {
    const start = back(turn.start)
    if (start === null) continue
    met.add(start)
    const was = old.get(start)
    if (was === undefined || !alike(was, turn)) change(start, turn.start, was, turn)
  }
  const on = follower(words, 'before', 'after')
  for (const turn of before.turns) {
    const now = on(turn.start)
    if (now !== null && !met.has(turn.start)) change(turn.start, now, turn, undefined)
  }
  return found
}

const inOrder = (a: Change, b: Change): number =>
  a.after.start - b.after.start ||
  a.before.start - b.before.start ||
  a.after.end - b.after.end ||
  a.before.end - b.before.end

const withOneEnd = (words: string) => words.replace(/\r\n?/g, '\n')

/**
 * Every place at which two revisions differ, in order, in whole words. `lineEnds` counts those at which only the signs at the
 * end of a line do, which nobody sees and which are left out. `edits` lead from `before` to `after`.
 */
export const changesBetween = (
  before: Wording,
  after: Wording,
  edits: Edits,
): { readonly changes: readonly Change[]; readonly lineEnds: number } => {
  const whole = wholeWords(before.text, after.text, edits)
  const back = invert(before.text, whole)
  const all = whole.map(({ start, end }, at): Change => {
    const { start: newStart, end: newEnd } = back[at] as Range
    return { before: { start, end }, after: { start: newStart, end: newEnd } }
  })
  const words = all.filter(
    ({ before: { start, end } }, at) =>
      withOneEnd(before.text.slice(start, end)) !== withOneEnd((whole[at] as { readonly text: string }).text),
  )
  const turns = turnChanges(before, after, all)
  const changes = turns.length === 0 ? words : [...words, ...turns].sort(inOrder)
  return { changes, lineEnds: all.length - words.length }
}
