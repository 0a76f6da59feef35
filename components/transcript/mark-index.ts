import type { Mark } from '@/lib/annotation/annotation'
import { isGone } from '@/lib/annotation/to-repair'
import { compareRanges } from '@/lib/text/range'

/** Paragraphs by number, both ends included. */
export type Span = { readonly first: number; readonly last: number }

/** Marks by the paragraphs they stand in. Nothing here knows the page. */
export type MarkIndex = {
  readonly set: (marks: readonly Mark[]) => void
  /** Adds, replaces and removes; gives the paragraphs that look different now. */
  readonly change: (changed: readonly Mark[], removed: readonly string[]) => readonly Span[]
  readonly get: (id: string) => Mark | undefined
  /** The marks of one paragraph in document order, the longer first where two begin together. */
  readonly at: (paragraph: number) => readonly Mark[]
  readonly span: (mark: Mark) => Span
}

/** A mark over more paragraphs than this is kept in one list and looked up by range, not copied into each paragraph. */
const widest = 64

/** The last place in ascending `starts` that is not above `offset`; 0 when all are. */
export const lastAtOrBefore = (starts: ArrayLike<number>, offset: number): number => {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Whether a mark can be painted: it has words, and they are still where it says; or a sign stands in their place. */
const stands = (mark: Mark): boolean => (mark.end > mark.start && mark.placed !== 'lost') || isGone(mark)

const inOrder = (a: Mark, b: Mark): number => compareRanges(a, b) || (a.id < b.id ? -1 : 1)

/** An index over paragraphs that begin at `starts` (UTF-16 offsets, ascending). */
export const createMarkIndex = (starts: ArrayLike<number>): MarkIndex => {
  const byId = new Map<string, Mark>()
  const narrow = new Map<number, Mark[]>()
  const wide = new Map<string, Mark>()

  const span = (mark: Mark): Span => ({
    first: lastAtOrBefore(starts, mark.start),
    last: lastAtOrBefore(starts, Math.max(mark.start, mark.end - 1)),
  })

  const put = (mark: Mark): void => {
    byId.set(mark.id, mark)
    if (!stands(mark)) return
    const { first, last } = span(mark)
    if (last - first >= widest) wide.set(mark.id, mark)
    else
      for (let paragraph = first; paragraph <= last; paragraph += 1) {
        const here = narrow.get(paragraph)
        if (here) here.push(mark)
        else narrow.set(paragraph, [mark])
      }
  }

  /** Takes a mark out and gives the paragraphs it stood in. */
  const take = (id: string): readonly Span[] => {
    const mark = byId.get(id)
    if (!mark || !byId.delete(id) || !stands(mark)) return []
    const stood = span(mark)
    if (!wide.delete(id))
      for (let paragraph = stood.first; paragraph <= stood.last; paragraph += 1) {
        const left = (narrow.get(paragraph) ?? []).filter((other) => other.id !== id)
        if (left.length > 0) narrow.set(paragraph, left)
        else narrow.delete(paragraph)
      }
    return [stood]
  }

  return {
    set: (marks) => {
      byId.clear()
      narrow.clear()
      wide.clear()
      for (const mark of marks) put(mark)
    },
    change: (changed, removed) => {
      const touched = [...removed.flatMap(take)]
      for (const mark of changed) {
        touched.push(...take(mark.id))
        put(mark)
        if (stands(mark)) touched.push(span(mark))
      }
      return touched
    },
    get: (id) => byId.get(id),
    at: (paragraph) => {
      const here = narrow.get(paragraph) ?? []
      const over = [...wide.values()].filter((mark) => {
        const { first, last } = span(mark)
        return first <= paragraph && paragraph <= last
      })
      return here.length + over.length < 2 ? [...here, ...over] : [...here, ...over].sort(inOrder)
    },
    span,
  }
}
