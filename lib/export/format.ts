import type { Annotation } from '@/lib/annotation/annotation'
import type { Transcript, TranscriptSummary } from '@/lib/transcript/transcript'

/** An editor's decision on the whole transcript at one revision. */
export type SignOff = {
  readonly by: { readonly id: string; readonly name: string }
  readonly decision: 'approved' | 'sent-back'
  readonly reason: string | null
  readonly at: string
  readonly revision: number
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
