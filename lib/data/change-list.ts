import { z } from 'zod'
import type { Actor } from '@/lib/permissions/can'
import { Id, Time } from '@/lib/text/scalars'
import { db } from './db'
import { Limit, Serial, Uuid } from './input'
import { type Page, pageOf } from './page'
import { findTranscript } from './transcript-row'

/** A change as the API gives it. */
export const Change = z
  .object({
    number: z.int(),
    action: z.string().describe('What was done: `annotation.create`, `transcript.approve`.'),
    actor: z.object({ id: Id, name: z.string() }).readonly().nullable(),
    subject: z.object({ type: z.string(), id: Id }).readonly(),
    at: Time,
    payload: z.unknown().describe('What it takes to read the change years later.'),
  })
  .readonly()
  .meta({ id: 'Change' })
export type Change = z.infer<typeof Change>

/** Which changes of a transcript to give: those numbered after `after`. */
export const ChangesInput = z.object({
  transcriptId: Uuid,
  after: Serial.default(0),
  cursor: Serial.optional(),
  limit: Limit,
})

/** How much of payloads a page holds, in bytes as they are stored: one change to many annotations may take a megabyte. */
const mostBytes = 2_000_000

/** How many of the next changes fit on a page: all that were asked for, or fewer, but never none. */
const howMany = async (scope: string, after: number, limit: number): Promise<number> => {
  const rows = await db.$queryRaw<{ size: number }[]>`
    SELECT coalesce(pg_column_size(p.payload), 0) AS size
    FROM change c LEFT JOIN change_payload p ON p.scope_id = c.scope_id AND p.number = c.number
    WHERE c.scope_id = ${scope}::uuid AND c.number > ${after} ORDER BY c.number LIMIT ${limit}`
  let bytes = 0
  const end = rows.findIndex(({ size }) => {
    bytes += size
    return bytes > mostBytes
  })
  return end === -1 ? limit : Math.max(1, end)
}

/** The changes of a transcript after a number, oldest first. Throws not-found, or gone where it is in the trash. */
export const listChanges = async (actor: Actor, input: z.infer<typeof ChangesInput>): Promise<Page<Change>> => {
  await findTranscript(db, actor, input.transcriptId)
  const after = input.cursor ?? input.after
  const limit = await howMany(input.transcriptId, after, input.limit)
  const rows = await db.change.findMany({
    where: { scopeId: input.transcriptId, number: { gt: after } },
    include: { payload: { select: { payload: true } } },
    orderBy: { number: 'asc' },
    take: limit + 1,
  })
  const ids = [...new Set(rows.flatMap((row) => row.actorId ?? []))]
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map((person) => [person.id, person.name]))
  const page = pageOf(rows, limit, (row) => String(row.number))
  return {
    next: page.next,
    items: page.items.map((row) => ({
      number: row.number,
      action: row.action,
      actor: row.actorId === null ? null : { id: row.actorId, name: names.get(row.actorId) ?? '' },
      subject: { type: row.subjectType, id: row.subjectId },
      at: row.at.toISOString(),
      payload: row.payload?.payload ?? null,
    })),
  }
}
