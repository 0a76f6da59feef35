import { AsyncLocalStorage } from 'node:async_hooks'
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { type Actor, type Role, roles } from '@/lib/permissions/can'
import type { Prisma } from '@/prisma/generated/client'
import { db, pool } from './db'

/** A request that is to be carried out once however often it is sent: by whom, under which key, and a hash of all it says. */
export type Request = { readonly actor: Actor; readonly key: string; readonly hash: Uint8Array }

type Asked = Omit<Request, 'actor'> & {
  /** As they stood when they were let in; from the claim on, as they stand behind the lock. */
  actor: Actor
  /** What is stored of the key, and what seals the answer: neither leads to the other, nor back to the key. */
  readonly name: string
  readonly seal: Uint8Array
  claimed: boolean
  /** Whether all that the use case gives is stored, and whether it was stored before. */
  whole: boolean
  replayed: boolean
}
type Kept = { hash: Uint8Array; desk_id: string | null; role: Role | null; body: string | null; whole: boolean }

// One per process, however many bundles load this file.
const shared = globalThis as typeof globalThis & { verbatimAsked?: AsyncLocalStorage<Asked> }
shared.verbatimAsked ??= new AsyncLocalStorage()
const asking = shared.verbatimAsked

const digest = (label: string, { actor, key }: Request, more: string | Uint8Array = '') =>
  createHash('sha256').update(`${label}\n${actor.id}\n${key}\n`).update(more).digest()

// The answer to a request may hold what is told once only, or words that are blacked out later: the database alone does not
// give it away.
const sealed = ({ seal }: Asked, value: unknown): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', seal, nonce)
  const words = Buffer.concat([cipher.update(JSON.stringify({ value })), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), words]).toString('base64')
}
const unsealed = ({ seal }: Asked, body: string): unknown => {
  const bytes = Buffer.from(body, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', seal, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(`${decipher.update(bytes.subarray(28))}${decipher.final()}`).value
}

/** Thrown through a use case that was carried out before: it carries what that gave. */
class CarriedOut extends Error {
  constructor(readonly value: unknown) {
    super('carried out before')
  }
}

const claimSql = `
  INSERT INTO idempotent_request AS kept (user_id, key, request_hash, desk_id, role)
  SELECT $1::uuid, $2::text, $3::bytea, s.desk_id, CASE WHEN $5::boolean THEN 'owner'
    ELSE (SELECT role FROM membership m WHERE m.desk_id = s.desk_id AND m.user_id = $1::uuid) END
  FROM scope s WHERE s.id = $4::uuid
  ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash, desk_id = excluded.desk_id,
    role = excluded.role, body = NULL, whole = false, created_at = now()
  WHERE kept.created_at < now() - interval '1 day'`

const keptSql = `SELECT request_hash AS hash, desk_id, role, body, whole FROM idempotent_request
  WHERE user_id = $1::uuid AND key = $2 AND created_at >= now() - interval '1 day'`

/**
 * What is kept under the key of a request. Throws invalid where that was another request, and not-found or forbidden where
 * whoever asks is less by now than when it was carried out. An administrator counts as an owner, and as all there is to be
 * where no desk is concerned.
 */
const checked = ({ hash, actor }: Asked, kept: Kept | undefined): Kept | null => {
  if (kept === undefined) return null
  if (Buffer.compare(kept.hash, hash) !== 0) {
    const message = 'This Idempotency-Key was used for another request. Give every new request a key of its own.'
    throw new AppError('invalid', message)
  }
  const held = actor.administrator ? 'owner' : actor.roles[kept.desk_id ?? '']
  if (held === undefined && kept.desk_id !== null) throw new AppError('not-found', 'There is nothing at this address.')
  if (kept.role === null || (held !== undefined && roles.indexOf(held) >= roles.indexOf(kept.role))) return kept
  const lost =
    kept.desk_id === null ? 'you are not an administrator any more' : 'your role on the desk has changed since'
  throw new AppError('forbidden', `This was carried out before, but ${lost}.`)
}

/** What the transaction made that carried the request out; a use case that was finished is left at once. */
const again = (asked: Asked, found: Kept | undefined): unknown => {
  const kept = checked(asked, found)
  const value = kept === null || kept.body === null ? undefined : unsealed(asked, kept.body)
  if (kept?.whole) throw new CarriedOut(value)
  asked.replayed = true
  if (value !== undefined) return value
  throw new AppError('conflict', 'This was carried out a moment ago. Look at what it did before you send it again.')
}

/**
 * Runs the part of a use case that writes, inside its transaction and before anything is written, so that the key of the
 * request is claimed with the write or not at all. A request that was carried out before, or is just now by another, is
 * given what that made, and `run` is not called. `writeIn` does this; a transaction of another making calls it first in
 * itself with the scope it belongs to (the desk for a new transcript) and the actor `atPresent`, and returns from `run` whatever the use case goes on
 * with: ids made outside of the transaction are not those of the first time.
 *
 *     const { id } = await db.$transaction((tx) => claimIn(tx, desk.id, present, async () => { …; return { id } }))
 */
export const claimIn = async <T>(
  tx: Prisma.TransactionClient,
  scope: string,
  actor: Actor,
  run: () => Promise<T>,
): Promise<T> => {
  const asked = asking.getStore()
  if (asked === undefined || asked.claimed) return run()
  Object.assign(asked, { claimed: true, actor })
  const { name, hash } = asked
  const claimed = await tx.$executeRawUnsafe(claimSql, actor.id, name, hash, scope, actor.administrator)
  if (claimed === 0) return again(asked, (await tx.$queryRawUnsafe<Kept[]>(keptSql, actor.id, name))[0]) as T
  try {
    const value = await run()
    const body = value === undefined ? null : sealed(asked, value)
    await tx.$executeRaw`UPDATE idempotent_request SET body = ${body} WHERE user_id = ${actor.id}::uuid AND key = ${name}`
    return value
  } catch (error) {
    asked.claimed = false
    throw error
  }
}

/** The key of the present request for a statement that claims it itself, with all that the use case gives, sealed. */
export const claimFor = (value: unknown): { name: string; hash: Uint8Array; body: string } | null => {
  const asked = asking.getStore()
  if (asked === undefined || asked.claimed) return null
  return { name: asked.name, hash: asked.hash, body: sealed(asked, value) }
}

const find = async ({ actor, name }: Asked) => (await pool.query<Kept>(keptSql, [actor.id, name])).rows[0]

/** Leaves a use case whose statement has found its key claimed. */
export const leaveCarriedOut = async (): Promise<never> => {
  const asked = asking.getStore()
  if (asked !== undefined) again(asked, await find(asked))
  throw new RangeError('No request with a key is being carried out.')
}

/** Says of the present request that its statement has claimed its key and stored all that it gives. */
export const markCarriedOut = (): void => {
  const asked = asking.getStore()
  if (asked !== undefined) Object.assign(asked, { claimed: true, whole: true })
}

/** What may fail without harm once a request is carried out: nobody is told that it was not, for it was. */
const ifPossible = (after: Promise<unknown>) => after.catch(() => undefined)

/**
 * Carries a request out, or gives what it gave when it was sent before. Refusals are not kept. Throws invalid where the
 * key belongs to another request.
 */
export const once = async <T>(
  request: Request,
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly replayed: boolean }> => {
  const seal = new Uint8Array(digest('seal', request))
  const name = digest('name', request).toString('hex')
  // With the key in it: a request may hold a password, and the hash of one alone can be guessed at.
  const hash = new Uint8Array(digest('request', request, request.hash))
  const asked: Asked = { ...request, hash, name, seal, claimed: false, whole: false, replayed: false }
  try {
    const value = await asking.run(asked, run)
    if (asked.claimed && !asked.whole && !asked.replayed) {
      const sql = 'UPDATE idempotent_request SET body = $3, whole = true WHERE user_id = $1 AND key = $2'
      // Without it a retry is given what the transaction kept.
      await ifPossible(pool.query(sql, [request.actor.id, asked.name, sealed(asked, value)]))
    }
    await ifPossible(sweep())
    return { value, replayed: asked.replayed }
  } catch (error) {
    if (error instanceof CarriedOut) return { value: error.value as T, replayed: true }
    if (!(error instanceof AppError)) throw error
    // What is refused now may have been carried out before: that is why it is refused.
    const kept = checked(asked, await find(asked))
    if (!kept?.whole || kept.body === null) throw error
    return { value: unsealed(asked, kept.body) as T, replayed: true }
  }
}

let swept = 0

/** Takes away the keys that are older than a day, once in ten minutes. */
const sweep = async (now = Date.now()): Promise<void> => {
  if (now - swept < 600_000) return
  swept = now
  await forgetOldKeys()
}

/** Takes away the keys that are older than a day: what they carried out can no longer be told again. */
export const forgetOldKeys = (): Promise<unknown> =>
  db.$executeRaw`DELETE FROM idempotent_request WHERE created_at < now() - interval '1 day'`
