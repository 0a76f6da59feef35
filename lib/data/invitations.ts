import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can, type Role, roles } from '@/lib/permissions/can'
import { Email, Password, PersonName } from '@/lib/permissions/person'
import { PlainText } from '@/lib/text/plain'
import { appendChange, type Transaction, writeIn } from './changes'
import { db } from './db'
import { findDesk, isTaken } from './desks'
import { DeskName, Uuid } from './input'
import type { Page } from './page'
import { hashPassword } from './passwords'
import { newToken, tokenHash } from './tokens'

/** How long a one-time link holds. */
export const invitationDays = 7

/** An invitation that has neither been used nor expired. */
export type Invitation = {
  readonly id: string
  readonly role: Role
  readonly name: string
  readonly createdBy: { readonly id: string; readonly name: string } | null
  readonly createdAt: string
  readonly expiresAt: string
}

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
  await writeIn(desk.id, actor, async (tx, record) => {
    const { role, name } = input
    const data = { id, tokenHash: tokenHash(token), deskId: desk.id, role, name, createdById: actor.id, expiresAt }
    await tx.invitation.create({ data })
    await record({ action: 'invitation.create', subject: { type: 'invitation', id }, payload: { role, name } })
  })
  const url = `${input.address}/join?token=${token}`
  return { id, url, role: input.role, name: input.name, expiresAt: expiresAt.toISOString() }
}

/** The invitations of a desk that can still be used, newest first. */
export const listInvitations = async (actor: Actor, input: { desk: string }): Promise<Page<Invitation>> => {
  const desk = await findDesk(actor, input.desk)
  mayManage(actor, desk.id)
  const rows = await db.invitation.findMany({
    where: { deskId: desk.id, ...valid() },
    include: { createdBy: { select: { id: true, name: true } } },
    orderBy: { createdAt: 'desc' },
    take: 500,
  })
  const items = rows.map(({ id, role, name, createdBy, createdAt, expiresAt }) => ({
    ...{ id, role: role ?? 'viewer', name, createdBy },
    ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
  }))
  return { items, next: null }
}

/** Which invitation to take back. */
export const InvitationInput = z.object({ invitationId: Uuid })

/** Takes a link back: it can no longer be used. */
export const revokeInvitation = async (actor: Actor, input: z.infer<typeof InvitationInput>) => {
  const found = await db.invitation.findFirst({ where: { id: input.invitationId, ...valid() } })
  const missing = new AppError('not-found', 'There is no such invitation, or it has been used or has expired.')
  if (found?.deskId == null) throw missing
  const desk = await findDesk(actor, found.deskId).catch(() => {
    throw missing
  })
  mayManage(actor, desk.id)
  await writeIn(desk.id, actor, async (tx, record) => {
    await tx.invitation.delete({ where: { id: found.id } })
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

const addPerson = async (tx: Transaction, input: z.infer<typeof AcceptInput>, passwordHash: string | null) => {
  if (input.name === undefined || input.email === undefined || passwordHash === null) {
    throw new AppError('invalid', 'Give your name, your email address and a password, or sign in first.')
  }
  const person = { id: newId(), name: input.name, email: input.email }
  await tx.user.create({ data: { ...person, passwordHash } })
  return { ...person, administrator: false, roles: {} }
}

/** Uses a one-time link. Throws gone where it is spent, conflict where the email has an account already. */
export const acceptInvitation = async (actor: Actor | null, input: z.infer<typeof AcceptInput>) => {
  const passwordHash = actor === null && input.password ? await hashPassword(input.password) : null
  try {
    return await db.$transaction(async (tx) => {
      const where = { tokenHash: tokenHash(input.token), deskId: { not: null }, ...valid() }
      const [taken] = await tx.invitation.updateManyAndReturn({ where, data: { usedAt: new Date() } })
      if (taken?.deskId == null) {
        throw new AppError('gone', 'This link has been used or has expired. Ask for a new one.')
      }
      const { deskId } = taken
      const role = taken.role ?? 'viewer'
      const person = actor ?? (await addPerson(tx, input, passwordHash))
      const held = actor?.roles[deskId]
      // A link never takes away what someone may do already.
      if (held === undefined || roles.indexOf(held) < roles.indexOf(role)) {
        const key = { deskId, userId: person.id }
        const update = { role, version: { increment: 1 } }
        await tx.membership.upsert({ where: { deskId_userId: key }, create: { ...key, role }, update })
      }
      const payload = { role, name: person.name, invitation: taken.id }
      await appendChange(tx, deskId, person, {
        action: 'member.join',
        subject: { type: 'person', id: person.id },
        payload,
      })
      return { desk: await tx.desk.findUniqueOrThrow({ where: { id: deskId }, select: { slug: true } }) }
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new AppError('conflict', 'There is an account with this email address. Sign in, then open the link again.')
  }
}
