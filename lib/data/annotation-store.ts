import { v7 as newId } from 'uuid'
import type { NewAnnotation } from '@/lib/annotation/annotation'
import type { Actor } from '@/lib/permissions/can'
import type { Anchor } from '@/lib/text/anchor'
import type { Prisma } from '@/prisma/generated/client'
import { type AnnotationRow, toAnnotation } from './annotation-row'
import { searchableWords } from './annotation-words'
import { payloadOf } from './changes'
import { pool } from './db'
import { claimFor, markCarriedOut } from './once'
import type { Seen } from './transcript-seen'

type Given = NewAnnotation & { readonly transcriptId: string }

/** The row of an annotation that is about to be made, with its evidence. */
export const newRow = (actor: Actor, input: Given, { start, end, ...quote }: Anchor): AnnotationRow => {
  const { transcriptId, kind, revision, tags, check, flag, correction } = input
  const id = newId()
  const now = new Date()
  const author = { id: actor.id, name: actor.name }
  const said = {
    ...{ body: input.body ?? null, claim: check?.claim ?? null, verdict: check?.verdict ?? null },
    ...{ sort: flag?.sort ?? null, found: flag?.found ?? null, expected: flag?.expected ?? [] },
    ...{ reason: flag?.reason ?? null, to: correction?.to ?? null, turn: correction?.turn ?? null },
  }
  const evidence = (check?.evidence ?? []).map(({ source, ...rest }) => ({
    ...{ id: newId(), annotationId: id, version: 1, title: source.title, url: source.url ?? null, ...rest },
    ...{ byId: actor.id, by: author, at: now, deletedAt: null },
  }))
  return {
    ...{ id, transcriptId, kind, state: 'open', version: 1, authorId: actor.id, detector: null, revision },
    ...{ anchorStart: start, anchorEnd: end, ...quote, start, end, placed: 'exact' },
    ...{ ...said, body: said.body as Prisma.JsonValue, words: searchableWords(said), tags, tier: null, places: null },
    ...{ dismissedFor: null, createdAt: now, updatedAt: now, deletedAt: null },
    ...{ author, evidence, replies: [] },
  }
}

const columns = new Map<string, string>()
const columnOf = (field: string): string => {
  const known = columns.get(field)
  if (known !== undefined) return known
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(field, column)
  return column
}

/** A row under the names of its columns. */
const stored = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]))

/**
 * Writes an annotation with its evidence and its change, and claims the key of the request where it named one, in one
 * statement. Under the transcript's lock it compares what was `seen`, which `can` was asked about, and the actor's role:
 * nothing is written where any of it has `changed`, or where the request was `carried out` before.
 */
export const storeAnnotation = async (
  actor: Actor,
  seen: Seen,
  row: AnnotationRow,
): Promise<'stored' | 'changed' | 'carried out'> => {
  const { author: _, evidence, replies: __, ...annotation } = row
  const made = toAnnotation(row)
  const { json, hash } = payloadOf(actor, { annotation: made as unknown as Prisma.InputJsonObject })
  const sources = evidence.length === 0 ? null : JSON.stringify(evidence.map(({ by: _, ...one }) => stored(one)))
  const values = [actor.id, actor.roles[seen.deskId], seen.deskId, seen.state, seen.head]
  const written = [JSON.stringify(stored(annotation)), sources, row.createdAt, json, hash]
  const claim = claimFor(made)
  const key = [claim?.name ?? null, claim?.hash ?? null, claim?.body ?? null]
  const sql = 'SELECT store_annotation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) AS number'
  const { rows } = await pool.query<{ number: number | null }>(sql, [...values, ...written, ...key])
  const number = rows[0]?.number ?? null
  if (number === null) return 'changed'
  if (number === 0) return 'carried out'
  if (claim !== null) markCarriedOut()
  return 'stored'
}
