import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import { MoveInput, moveTranscript } from './review'
import { DescribeInput, describeTranscript } from './transcripts'

/** An edit moves a transcript through its review or changes what is known about it: one of the two at a time. */
export const EditInput = DescribeInput.extend({
  ...MoveInput.partial().shape,
  version: MoveInput.shape.version,
  transcriptId: MoveInput.shape.transcriptId,
})

/** Carries out either kind of edit. */
export const editTranscript = async (actor: Actor, input: z.infer<typeof EditInput>): Promise<TranscriptSummary> => {
  const { state, reason, ...described } = input
  if (state === undefined) return describeTranscript(actor, described)
  if (Object.keys(described).length > 2) {
    throw new AppError('invalid', 'Move the transcript and change its details in two requests.')
  }
  const { transcriptId, version } = described
  return moveTranscript(actor, { transcriptId, version, state, reason })
}
