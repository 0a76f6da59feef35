import { v7 as newId } from 'uuid'
import type { CarriedNote } from '@/lib/import/comment-note'
import type { Actor } from '@/lib/permissions/can'
import type { Metadata } from '@/lib/transcript/transcript'
import { appendChange, openScope, type Transaction } from './changes'
import type { Given, Reading } from './reading'
import { refuseUnless } from './refuse'

/** What an import stores: what was given about it comes before what the file says of itself. */
export type ToStore = {
  readonly deskId: string
  readonly title?: string
  readonly about: Partial<Metadata>
  readonly given: Given
  readonly reading: Reading
}

/** What the record keeps of a comment that came with the file. */
const rowOf = ({ anchor, body, words, resolved }: CarriedNote) => ({
  id: newId(),
  ...anchor,
  ...{ body, words, state: resolved ? 'resolved' : 'open' },
})

/** Stores the comments of a file as notes of whoever imported it, in one statement: there may be tens of thousands. */
const storeNotes = async (tx: Transaction, actor: Actor, transcriptId: string, carried: readonly CarriedNote[]) => {
  const rows = carried.map(rowOf)
  if (rows.length > 0)
    await tx.$executeRaw`
      INSERT INTO annotation (id, transcript_id, kind, state, author_id, revision, anchor_start, anchor_end, exact, prefix,
        suffix, start, "end", body, words, tags, expected)
      SELECT id, ${transcriptId}::uuid, 'note', state::annotation_state, ${actor.id}::uuid, 1, start, "end", exact, prefix,
        suffix, start, "end", body, words, '{}', '{}'
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS carried (id uuid, state text, start int, "end" int,
        exact text, prefix text, suffix text, body jsonb, words text)`
  return rows.map(({ id, start, end, state, words }) => ({ id, start, end, state, words }))
}

/** Keeps the file that a revision came from, byte for byte. A text that was pasted is kept under its title. */
export const storeOriginal = async (
  tx: Transaction,
  transcriptId: string,
  revision: number,
  given: Given,
  { title, fileHash: sha256 }: Reading,
) => {
  const name = given.pasted === undefined ? given.name : `${title}.txt`
  const { mediaType, bytes } = given
  await tx.$executeRaw`INSERT INTO original (transcript_id, revision, name, media_type, size, sha256, bytes)
    VALUES (${transcriptId}::uuid, ${revision}, ${name}, ${mediaType}, ${bytes.length}, ${sha256}, ${new Uint8Array(bytes)})`
  return { name, mediaType, size: bytes.length, sha256 }
}

/** Stores what was read, whole, in one transaction of the caller's: text, turns, metadata, original, comments, record. */
export const storeImport = async (tx: Transaction, actor: Actor, { deskId, given, reading, ...more }: ToStore) => {
  refuseUnless(actor, 'transcript.import', { deskId }, 'Viewers cannot import transcripts.')
  const { text, turns, words, hash, carried, notes } = reading
  const { outlet, printedOn, language, translator, origin } = { ...reading.metadata, ...more.about }
  const title = more.title ?? reading.title
  const id = newId()
  const transcript = { title, outlet, language, translator, origin, words }
  await openScope(tx, id, deskId)
  await tx.transcript.create({
    data: {
      ...{ id, deskId, createdById: actor.id, ...transcript },
      printedOn: printedOn ? new Date(printedOn) : null,
    },
  })
  await tx.revision.create({ data: { transcriptId: id, number: 1, hash, length: text.length, authorId: actor.id } })
  // By hand: Prisma would take half a million turns apart and put them together again.
  await tx.$executeRaw`INSERT INTO revision_text (transcript_id, number, text, turns)
    VALUES (${id}::uuid, 1, ${text}, ${turns}::jsonb)`
  const original = await storeOriginal(tx, id, 1, given, reading)
  const comments = await storeNotes(tx, actor, id, carried)
  const said = { ...(notes.length > 0 && { notes }), ...(comments.length > 0 && { comments }) }
  await appendChange(tx, id, actor, {
    action: 'transcript.import',
    subject: { type: 'transcript', id },
    payload: { ...transcript, printedOn: printedOn ?? null, hash, original, ...said },
  })
  return { id, title }
}
