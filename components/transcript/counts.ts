import type { Mark, Placed } from '@/lib/annotation/annotation'
import { type Filter, matches } from '@/lib/annotation/filter'
import type { AnnotationState, Kind } from '@/lib/annotation/kinds'

/** How many marks a filter would show if one of its sorts were set to this value alone, and how many there are at all. */
export type Counts = {
  readonly all: number
  readonly kind: ReadonlyMap<Kind, number>
  readonly state: ReadonlyMap<AnnotationState, number>
  readonly author: ReadonlyMap<string, number>
  readonly sort: ReadonlyMap<string, number>
  readonly tag: ReadonlyMap<string, number>
  readonly detector: ReadonlyMap<string, number>
  readonly placed: ReadonlyMap<Placed, number>
  /** Every tag that any annotation has, whatever is filtered. */
  readonly tags: ReadonlySet<string>
}

const add = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

/**
 * Counts the marks for every choice a person could make next, in one pass. A sort of filter is left out of its own
 * counts, so that "Notes 3" stays true while only flags are shown; kind and sort narrow each other and are left out
 * together. `found` is what the desk found for the words of the filter: those stand in every count.
 */
export const countMarks = (marks: Iterable<Mark>, filter: Filter, found: ReadonlySet<string> | null = null): Counts => {
  const counts = {
    kind: new Map<Kind, number>(),
    state: new Map<AnnotationState, number>(),
    author: new Map<string, number>(),
    sort: new Map<string, number>(),
    tag: new Map<string, number>(),
    detector: new Map<string, number>(),
    placed: new Map<Placed, number>(),
  }
  const forKind: Filter = { ...filter, kind: [], sort: [] }
  const forState: Filter = { ...filter, state: [] }
  const forAuthor: Filter = { ...filter, author: [] }
  const forTag: Filter = { ...filter, tag: [], without: [] }
  const forDetector: Filter = { ...filter, detector: [] }
  const forPlaced: Filter = { ...filter, placed: [] }
  let all = 0
  const tags = new Set<string>()
  for (const mark of marks) {
    all++
    for (const tag of mark.tags ?? []) tags.add(tag)
    if (found !== null && !found.has(mark.id)) continue
    if (matches(forKind, mark)) {
      add(counts.kind, mark.kind)
      if (mark.sort !== undefined) add(counts.sort, mark.sort)
    }
    if (matches(forState, mark)) add(counts.state, mark.state)
    if (matches(forPlaced, mark)) add(counts.placed, mark.placed)
    if (matches(forAuthor, mark)) add(counts.author, mark.author)
    if (mark.detector !== undefined && matches(forDetector, mark)) add(counts.detector, mark.detector)
    if (mark.tags !== undefined && matches(forTag, mark)) for (const tag of mark.tags) add(counts.tag, tag)
  }
  return { all, ...counts, tags }
}
