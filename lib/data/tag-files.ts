import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { TagFields, TagImport } from '@/lib/annotation/tag'
import { readTags, tagsToCsv, tagsToJson } from '@/lib/annotation/tag-file'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { writeIn } from './changes'
import { DeskInput, readDesk } from './desks'
import { listTags, refuseMore, refuseReaders } from './tags'

const formats = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: tagsToCsv },
  json: { mediaType: 'application/json; charset=utf-8', write: tagsToJson },
} as const

/** The media types a codebook is handed out in. */
export const tagMediaTypes = Object.values(formats).map(({ mediaType }) => mediaType)

/** Which codebook, in which format. */
export const TagExportInput = DeskInput.extend({ format: z.enum(['csv', 'json']) })

/** A desk's codebook as a file. */
export const exportTags = async (actor: Actor, input: z.infer<typeof TagExportInput>) => {
  const { slug } = await readDesk(actor, input)
  const { items } = await listTags(actor, input)
  const { mediaType, write } = formats[input.format]
  return { name: `${slug}-tags.${input.format}`, mediaType, content: write(items) }
}

/** A codebook as text, CSV or JSON; without `apply` it is only looked at. */
export const TagImportInput = DeskInput.extend({
  text: PlainText.min(1, 'Give the codebook as CSV or JSON.').max(900_000, 'This is too long for a codebook.'),
  apply: z.boolean().default(false),
})

/**
 * Takes a codebook in: adds what is new, changes what differs, leaves the rest; nothing is taken out. Answers with what
 * is done, or what would be. Throws invalid with the line where the file is wrong: nothing is taken in then.
 */
export const importTags = async (actor: Actor, input: z.infer<typeof TagImportInput>): Promise<TagImport> => {
  const desk = await readDesk(actor, input)
  refuseReaders(actor, desk.id)
  const read = readTags(input.text)
  if ('fault' in read) {
    throw new AppError('invalid', read.fault, { errors: [{ path: 'text', message: read.fault }] })
  }
  return writeIn(desk.id, actor, async (tx, actor, record) => {
    refuseReaders(actor, desk.id)
    const rows = await tx.tag.findMany({ where: { deskId: desk.id } })
    const present = new Map(rows.map((row) => [row.name, row]))
    const differs = (tag: TagFields) => {
      const row = present.get(tag.name)
      return row !== undefined && (row.colour !== tag.colour || row.note !== tag.note)
    }
    const added = read.tags.filter(({ name }) => !present.has(name))
    const changed = read.tags.filter(differs)
    const same = read.tags.filter(({ name }) => present.has(name)).filter((tag) => !differs(tag))
    refuseMore(rows.length + added.length)
    const names = (tags: readonly TagFields[]) => tags.map(({ name }) => name)
    const meaning = ({ colour, note }: Pick<TagFields, 'colour' | 'note'>) => ({ colour, note })
    const changes = changed.flatMap((after) => {
      const before = present.get(after.name) as TagFields | undefined
      return before ? [{ name: after.name, before: meaning(before), after: meaning(after) }] : []
    })
    const told = { added: names(added), changed: changes, same: names(same) }
    if (!input.apply || added.length + changed.length === 0) return { ...told, done: input.apply }
    await tx.tag.createMany({ data: added.map((tag) => ({ id: newId(), deskId: desk.id, ...tag })) })
    await tx.$executeRaw`
      UPDATE tag SET colour = given.colour, note = given.note, version = version + 1
      FROM unnest(${names(changed)}::text[], ${changed.map(({ colour }) => colour)}::text[],
        ${changed.map(({ note }) => note)}::text[]) AS given (name, colour, note)
      WHERE tag.desk_id = ${desk.id}::uuid AND tag.name = given.name`
    const before = changes.map(({ name, before }) => ({ name, ...before }))
    const payload = { added, changed, before }
    await record({ action: 'tags.import', subject: { type: 'desk', id: desk.id }, payload })
    return { ...told, done: true }
  })
}
