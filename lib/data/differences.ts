import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { compose } from '@/lib/text/compose'
import { type Edits, invert } from '@/lib/text/map'
import { tidyEdits } from '@/lib/text/tighten'
import { db } from './db'
import { Serial, Uuid } from './input'
import { editsBetween, loadRevision } from './revision-text'
import { findTranscript } from './transcript-row'

/** Which two revisions to compare: the first with the head where nothing is said. */
export const DifferencesInput = z.object({
  transcriptId: Uuid,
  from: Serial.default(1).describe('The revision that is compared; the first where none is named.'),
  to: Serial.optional().describe('The one it is compared with; the newest where none is named.'),
})

const Place = z.object({ start: z.int(), end: z.int() }).readonly()

/** What differs between two revisions, in the order of the text. */
export const Differences = z
  .object({
    from: z.int(),
    to: z.int(),
    differences: z
      .array(
        z
          .object({
            before: Place.describe('Where it stands in `from`; empty where words were put in.'),
            after: Place.describe('Where it stands in `to`; empty where words were taken out.'),
            was: z.string(),
            is: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Differences' })
export type Differences = z.infer<typeof Differences>

/**
 * Two revisions, and how to get the edits that lead from the one to the other, also from a later to an earlier one: everything
 * that was done between them as one, without what came to nothing. Throws not-found where there is none of such a number.
 */
export const compareRevisions = async (actor: Actor, input: z.infer<typeof DifferencesInput>) => {
  const { id, head } = await findTranscript(db, actor, input.transcriptId)
  const { from, to = head } = input
  const [before, after] = [from, to].every((number) => number <= head)
    ? [await loadRevision(id, from), await loadRevision(id, to)]
    : [null, null]
  if (before === null || after === null) {
    throw new AppError('not-found', 'There is no such revision of this transcript.')
  }
  const edits = async (): Promise<Edits> => {
    const [first, last] = from <= to ? [before, after] : [after, before]
    const steps = await editsBetween(db, id, first.number, last.number)
    const all = steps.reduce<Edits>((done, step) => compose(done, step.edits), [])
    const forward = tidyEdits(first.text, all)
    return from <= to ? forward : invert(first.text, forward)
  }
  return { from, to, before, after, edits }
}

/** What differs between two revisions. */
export const readDifferences = async (actor: Actor, input: z.infer<typeof DifferencesInput>): Promise<Differences> => {
  const { from, to, before, ...more } = await compareRevisions(actor, input)
  const edits = await more.edits()
  const back = invert(before.text, edits)
  const differences = edits.map(({ start, end, text: is }, at) => {
    const { start: newStart, end: newEnd, text: was } = back[at] ?? { start, end, text: '' }
    return { before: { start, end }, after: { start: newStart, end: newEnd }, was, is }
  })
  return { from, to, differences }
}
