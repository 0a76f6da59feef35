import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can, roles } from '@/lib/permissions/can'
import { Password, PersonName } from '@/lib/permissions/person'
import { Id, Time } from '@/lib/text/scalars'
import { siteScope, writeIn } from './changes'
import { db } from './db'
import { IdCursor, Limit } from './input'
import { type Page, pageOf } from './page'
import { hashPassword, isPassword } from './passwords'

const DeskRole = z.object({ id: Id, slug: z.string(), name: z.string(), role: z.enum(roles) }).readonly()

/** The signed-in person with their desks, as `GET /me` gives it. */
export const Me = z
  .object({
    ...{ id: Id, name: z.string(), email: z.string(), administrator: z.boolean() },
    desks: z.array(DeskRole).readonly(),
  })
  .readonly()
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** Who asks, with their desks. */
export const readMe = async (actor: Actor): Promise<Me> => {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      id: true,
      name: true,
      email: true,
      memberships: {
        where: { deskId: { in: Object.keys(actor.roles) } },
        select: { role: true, desk: { select: { id: true, slug: true, name: true } } },
        orderBy: { desk: { name: 'asc' } },
      },
    },
  })
  const { memberships, ...person } = user
  return {
    ...person,
    administrator: actor.administrator,
    desks: memberships.map(({ desk, role }) => ({ ...desk, role })),
  }
}

/** A person's own name. */
export const NameInput = z.object({ name: PersonName })

/** Changes the actor's own name, everywhere it is shown. */
export const renameMe = async (actor: Actor, input: z.infer<typeof NameInput>) => {
  if (!can(actor, 'account.edit', { personId: actor.id })) throw new AppError('forbidden', 'This account is not yours.')
  await writeIn(siteScope, actor, async (tx, actor, record) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true } })
    await tx.user.update({ where: { id: actor.id }, data: { name: input.name } })
    const payload = { before, after: { name: input.name } }
    await record({ action: 'account.rename', subject: { type: 'person', id: actor.id }, payload })
  })
  return readMe(actor)
}

/** The password a person has, and the one they want. */
export const PasswordInput = z.object({ current: z.string().max(200), password: Password })

/** Changes the actor's own password and ends their other sessions at once; the one they came by goes on. */
export const changePassword = async (actor: Actor & { sessionId?: string }, input: z.infer<typeof PasswordInput>) => {
  if (!can(actor, 'account.edit', { personId: actor.id })) throw new AppError('forbidden', 'This account is not yours.')
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  if (!(await isPassword(user.passwordHash, input.current))) {
    const message = 'This is not your present password.'
    throw new AppError('invalid', message, { errors: [{ path: 'current', message }] })
  }
  const passwordHash = await hashPassword(input.password)
  const keep = actor.sessionId
  return writeIn(siteScope, actor, async (tx, actor, record) => {
    await tx.user.update({ where: { id: actor.id }, data: { passwordHash } })
    const others = await tx.session.deleteMany({ where: { userId: actor.id, id: { not: keep } } })
    const ended = { ended: others.count }
    await record({ action: 'account.password', subject: { type: 'person', id: actor.id }, payload: ended })
    return ended
  })
}

/** Which page of the site's accounts. */
export const PeopleInput = z.object({ cursor: IdCursor, limit: Limit })

/** An account as an administrator sees it. */
export const Account = z
  .object({
    ...{ id: Id, name: z.string(), email: z.string(), administrator: z.boolean() },
    sessions: z.int().describe('How many browsers are signed in.'),
    ...{ createdAt: Time, desks: z.array(DeskRole).readonly() },
  })
  .readonly()
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

/** Every account of the site, oldest first, for administrators. */
export const listPeople = async (
  actor: Actor,
  { cursor, limit = 100 }: Partial<z.infer<typeof PeopleInput>> = {},
): Promise<Page<Account>> => {
  if (!can(actor, 'accounts.manage')) throw new AppError('forbidden', 'Only an administrator can see every account.')
  const rows = await db.user.findMany({
    where: cursor === undefined ? {} : { id: { gt: cursor } },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: {
      id: true,
      name: true,
      email: true,
      administrator: true,
      createdAt: true,
      _count: { select: { sessions: { where: { expiresAt: { gt: new Date() } } } } },
      memberships: { select: { role: true, desk: { select: { id: true, slug: true, name: true } } } },
    },
  })
  const page = pageOf(rows, limit, (row) => row.id)
  return {
    next: page.next,
    items: page.items.map(({ memberships, _count, createdAt, ...person }) => ({
      ...person,
      sessions: _count.sessions,
      createdAt: createdAt.toISOString(),
      desks: memberships.map(({ desk, role }) => ({ ...desk, role })),
    })),
  }
}
