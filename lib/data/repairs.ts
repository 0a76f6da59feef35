import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Actor } from '@/lib/permissions/can'
import { type Anchor, describe } from '@/lib/text/anchor'
import { placesFor } from '@/lib/text/candidates'
import { excerptAt } from '@/lib/text/excerpt'
import type { Range } from '@/lib/text/range'
import type { Cause } from '@/lib/transcript/corrected'
import type { Repair, Repairs } from '@/lib/transcript/repair'
import { type Placed, Prisma } from '@/prisma/generated/client'
import { type AnnotationRow, annotationInclude, toAnnotation } from './annotation-row'
import { behind, placeCursor } from './annotations'
import type { Transaction } from './changes'
import { db } from './db'
import { Cursor, Uuid } from './input'
import { pageOf } from './page'
import { loadRevision } from './revision-text'
import { findTranscript, noTranscript } from './transcript-row'

/** Which page of a transcript's repair queue: a short one, as places are looked for in the whole text. */
export const RepairsInput = z.object({
  transcriptId: Uuid,
  cursor: Cursor,
  limit: z.coerce.number().int().min(1).max(50, 'A page holds 50 rows at most.').default(10),
})

// As the index `annotation_to_repair` has it, so that only what waits is read.
const waits = Prisma.sql`a.placed IN ('doubtful', 'lost') AND a.deleted_at IS NULL AND a.state IN ('open', 'resolved')`

/** How many annotations of each of these transcripts wait to be repaired; those without any are left out. */
export const countRepairs = async (
  tx: Transaction,
  transcriptIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    SELECT a.transcript_id AS id, count(*)::int AS count FROM annotation a
    WHERE a.transcript_id = ANY (${[...transcriptIds]}::uuid[]) AND ${waits} GROUP BY a.transcript_id`
  return new Map(rows.map(({ id, count }) => [id, count]))
}

type Stood = Range & { readonly id: string; readonly revision: number; readonly placed: Placed }

/** Where something last stood surely: in the text of which revision; and the one that took its words, where that is known. */
type Held = Range & { readonly revision: number; readonly lostIn: number | null }

const isSure = ({ placed }: { readonly placed: Placed }) => placed === 'exact' || placed === 'moved'

/** `stood` is how it stood before each revision that touched it, the newest first. */
const heldOf = (row: AnnotationRow, stood: readonly Stood[]): Held => {
  const last = stood.find(isSure)
  if (last) return { start: last.start, end: last.end, revision: last.revision - 1, lostIn: last.revision }
  return { start: row.anchorStart, end: row.anchorEnd, revision: row.revision, lostIn: null }
}

const lossesIn = async (tx: Transaction, transcriptId: string, numbers: readonly number[]) => {
  const rows = await tx.revision.findMany({
    where: { transcriptId, number: { in: [...numbers] } },
    select: {
      ...{ number: true, cause: true, reason: true, createdAt: true },
      author: { select: { id: true, name: true } },
    },
  })
  return new Map(
    rows.map(({ number, cause, reason, createdAt, author }): [number, Repair['loss']] => [
      number,
      { revision: number, cause: cause as Cause, by: author, at: createdAt.toISOString(), reason },
    ]),
  )
}

const present = <T>(found: T | null | undefined): T => {
  if (found === null || found === undefined) throw noTranscript()
  return found
}

/** What of the database a page is made of, all of one moment: the texts that it speaks of never change. */
const readPage = (actor: Actor, { transcriptId, cursor, limit }: z.infer<typeof RepairsInput>) =>
  db.$transaction(
    async (tx) => {
      const { head } = await findTranscript(tx, actor, transcriptId)
      const goesOn = cursor === undefined ? Prisma.empty : Prisma.sql`AND ${behind(cursor)}`
      const found = await tx.$queryRaw<(Range & { readonly id: string })[]>`
        SELECT a.id, a.start, a."end" FROM annotation a WHERE a.transcript_id = ${transcriptId}::uuid AND ${waits} ${goesOn}
        ORDER BY a.start, a."end" DESC, a.id LIMIT ${limit + 1}`
      const { items, next } = pageOf(found, limit, placeCursor)
      const ids = items.map(({ id }) => id)
      const rows = await tx.annotation.findMany({ where: { id: { in: ids } }, include: annotationInclude })
      const stood = await tx.$queryRaw<Stood[]>`
        SELECT annotation_id AS id, revision, start, "end", placed FROM placement
        WHERE annotation_id = ANY (${ids}::uuid[]) ORDER BY revision DESC`
      const queued = ids.map((id) => {
        const row = present(rows.find((one) => one.id === id))
        const of = stood.filter((one) => one.id === id)
        return { row, held: heldOf(row, of) }
      })
      const losses = await lossesIn(tx, transcriptId, [...new Set(queued.flatMap(({ held }) => held.lostIn ?? []))])
      const waiting = (await countRepairs(tx, [transcriptId])).get(transcriptId) ?? 0
      return { head, queued, losses, waiting, next }
    },
    { isolationLevel: 'RepeatableRead' },
  )

/** What to look for: the words on which it last stood, from where it stands now. */
const soughtFor = (row: AnnotationRow, held: Held, text: string): Anchor => {
  const { exact, prefix, suffix } = held.start < held.end ? describe(text, held) : row
  return { exact, prefix, suffix, start: row.start, end: row.start + exact.length }
}

/**
 * The annotations of a transcript that wait until somebody decides where they belong, in document order: each with the passage
 * on which it last stood surely, who took that away, and the places of the newest text that read most like it.
 */
export const listRepairs = async (actor: Actor, input: z.infer<typeof RepairsInput>): Promise<Repairs> => {
  const { head, queued, losses, waiting, next } = await readPage(actor, input)
  const { text, turns } = present(await loadRevision(input.transcriptId, head))
  const earlier = new Map<number, string>()
  // From the oldest on: each text is led forward from the one before.
  for (const number of [...new Set(queued.map(({ held }) => held.revision))].sort((a, b) => a - b))
    earlier.set(number, present(await loadRevision(input.transcriptId, number)).text)
  const items: Repair[] = []
  for (const { row, held } of queued) {
    const before = present(earlier.get(held.revision))
    const turn = turns.findLast(({ start }) => start <= row.start)
    const places = placesFor(text, soughtFor(row, held, before), row, turn)
    items.push({
      annotation: toAnnotation(row),
      held: { revision: held.revision, ...excerptAt(before, held) },
      now: excerptAt(text, row),
      loss: (held.lostIn !== null && losses.get(held.lostIn)) || null,
      places: places.map((place) => ({ ...place, ...excerptAt(text, place) })),
    })
    // Looking through a long text takes a while: others are answered in between.
    await setImmediate()
  }
  return { revision: head, waiting, items, next }
}
