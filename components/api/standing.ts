import type { NewAnnotation } from '@/lib/annotation/annotation'
import { applyEdits, type Edits, type Fate, mapRange, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import type { Draft } from './store'
import { wordsOf } from './words'

/** Where a range stands after a correction. */
export const placeAfter = ({ start, end }: Range, edits: Edits): Range => {
  const now = mapRange({ start, end }, prepareEdits(edits))
  return { start: now.start, end: now.end }
}

/** A range with the words that stand there. */
export type Standing = Range & { readonly exact: string }

/** Where a range stands after a correction, with the words that stand there then, and what became of it. */
export const moveStanding = ({ start, end, exact }: Standing, edits: Edits): Standing & { readonly fate: Fate } => {
  const now = mapRange({ start, end }, prepareEdits(edits))
  if (now.fate === 'kept') return { ...now, exact }
  const [first] = edits.filter((edit) => edit.start < end && edit.end > start)
  // Something larger, or just as large, was put in its place.
  if (first && first.start <= start && first.end >= end) return { ...now, exact: first.text }
  const inside = edits.flatMap((edit) => {
    const cut = { start: Math.max(edit.start, start) - start, end: Math.min(edit.end, end) - start }
    if (edit.start === edit.end ? edit.start <= start || edit.start >= end : cut.start >= cut.end) return []
    // Over an edge: what was cut is gone, and its replacement stands outside.
    return [{ ...cut, text: edit.start >= start && edit.end <= end ? edit.text : '' }]
  })
  return { ...now, exact: applyEdits(exact, inside) }
}

/** What was begun on one revision, as it stands in a later one. Its words stay under the key where they are kept. */
export const moveDraft = (draft: Draft, edits: Edits, revision: number): Draft => {
  const { fate, ...now } = moveStanding(draft, edits)
  const was = fate === 'kept' ? draft.was : (draft.was ?? draft.exact)
  return { ...draft, ...now, key: wordsOf.draft(draft), revision, ...(was !== undefined && { was }) }
}

/** A new annotation that was made on one revision, for a later one; `fate` says what became of its words. */
export const moveInput = (
  input: NewAnnotation,
  edits: Edits,
  revision: number,
): { readonly input: NewAnnotation; readonly fate: Fate } => {
  const { start, end, exact } = input
  const { fate, ...now } = moveStanding({ start, end, exact: exact ?? '' }, edits)
  if (exact !== undefined) return { input: { ...input, ...now, revision }, fate }
  return { input: { ...input, start: now.start, end: now.end, revision }, fate }
}
