import type { Actor } from '@/lib/permissions/can'
import { writeIn } from './changes'
import { db } from './db'
import { noTranscript, visibleTo } from './transcript-row'

/**
 * One write to a transcript, under its lock. Throws not-found before anything is locked: who may not know of a transcript
 * neither waits for those who write to it nor makes them wait.
 */
export const writeToTranscript = async <T>(
  actor: Actor,
  transcriptId: string,
  run: Parameters<typeof writeIn<T>>[2],
): Promise<T> => {
  if ((await db.transcript.count({ where: { id: transcriptId, ...visibleTo(actor) } })) === 0) throw noTranscript()
  return writeIn(transcriptId, actor, run)
}
