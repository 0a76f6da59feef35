import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { Id, Time } from '@/lib/text/scalars'
import { RevisionOfTranscript, type Turn } from '@/lib/transcript/transcript'
import { db } from './db'
import { Limit, Serial, Uuid } from './input'
import { type Page, pageOf } from './page'
import { findTranscript } from './transcript-row'

/** A revision with its whole text. It never changes once it is made. */
export const RevisionWithText = z
  .object({ ...RevisionOfTranscript.unwrap().shape, reason: z.string().nullable() })
  .readonly()
  .meta({ id: 'Revision' })
export type RevisionWithText = z.infer<typeof RevisionWithText>

const held = 128 * 1024 * 1024
// Revisions are immutable, so a text read once is right for as long as the process lives.
const shared = globalThis as typeof globalThis & { verbatimRevisions?: LRUCache<string, RevisionWithText> }
shared.verbatimRevisions ??= new LRUCache({
  maxSize: held,
  // Two bytes a character, and roughly a hundred a turn.
  sizeCalculation: ({ text, turns }) => 1_000 + text.length * 2 + turns.length * 100,
})
const revisions = shared.verbatimRevisions

/** A revision of a transcript that the caller has been allowed to see, or null where there is none of that number. */
export const loadRevision = async (transcriptId: string, number: number): Promise<RevisionWithText | null> => {
  const key = `${transcriptId} ${number}`
  const known = revisions.get(key)
  if (known !== undefined) return known
  const row = await db.revision.findUnique({
    where: { transcriptId_number: { transcriptId, number } },
    include: { text: true },
  })
  if (row?.text == null) return null
  const { hash, reason, createdAt } = row
  const turns = row.text.turns as unknown as readonly Turn[]
  const revision = { number, text: row.text.text, turns, hash, reason, createdAt: createdAt.toISOString() }
  revisions.set(key, revision)
  return revision
}

/** Which revision; the head where no number is given. */
export const RevisionInput = z.object({ transcriptId: Uuid, number: Serial.optional() })

/** Which revision's text; the head where none is given. */
export const TextInput = z.object({ transcriptId: Uuid, revision: Serial.optional() })

/** One revision with its text and turns. Throws not-found, or gone where the transcript is in the trash. */
export const readRevision = async (
  actor: Actor,
  input: { transcriptId: string; number?: number },
): Promise<RevisionWithText> => {
  const transcript = await findTranscript(db, actor, input.transcriptId)
  const revision = await loadRevision(transcript.id, input.number ?? transcript.head)
  if (revision === null) throw new AppError('not-found', 'There is no such revision of this transcript.')
  return revision
}

/** A revision without its text. */
export const RevisionSummary = z
  .object({
    ...{ number: z.int(), hash: z.string(), author: z.object({ id: Id, name: z.string() }).readonly() },
    ...{ reason: z.string().nullable(), createdAt: Time },
  })
  .readonly()
  .meta({ id: 'RevisionSummary' })
export type RevisionSummary = z.infer<typeof RevisionSummary>

/** Which page of a transcript's revisions. */
export const RevisionsInput = z.object({ transcriptId: Uuid, cursor: Serial.optional(), limit: Limit })

/** The revisions of a transcript, the first one first. */
export const listRevisions = async (
  actor: Actor,
  input: z.infer<typeof RevisionsInput>,
): Promise<Page<RevisionSummary>> => {
  const transcript = await findTranscript(db, actor, input.transcriptId)
  const rows = await db.revision.findMany({
    where: { transcriptId: transcript.id, number: { gt: input.cursor ?? 0 } },
    select: { number: true, hash: true, reason: true, createdAt: true, author: { select: { id: true, name: true } } },
    orderBy: { number: 'asc' },
    take: input.limit + 1,
  })
  const page = pageOf(rows, input.limit, (row) => String(row.number))
  return { next: page.next, items: page.items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) }
}
