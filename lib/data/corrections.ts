import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Action, Actor } from '@/lib/permissions/can'
import { type Corrected, CorrectionStep } from '@/lib/transcript/corrected'
import type { ChangeRecord, Transaction } from './changes'
import { restoreRevision, undoRevision } from './correction-undo'
import { Uuid } from './input'
import type { Wanted } from './places'
import { editsOf } from './proposal-edits'
import { alternativesTo, type Proposal, readProposals, refuseStale } from './proposals'
import { refuseOlder, refuseUnless } from './refuse'
import { type Revising, revise } from './revise'
import { keepRevision, loadRevision, type RevisionWithText } from './revision-text'
import { findTranscript, noTranscript } from './transcript-row'
import { writeToTranscript } from './transcript-write'

/** What to do about proposals or revisions of a transcript. */
export const CorrectionInput = z.object({ transcriptId: Uuid }).and(CorrectionStep)
type CorrectionInput = z.infer<typeof CorrectionInput>

const rules: Readonly<Record<CorrectionStep['action'], readonly [Action, string]>> = {
  accept: ['correction.accept', 'Only an editor can accept corrections.'],
  reject: ['correction.reject', 'Only an editor can reject corrections.'],
  undo: ['revision.undo', 'Only an editor can take a revision back.'],
  restore: ['revision.restore', 'Only an editor can restore a revision.'],
}

/** What the next revision is made of, besides the head. */
export type Next = Omit<Revising, 'transcriptId' | 'head'>
type Step<Name extends CorrectionStep['action']> = Extract<CorrectionStep, { action: Name }>

/** What accepting these does: they, and what else is `wanted`, with the other proposals for their words marked as touched. */
export const accepting = async (
  tx: Transaction,
  transcriptId: string,
  head: RevisionWithText,
  proposals: readonly Proposal[],
  more: ReadonlyMap<string, Wanted> = new Map(),
): Promise<Omit<Next, 'reason'>> => {
  const { wanted, ...led } = editsOf(proposals, head)
  const touched = await alternativesTo(tx, transcriptId, proposals)
  return { ...led, wanted: new Map([...touched, ...wanted, ...more]), cause: 'accept', of: null }
}

const accept = async (
  tx: Transaction,
  transcriptId: string,
  head: RevisionWithText,
  step: Step<'accept'>,
): Promise<Next> => {
  const proposals = await readProposals(tx, transcriptId, head.number, step.ids)
  await refuseStale(tx, proposals, head, step.revision)
  return { ...(await accepting(tx, transcriptId, head, proposals)), reason: step.reason || null }
}

const undo = async (
  tx: Transaction,
  transcriptId: string,
  head: RevisionWithText,
  step: Step<'undo'>,
): Promise<Next> => {
  const back = await undoRevision(tx, transcriptId, head, step.revision)
  return { ...back, cause: 'undo', of: step.revision, reason: step.reason || null }
}

const restore = async (
  tx: Transaction,
  transcriptId: string,
  head: RevisionWithText,
  step: Step<'restore'>,
): Promise<Next> => {
  refuseOlder(step.head, head.number)
  const back = await restoreRevision(tx, transcriptId, head, step.revision)
  return { ...back, cause: 'restore', of: step.revision, reason: step.reason || null }
}

const reject = async (
  tx: Transaction,
  record: (change: ChangeRecord) => Promise<number>,
  { transcriptId, ids, ...step }: Step<'reject'> & { readonly transcriptId: string },
  head: RevisionWithText,
): Promise<Corrected> => {
  const proposals = await readProposals(tx, transcriptId, head.number, ids)
  const rejected = proposals.map(({ id }) => id)
  const reason = step.reason || null
  await tx.$executeRaw`
    UPDATE annotation SET state = 'dismissed', dismissed_for = ${reason}, version = version + 1, updated_at = now()
    WHERE transcript_id = ${transcriptId}::uuid AND id = ANY (${rejected}::uuid[])`
  const annotations = Object.fromEntries(proposals.map(({ id, version }) => [id, { v: version + 1, s: 'open' }]))
  const subject = { type: 'annotations', id: transcriptId }
  const change = await record({ action: 'annotations.reject', subject, payload: { reason, annotations } })
  return {
    ...{ change, revision: head.number, hash: head.hash, cause: null, of: null, reason, edits: [], splices: [] },
    ...{ accepted: [], reopened: [], rejected, places: [] },
  }
}

/** Makes the next revision, unless it would read like the head. Call it under the transcript's lock. */
export const makeNext = (
  tx: Transaction,
  record: (change: ChangeRecord) => Promise<number>,
  actor: Actor,
  revising: Revising,
) => {
  const { edits, splices, head } = revising
  if (edits.length > 0 || splices.length > 0) return revise(tx, record, actor, revising)
  const message = 'The text reads so already: nothing would change, and nothing was done.'
  throw new AppError('conflict', message, { current: { revision: head.number } })
}

/** Runs a write that may make a revision, and remembers its text once that is stored for good. */
export const correcting = async <T>(
  run: (made: (revision: RevisionWithText) => void) => Promise<T>,
  transcriptId: string,
): Promise<T> => {
  let made: RevisionWithText | undefined
  const value = await run((revision) => {
    made = revision
  })
  if (made !== undefined) keepRevision(transcriptId, made)
  return value
}

/**
 * Accepts or rejects proposals, takes a revision back or makes the text of an earlier one stand again: each is one
 * transaction and one change. Throws conflict, and leaves everything as it is, where what somebody saw is no longer so.
 */
export const correctTranscript = (actor: Actor, input: CorrectionInput): Promise<Corrected> => {
  const { transcriptId } = input
  return correcting(
    (made) =>
      writeToTranscript(actor, transcriptId, async (tx, present, record) => {
        const found = await findTranscript(tx, present, transcriptId)
        const [action, refusal] = rules[input.action]
        refuseUnless(present, action, found, refusal)
        const head = await loadRevision(transcriptId, found.head, tx)
        if (head === null) throw noTranscript()
        if (input.action === 'reject') return reject(tx, record, input, head)
        const next =
          input.action === 'accept'
            ? await accept(tx, transcriptId, head, input)
            : input.action === 'undo'
              ? await undo(tx, transcriptId, head, input)
              : await restore(tx, transcriptId, head, input)
        const { corrected, revision } = await makeNext(tx, record, present, { transcriptId, head, ...next })
        made(revision)
        return corrected
      }),
    transcriptId,
  )
}
