import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { Email, Password, PersonName } from '@/lib/permissions/person'
import { appendChange, siteScope } from './changes'
import { db } from './db'
import { addDesk, NewDesk, slugOf } from './desks'
import { hashPassword } from './passwords'
import { newToken, tokenHash } from './tokens'

const hours = 24

/** Makes a one-time token for the set-up page. Valid for a day, and only until the first account exists. */
export const createSetUpToken = async (): Promise<string> => {
  const token = newToken()
  const expiresAt = new Date(Date.now() + hours * 3_600_000)
  await db.invitation.create({ data: { id: newId(), tokenHash: tokenHash(token), expiresAt } })
  return token
}

/** The first administrator, and the desk they begin with. */
export const SetUpInput = z.object({
  token: z.string().max(200),
  name: PersonName,
  email: Email,
  password: Password,
  desk: NewDesk.shape.name,
})

const spent = () =>
  new AppError('gone', 'This set-up link has been used or has expired. Start the server again to get a new one.')

/** Whether the set-up page may be shown for this token. */
export const isSetUpToken = async (token: string): Promise<boolean> => {
  const where = { tokenHash: tokenHash(token), deskId: null, usedAt: null, expiresAt: { gt: new Date() } }
  return (await db.invitation.count({ where })) === 1 && (await db.user.count()) === 0
}

/** Makes the first administrator with a one-time token, and their desk. Throws gone where the token is spent. */
export const setUp = async (_: Actor | null, input: z.infer<typeof SetUpInput>) => {
  // Hashing is dear: whoever has no token is not given it.
  if (!(await isSetUpToken(input.token))) throw spent()
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    // Taking the token decides between two who use it at once.
    const where = { tokenHash: tokenHash(input.token), deskId: null, usedAt: null, expiresAt: { gt: new Date() } }
    const taken = await tx.invitation.updateMany({ where, data: { usedAt: new Date() } })
    if (taken.count !== 1) throw spent()
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('verbatim set-up'))::text`
    if ((await tx.user.count()) > 0) throw spent()
    const person = { id: newId(), name: input.name, email: input.email, administrator: true }
    await tx.user.create({ data: { ...person, passwordHash } })
    const actor = { ...person, roles: {} }
    const subject = { type: 'person', id: person.id }
    await appendChange(tx, siteScope, actor, { action: 'account.set-up', subject, payload: { name: person.name } })
    const desk = await addDesk(tx, { name: input.desk, slug: slugOf(input.desk) }, actor)
    return { desk: { slug: desk.slug } }
  })
}
