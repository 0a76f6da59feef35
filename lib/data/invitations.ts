import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can, type Role, roles } from '@/lib/permissions/can'
import { Email, Password, PersonName } from '@/lib/permissions/person'
import { PlainText } from '@/lib/text/plain'
import { Id, Time } from '@/lib/text/scalars'
import { type Transaction, writeIn } from './changes'
import { db } from './db'
import { findDesk, isTaken } from './desks'
import { DeskName, IdCursor, Limit, Uuid } from './input'
import { type Page, pageOf } from './page'
import { hashPassword } from './passwords'
import { newToken, tokenHash } from './tokens'

/** How long a one-time link holds. */
export const invitationDays = 7

/** An invitation that has neither been used nor expired. */
export const Invitation = z
  .object({
    ...{ id: Id, role: z.enum(roles), name: z.string() },
    createdBy: z.object({ id: Id, name: z.string() }).readonly().nullable(),
    ...{ createdAt: Time, expiresAt: Time },
  })
  .readonly()
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

/** An invitation as it is given to who makes it: the only time that its link is told. */
export const NewLink = z
  .object({
    id: Id,
    url: z.string().describe('The one-time link. It is shown this once.'),
    ...{ role: z.enum(roles), name: z.string(), expiresAt: Time },
  })
  .readonly()

/** Which desk to invite to, as what, and for whom (a name only its managers see). */
export const NewInvitation = z.object({
  desk: DeskName,
  role: z.enum(roles),
  name: PlainText.trim().max(120).default(''),
})

const mayManage = (actor: Actor, deskId: string) => {
  if (can(actor, 'members.manage', { deskId })) return
  throw new AppError('forbidden', 'Only an owner of the desk or an administrator can invite people.')
}
const valid = () => ({ usedAt: null, expiresAt: { gt: new Date() } })

/** Makes a one-time link to a desk below `address`. `url` is shown once: only the hash of its token is kept. */
export const invite = async (actor: Actor, input: z.infer<typeof NewInvitation> & { readonly address: string }) => {
  const desk = await findDesk(actor, input.desk)
  mayManage(actor, desk.id)
  const token = newToken()
  const id = newId()
  const expiresAt = new Date(Date.now() + invitationDays * 86_400_000)
  return writeIn(desk.id, actor, async (tx, actor, record) => {
    mayManage(actor, desk.id)
    const { role, name } = input
    const data = { id, tokenHash: tokenHash(token), deskId: desk.id, role, name, createdById: actor.id, expiresAt }
    await tx.invitation.create({ data })
    await record({ action: 'invitation.create', subject: { type: 'invitation', id }, payload: { role, name } })
    return { id, url: `${input.address}/join?token=${token}`, role, name, expiresAt: expiresAt.toISOString() }
  })
}

/** Which page of a desk's invitations. */
export const InvitationsInput = z.object({ desk: DeskName, cursor: IdCursor, limit: Limit })

/** The invitations of a desk that can still be used, newest first. */
export const listInvitations = async (
  actor: Actor,
  input: { desk: string; cursor?: string; limit?: number },
): Promise<Page<Invitation>> => {
  const { cursor, limit = 500 } = input
  const desk = await findDesk(actor, input.desk)
  mayManage(actor, desk.id)
  const rows = await db.invitation.findMany({
    where: { deskId: desk.id, ...valid(), id: { lt: cursor } },
    include: { createdBy: { select: { id: true, name: true } } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => row.id)
  const items = page.items.map(({ id, role, name, createdBy, createdAt, expiresAt }) => ({
    ...{ id, role: role ?? 'viewer', name, createdBy },
    ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
  }))
  return { items, next: page.next }
}

/** Which invitation to take back. */
export const InvitationInput = z.object({ invitationId: Uuid })

/** Takes a link back: it can no longer be used. */
export const revokeInvitation = async (actor: Actor, input: z.infer<typeof InvitationInput>) => {
  const where = { id: input.invitationId, ...valid() }
  const found = await db.invitation.findFirst({ where })
  const missing = new AppError('not-found', 'There is no such invitation, or it has been used or has expired.')
  if (found?.deskId == null) throw missing
  const desk = await findDesk(actor, found.deskId).catch(() => {
    throw missing
  })
  mayManage(actor, desk.id)
  await writeIn(desk.id, actor, async (tx, actor, record) => {
    mayManage(actor, desk.id)
    // It may have been used or taken back while this waited.
    if ((await tx.invitation.deleteMany({ where })).count === 0) throw missing
    await record({ action: 'invitation.revoke', subject: { type: 'invitation', id: found.id }, payload: {} })
  })
}

/** What a link leads to, for whoever holds it; null where it is unknown, used or expired. */
export const readInvitation = async (input: { token: string }) => {
  const where = { tokenHash: tokenHash(input.token), deskId: { not: null }, ...valid() }
  const found = await db.invitation.findFirst({ where, include: { desk: { select: { name: true } } } })
  return found === null ? null : { desk: found.desk, role: found.role ?? 'viewer', name: found.name }
}

/** A link's token, and who takes it up: someone signed in, or a new person. */
export const AcceptInput = z.object({
  token: z.string().max(200),
  name: PersonName.optional(),
  email: Email.optional(),
  password: Password.optional(),
})

/** Someone new: who they are, and their account, ready to be stored. */
const newPerson = async ({ name, email, password }: z.infer<typeof AcceptInput>) => {
  if (name === undefined || email === undefined || password === undefined) {
    throw new AppError('invalid', 'Give your name, your email address and a password, or sign in first.')
  }
  const person: Actor = { id: newId(), name, administrator: false, roles: {} }
  return { person, account: { id: person.id, name, email, passwordHash: await hashPassword(password) } }
}

/** Gives a person this role in a desk, unless they hold a higher one: a link never takes away what someone may do. */
const join = async (tx: Transaction, key: { deskId: string; userId: string }, role: Role): Promise<Role> => {
  const held = await tx.membership.findUnique({ where: { deskId_userId: key } })
  if (held !== null && roles.indexOf(held.role) >= roles.indexOf(role)) return held.role
  const update = { role, version: { increment: 1 } }
  await tx.membership.upsert({ where: { deskId_userId: key }, create: { ...key, role }, update })
  return role
}

/** Where a one-time link led: the desk to open next. */
export const Joined = z.object({ desk: z.object({ slug: z.string() }).readonly() }).readonly()

/** Uses a one-time link. Throws gone where it is spent, conflict where the email has an account already. */
export const acceptInvitation = async (actor: Actor | null, input: z.infer<typeof AcceptInput>) => {
  if (actor !== null && !can(actor, 'account.edit', { personId: actor.id })) {
    throw new AppError('forbidden', 'A token cannot join a desk. Open the link in a browser.')
  }
  const spent = () => new AppError('gone', 'This link has been used or has expired. Ask for a new one.')
  const where = { tokenHash: tokenHash(input.token), deskId: { not: null }, ...valid() }
  const found = await db.invitation.findFirst({ where })
  if (found?.deskId == null) throw spent()
  const { id, deskId, role } = found
  // Hashing is dear: it waits until the link is known to be good, and is done before anything is locked.
  const { person, account } = actor === null ? await newPerson(input) : { person: actor, account: null }
  try {
    return await writeIn(deskId, person, async (tx, _, record) => {
      // Taking the link decides between two who use it at once.
      const taken = await tx.invitation.updateMany({ where: { id, ...valid() }, data: { usedAt: new Date() } })
      if (taken.count === 0) throw spent()
      if (account !== null) await tx.user.create({ data: account })
      const held = await join(tx, { deskId, userId: person.id }, role ?? 'viewer')
      const payload = { role: held, name: person.name, invitation: id }
      await record({ action: 'member.join', subject: { type: 'person', id: person.id }, payload })
      return { desk: await tx.desk.findUniqueOrThrow({ where: { id: deskId }, select: { slug: true } }) }
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new AppError('conflict', 'There is an account with this email address. Sign in, then open the link again.')
  }
}
