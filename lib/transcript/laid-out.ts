import type { Range } from '@/lib/text/range'
import { countBelow } from '@/lib/text/sorted'
import type { Wording } from './correction'
import { paragraphs } from './paragraphs'

/** The paragraphs of a text as numbers, for half a million of them: where each begins and ends, and where its words begin, behind a label. */
export type LaidOut = {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly words: Int32Array
  /** The turn each belongs to, by its place in the list; -1 for none. */
  readonly turns: Int32Array
}

// Revisions never change: what one was laid out as holds as long as it is remembered.
const known = new WeakMap<Wording, LaidOut>()

/** The paragraphs of a revision, found once. */
export const laidOut = (wording: Wording): LaidOut => {
  const before = known.get(wording)
  if (before) return before
  const [starts, ends, words, turns] = [[], [], [], []] as number[][] as [number[], number[], number[], number[]]
  let last = -1
  for (const { start, end, turn, label } of paragraphs(wording.text, wording.turns)) {
    if (turn !== undefined) last = turn - 1
    starts.push(start)
    ends.push(end)
    words.push(label?.end ?? start)
    turns.push(last >= 0 && start < (wording.turns[last]?.end ?? 0) ? last : -1)
  }
  const [a, b, c, d] = [starts, ends, words, turns].map((list) => Int32Array.from(list)) as [
    ...[Int32Array, Int32Array, Int32Array, Int32Array],
  ]
  const laid = { starts: a, ends: b, words: c, turns: d }
  known.set(wording, laid)
  return laid
}

/** The first and the last paragraph that a range touches; both beside it where it stands between two. Null in a text without any. */
export const touchedIn = (
  { starts, ends }: LaidOut,
  { start, end }: Range,
): { readonly first: number; readonly last: number } | null => {
  if (starts.length === 0) return null
  const within = (at: number) => Math.min(Math.max(at, 0), starts.length - 1)
  const [first, last] = [within(countBelow(ends, start)), within(countBelow(starts, end + 1) - 1)]
  return { first: Math.min(first, last), last: Math.max(first, last) }
}
