import { repairedStates } from '@/lib/annotation/to-repair'
import { AppError } from '@/lib/errors'
import type { Watch } from '@/lib/import/format'
import type { Actor } from '@/lib/permissions/can'
import type { Put, VersionPlan } from '@/lib/transcript/plan-version'
import type { Placed } from '@/prisma/generated/client'
import type { ChangeRecord, Transaction } from './changes'
import { db } from './db'
import { storeOriginal } from './import-store'
import type { Wanted } from './places'
import { type Before, type Given, type Reading, readGiven, type Whose } from './reading'
import { refuseOlder } from './refuse'
import { storeRevision } from './revise'

type Head = { readonly transcriptId: string; readonly revision: number }

/** A newer file as it was read, and what it does to the head. */
export type Compared = { readonly reading: Reading; readonly plan: VersionPlan }

/** The head's words and all annotations at one moment, as text: what reads them is another thread. */
const readBefore = async ({ transcriptId, revision }: Head): Promise<Before> => {
  const [row] = await db.$queryRaw<(Before & { readonly head: number })[]>`
    SELECT x.head, coalesce(t.text, '') AS text, coalesce(t.turns, '[]')::text AS turns, (
      SELECT coalesce(json_agg(json_build_object('id', id, 'start', start, 'end', "end", 'placed', placed,
        'places', places, 'closed', deleted_at IS NOT NULL OR state <> ALL (${[...repairedStates]}::text[]::annotation_state[]),
        'made', CASE WHEN placed <> 'exact' THEN json_build_object('start', anchor_start, 'end', anchor_end,
          'exact', exact, 'prefix', prefix, 'suffix', suffix) END) ORDER BY start), '[]')::text
      FROM annotation WHERE transcript_id = x.id) AS standings
    FROM transcript x LEFT JOIN revision_text t ON t.transcript_id = x.id AND t.number = x.head
    WHERE x.id = ${transcriptId}::uuid`
  refuseOlder(revision, row?.head ?? 0)
  return row as Before
}

/** Refuses a file that reads just like a revision that is there. */
const refuseSame = async ({ transcriptId }: Head, { reading, plan }: Compared): Promise<void> => {
  const where = { transcriptId, hash: reading.hash }
  const twin = await db.revision.findFirst({ where, orderBy: { number: 'desc' }, select: { number: true } })
  if (twin === null || (plan.edits.length === 0 && plan.splices.length > 0)) return
  const same = `This file has the same text as revision ${twin.number}.`
  if (plan.edits.length === 0) throw new AppError('invalid', same)
  throw new AppError('invalid', `${same} To make that text stand again, restore revision ${twin.number}.`)
}

/** Reads a newer file and compares it with the head, where it keeps nobody waiting. */
export const compareWith = async (
  head: Head,
  given: Given,
  { whose, ...watch }: Watch & { readonly whose: Whose },
): Promise<Compared> => {
  const { plan, ...reading } = await readGiven({ ...given, before: await readBefore(head) }, whose, watch)
  if (plan === undefined) throw new Error('a newer file was read without being compared')
  const compared = { reading, plan }
  await refuseSame(head, compared)
  return compared
}

type Where = { readonly id: string; readonly start: number; readonly end: number; readonly placed: Placed }

/** What is still wanted: not of what somebody placed elsewhere while the file was compared. */
const stillWanted = async (tx: Transaction, puts: readonly Put[]): Promise<ReadonlyMap<string, Wanted>> => {
  const ids = puts.map(({ id }) => id)
  const rows = await tx.$queryRaw<Where[]>`
    SELECT id, start, "end", placed FROM annotation WHERE id = ANY (${ids}::uuid[])`
  const now = new Map(rows.map((row) => [row.id, row]))
  const wanted = new Map<string, Wanted>()
  for (const { id, from, to, places } of puts) {
    const row = now.get(id)
    if (row?.start !== from.start || row.end !== from.end || row.placed !== from.placed) continue
    wanted.set(id, { place: { ...to, places } })
  }
  return wanted
}

/**
 * Makes a compared file the next revision, with the file itself, under the transcript's lock. What was annotated while it
 * was compared follows the edits like everything else.
 */
export const storeVersion = async (
  tx: Transaction,
  record: (change: ChangeRecord) => Promise<number>,
  actor: Actor,
  { transcriptId, revision, reason }: Head & { readonly reason: string | null },
  given: Given,
  { reading, plan: { edits, splices, puts } }: Compared,
): Promise<void> => {
  const wanted = await stillWanted(tx, puts)
  const original = await storeOriginal(tx, transcriptId, revision + 1, given, reading)
  const step = { edits, splices, cause: 'version', of: null, reason, wanted } as const
  await storeRevision(tx, record, actor, { transcriptId, head: { number: revision }, ...step }, reading, { original })
}
