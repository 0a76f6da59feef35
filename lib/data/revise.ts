import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import type { Edits } from '@/lib/text/map'
import { countWordsAfter } from '@/lib/text/words'
import { type Cause, type Corrected, mostPlaces, type PlaceRow } from '@/lib/transcript/corrected'
import { nextWording } from '@/lib/transcript/correction'
import { maxWords } from '@/lib/transcript/transcript'
import type { TurnSplice } from '@/lib/transcript/turn-splices'
import type { Prisma } from '@/prisma/generated/client'
import type { ChangeRecord, Transaction } from './changes'
import { moveAnnotations } from './place-store'
import { stepOf, type Wanted } from './places'
import { hashOf, keepsText, type RevisionWithText } from './revision-text'
import { moveTicks } from './tick-places'

/** What makes the next revision of a transcript out of its head. */
export type Revising = {
  readonly transcriptId: string
  readonly head: RevisionWithText
  readonly edits: Edits
  readonly splices: readonly TurnSplice[]
  readonly cause: Cause
  readonly of: number | null
  readonly reason: string | null
  /** What is wanted of annotations besides that they follow. */
  readonly wanted: ReadonlyMap<string, Wanted>
}

/** The text of the next revision, and the text of the head, which stays only where it is one that is kept. */
const storeText = async (
  tx: Transaction,
  transcriptId: string,
  head: number,
  { number, text, turns }: RevisionWithText,
) => {
  if (!keepsText(head))
    await tx.$executeRaw`
    DELETE FROM revision_text WHERE transcript_id = ${transcriptId}::uuid AND number = ${head}`
  // By hand: Prisma would take half a million turns apart and put them together again.
  await tx.$executeRaw`INSERT INTO revision_text (transcript_id, number, text, turns)
    VALUES (${transcriptId}::uuid, ${number}, ${text}, ${JSON.stringify(turns)}::jsonb)`
}

/**
 * Makes the next revision, under the transcript's lock: its text and turns, where every annotation and tick stands in it,
 * and one change that carries all of it. Throws too-large where the text would outgrow what a transcript holds.
 */
export const revise = async (
  tx: Transaction,
  record: (change: ChangeRecord) => Promise<number>,
  actor: Actor,
  { transcriptId, head, edits, splices, cause, of, reason, wanted }: Revising,
): Promise<{ readonly corrected: Corrected; readonly revision: RevisionWithText }> => {
  const number = head.number + 1
  const { text, turns } = nextWording(head, { edits, splices })
  const hash = hashOf(text)
  const where = { id: transcriptId }
  const { words: before } = await tx.transcript.findUniqueOrThrow({ where, select: { words: true } })
  const words = countWordsAfter(before, head.text, edits)
  if (words > maxWords) {
    throw new AppError('too-large', `The text would have ${words.toLocaleString('en')} words; a million are the most.`)
  }
  const createdAt = new Date()
  const written = {
    edits: edits as unknown as Prisma.InputJsonArray,
    splices: splices as unknown as Prisma.InputJsonArray,
  }
  await tx.revision.create({
    data: {
      ...{ transcriptId, number, hash, length: text.length, cause, of, reason, authorId: actor.id, createdAt },
      ...{ edits: written.edits, ...(splices.length > 0 && { splices: written.splices }) },
    },
    select: { number: true },
  })
  const revision = { number, text, turns, hash, reason, createdAt: createdAt.toISOString() }
  await storeText(tx, transcriptId, head.number, revision)
  // The version too: whoever approves has to have seen this text.
  const data = { head: number, words, version: { increment: 1 } }
  await tx.transcript.update({ where, data, select: { id: true } })
  const step = stepOf(edits, text)
  const touched = await moveAnnotations(tx, { transcriptId, number }, step, wanted)
  await moveTicks(tx, { transcriptId, number }, step)
  const shown = touched.filter(({ deleted }) => !deleted)
  const inState = (state: string) => shown.filter((one) => one.state === state).map(({ id }) => id)
  const places = shown.map(({ id, start, end, placed }): PlaceRow => [id, start, end, placed])
  const told = {
    ...{ revision: number, hash, cause, of, reason, edits, splices },
    ...{
      accepted: inState('accepted'),
      rejected: [],
      reopened: inState('open'),
      places: places.length > mostPlaces ? null : places,
    },
  }
  const change = await record({
    action: 'transcript.correct',
    subject: { type: 'transcript', id: transcriptId },
    payload: told as unknown as Prisma.InputJsonObject,
  })
  return { corrected: { change, ...told }, revision }
}
