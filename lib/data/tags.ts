import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { mostTags, type TagEntry, TagFields } from '@/lib/annotation/tag'
import { AppError } from '@/lib/errors'
import { type Actor, can } from '@/lib/permissions/can'
import { type Transaction, writeIn } from './changes'
import { db } from './db'
import { DeskInput, readDesk } from './desks'
import { Uuid, Version } from './input'
import type { Page } from './page'

const select = { id: true, version: true, name: true, colour: true, note: true } as const

/** A stored entry as the API gives it. */
export const toEntry = (row: Omit<TagEntry, 'colour'> & { colour: string }): TagEntry => row as TagEntry

/** Every entry of a desk's codebook, by name. */
export const listTags = async (actor: Actor, input: z.infer<typeof DeskInput>): Promise<Page<TagEntry>> => {
  const { id } = await readDesk(actor, input)
  const rows = await db.tag.findMany({ where: { deskId: id }, select })
  return { items: rows.map(toEntry).sort((a, b) => a.name.localeCompare(b.name)), next: null }
}

/** Refuses whoever does not keep the codebook. */
export const refuseReaders = (actor: Actor, deskId: string) => {
  if (!can(actor, 'codebook.edit', { deskId }))
    throw new AppError('forbidden', 'Only an editor can change the codebook.')
}

const taken = (name: string) => new AppError('conflict', `The codebook has “${name}” already.`)

/** Refuses a codebook with more than `mostTags` entries. */
export const refuseMore = (count: number) => {
  if (count > mostTags)
    throw new AppError('conflict', `A codebook holds ${mostTags.toLocaleString('en')} tags at most.`)
}

/** A new entry. */
export const NewTag = DeskInput.extend({
  name: TagFields.shape.name,
  colour: TagFields.shape.colour.default('grey'),
  note: TagFields.shape.note.default(''),
})

/** Adds an entry to the codebook. Throws conflict where the tag is in it. */
export const createTag = async (
  actor: Actor,
  { desk: named, ...fields }: z.infer<typeof NewTag>,
): Promise<TagEntry> => {
  const desk = await readDesk(actor, { desk: named })
  return writeIn(desk.id, actor, async (tx, actor, record) => {
    refuseReaders(actor, desk.id)
    const where = { deskId_name: { deskId: desk.id, name: fields.name } }
    if ((await tx.tag.findUnique({ where, select: { id: true } })) !== null) throw taken(fields.name)
    refuseMore((await tx.tag.count({ where: { deskId: desk.id } })) + 1)
    const made = await tx.tag.create({ data: { id: newId(), deskId: desk.id, ...fields }, select })
    await record({ action: 'tag.create', subject: { type: 'tag', id: made.id }, payload: fields })
    return toEntry(made)
  })
}

/** Names an entry, at the version that was seen. */
export const TagAt = z.object({ tagId: Uuid, version: Version })
/** What to change of an entry; what is left out stays. */
export const TagEdit = TagAt.extend(TagFields.partial().shape)

/** The entry, in a desk of the actor's, read under the desk's lock. */
const writeToTag = async <T>(
  actor: Actor,
  input: z.infer<typeof TagAt>,
  run: (
    tx: Transaction,
    tag: TagEntry & { deskId: string },
    record: Parameters<Parameters<typeof writeIn<T>>[2]>[2],
  ) => Promise<T>,
): Promise<T> => {
  const where = { id: input.tagId, deskId: { in: Object.keys(actor.roles) } }
  const missing = () => new AppError('not-found', 'There is no such tag in the codebook, or it is not yours to see.')
  const seen = await db.tag.findFirst({ where, select: { deskId: true } })
  if (seen === null) throw missing()
  return writeIn(seen.deskId, actor, async (tx, actor, record) => {
    refuseReaders(actor, seen.deskId)
    const row = await tx.tag.findFirst({ where, select: { ...select, deskId: true } })
    if (row === null) throw missing()
    if (row.version !== input.version) {
      const { deskId: _, ...current } = row
      throw new AppError('conflict', 'Someone else has changed this tag in the meantime.', { current })
    }
    return run(tx, { ...toEntry(row), deskId: row.deskId }, record)
  })
}

/** Changes an entry. Annotations keep the words they carry; replacing a tag in a transcript renames it there. */
export const editTag = (actor: Actor, input: z.infer<typeof TagEdit>): Promise<TagEntry> =>
  writeToTag(actor, input, async (tx, { deskId, name, colour, note }, record) => {
    const { tagId: id, version: _, ...fields } = input
    if (fields.name !== undefined && fields.name !== name) {
      const where = { deskId_name: { deskId, name: fields.name } }
      if ((await tx.tag.findUnique({ where, select: { id: true } })) !== null) throw taken(fields.name)
    }
    const edited = await tx.tag.update({ where: { id }, data: { ...fields, version: { increment: 1 } }, select })
    const payload = { before: { name, colour, note }, after: fields }
    await record({ action: 'tag.edit', subject: { type: 'tag', id }, payload })
    return toEntry(edited)
  })

/** Takes an entry out of the codebook. Annotations keep the word. */
export const deleteTag = async (actor: Actor, input: z.infer<typeof TagAt>): Promise<void> => {
  await writeToTag(actor, input, async (tx, { name, colour, note }, record) => {
    await tx.tag.delete({ where: { id: input.tagId }, select: { id: true } })
    await record({ action: 'tag.delete', subject: { type: 'tag', id: input.tagId }, payload: { name, colour, note } })
  })
}
