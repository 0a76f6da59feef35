import { z } from 'zod'
import { type Annotation, NewAnnotation } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import { type Actor, can } from '@/lib/permissions/can'
import { describe as describeAnchor } from '@/lib/text/anchor'
import { fits } from '@/lib/text/range'
import { Prisma } from '@/prisma/generated/client'
import { AnnotationFilter, conditionOf } from './annotation-filter'
import { annotationInclude, findAnnotation, toAnnotation } from './annotation-row'
import { newRow, storeAnnotation } from './annotation-store'
import { db } from './db'
import { Cursor, Limit, Offset, Uuid } from './input'

import { leaveCarriedOut } from './once'
import { decodeCursor, encodeCursor, type Page, pageOf } from './page'
import { inWholeClusters } from './proposed'
import { refuseUnless } from './refuse'
import { loadRevision } from './revision-text'
import { findTranscript } from './transcript-row'
import { lastSeen, seeTranscript } from './transcript-seen'

/** What to annotate, and with what. */
export const CreateInput = z.object({ transcriptId: Uuid }).and(NewAnnotation)
type CreateInput = z.infer<typeof CreateInput>

/** How often a write is tried anew because the transcript changed between looking and locking. */
const turns = 5

/**
 * The anchor of a new annotation in the text it was made on, which is immutable and needs no transaction; and the annotation
 * as it fits it: a correction of half a letter is one of the whole.
 */
const anchorFor = async (input: CreateInput) => {
  const revision = await loadRevision(input.transcriptId, input.revision)
  if (revision === null) throw new AppError('invalid', `This transcript has no revision ${input.revision}.`)
  if (!fits(input, revision.text.length)) {
    const message = `The range ${input.start}–${input.end} reaches beyond the text, which is ${revision.text.length} long.`
    throw new AppError('invalid', message, { errors: [{ path: 'end', message }] })
  }
  const found = revision.text.slice(input.start, input.end)
  if (input.exact !== undefined && input.exact !== found) {
    const message = 'Other words stand at this place than the ones that were sent. Select the passage again.'
    throw new AppError('conflict', message, { current: { exact: found } })
  }
  const anchor = describeAnchor(revision.text, input)
  const { correction } = input
  if (correction === undefined) return { anchor, given: input }
  return { anchor, given: { ...input, correction: inWholeClusters(revision.text, input, anchor, correction) } }
}

/**
 * Annotates a range of the head revision. Throws conflict where the text has moved on or other words stand there, and
 * invalid where the range does not fit the text. What was seen of the transcript a moment ago is believed at first: the
 * statement that writes looks again under the lock, and where something has changed all of it is read anew.
 */
export const createAnnotation = async (actor: Actor, input: CreateInput): Promise<Annotation> => {
  const seen = lastSeen(input.transcriptId)
  const likely = seen?.head === input.revision && can(actor, 'annotation.create', seen)
  for (let turn = likely ? 0 : 1; turn <= turns; turn += 1) {
    const transcript = turn === 0 && seen !== undefined ? seen : await seeTranscript(actor, input.transcriptId)
    const { anchor, given } = await anchorFor(input)
    refuseUnless(actor, 'annotation.create', transcript, 'Viewers can read and reply, but not annotate.')
    if (transcript.head !== input.revision) {
      const message = 'The text has been corrected in the meantime. Reload it and select the passage again.'
      throw new AppError('conflict', message, { current: { revision: transcript.head } })
    }
    const row = newRow(actor, given, anchor)
    const outcome = await storeAnnotation(actor, transcript, row)
    if (outcome === 'stored') return toAnnotation(row)
    if (outcome === 'carried out') return leaveCarriedOut()
  }
  throw new AppError('conflict', 'This transcript is changing too fast just now. Try again in a moment.')
}

/** Names one annotation. */
export const AnnotationInput = z.object({ annotationId: Uuid })

/** One annotation. Throws not-found, or gone where it was deleted. */
export const readAnnotation = async (actor: Actor, input: { annotationId: string }): Promise<Annotation> =>
  toAnnotation((await findAnnotation(db, actor, input.annotationId)).row)

/** Which annotations of a transcript to list. */
export const AnnotationsInput = AnnotationFilter.extend({ cursor: Cursor, limit: Limit })

/** Where a list in document order goes on: by start, the longer one first, then by id. Throws invalid for no cursor of ours. */
export const behind = (cursor: string): Prisma.Sql => {
  const place = z.tuple([Offset, Offset, Uuid]).safeParse(decodeCursor(cursor))
  if (!place.success) throw new AppError('invalid', 'This cursor is not one of ours. Begin at the first page.')
  const [start, end, id] = place.data
  // The index is by start: the first bound keeps the scan from beginning at the first one again.
  return Prisma.sql`a.start >= ${start} AND (a.start > ${start} OR a."end" < ${end} OR (a."end" = ${end} AND a.id > ${id}::uuid))`
}

/** Names a row of a list in document order for the next request. */
export const placeCursor = ({
  start,
  end,
  id,
}: {
  readonly start: number
  readonly end: number
  readonly id: string
}) => encodeCursor([start, end, id])

/** The annotations of a transcript in document order, whole, a page at a time. */
export const listAnnotations = async (
  actor: Actor,
  input: z.infer<typeof AnnotationsInput>,
): Promise<Page<Annotation>> => {
  const transcript = await findTranscript(db, actor, input.transcriptId)
  const passes = conditionOf(input, transcript.id)
  const where = input.cursor === undefined ? passes : Prisma.sql`${passes} AND ${behind(input.cursor)}`
  const found = await db.$queryRaw<{ id: string; start: number; end: number }[]>`
    SELECT a.id, a.start, a."end" FROM annotation a WHERE ${where} ORDER BY a.start, a."end" DESC, a.id LIMIT ${input.limit + 1}`
  const rows = await db.annotation.findMany({
    where: { id: { in: found.map(({ id }) => id) }, deletedAt: null },
    include: annotationInclude,
  })
  // By what was found first: one that is deleted just now leaves a gap, and does not end the list.
  const { items, next } = pageOf(found, input.limit, placeCursor)
  const whole = new Map(rows.map((row) => [row.id, row]))
  return { items: items.flatMap(({ id }) => whole.get(id) ?? []).map(toAnnotation), next }
}
