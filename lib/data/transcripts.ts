import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { Metadata, Title, type Transcript, type TranscriptSummary, transcriptStates } from '@/lib/transcript/transcript'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { readDesk } from './desks'
import { Cursor, DeskName, Limit, literally, Uuid, Version } from './input'
import { decodeCursor, encodeCursor, type Page, pageOf } from './page'
import { refuseUnless } from './refuse'
import { countRepairs } from './repairs'
import { loadRevision } from './revision-text'
import {
  findTranscript,
  hereOnly,
  noTranscript,
  oneVisibleTo,
  type SummaryRow,
  summarySelect,
  toSummary,
  visibleTo,
} from './transcript-row'
import { writeToTranscript } from './transcript-write'

/** Which transcripts of a desk to list, in what order. `trash` lists those that were deleted, for owners. */
export const TranscriptsInput = z.object({
  desk: DeskName,
  q: PlainText.trim().max(200).optional(),
  sort: z.enum(['updated', 'title', 'created']).default('updated'),
  state: z.enum(transcriptStates).optional(),
  trash: z.stringbool().or(z.boolean()).default(false).describe('`true` lists those in the trash, for owners.'),
  cursor: Cursor,
  limit: Limit,
})

const orders = {
  updated: { field: 'updatedAt', direction: 'desc' },
  created: { field: 'createdAt', direction: 'desc' },
  title: { field: 'title', direction: 'asc' },
} as const

/** Where a list goes on after the row that `cursor` names: everything behind it in the order, ties broken by id. */
const behind = (cursor: string, sort: keyof typeof orders): Prisma.TranscriptWhereInput => {
  const [value, id] = decodeCursor(cursor) ?? []
  const { field, direction } = orders[sort]
  const at = sort === 'title' ? PlainText.safeParse(value).data : new Date(String(value))
  const isPlace = typeof at === 'string' || (at !== undefined && at.getTime() >= 0)
  if (!Uuid.safeParse(id).success || !isPlace) {
    throw new AppError('invalid', 'This cursor is not one of ours. Begin at the first page.')
  }
  const [beyond, from] = direction === 'desc' ? [{ lt: at }, { lte: at }] : [{ gt: at }, { gte: at }]
  // The second bound lets the index begin there instead of at the first row.
  return { OR: [{ [field]: beyond }, { [field]: at, id: { gt: String(id) } }], [field]: from }
}

/** The transcripts of a desk: a page of them, with counts, and never their texts. */
export const listTranscripts = async (
  actor: Actor,
  given: z.input<typeof TranscriptsInput>,
): Promise<Page<TranscriptSummary>> => {
  const input = TranscriptsInput.parse(given)
  const desk = await readDesk(actor, input)
  if (input.trash && !can(actor, 'transcript.restore', { deskId: desk.id })) {
    throw new AppError('forbidden', 'Only an owner of the desk can see its trash.')
  }
  const { field, direction } = orders[input.sort]
  const rows = await db.transcript.findMany({
    where: {
      deskId: desk.id,
      deletedAt: input.trash ? { not: null } : null,
      ...(input.q ? { title: { contains: literally(input.q), mode: 'insensitive' } } : {}),
      ...(input.state ? { state: input.state } : {}),
      ...(input.cursor === undefined ? {} : behind(input.cursor, input.sort)),
    },
    select: summarySelect,
    orderBy: [{ [field]: direction }, { id: 'asc' }],
    take: input.limit + 1,
  })
  const place = (row: SummaryRow) => {
    const at = row[field]
    return encodeCursor([typeof at === 'string' ? at : at.toISOString(), row.id])
  }
  const page = pageOf(rows, input.limit, place)
  const waiting = await countRepairs(
    db,
    page.items.map(({ id }) => id),
  )
  const items = page.items.map((row) => ({ ...toSummary(row), toRepair: waiting.get(row.id) ?? 0 }))
  return { items, next: page.next }
}

/** Names one transcript. */
export const TranscriptInput = z.object({ transcriptId: Uuid })

/** One transcript without its text. Throws not-found, or gone where it is in the trash. */
export const readSummary = async (actor: Actor, input: { transcriptId: string }) => {
  const where = oneVisibleTo(actor, input.transcriptId)
  const row = hereOnly(await db.transcript.findFirst({ where, select: summarySelect }))
  return toSummary(row)
}

/** Which transcript to give; `text=false` leaves out the text and its turns, which may be megabytes. */
export const ReadInput = TranscriptInput.extend({
  text: z.stringbool().default(true).describe('`false` leaves out the text and its turns.'),
})

/** One transcript with its head revision, or without that where the text is not asked for. */
export const readTranscriptOrSummary = async (
  actor: Actor,
  input: z.infer<typeof ReadInput>,
): Promise<Transcript | TranscriptSummary> => {
  if (input.text) return readTranscript(actor, input)
  return readSummary(actor, input)
}

/** One transcript with the text of its head revision. */
export const readTranscript = async (actor: Actor, input: { transcriptId: string }): Promise<Transcript> => {
  const summary = await readSummary(actor, input)
  const revision = await loadRevision(summary.id, summary.head)
  if (revision === null) throw noTranscript()
  const { reason: _, ...rest } = revision
  return { ...summary, revision: rest }
}

/** New words about a transcript; what is left out stays, null clears. */
export const Description = Metadata.partial().extend({ title: Title.optional() })
export const DescribeInput = Description.extend({ transcriptId: Uuid, version: Version })

/** Changes title and metadata. Throws conflict with the present state where `version` is old. */
export const describeTranscript = (actor: Actor, input: z.infer<typeof DescribeInput>): Promise<TranscriptSummary> => {
  const { transcriptId, version, printedOn, ...fields } = input
  return writeToTranscript(actor, transcriptId, async (tx, actor, record) => {
    const found = await findTranscript(tx, actor, transcriptId)
    refuseUnless(actor, 'transcript.describe', found, 'Viewers cannot change a transcript.')
    const before = toSummary(await tx.transcript.findUniqueOrThrow({ where: { id: found.id }, select: summarySelect }))
    if (before.version !== version) {
      throw new AppError('conflict', 'Someone else has changed these details in the meantime.', { current: before })
    }
    const day = printedOn === undefined ? {} : { printedOn: printedOn === null ? null : new Date(printedOn) }
    const data = { ...fields, ...day, version: { increment: 1 } }
    await tx.transcript.update({ where: { id: found.id }, data })
    const changed = Object.keys(fields).concat(printedOn === undefined ? [] : ['printedOn']) as (keyof typeof before)[]
    const after = { ...fields, ...(printedOn === undefined ? {} : { printedOn }) }
    const payload = { before: Object.fromEntries(changed.map((name) => [name, before[name] as string | null])), after }
    await record({ action: 'transcript.describe', subject: { type: 'transcript', id: found.id }, payload })
    return toSummary(await tx.transcript.findUniqueOrThrow({ where: { id: found.id }, select: summarySelect }))
  })
}

/** Which transcript to delete, at the version that was seen. */
export const DeleteInput = TranscriptInput.extend({ version: Version })

/** Puts a transcript in the trash; nothing of it is lost. */
export const deleteTranscript = async (actor: Actor, input: z.infer<typeof DeleteInput>): Promise<void> => {
  await writeToTranscript(actor, input.transcriptId, async (tx, actor, record) => {
    const found = await findTranscript(tx, actor, input.transcriptId)
    if (!can(actor, 'transcript.delete', found)) {
      throw new AppError('forbidden', 'Only an owner of the desk can delete a transcript.')
    }
    if (found.version !== input.version) {
      const current = toSummary(
        await tx.transcript.findUniqueOrThrow({ where: { id: found.id }, select: summarySelect }),
      )
      throw new AppError('conflict', 'Someone else has changed this transcript in the meantime.', { current })
    }
    const data = { deletedAt: new Date(), version: { increment: 1 } }
    await tx.transcript.update({ where: { id: found.id }, data })
    await record({ action: 'transcript.delete', subject: { type: 'transcript', id: found.id }, payload: {} })
  })
}

/** Takes a transcript out of the trash. One that is not in it is given as it is. */
export const restoreTranscript = (actor: Actor, input: { transcriptId: string }): Promise<TranscriptSummary> =>
  writeToTranscript(actor, input.transcriptId, async (tx, actor, record) => {
    const where = { id: input.transcriptId }
    const found = await tx.transcript.findFirst({ where: { ...where, ...visibleTo(actor) }, select: summarySelect })
    if (found === null) throw noTranscript()
    if (!can(actor, 'transcript.restore', { deskId: found.desk.id })) {
      throw new AppError('forbidden', 'Only an owner of the desk can restore a transcript.')
    }
    if (found.deletedAt === null) return toSummary(found)
    await tx.transcript.update({ where, data: { deletedAt: null, version: { increment: 1 } } })
    await record({ action: 'transcript.restore', subject: { type: 'transcript', id: found.id }, payload: {} })
    return toSummary(await tx.transcript.findUniqueOrThrow({ where, select: summarySelect }))
  })
