import { z } from 'zod'
import { Placed } from '@/lib/annotation/annotation'
import { mostAtOnce } from '@/lib/annotation/bulk'
import { PlainText } from '@/lib/text/plain'
import { Id, Time } from '@/lib/text/scalars'
import { Turn } from './transcript'

/** How a revision came to be. `version` is a newer file that was uploaded. */
export const causes = ['import', 'accept', 'undo', 'restore', 'version'] as const
export type Cause = (typeof causes)[number]

/** A revision without its text. */
export const RevisionSummary = z
  .object({
    ...{ number: z.int(), hash: z.string(), author: z.object({ id: Id, name: z.string() }).readonly() },
    ...{ reason: z.string().nullable(), createdAt: Time },
    cause: z.enum(causes),
    of: z.int().nullable().describe('The revision that was undone or restored.'),
    places: z.int().describe('At how many places it changed the text before it.'),
    file: z
      .object({ name: z.string(), size: z.int(), sha256: z.string() })
      .readonly()
      .nullable()
      .describe('The file that it came from, where it came from one.'),
  })
  .readonly()
  .meta({ id: 'RevisionSummary' })
export type RevisionSummary = z.infer<typeof RevisionSummary>

/** One replacement, in offsets of the text before it. */
const EditShape = z.object({ start: z.int(), end: z.int(), text: z.string() }).readonly()

/** A change of the list of turns: `remove` of them from the one at `at` give way to `put`. */
const SpliceShape = z.object({ at: z.int(), remove: z.int(), put: z.array(Turn).readonly() }).readonly()

/** Where one annotation stands in the new text, as `[id, start, end, placed]`. */
export const PlaceRow = z.tuple([Id, z.int(), z.int(), Placed]).readonly()
export type PlaceRow = z.infer<typeof PlaceRow>

/** The most places that one change tells; with more of them a browser fetches the marks again. */
export const mostPlaces = 2_000

/**
 * A new revision as its change carries it, so that a browser that has the revision before can follow without a question:
 * the edits move every mark, and `places` sets those that were touched.
 */
export const Corrected = z
  .object({
    change: z.int().nullable().describe('The number of the change; null where nothing was to be done.'),
    revision: z.int().describe('The number of the newest revision.'),
    hash: z.string().describe('SHA-256 of its text as UTF-8, in hex.'),
    cause: z.enum(causes).nullable().describe('How it was made; null where proposals were rejected and none was.'),
    of: z.int().nullable().describe('The revision that was undone or restored.'),
    reason: z.string().nullable(),
    edits: z
      .array(EditShape)
      .readonly()
      .describe('What was replaced, in offsets of the text before. Sorted, never overlapping.'),
    splices: z
      .array(SpliceShape)
      .readonly()
      .describe('What changed of the list of turns after they followed the edits.'),
    accepted: z.array(Id).readonly().describe('Annotations that are accepted by it.'),
    rejected: z.array(Id).readonly().describe('Annotations that were rejected.'),
    reopened: z.array(Id).readonly().describe('Annotations that were accepted and are open again.'),
    places: z
      .array(PlaceRow)
      .readonly()
      .nullable()
      .describe(`Annotations that were more than moved along; null where they are more than ${mostPlaces}.`),
  })
  .readonly()
  .meta({ id: 'Corrected' })
export type Corrected = z.infer<typeof Corrected>

const Ids = z
  .array(z.uuid().toLowerCase())
  .min(1, 'Choose at least one.')
  .max(mostAtOnce, 'Choose 20,000 at most.')
  .readonly()
const Reason = PlainText.trim().max(2_000).nullish()
const RevisionNumber = z.int32().min(1)

/** What is done about proposals: accepting makes the next revision, so do undoing one and restoring one. */
export const CorrectionStep = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('accept'),
    ids: Ids,
    revision: RevisionNumber.describe('The newest revision that was seen.'),
    reason: Reason,
  }),
  z.object({ action: z.literal('reject'), ids: Ids, reason: Reason }),
  z.object({ action: z.literal('undo'), revision: RevisionNumber.describe('Which one to take back.'), reason: Reason }),
  z.object({
    action: z.literal('restore'),
    revision: RevisionNumber.describe('The one whose text shall stand again.'),
    head: RevisionNumber.describe('The newest revision that was seen.'),
    reason: Reason,
  }),
])
export type CorrectionStep = z.infer<typeof CorrectionStep>
