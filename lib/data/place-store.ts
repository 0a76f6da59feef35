import type { Edits } from '@/lib/text/map'
import { compareRanges } from '@/lib/text/range'
import { Prisma } from '@/prisma/generated/client'
import type { Transaction } from './changes'
import { type Settled, type Standing, type Step, settle, type Wanted } from './places'

const { sql, raw } = Prisma

/** A revision that is being made: its row is stored, the annotations stand where they stood before it. */
export type Made = { readonly transcriptId: string; readonly number: number }

/** What edits touch or stand beside, as a multirange of Postgres: it looks a range up in it by halving. */
export const besideEdits = (edits: Edits): string => `{${edits.map(({ start, end }) => `[${start},${end}]`).join(',')}}`

/**
 * Moves what stands behind edits and beside none of them, in one statement: no such place has to be looked at. The n-th
 * shift belongs to what stands behind n edits.
 */
export const moveFar = async (
  tx: Transaction,
  table: 'annotation' | 'tick',
  transcriptId: string,
  { edits, there }: Step,
): Promise<void> => {
  const shifts = [...there.shifts.subarray(1)]
  if (shifts.every((shift) => shift === 0)) return
  const ends = edits.map(({ end }) => end)
  const shift = sql`(${shifts}::int[])[width_bucket(start, ${ends}::int[])]`
  await tx.$executeRaw`
    UPDATE ${raw(table)} SET start = start + ${shift}, "end" = "end" + ${shift}
    WHERE transcript_id = ${transcriptId}::uuid AND start > ${ends[0] ?? 0}
      AND NOT int4range(start, "end", '[]') && ${besideEdits(edits)}::int4multirange`
}

const readStandings = (tx: Transaction, transcriptId: string, { edits }: Step, wanted: readonly string[]) =>
  tx.$queryRaw<Standing[]>`
    SELECT id, start, "end", placed, places, kind, state, exact, deleted_at IS NOT NULL AS deleted
    FROM annotation WHERE transcript_id = ${transcriptId}::uuid AND (places IS NOT NULL
      OR int4range(start, "end", '[]') && ${besideEdits(edits)}::int4multirange OR id = ANY (${[...wanted]}::uuid[]))`

const writeSettled = async (tx: Transaction, settled: readonly Settled[]): Promise<void> => {
  const column = <T>(of: (one: Settled) => T) => settled.map(of)
  await tx.$executeRaw`
    UPDATE annotation a SET start = now.start, "end" = now."end", placed = now.placed, places = now.places,
      state = coalesce(now.state, a.state), version = a.version + (now.state IS NOT NULL)::int,
      updated_at = CASE WHEN now.state IS NULL THEN a.updated_at ELSE now() END
    FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ start }) => start)}::int[],
      ${column(({ end }) => end)}::int[], ${column(({ placed }) => placed)}::text[]::placed[],
      ${column(({ places }) => (places === null ? null : JSON.stringify(places)))}::text[]::jsonb[],
      ${column(({ state }) => state)}::text[]::annotation_state[]
    ) AS now (id, start, "end", placed, places, state) WHERE a.id = now.id`
}

const writeBefore = async (tx: Transaction, { transcriptId, number }: Made, before: readonly Before[]) => {
  const column = <T>(of: (one: Before) => T) => before.map(of)
  await tx.$executeRaw`
    INSERT INTO placement (annotation_id, transcript_id, revision, start, "end", placed, places, state)
    SELECT id, ${transcriptId}::uuid, ${number}::int, start, "end", placed, places, state
    FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ start }) => start)}::int[],
      ${column(({ end }) => end)}::int[], ${column(({ placed }) => placed)}::text[]::placed[],
      ${column(({ places }) => (places === null ? null : JSON.stringify(places)))}::text[]::jsonb[],
      ${column(({ state }) => state)}::text[]::annotation_state[]
    ) AS was (id, start, "end", placed, places, state)`
}
type Before = Omit<Standing, 'state'> & { readonly state: Standing['state'] | null }

/**
 * Leads every annotation of a transcript over a step, deleted ones too. What is touched, or wanted elsewhere or in another
 * state, is written down as it stood before. Gives those in the order of the text.
 */
export const moveAnnotations = async (
  tx: Transaction,
  made: Made,
  step: Step,
  wanted: ReadonlyMap<string, Wanted>,
): Promise<readonly Settled[]> => {
  const rows = await readStandings(tx, made.transcriptId, step, [...wanted.keys()])
  const results = rows.map((row) => ({ row, ...settle(row, step, wanted.get(row.id)) }))
  await moveFar(tx, 'annotation', made.transcriptId, step)
  const moved = results.filter((result) => result.moved)
  if (moved.length > 0)
    await writeSettled(
      tx,
      moved.map(({ settled }) => settled),
    )
  const touched = results.filter((result) => result.touched)
  const before = touched.map(({ row, settled }) => ({ ...row, state: settled.state === null ? null : row.state }))
  if (before.length > 0) await writeBefore(tx, made, before)
  return touched.map(({ settled }) => settled).sort(compareRanges)
}
