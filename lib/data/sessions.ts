import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can, type Role } from '@/lib/permissions/can'
import { Email } from '@/lib/permissions/person'
import { revokeEveryToken } from './api-tokens'
import { siteScope, writeIn } from './changes'
import { db, pool } from './db'
import { Uuid } from './input'
import { isPassword } from './passwords'

/** How long a session lasts after signing in. */
export const sessionDays = 30

/** Opens a session for whoever has this email and password; null where they do not match. */
export const signIn = async (given: { email?: string; password?: string }) => {
  const email = Email.safeParse(given.email)
  const password = (given.password ?? '').slice(0, 200)
  const user = email.success ? await db.user.findUnique({ where: { email: email.data } }) : null
  if (!(await isPassword(user?.passwordHash ?? null, password)) || user === null) return null
  const now = Date.now()
  const session = await db.session.create({
    data: { id: newId(), userId: user.id, expiresAt: new Date(now + sessionDays * 86_400_000) },
  })
  // Expired ones are swept by those who come back.
  await db.session.deleteMany({ where: { userId: user.id, expiresAt: { lt: new Date(now) } } })
  return { id: user.id, name: user.name, sessionId: session.id }
}

/** Ends one session; nothing happens where it has ended already. */
export const endSession = (sessionId: string) => db.session.deleteMany({ where: { id: sessionId } })

type Row = { id: string; name: string; administrator: boolean; roles: Record<string, Role> }

// By hand because every request asks it: Prisma would send three queries. Without a name: poolers do not keep those.
const actorSql = `
  SELECT p.id, p.name, p.administrator,
    coalesce((SELECT json_object_agg(m.desk_id, m.role) FROM membership m WHERE m.user_id = p.id), '{}') AS roles
  FROM session s JOIN person p ON p.id = s.user_id
  WHERE s.id = $1 AND s.expires_at > now()`

/** Who a session belongs to, with their role in each desk, or null where it has ended. */
export const readActor = async (sessionId: string): Promise<(Actor & { readonly sessionId: string }) | null> => {
  if (!Uuid.safeParse(sessionId).success) return null
  const { rows } = await pool.query<Row>(actorSql, [sessionId])
  return rows[0] === undefined ? null : { ...rows[0], sessionId }
}

/** Whose sessions to end. */
export const EndSessionsInput = z.object({ personId: Uuid })

/** How many sessions were ended. */
export const Ended = z.object({ ended: z.int() }).readonly()

/** How many sessions were ended, and how many API tokens revoked with them. */
export const EndedAll = z.object({ ended: z.int(), tokens: z.int() }).readonly()

/** Ends every session of a person at once and revokes their API tokens in every desk, as an administrator may. */
export const endSessions = async (actor: Actor, input: z.infer<typeof EndSessionsInput>) => {
  const refuseOthers = (asking: Actor) => {
    if (!can(asking, 'accounts.manage')) throw new AppError('forbidden', 'Only an administrator can end sessions.')
  }
  refuseOthers(actor)
  return writeIn(siteScope, actor, async (tx, actor, record) => {
    refuseOthers(actor)
    const all = await tx.session.deleteMany({ where: { userId: input.personId } })
    const ended = { ended: all.count, tokens: await revokeEveryToken(tx, input.personId) }
    await record({ action: 'account.end-sessions', subject: { type: 'person', id: input.personId }, payload: ended })
    return ended
  })
}
