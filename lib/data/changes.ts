import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/permissions/can'
import type { Prisma } from '@/prisma/generated/client'
import { db, pool } from './db'
import { claimIn } from './once'
import { atPresent } from './standing'

/** What a use case writes through: everything in it happens, or nothing. */
export type Transaction = Prisma.TransactionClient

/** One record of who did what to which thing. The payload holds what it takes to read it years later. */
export type ChangeRecord = {
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly payload: Prisma.InputJsonObject
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** JSON with sorted keys and no spaces, so that equal values have equal bytes however they were stored. */
export const canonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value as Record<string, Json>).filter(([, held]) => held !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`
}

const sha256 = (...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The scope of the site itself, where what happens to accounts is numbered. A migration makes it. */
export const siteScope = '00000000-0000-0000-0000-000000000000'

/** Opens a scope for a new transcript or desk: its changes are numbered from 1, its chain begins with its own id. */
export const openScope = (tx: Transaction, id: string, deskId: string) =>
  tx.scope.create({ data: { id, deskId, hash: new Uint8Array(sha256(id)) } })

/** The payload of a change by `actor` as it is stored, and its hash. */
export const payloadOf = (actor: Actor | null, payload: Prisma.InputJsonObject) => {
  // What a script did says by which token, so that it is not taken for done by hand.
  const by = actor?.token === undefined ? {} : { token: actor.token.id }
  // Through JSON once, so that what is hashed is what is stored: no dates, no undefined.
  const json = canonicalJson(JSON.parse(JSON.stringify({ ...payload, ...by })))
  return { json, hash: sha256(json) }
}

/** Appends a change to a scope and gives its number. Call it last in a transaction: it holds the scope's lock. */
export const appendChange = async (tx: Transaction, scope: string, actor: Actor | null, record: ChangeRecord) => {
  const { json, hash } = payloadOf(actor, record.payload)
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT append_change(${scope}::uuid, ${actor?.id ?? null}::uuid, ${record.action}, ${record.subject.type},
      ${record.subject.id}::uuid, ${new Date()}::timestamptz, ${json}::jsonb, ${new Uint8Array(hash)}) AS number`
  return rows[0]?.number ?? 0
}

/**
 * One write to a scope: takes the scope's lock first, so that what `run` reads stands still until it is done. `run`
 * gets the actor as they stand behind the lock, and asks `can` about that one; and a function that appends a change in the
 * same transaction. A request that named an Idempotency-Key claims it here.
 */
export const writeIn = <T>(
  scope: string,
  actor: Actor,
  run: (tx: Transaction, actor: Actor, record: (change: ChangeRecord) => Promise<number>) => Promise<T>,
): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM scope WHERE id = ${scope}::uuid FOR UPDATE`
      const present = await atPresent(tx, actor)
      return claimIn(tx, scope, present, () => run(tx, present, (change) => appendChange(tx, scope, actor, change)))
    },
    { maxWait: 20_000, timeout: 60_000 },
  )

type Link = {
  number: number
  actor_id: string | null
  action: string
  subject_type: string
  subject_id: string
  at: Date
  payload_hash: Uint8Array
  hash: Uint8Array
  payload: Json | null
}

/**
 * The number of the first change of a scope that does not fit the chain, or null where all of it holds. A payload that
 * was erased is not looked at; one that is there must have the hash its change names.
 */
export const firstBrokenChange = async (scope: string): Promise<number | null> => {
  const { rows } = await pool.query<Link>(
    `SELECT c.number, actor_id, action, subject_type, subject_id, at, payload_hash, hash, p.payload
     FROM change c LEFT JOIN change_payload p ON p.scope_id = c.scope_id AND p.number = c.number
     WHERE c.scope_id = $1 ORDER BY c.number`,
    [scope],
  )
  let previous: Uint8Array = sha256(scope)
  for (const [index, row] of rows.entries()) {
    const fields = [scope, row.number, row.actor_id ?? '-', row.action, row.subject_type, row.subject_id]
    const own = [...fields, row.at.toISOString(), Buffer.from(row.payload_hash).toString('hex')].join('\n')
    const expected = sha256(previous, own)
    const whole = row.payload === null || sha256(canonicalJson(row.payload)).equals(Buffer.from(row.payload_hash))
    if (row.number !== index + 1 || !whole || !expected.equals(Buffer.from(row.hash))) return row.number
    previous = expected
  }
  return null
}
