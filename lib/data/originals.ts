import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { db } from './db'
import { findTranscript } from './transcript-row'

/** The file of a transcript as it came, byte for byte. */
export const readOriginal = async (actor: Actor, input: { transcriptId: string }) => {
  const { id } = await findTranscript(db, actor, input.transcriptId)
  const row = await db.original.findUnique({ where: { transcriptId: id } })
  if (row === null) throw new AppError('not-found', 'This transcript has no original file.')
  return row
}
