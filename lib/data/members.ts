import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can, type Role, roles } from '@/lib/permissions/can'
import { Id, Time } from '@/lib/text/scalars'
import { revokeTokensOf } from './api-tokens'
import { type Transaction, writeIn } from './changes'
import { db } from './db'
import { findDesk } from './desks'
import { DeskName, IdCursor, Limit, Uuid, Version } from './input'
import { type Page, pageOf } from './page'

/** A person in a desk. */
export const Member = z
  .object({
    person: z.object({ id: Id, name: z.string(), email: z.string() }).readonly(),
    ...{ role: z.enum(roles), version: z.int(), joinedAt: Time },
  })
  .readonly()
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

/** Which page of a desk's members. */
export const MembersInput = z.object({ desk: DeskName, cursor: IdCursor, limit: Limit })

const select = {
  role: true,
  version: true,
  createdAt: true,
  user: { select: { id: true, name: true, email: true } },
} as const

type Row = { role: Role; version: number; createdAt: Date; user: { id: string; name: string; email: string } }
const toMember = (row: Row): Member => ({
  person: row.user,
  role: row.role,
  version: row.version,
  joinedAt: row.createdAt.toISOString(),
})

/** The members of a desk in the order of their accounts, for its members and for administrators. */
export const listMembers = async (
  actor: Actor,
  { desk: name, cursor, limit = 500 }: { desk: string; cursor?: string; limit?: number },
): Promise<Page<Member>> => {
  const desk = await findDesk(actor, name)
  const rows = await db.membership.findMany({
    where: { deskId: desk.id, ...(cursor === undefined ? {} : { userId: { gt: cursor } }) },
    select,
    orderBy: { userId: 'asc' },
    take: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => row.user.id)
  return { items: page.items.map(toMember), next: page.next }
}

/** Which member, and the version of their membership that was seen. */
export const MemberInput = z.object({ desk: DeskName, personId: Uuid, version: Version })
/** A member's new role. */
export const MemberEdit = MemberInput.extend({ role: z.enum(roles) })

/** Finds the membership inside the transaction, and refuses who may not, what is old and what would leave no owner. */
const membershipToChange = async (
  tx: Transaction,
  actor: Actor,
  deskId: string,
  input: z.infer<typeof MemberInput>,
) => {
  if (!can(actor, 'members.manage', { deskId })) {
    throw new AppError('forbidden', 'Only an owner of the desk or an administrator can change who is in it.')
  }
  const found = await tx.membership.findFirst({ where: { deskId, userId: input.personId }, select })
  if (found === null) throw new AppError('not-found', 'This person is not a member of the desk.')
  if (found.version !== input.version) {
    throw new AppError('conflict', `Someone else has changed ${found.user.name}'s role.`, { current: toMember(found) })
  }
  return found
}

/**
 * What follows when someone is not an owner any more: the links they made no longer open the desk, to them or to anyone.
 * Answers how many there were, for the record.
 */
const revokeLinksOf = async (tx: Transaction, deskId: string, createdById: string) =>
  (await tx.invitation.deleteMany({ where: { deskId, createdById, usedAt: null } })).count

const keepAnOwner = async (tx: Transaction, deskId: string) => {
  if ((await tx.membership.count({ where: { deskId, role: 'owner' } })) > 0) return
  throw new AppError('conflict', 'A desk needs an owner. Make someone else an owner first.')
}

/** Gives a member another role. The last owner keeps theirs. */
export const setRole = async (actor: Actor, input: z.infer<typeof MemberEdit>): Promise<Member> => {
  const desk = await findDesk(actor, input.desk)
  return writeIn(desk.id, actor, async (tx, actor, record) => {
    const before = await membershipToChange(tx, actor, desk.id, input)
    const where = { deskId_userId: { deskId: desk.id, userId: input.personId } }
    const data = { role: input.role, version: { increment: 1 } }
    const edited = await tx.membership.update({ where, data, select })
    await keepAnOwner(tx, desk.id)
    const revoked = edited.role === 'owner' ? 0 : await revokeLinksOf(tx, desk.id, input.personId)
    const payload = { before: { role: before.role }, after: { role: edited.role }, ...(revoked > 0 && { revoked }) }
    await record({ action: 'member.role', subject: { type: 'person', id: input.personId }, payload })
    return toMember(edited)
  })
}

/** Takes a person out of a desk. What they wrote stays under their name. */
export const removeMember = async (actor: Actor, input: z.infer<typeof MemberInput>): Promise<void> => {
  const desk = await findDesk(actor, input.desk)
  await writeIn(desk.id, actor, async (tx, actor, record) => {
    const before = await membershipToChange(tx, actor, desk.id, input)
    await tx.membership.delete({ where: { deskId_userId: { deskId: desk.id, userId: input.personId } } })
    await keepAnOwner(tx, desk.id)
    const revoked = await revokeLinksOf(tx, desk.id, input.personId)
    const tokens = await revokeTokensOf(tx, desk.id, input.personId)
    const more = { ...(revoked > 0 && { revoked }), ...(tokens > 0 && { tokens }) }
    const payload = { before: { role: before.role }, ...more }
    await record({ action: 'member.remove', subject: { type: 'person', id: input.personId }, payload })
  })
}
