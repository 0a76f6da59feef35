import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import type { RevisionSummary } from '@/lib/transcript/corrected'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { Limit, Serial, Uuid } from './input'
import { type Page, pageOf } from './page'
import { loadRevision, type RevisionWithText } from './revision-text'
import { findTranscript } from './transcript-row'

const { sql } = Prisma

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

/** Which page of a transcript's revisions. */
export const RevisionsInput = z.object({
  transcriptId: Uuid,
  sort: z.enum(['oldest', 'newest']).default('oldest'),
  cursor: Serial.optional(),
  limit: Limit,
})

type Row = Omit<RevisionSummary, 'author' | 'createdAt'> & { authorId: string; name: string; createdAt: Date }

/** The revisions of a transcript, the first or the newest one first, without their texts. */
export const listRevisions = async (
  actor: Actor,
  input: z.infer<typeof RevisionsInput>,
): Promise<Page<RevisionSummary>> => {
  const { id } = await findTranscript(db, actor, input.transcriptId)
  const newest = input.sort === 'newest'
  const behind = newest ? sql`r.number < ${input.cursor ?? 2 ** 31 - 1}` : sql`r.number > ${input.cursor ?? 0}`
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.number, r.hash, r.reason, r.created_at AS "createdAt", r.cause, r.of, p.id AS "authorId", p.name,
      coalesce(jsonb_array_length(r.edits), 0) AS places,
      CASE WHEN o.name IS NOT NULL THEN jsonb_build_object('name', o.name, 'size', o.size, 'sha256', o.sha256) END AS file
    FROM revision r JOIN person p ON p.id = r.author_id
    LEFT JOIN original o ON o.transcript_id = r.transcript_id AND o.revision = r.number WHERE r.transcript_id = ${id}::uuid AND ${behind}
    ORDER BY r.number ${newest ? sql`DESC` : sql`ASC`} LIMIT ${input.limit + 1}`
  const { next, items } = pageOf(rows, input.limit, (row) => String(row.number))
  const told = ({ authorId, name, createdAt, ...row }: Row) => ({
    ...{ ...row, author: { id: authorId, name }, createdAt: createdAt.toISOString() },
  })
  return { next, items: items.map(told) }
}
