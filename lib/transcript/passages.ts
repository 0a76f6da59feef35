import { boundaryAfter, boundaryBefore } from '@/lib/text/grapheme'
import type { Edits } from '@/lib/text/map'
import { type Change, changesBetween } from './changes-between'
import type { Passage, Stretch } from './comparison'
import type { Wording } from './correction'
import { laidOut, touchedIn } from './laid-out'

/** How much is shown of the words around a difference, and of the words that differ; in UTF-16 units. */
const shown = { around: 280, words: 4_000 } as const

/** So many differences in one passage: where line follows on line without one that is the same, it goes on in the next. */
const mostInOne = 40

/** Changes that stand in the same paragraphs, with those paragraphs in both texts. */
type Span = {
  readonly changes: Change[]
  before: { readonly first: number; last: number }
  after: { readonly first: number; last: number }
  readonly skipped: number
}

/** What two revisions differ by, ready to be told passage by passage. */
export type Passages = {
  readonly differences: number
  readonly lineEnds: number
  readonly rest: number
  readonly length: number
  /** The passage at this place of the list, from 0, without its annotations. */
  readonly at: (index: number) => Omit<Passage, 'marks'>
}

const none = { first: 0, last: -1 }

const spansOf = (before: Wording, after: Wording, changes: readonly Change[]): readonly Span[] => {
  const [old, young] = [laidOut(before), laidOut(after)]
  const spans: Span[] = []
  for (const change of changes) {
    const [was, is] = [touchedIn(old, change.before) ?? none, touchedIn(young, change.after) ?? none]
    const last = spans.at(-1)
    const meets = last && (was.first <= last.before.last || is.first <= last.after.last)
    if (last && meets && last.changes.length < mostInOne) {
      last.changes.push(change)
      last.before.last = Math.max(last.before.last, was.last)
      last.after.last = Math.max(last.after.last, is.last)
    } else {
      const skipped = Math.max(0, is.first - (last?.after.last ?? -1) - 1)
      spans.push({ changes: [change], before: { ...was }, after: { ...is }, skipped })
    }
  }
  return spans
}

/** The end of unchanged words that stand before a difference, from the beginning of a word on. */
const endOf = (words: string): number => {
  const from = words.length - shown.around
  const space = words.indexOf(' ', from)
  return boundaryAfter(words, space === -1 || space > from + 60 ? from : space + 1)
}
const beginningOf = (words: string): number => {
  const space = words.lastIndexOf(' ', shown.around)
  return boundaryBefore(words, space < shown.around - 60 ? shown.around : space)
}

/** Unchanged words, without those far from a difference: `behind` one, `before` one, or both. */
const kept = (words: string, behind: boolean, before: boolean): readonly Stretch[] => {
  if (words === '') return []
  const most = (Number(behind) + Number(before)) * shown.around + 80
  if (words.length <= most) return [{ kept: words }]
  const [from, to] = [behind ? beginningOf(words) : 0, before ? endOf(words) : words.length]
  return [
    ...(behind ? [{ kept: words.slice(0, from) }] : []),
    { left: to - from },
    ...(before ? [{ kept: words.slice(to) }] : []),
  ]
}

/** Words that differ; of very long ones the beginning. */
const differing = (was: string, is: string): readonly Stretch[] => {
  const most = (words: string) => words.slice(0, boundaryBefore(words, Math.min(words.length, shown.words)))
  const [old, now] = [most(was), most(is)]
  const left = was.length - old.length + is.length - now.length
  return [{ was: old, is: now }, ...(left > 0 ? [{ left }] : [])]
}

/** The words of a span from `start` on, stretch by stretch. */
const stretchesOf = (
  { changes }: Span,
  [before, after]: readonly [Wording, Wording],
  start: number,
  end: number,
): readonly Stretch[] => {
  const words = changes.filter(({ turn }) => turn === undefined)
  // Of a passage of which nothing but a turn differs, the beginning.
  if (words.length === 0) return kept(after.text.slice(start, end), true, false)
  const stretches: Stretch[] = []
  let done = start
  for (const change of words) {
    stretches.push(...kept(after.text.slice(done, change.after.start), done > start, true))
    stretches.push(
      ...differing(
        before.text.slice(change.before.start, change.before.end),
        after.text.slice(change.after.start, change.after.end),
      ),
    )
    done = change.after.end
  }
  return [...stretches, ...kept(after.text.slice(done, end), true, false)]
}

/**
 * The paragraphs in which two revisions differ, in order. `edits` lead from `before` to `after`. What this costs grows with
 * the text once, then with the passages that are asked for.
 */
export const passagesBetween = (before: Wording, after: Wording, edits: Edits): Passages => {
  const { changes, lineEnds } = changesBetween(before, after, edits)
  const young = laidOut(after)
  const spans = spansOf(before, after, changes)
  const passage = (index: number): Omit<Passage, 'marks'> => {
    const span = spans[index]
    if (span === undefined) throw new RangeError(`There is no passage ${index}.`)
    const [first, last] = [span.changes[0] as Change, span.changes.at(-1) as Change]
    const [previous, next] = [spans[index - 1]?.changes.at(-1), spans[index + 1]?.changes[0]]
    // A label that is the same stands over the passage, not in it.
    const begin = young.words[span.after.first] ?? 0
    const wordsBegin = begin <= first.after.start ? begin : (young.starts[span.after.first] ?? 0)
    const start = Math.max(Math.min(wordsBegin, first.after.start), previous?.after.end ?? 0)
    const end = Math.min(
      Math.max(young.ends[span.after.last] ?? 0, last.after.end),
      next?.after.start ?? Number.POSITIVE_INFINITY,
    )
    const oldStart = first.before.start - (first.after.start - start)
    const oldEnd = last.before.end + (end - last.after.end)
    const turn = after.turns[young.turns[span.after.first] ?? -1]
    return {
      number: index + 1,
      before: { start: Math.max(0, oldStart), end: Math.min(before.text.length, oldEnd) },
      after: { start, end },
      skipped: span.skipped,
      speaker: turn?.speaker ?? null,
      differences: span.changes.filter((change) => change.turn === undefined).length,
      turns: span.changes.flatMap((change) => change.turn ?? []),
      stretches: stretchesOf(span, [before, after], start, end),
    }
  }
  const lastSeen = spans.at(-1)?.after.last ?? -1
  return {
    differences: changes.filter(({ turn }) => turn === undefined).length,
    lineEnds,
    rest: Math.max(0, young.starts.length - lastSeen - 1),
    length: spans.length,
    at: passage,
  }
}
