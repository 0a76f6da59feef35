import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { db } from './db'
import { Serial, Uuid } from './input'
import { findTranscript } from './transcript-row'

/** Whose file, and of which revision: the first where nothing is said, so that an address gives the same bytes for ever. */
export const OriginalInput = z.object({
  transcriptId: Uuid,
  revision: Serial.default(1).describe('The revision that the file made; 1, the import, where none is named.'),
})

/** A file as it came, byte for byte: the one a transcript was imported from, or a newer version of it. */
export const readOriginal = async (actor: Actor, input: z.infer<typeof OriginalInput>) => {
  const { id } = await findTranscript(db, actor, input.transcriptId)
  const { revision } = input
  const row = await db.original.findUnique({ where: { transcriptId_revision: { transcriptId: id, revision } } })
  if (row === null) throw new AppError('not-found', `Revision ${revision} of this transcript did not come from a file.`)
  return row
}
