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

/** What leads from a transcript's head to its next revision. */
export type Storing = {
  readonly transcriptId: string
  readonly head: { readonly number: number }
  readonly edits: Edits
  readonly splices: readonly TurnSplice[]
  readonly cause: Cause
  readonly of: number | null
  readonly reason: string | null
  /** What is wanted of annotations besides that they follow. */
  readonly wanted: ReadonlyMap<string, Wanted>
}

/** The same with the whole head, to make the next one of. */
export type Revising = Storing & { readonly head: RevisionWithText }

/** The words of the next revision as they are stored: its turns as JSON, how many words it has, the hash of its text. */
export type Wrought = { readonly text: string; readonly turns: string; readonly words: number; readonly hash: string }

/** The text of the next revision, and the text of the head, which stays only where it is one that is kept. */
const storeText = async (tx: Transaction, transcriptId: string, head: number, { text, turns }: Wrought) => {
  if (!keepsText(head))
    await tx.$executeRaw`
    DELETE FROM revision_text WHERE transcript_id = ${transcriptId}::uuid AND number = ${head}`
  // By hand: Prisma would take half a million turns apart and put them together again.
  await tx.$executeRaw`INSERT INTO revision_text (transcript_id, number, text, turns)
    VALUES (${transcriptId}::uuid, ${head + 1}, ${text}, ${turns}::jsonb)`
}

/**
 * Stores the next revision of which all is known, under the transcript's lock: its text and turns, where every annotation
 * and tick stands in it, and one change that carries all of it, with `more`. Throws too-large where the text would outgrow
 * what a transcript holds.
 */
export const storeRevision = async (
  tx: Transaction,
  record: (change: ChangeRecord) => Promise<number>,
  actor: Actor,
  { transcriptId, head, edits, splices, cause, of, reason, wanted }: Storing,
  wrought: Wrought,
  more: Prisma.InputJsonObject = {},
): Promise<{ readonly corrected: Corrected; readonly createdAt: Date }> => {
  const number = head.number + 1
  const { text, words, hash } = wrought
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
  await storeText(tx, transcriptId, head.number, wrought)
  // The version too: whoever approves has to have seen this text.
  const data = { head: number, words, version: { increment: 1 } }
  await tx.transcript.update({ where: { id: transcriptId }, data, select: { id: true } })
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
    payload: { ...(told as unknown as Prisma.InputJsonObject), ...more },
  })
  return { corrected: { change, ...told }, createdAt }
}

/** Makes the next revision out of the head, and stores it. */
export const revise = async (
  tx: Transaction,
  record: (change: ChangeRecord) => Promise<number>,
  actor: Actor,
  revising: Revising,
): Promise<{ readonly corrected: Corrected; readonly revision: RevisionWithText }> => {
  const { transcriptId, head, edits, reason } = revising
  const { text, turns } = nextWording(head, revising)
  const hash = hashOf(text)
  const { words: before } = await tx.transcript.findUniqueOrThrow({
    where: { id: transcriptId },
    select: { words: true },
  })
  const words = countWordsAfter(before, head.text, edits)
  const wrought = { text, turns: JSON.stringify(turns), words, hash }
  const { corrected, createdAt } = await storeRevision(tx, record, actor, revising, wrought)
  const revision = { number: head.number + 1, text, turns, hash, reason, createdAt: createdAt.toISOString() }
  return { corrected, revision }
}
