import type { Mark } from '@/lib/annotation/annotation'
import { overlaps } from '@/lib/text/range'
import type { TranscriptView } from './store'

/** Whether a mark is a proposal that waits to be decided, with words in the text that it would replace. */
export const isProposal = ({ kind, state, start, end, placed }: Mark): boolean =>
  kind === 'correction' && state === 'open' && end > start && placed !== 'lost'

/**
 * Proposals for the same words, by the id of each: those that share letters with it, and it itself, in the order of the
 * text. What stands alone is left out. `marks` come in document order.
 */
export const alternativesIn = (marks: Iterable<Mark>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  let near: readonly Mark[] = []
  for (const mark of marks) {
    if (!isProposal(mark)) continue
    near = near.filter((other) => overlaps(other, mark))
    for (const other of near) {
      found.set(other.id, [...(found.get(other.id) ?? [other.id]), mark.id])
      found.set(mark.id, [...(found.get(mark.id) ?? []), other.id])
    }
    const before = found.get(mark.id)
    if (before) before.push(mark.id)
    near = [...near, mark]
  }
  return found
}

// The last answer for each set of marks: every card asks.
const known = new WeakMap<TranscriptView['marks'], ReturnType<typeof alternativesIn>>()

/** The same of all marks of a transcript. */
export const alternativesOf = ({ order, marks }: Pick<TranscriptView, 'order' | 'marks'>) => {
  const before = known.get(marks)
  if (before) return before
  const found = alternativesIn(order.flatMap((id) => marks.get(id) ?? []))
  known.set(marks, found)
  return found
}
