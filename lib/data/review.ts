import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { findMove } from '@/lib/review/moves'
import { PlainText } from '@/lib/text/plain'
import { type TranscriptState, type TranscriptSummary, transcriptStates } from '@/lib/transcript/transcript'
import { Uuid, Version } from './input'
import { findTranscript, summarySelect, toSummary } from './transcript-row'
import { writeToTranscript } from './transcript-write'

/** Where to move a transcript, and why; sending back should say what is still to do. */
export const MoveInput = z.object({
  transcriptId: Uuid,
  version: Version,
  state: z.enum(transcriptStates),
  reason: PlainText.trim().max(5_000).nullish(),
})

const words: Readonly<Record<TranscriptState, string>> = {
  draft: 'a draft',
  checking: 'being checked',
  'in-review': 'in review',
  approved: 'approved',
  published: 'published',
}

/**
 * Moves a transcript through its review. Approving and sending back are sign-offs and stay on record. Throws forbidden
 * for those who may not take the step (who asked cannot approve), conflict where no step leads there or it is old.
 */
export const moveTranscript = (actor: Actor, input: z.infer<typeof MoveInput>): Promise<TranscriptSummary> =>
  writeToTranscript(actor, input.transcriptId, async (tx, actor, record) => {
    const found = await findTranscript(tx, actor, input.transcriptId)
    const where = { id: found.id }
    const present = async () => toSummary(await tx.transcript.findUniqueOrThrow({ where, select: summarySelect }))
    const from = found.state as TranscriptState
    if (found.version !== input.version) {
      const message = `Someone else has changed this transcript in the meantime. It is ${words[from]} now.`
      throw new AppError('conflict', message, { current: await present() })
    }
    const move = findMove(actor, found, from, input.state)
    if (move === null) {
      const message = `A transcript that is ${words[from]} cannot become ${words[input.state]} in one step.`
      throw new AppError('conflict', message, { current: await present() })
    }
    if (move === 'forbidden') {
      const mine = from === 'in-review' && found.askedById === actor.id
      const message = mine
        ? 'You asked for this review, so another editor has to decide.'
        : `Your role does not let you make this transcript ${words[input.state]}.`
      throw new AppError('forbidden', message)
    }
    const askedById = { 'in-review': actor.id, approved: found.askedById }[input.state as string] ?? null
    await tx.transcript.update({ where, data: { state: input.state, askedById, version: { increment: 1 } } })
    const decision = { 'transcript.approve': 'approved', 'transcript.send-back': 'sent-back' }[move.action as string]
    const reason = input.reason || null
    if (decision !== undefined) {
      const data = { id: newId(), transcriptId: found.id, revision: found.head, userId: actor.id, decision, reason }
      await tx.signOff.create({ data })
    }
    const payload = { from, to: input.state, reason, revision: found.head }
    await record({ action: move.action, subject: { type: 'transcript', id: found.id }, payload })
    return present()
  })
