import type { Mark } from '@/lib/annotation/annotation'
import { type Filter, matches } from '@/lib/annotation/filter'
import { compareRanges } from '@/lib/text/range'
import { same } from './same'

/** The marks of a transcript by id, their ids in document order, and the ids that pass a filter, in that order. */
export type MarksIndex = {
  readonly marks: ReadonlyMap<string, Mark>
  readonly order: readonly string[]
  readonly shown: readonly string[]
}

/** Whether a mark is shown. */
export type Sieve = (mark: Mark) => boolean

/** What lets a mark through: the filter, and where the desk was asked for words, what it found. */
export const sieveOf = (filter: Filter, found: ReadonlySet<string> | null): Sieve =>
  found === null ? (mark) => matches(filter, mark) : (mark) => found.has(mark.id) && matches(filter, mark)

/** Document order; marks of the same range stand in the order they were made (ids rise with time). */
const compareMarks = (a: Mark, b: Mark): number => compareRanges(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The index of all of `marks`. */
export const indexMarks = (marks: Iterable<Mark>, passes: Sieve): MarksIndex => {
  const sorted = [...marks].sort(compareMarks)
  return {
    marks: new Map(sorted.map((mark) => [mark.id, mark])),
    order: sorted.map(({ id }) => id),
    shown: sorted.filter(passes).map(({ id }) => id),
  }
}

/** The same marks under another filter. */
export const refilter = (index: MarksIndex, passes: Sieve): MarksIndex => ({
  ...index,
  shown: index.order.filter((id) => passes(index.marks.get(id) as Mark)),
})

/** Where `mark` stands in `ids`, or belongs: the number of ids before it. */
export const placeOf = (mark: Mark, ids: readonly string[], marks: ReadonlyMap<string, Mark>): number => {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = marks.get(ids[middle] as string) as Mark
    if (compareMarks(other, mark) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Past this many changes at once, sorting anew costs less than placing each. */
const manyChanges = 200

/** The index after some marks were added or replaced (`changed`) and others taken away (`removed`). */
export const changeIndex = (
  index: MarksIndex,
  changed: readonly Mark[],
  removed: readonly string[],
  passes: Sieve,
): MarksIndex => {
  if (changed.length + removed.length > manyChanges) {
    const all = new Map(index.marks)
    for (const id of removed) all.delete(id)
    for (const mark of changed) all.set(mark.id, mark)
    return indexMarks(all.values(), passes)
  }
  const marks = new Map(index.marks)
  const order = [...index.order]
  const shown = [...index.shown]
  const takeOut = (mark: Mark) => {
    for (const ids of [order, shown]) {
      const at = placeOf(mark, ids, marks)
      if (ids[at] === mark.id) ids.splice(at, 1)
    }
    marks.delete(mark.id)
  }
  for (const id of [...removed, ...changed.map((mark) => mark.id)]) {
    const before = marks.get(id)
    if (before) takeOut(before)
  }
  for (const mark of changed) {
    order.splice(placeOf(mark, order, marks), 0, mark.id)
    if (passes(mark)) shown.splice(placeOf(mark, shown, marks), 0, mark.id)
    marks.set(mark.id, mark)
  }
  return { marks, order, shown }
}

const sameTags = (a: Mark['tags'] = [], b: Mark['tags'] = []) =>
  a.length === b.length && a.every((tag, at) => tag === b[at])

/** Whether two marks look and filter alike. */
export const sameMark = (a: Mark, b: Mark): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.kind === b.kind &&
  a.state === b.state &&
  a.sort === b.sort &&
  a.author === b.author &&
  a.detector === b.detector &&
  a.placed === b.placed &&
  a.to === b.to &&
  same(a.turn, b.turn) &&
  sameTags(a.tags, b.tags)

/** What leads from one set of marks to another. */
export const differences = (
  before: ReadonlyMap<string, Mark>,
  after: ReadonlyMap<string, Mark>,
): { readonly changed: readonly Mark[]; readonly removed: readonly string[] } => ({
  changed: [...after.values()].filter((mark) => {
    const old = before.get(mark.id)
    return old === undefined || !sameMark(old, mark)
  }),
  removed: [...before.keys()].filter((id) => !after.has(id)),
})
