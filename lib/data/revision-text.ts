import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Edits } from '@/lib/text/map'
import { nextWording, type Revising, type Wording } from '@/lib/transcript/correction'
import { RevisionOfTranscript, type Turn } from '@/lib/transcript/transcript'
import type { Transaction } from './changes'
import { db } from './db'

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

/** The hash of a text, as revisions keep it: SHA-256 of its UTF-8, in hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const keyOf = (transcriptId: string, number: number) => `${transcriptId} ${number}`

/** Remembers a revision once the transaction that made it has ended well: its readers are already on their way. */
export const keepRevision = (transcriptId: string, revision: RevisionWithText): void => {
  revisions.set(keyOf(transcriptId, revision.number), revision)
}

/** Whether the whole text of a revision is stored for good: of the first and every fiftieth. The head's is kept until it is one no more. */
export const keepsText = (number: number): boolean => number === 1 || number % 50 === 0

/** What leads from each of these revisions' predecessors to them, in order. `from` is excluded, `to` included. */
export const editsBetween = async (tx: Transaction, transcriptId: string, from: number, to: number) => {
  const rows = await tx.revision.findMany({
    where: { transcriptId, number: { gt: from, lte: to } },
    select: { number: true, edits: true, splices: true },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ number, edits, splices }) => ({
    number,
    edits: (edits ?? []) as unknown as Edits,
    splices: (splices ?? []) as unknown as Revising['splices'],
  }))
}

const select = { text: true, turns: true } as const
const whole = (row: { text: string; turns: unknown } | null): Wording | null =>
  row && { text: row.text, turns: row.turns as readonly Turn[] }

/** The text of a revision of which none is stored: the nearest one below that is stored or remembered, led forward. */
const rebuild = async (
  tx: Transaction,
  transcriptId: string,
  number: number,
  hash: string,
): Promise<Wording | null> => {
  const nearest = { where: { transcriptId, number: { lt: number } }, orderBy: { number: 'desc' } } as const
  const below = await tx.revisionText.findFirst({ ...nearest, select: { number: true } })
  if (below === null) return null
  let from = number - 1
  while (from > below.number && !revisions.has(keyOf(transcriptId, from))) from -= 1
  let written: Wording | null | undefined = revisions.get(keyOf(transcriptId, from))
  if (written === undefined) {
    // Once more, with the number: the text of what was the head a moment ago may be gone by now.
    const row = await tx.revisionText.findFirst({ ...nearest, select: { ...select, number: true } })
    from = row?.number ?? 0
    written = whole(row)
  }
  if (written === null) return null
  for (const next of await editsBetween(tx, transcriptId, from, number)) written = nextWording(written, next)
  if (hashOf(written.text) !== hash) throw new Error(`revision ${number} of ${transcriptId} does not lead to its hash`)
  return written
}

const stored = async (tx: Transaction, transcriptId: string, number: number): Promise<Wording | null> =>
  whole(await tx.revisionText.findUnique({ where: { transcriptId_number: { transcriptId, number } }, select }))

/**
 * A revision of a transcript that the caller has been allowed to see, or null where there is none of that number. Inside a
 * transaction give that: another connection may not be had while it waits.
 */
export const loadRevision = async (
  transcriptId: string,
  number: number,
  tx: Transaction = db,
): Promise<RevisionWithText | null> => {
  const known = revisions.get(keyOf(transcriptId, number))
  if (known !== undefined) return known
  const row = await tx.revision.findUnique({ where: { transcriptId_number: { transcriptId, number } } })
  if (row === null) return null
  const { hash, reason, createdAt } = row
  const written = (await stored(tx, transcriptId, number)) ?? (await rebuild(tx, transcriptId, number, hash))
  if (written === null) return null
  const revision = { number, ...written, hash, reason, createdAt: createdAt.toISOString() }
  keepRevision(transcriptId, revision)
  return revision
}
