import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can, type Role, tokenScopes } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { Id, Time } from '@/lib/text/scalars'
import { type Transaction, writeIn } from './changes'
import { db, pool } from './db'
import { readDesk } from './desks'
import { DeskName, IdCursor, Limit, Uuid } from './input'
import { type Page, pageOf } from './page'
import { tokenHash } from './tokens'

/** What every token begins with, so that those who look for lost secrets know one when they see it. */
export const tokenPrefix = 'vbt_'

const dayMilliseconds = 86_400_000
const longest = 366 * dayMilliseconds
/** The most tokens a person may have in a desk. */
const most = 50

/** A token as it is listed: everything but itself. */
export const ApiToken = z
  .object({
    ...{ id: Id, name: z.string(), scope: z.enum(tokenScopes) },
    person: z.object({ id: Id, name: z.string() }).readonly().describe('Who made it: what it does, they do.'),
    createdAt: Time,
    lastUsedAt: Time.nullable().describe('To the minute.'),
    expiresAt: Time,
  })
  .readonly()
  .meta({ id: 'Token' })
export type ApiToken = z.infer<typeof ApiToken>

/** A token as whoever makes it is given it: the only time that it is told. */
export const NewApiToken = z
  .object({ ...ApiToken.unwrap().shape, token: z.string().describe('The token itself. It is shown this once.') })
  .readonly()

/** What a new token is for, what it may do, and until when it holds. */
export const ApiTokenInput = z.object({
  desk: DeskName,
  name: PlainText.trim().min(1, 'Say what the token is for.').max(120, 'Keep the name under 120 characters.'),
  scope: z.enum(tokenScopes, 'Choose read or write.'),
  expires: z
    .union([z.literal([7, 30, 90, 365]), z.iso.date()], 'Give 7, 30, 90 or 365 days, or a day such as 2031-03-11.')
    .describe('Days from now, or the last day on which it holds (UTC): a year ahead at most.'),
})

const include = { user: { select: { id: true, name: true } } } as const
type Row = Omit<ApiToken, 'person' | 'createdAt' | 'lastUsedAt' | 'expiresAt' | 'scope'> & {
  readonly scope: string
  readonly user: ApiToken['person']
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date
}
const toToken = ({ id, name, scope, user, createdAt, lastUsedAt, expiresAt }: Row): ApiToken => ({
  ...{ id, name, scope: scope as ApiToken['scope'], person: user },
  ...{ createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null },
  expiresAt: expiresAt.toISOString(),
})

const endOf = (expires: number | string, now: number): Date => {
  const end = typeof expires === 'number' ? now + expires * dayMilliseconds : Date.parse(`${expires}T23:59:59.999Z`)
  if (end > now && end - now <= longest) return new Date(end)
  const message = 'Choose a day from today on, a year ahead at most.'
  throw new AppError('invalid', message, { errors: [{ path: 'expires', message }] })
}

/** Makes a token for the actor in one desk. It is told once: only its hash is kept. */
export const createApiToken = async (
  actor: Actor,
  input: z.infer<typeof ApiTokenInput>,
): Promise<z.infer<typeof NewApiToken>> => {
  const desk = await readDesk(actor, input)
  const expiresAt = endOf(input.expires, Date.now())
  return writeIn(desk.id, actor, async (tx, actor, record) => {
    if (!can(actor, 'token.make', { deskId: desk.id })) {
      throw new AppError('forbidden', 'A token cannot make tokens. Sign in to make one.')
    }
    if ((await tx.apiToken.count({ where: { deskId: desk.id, userId: actor.id, revokedAt: null } })) >= most) {
      throw new AppError('conflict', `You have ${most} tokens in this desk. Revoke one that is not used first.`)
    }
    const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`
    const { name, scope } = input
    const owned = { id: newId(), deskId: desk.id, userId: actor.id }
    const row = await tx.apiToken.create({
      data: { ...owned, tokenHash: tokenHash(token), name, scope, expiresAt },
      include,
    })
    const payload = { name, scope, expiresAt: expiresAt.toISOString() }
    await record({ action: 'token.make', subject: { type: 'token', id: row.id }, payload })
    return { ...toToken(row), token }
  })
}

/** Which page of a desk's tokens. */
export const ApiTokensInput = z.object({ desk: DeskName, cursor: IdCursor, limit: Limit })

/** The tokens of a desk that nobody has revoked, the newest first: one's own, or everybody's for an owner. */
export const listApiTokens = async (
  actor: Actor,
  { desk: name, cursor, limit = 100 }: { desk: string; cursor?: string; limit?: number },
): Promise<Page<ApiToken>> => {
  const { id: deskId } = await readDesk(actor, { desk: name })
  const everybody = can(actor, 'token.read', { deskId, authorId: null })
  const rows = await db.apiToken.findMany({
    where: { deskId, revokedAt: null, userId: everybody ? undefined : actor.id, id: { lt: cursor } },
    include,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => row.id)
  return { items: page.items.map(toToken), next: page.next }
}

/** Names one token. */
export const ApiTokenAt = z.object({ tokenId: Uuid })

/** Revokes a token: its next request is refused. Throws not-found for those who may not know of it. */
export const revokeApiToken = async (actor: Actor, input: z.infer<typeof ApiTokenAt>): Promise<void> => {
  const missing = () => new AppError('not-found', 'There is no such token, or it has been revoked.')
  const where = { id: input.tokenId, revokedAt: null, deskId: { in: Object.keys(actor.roles) } }
  const found = await db.apiToken.findFirst({ where })
  const subject = { deskId: found?.deskId, authorId: found?.userId }
  if (found === null || !can(actor, 'token.read', subject)) throw missing()
  await writeIn(found.deskId, actor, async (tx, actor, record) => {
    if (!can(actor, 'token.revoke', subject)) {
      throw new AppError('forbidden', 'A token cannot revoke tokens. Sign in to revoke one.')
    }
    if ((await tx.apiToken.updateMany({ where, data: { revokedAt: new Date() } })).count === 0) throw missing()
    const payload = { name: found.name, person: found.userId }
    await record({ action: 'token.revoke', subject: { type: 'token', id: found.id }, payload })
  })
}

/** Revokes what a person has in a desk that they leave; answers with how many there were, for the record. */
export const revokeTokensOf = async (tx: Transaction, deskId: string, userId: string): Promise<number> =>
  (await tx.apiToken.updateMany({ where: { deskId, userId, revokedAt: null }, data: { revokedAt: new Date() } })).count

/** Revokes what a person has in every desk, where their account may be in other hands; answers with how many. */
export const revokeEveryToken = async (tx: Transaction, userId: string): Promise<number> =>
  (await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } })).count

type Found = {
  id: string
  name: string
  token: string
  scope: 'read' | 'write'
  desk: string
  role: Role
  due: boolean
}

// One query for who asks, as for a session; the note of when it was used is written once a minute at most.
const actorSql = `
  SELECT p.id, p.name, t.id AS token, t.scope, t.desk_id AS desk, m.role,
    (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute') AS due
  FROM api_token t JOIN person p ON p.id = t.user_id
  JOIN membership m ON m.desk_id = t.desk_id AND m.user_id = t.user_id
  WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now()`
const usedSql = `
  UPDATE api_token SET last_used_at = now()
  WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`

/**
 * Who a token acts for: its maker, limited to its desk and to their role there at this moment, and never an
 * administrator. Null where it is unknown, expired or revoked, or its maker has left the desk.
 */
export const readTokenActor = async (token: string): Promise<Actor | null> => {
  if (!token.startsWith(tokenPrefix)) return null
  const { rows } = await pool.query<Found>(actorSql, [Buffer.from(tokenHash(token))])
  const found = rows[0]
  if (found === undefined) return null
  if (found.due) await pool.query(usedSql, [found.token])
  const { id, name, scope } = found
  return { id, name, administrator: false, roles: { [found.desk]: found.role }, token: { id: found.token, scope } }
}
