import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { importFile, importText } from '@/lib/import'
import { type Actor, can } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { countWords } from '@/lib/text/words'
import { Metadata, Title, type Transcript } from '@/lib/transcript/transcript'
import { appendChange, openScope } from './changes'
import { db } from './db'
import { readDesk } from './desks'
import { DeskName } from './input'
import { readTranscript } from './transcripts'

const File = z.object({ name: PlainText.max(500), mediaType: PlainText.max(200), bytes: z.instanceof(Uint8Array) })

/** A file, or text that was pasted, with what is known about it. An empty field counts as left out. */
export const ImportInput = z.preprocess(
  (given) => Object.fromEntries(Object.entries(given as object).filter(([, value]) => value !== '')),
  Metadata.partial().extend({
    desk: DeskName,
    title: Title.optional(),
    text: z.string('Give a file, or the text itself.').optional(),
    file: File.optional(),
  }),
)
type ImportInput = z.infer<typeof ImportInput>

const read = async ({ file, text, title }: ImportInput) => {
  if (file !== undefined) return { ...(await importFile(file)), original: file }
  if (text === undefined) throw new AppError('invalid', 'Give a file, or the text itself.')
  const imported = importText({ title, text })
  // What was pasted is kept as a file too, so that every transcript has its original.
  const name = `${imported.title}.txt`
  return {
    ...imported,
    original: { name, mediaType: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode(text) },
  }
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/**
 * Makes a transcript of a file or a pasted text: its first revision, its turns, its metadata and the original bytes.
 * What was given about it comes before what the file says of itself. All of it is stored, or nothing.
 */
export const importTranscript = async (actor: Actor, input: ImportInput): Promise<Transcript> => {
  const desk = await readDesk(actor, input)
  if (!can(actor, 'transcript.import', { deskId: desk.id })) {
    throw new AppError('forbidden', 'Viewers cannot import transcripts.')
  }
  const { text, turns, metadata, title, original } = await read(input)
  const { outlet, printedOn, language, translator, origin } = { ...metadata, ...input }
  const id = newId()
  const hash = sha256(text)
  const file = { name: original.name, mediaType: original.mediaType, size: original.bytes.length }
  await db.$transaction(
    async (tx) => {
      await openScope(tx, id, desk.id)
      const transcript = { title: input.title ?? title, outlet, language, translator, origin, words: countWords(text) }
      await tx.transcript.create({
        data: {
          ...{ id, deskId: desk.id, createdById: actor.id, ...transcript },
          printedOn: printedOn ? new Date(printedOn) : null,
        },
      })
      const made = { transcriptId: id, number: 1 }
      await tx.revision.create({ data: { ...made, hash, length: text.length, authorId: actor.id } })
      await tx.revisionText.create({ data: { ...made, text, turns: turns.map((turn) => ({ ...turn })) } })
      const bytes = new Uint8Array(original.bytes)
      await tx.original.create({ data: { transcriptId: id, ...file, sha256: sha256(bytes), bytes } })
      const payload = {
        ...transcript,
        printedOn: printedOn ?? null,
        hash,
        original: { ...file, sha256: sha256(bytes) },
      }
      await appendChange(tx, id, actor, {
        action: 'transcript.import',
        subject: { type: 'transcript', id },
        payload,
      })
    },
    { maxWait: 20_000, timeout: 120_000 },
  )
  return readTranscript(actor, { transcriptId: id })
}
