import { type Action, type Actor, can, type Subject } from '@/lib/permissions/can'
import type { TranscriptState } from '@/lib/transcript/transcript'

/** A step of a transcript through its review, and who may take it (the action that `can` is asked). */
export type Move = { readonly action: Action; readonly from: TranscriptState; readonly to: TranscriptState }

/** Every step there is. Two ways lead back from review: the asker takes it back, or another editor sends it back. */
export const moves: readonly Move[] = [
  { action: 'transcript.start', from: 'draft', to: 'checking' },
  { action: 'transcript.ask', from: 'checking', to: 'in-review' },
  { action: 'transcript.withdraw', from: 'in-review', to: 'checking' },
  { action: 'transcript.send-back', from: 'in-review', to: 'checking' },
  { action: 'transcript.approve', from: 'in-review', to: 'approved' },
  { action: 'transcript.reopen', from: 'approved', to: 'checking' },
]

/**
 * The step from one state to another as this actor may take it: the step, `forbidden` where it exists but not for them,
 * or null where no step leads there.
 */
export const findMove = (
  actor: Actor,
  subject: Subject,
  from: TranscriptState,
  to: TranscriptState,
): Move | 'forbidden' | null => {
  const ways = moves.filter((move) => move.from === from && move.to === to)
  if (ways.length === 0) return null
  return ways.find((move) => can(actor, move.action, subject)) ?? 'forbidden'
}
