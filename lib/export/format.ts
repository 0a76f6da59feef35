import type { Annotation } from '@/lib/annotation/annotation'
import { isSigned } from '@/lib/permissions/can'
import type { Transcript, TranscriptSummary } from '@/lib/transcript/transcript'

/** An editor's decision on the whole transcript at one revision. */
export type SignOff = {
  readonly by: { readonly id: string; readonly name: string }
  readonly decision: 'approved' | 'sent-back'
  readonly reason: string | null
  readonly at: string
  readonly revision: number
  /** Whether it is the approval that holds; false once the transcript was reopened, and for what was sent back. */
  readonly stands: boolean
}

/** Says of each decision whether it stands: the last approval does, as long as the transcript is not reopened. */
export const withStanding = (signOffs: readonly Omit<SignOff, 'stands'>[], state: string): readonly SignOff[] => {
  const last = signOffs.findLastIndex(({ decision }) => decision === 'approved')
  return signOffs.map((one, at) => ({ ...one, stands: at === last && isSigned({ state }) }))
}

/** Everything an export is made of. Annotations stand in document order; times are ISO 8601 in UTC. */
export type AnnotatedTranscript = {
  readonly transcript: Omit<TranscriptSummary, 'head'>
  readonly revision: Transcript['revision']
  readonly annotations: readonly Annotation[]
  readonly signOffs: readonly SignOff[]
  readonly exportedAt: string
  /** Where the workbench of this transcript stands; an annotation is that with `#` and its id. */
  readonly address: string
}

/** One way to hand a transcript over. `write` gives the file piece by piece, so that a long one need not be held whole. */
export type ExportFormat = {
  readonly name: 'html' | 'markdown' | 'csv' | 'json'
  readonly label: string
  readonly extension: string
  readonly mediaType: string
  readonly write: (input: AnnotatedTranscript) => Iterable<string>
}
