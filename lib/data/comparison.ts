import { z } from 'zod'
import type { Marks } from '@/lib/annotation/annotation'
import type { Actor } from '@/lib/permissions/can'
import type { Comparison, MarkThen } from '@/lib/transcript/comparison'
import { type Passages, passagesBetween } from '@/lib/transcript/passages'
import { compareRevisions, DifferencesInput } from './differences'
import { Serial } from './input'
import { readMarks } from './marks'
import type { RevisionWithText } from './revision-text'

/** Which two revisions to compare, and which page of it: a short one, as a passage may hold pages of words. */
export const ComparisonInput = DifferencesInput.extend({
  cursor: Serial.optional(),
  limit: z.coerce.number().int().min(1).max(50, 'A page holds 50 passages at most.').default(20),
})

/** How much is told of the words under an annotation, in UTF-16 units. */
const shownWords = 120

// Revisions never change: what two of them differ by is found once for all pages of it, as long as both are remembered.
const known = new WeakMap<RevisionWithText, WeakMap<RevisionWithText, Passages>>()

const passagesOf = async (compared: Awaited<ReturnType<typeof compareRevisions>>): Promise<Passages> => {
  const { before, after } = compared
  const from = known.get(before) ?? new WeakMap<RevisionWithText, Passages>()
  const found = from.get(after) ?? passagesBetween(before, after, await compared.edits())
  known.set(before, from.set(after, found))
  return found
}

/**
 * What differs between two revisions, page by page: the paragraphs in which they do, and the annotations on them as they
 * stood at the second.
 */
export const readComparison = async (actor: Actor, input: z.infer<typeof ComparisonInput>): Promise<Comparison> => {
  const compared = await compareRevisions(actor, input)
  const { from, to } = compared
  const { at, length, ...told } = await passagesOf(compared)
  const first = Math.min(input.cursor ?? 0, length)
  const last = Math.min(first + input.limit, length)
  const none: Pick<Marks, 'marks' | 'people'> = { marks: [], people: {} }
  const { transcriptId } = input
  const { marks, people } = first === last ? none : await readMarks(actor, { transcriptId, revision: to })
  const items = Array.from({ length: last - first }, (_, index) => {
    const passage = at(first + index)
    const { start, end } = passage.after
    const here = marks.flatMap((mark): MarkThen[] => {
      if (mark.start >= end || mark.end <= start) return []
      const words = compared.after.text.slice(mark.start, Math.min(mark.end, mark.start + shownWords))
      return [{ ...mark, words, by: people[mark.author] ?? null }]
    })
    return { ...passage, marks: here }
  })
  const next = last < length ? String(last) : null
  return { from, to, ...told, passages: length, items, next }
}
