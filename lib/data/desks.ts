import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Actor, can, type Role, roles } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { Id } from '@/lib/text/scalars'
import { Prisma } from '@/prisma/generated/client'
import { appendChange, openScope, siteScope, type Transaction, writeIn } from './changes'
import { db } from './db'
import { Cursor, DeskName, Limit, Uuid, Version } from './input'
import { claimIn } from './once'
import { decodeCursor, encodeCursor, type Page, pageOf } from './page'
import { atPresent } from './standing'

/** A desk as the API gives it, with the reader's own role. */
export const Desk = z
  .object({ id: Id, slug: z.string(), name: z.string(), version: z.int(), role: z.enum(roles) })
  .readonly()
  .meta({ id: 'Desk' })
export type Desk = z.infer<typeof Desk>

/** Names a desk by id or slug. */
export const DeskInput = z.object({ desk: DeskName })

const DeskTitle = PlainText.trim().min(1, 'Give the desk a name.').max(120, 'Keep the name under 120 characters.')

/** What a new desk needs; the slug is made from the name where it is left out. */
export const NewDesk = z.object({
  name: DeskTitle,
  slug: PlainText.trim()
    .toLowerCase()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')
    .max(60)
    .optional(),
})

const select = { id: true, slug: true, name: true, version: true } as const
const missing = () => new AppError('not-found', 'There is no such desk, or you are not a member of it.')

/** Which page of one's desks. */
export const DesksInput = z.object({ cursor: Cursor, limit: Limit })

/** Where the list goes on: behind a name, ties broken by id. */
const behind = (cursor: string): Prisma.DeskWhereInput => {
  const place = z.tuple([PlainText, Uuid]).safeParse(decodeCursor(cursor))
  if (!place.success) throw new AppError('invalid', 'This cursor is not one of ours. Begin at the first page.')
  const [name, id] = place.data
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
}

/** The desks the actor is a member of, by name. */
export const listDesks = async (
  actor: Actor,
  { cursor, limit = 500 }: Partial<z.infer<typeof DesksInput>> = {},
): Promise<Page<Desk>> => {
  const rows = await db.desk.findMany({
    where: { id: { in: Object.keys(actor.roles) }, ...(cursor === undefined ? {} : behind(cursor)) },
    select,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => encodeCursor([row.name, row.id]))
  return { items: page.items.map((row) => ({ ...row, role: actor.roles[row.id] as Role })), next: page.next }
}

/** One desk of the actor's. Throws not-found for any other. */
export const readDesk = async (actor: Actor, input: z.infer<typeof DeskInput>): Promise<Desk> => {
  const named = Uuid.safeParse(input.desk).success ? { id: input.desk } : { slug: input.desk }
  const row = await db.desk.findFirst({ where: { ...named, AND: { id: { in: Object.keys(actor.roles) } } }, select })
  if (row === null || !can(actor, 'desk.read', { deskId: row.id })) throw missing()
  return { ...row, role: actor.roles[row.id] as Role }
}

/** Finds a desk for its members and for administrators, who manage who is in it. */
export const findDesk = async (actor: Actor, desk: string) => {
  const named = Uuid.safeParse(desk).success ? { id: desk } : { slug: desk }
  const mine = actor.administrator ? {} : { id: { in: Object.keys(actor.roles) } }
  const row = await db.desk.findFirst({ where: { ...named, AND: mine }, select })
  if (row === null) throw missing()
  return row
}

/** A slug for a name: ASCII letters and digits with hyphens; for a name without any, "desk" and a part of an id. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50) || `desk-${newId().slice(-8)}`

/** Adds a desk with its scope inside a transaction; the actor becomes its owner. */
export const addDesk = async (tx: Transaction, made: { name: string; slug: string }, actor: Actor) => {
  const desk = await tx.desk.create({ data: { id: newId(), ...made }, select })
  await openScope(tx, desk.id, desk.id)
  await tx.membership.create({ data: { deskId: desk.id, userId: actor.id, role: 'owner' } })
  await appendChange(tx, desk.id, actor, {
    action: 'desk.create',
    subject: { type: 'desk', id: desk.id },
    payload: made,
  })
  return desk
}

/** Whether an error says that a row of this kind exists already. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

/** Creates a desk owned by the administrator who creates it. Throws conflict where the slug is taken. */
export const createDesk = async (actor: Actor, input: z.infer<typeof NewDesk>): Promise<Desk> => {
  const refuseOthers = (asking: Actor) => {
    if (!can(asking, 'desk.create')) throw new AppError('forbidden', 'Only an administrator can create a desk.')
  }
  refuseOthers(actor)
  const slug = input.slug ?? slugOf(input.name)
  try {
    const made = { name: input.name, slug }
    const add = async (tx: Transaction) => {
      const present = await atPresent(tx, actor)
      refuseOthers(present)
      return claimIn(tx, siteScope, present, () => addDesk(tx, made, present))
    }
    const desk = await db.$transaction(add)
    return { ...desk, role: 'owner' }
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new AppError('conflict', `There is a desk at "${slug}" already. Choose another name.`)
  }
}

/** A desk's new name. */
export const DeskEdit = DeskInput.extend({ name: DeskTitle, version: Version })

/** Renames a desk. Its slug stays, so that links to it hold. */
export const editDesk = async (actor: Actor, input: z.infer<typeof DeskEdit>): Promise<Desk> => {
  const { id } = await readDesk(actor, input)
  return writeIn(id, actor, async (tx, actor, record) => {
    const role = actor.roles[id] as Role
    if (!can(actor, 'desk.edit', { deskId: id })) throw new AppError('forbidden', 'Only an owner can rename the desk.')
    const desk = await tx.desk.findUniqueOrThrow({ where: { id }, select })
    if (desk.version !== input.version) {
      throw new AppError('conflict', 'Someone else has changed the desk.', { current: { ...desk, role } })
    }
    const edited = await tx.desk.update({
      where: { id },
      data: { name: input.name, version: { increment: 1 } },
      select,
    })
    const payload = { before: { name: desk.name }, after: { name: edited.name } }
    await record({ action: 'desk.edit', subject: { type: 'desk', id }, payload })
    return { ...edited, role }
  })
}
