import type { StoreApi } from 'zustand/vanilla'
import type { Annotation, AnnotationEdit, Mark, NewAnnotation, NewEvidence } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { Filter } from '@/lib/annotation/filter'
import type { Kind } from '@/lib/annotation/kinds'
import type { Actor } from '@/lib/permissions/can'
import type { Range } from '@/lib/text/range'
import type { Metadata, TranscriptState, TranscriptSummary } from '@/lib/transcript/transcript'

/** An annotation that is being written: nothing of it is stored yet. */
export type Draft = Range & { readonly kind: Kind; readonly exact: string }

/** A write that did not go through, kept with its words until it is sent or given up. */
export type Unsent = {
  readonly key: string
  readonly what: string
  readonly why: string
  readonly retry: () => Promise<void>
  readonly giveUp: () => void
}

/** Something done that can be taken back for ten seconds. */
export type Undo = { readonly key: string; readonly what: string; readonly run: () => Promise<void> }

/** What the browser knows of one transcript. Text and painted marks live in the DOM, see components/transcript. */
export type TranscriptView = {
  readonly transcript: TranscriptSummary
  readonly revision: number
  readonly actor: Actor
  /** Every mark by id, and their ids in document order. */
  readonly marks: ReadonlyMap<string, Mark>
  readonly order: readonly string[]
  /** Names of the authors by id. */
  readonly people: Readonly<Record<string, string>>
  /** Full annotations, as far as they have been loaded. */
  readonly annotations: ReadonlyMap<string, Annotation>
  readonly filter: Filter
  /** Ids that pass the filter, in document order. */
  readonly shown: readonly string[]
  readonly chosen: string | null
  readonly hovered: string | null
  readonly draft: Draft | null
  /** The card whose words are being edited, or replied to. */
  readonly editing: { readonly id: string; readonly part: 'annotation' | 'reply' | 'evidence' | 'dismiss' } | null
  readonly saving: number
  readonly unsent: readonly Unsent[]
  readonly undo: Undo | null
}

/** What can be done. Writes are shown at once and marked as saving (`saving` counts them); a refused write stands in `unsent`. */
export type TranscriptActions = {
  readonly load: (ids: readonly string[]) => Promise<void>
  /** Fetches what others saved since, if anything. Called on focus. */
  readonly refresh: () => Promise<void>
  readonly setFilter: (filter: Filter) => void
  readonly choose: (id: string | null) => void
  readonly hover: (id: string | null) => void
  /** Next (1) or previous (-1) among `shown`. */
  readonly step: (by: 1 | -1) => void
  readonly begin: (draft: Draft | null) => void
  readonly edit: (editing: TranscriptView['editing']) => void
  readonly create: (input: NewAnnotation) => Promise<void>
  readonly save: (id: string, edit: AnnotationEdit) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly resolve: (id: string, resolved: boolean) => Promise<void>
  readonly dismiss: (id: string, reason: string) => Promise<void>
  readonly reply: (id: string, body: Body) => Promise<void>
  readonly editReply: (id: string, reply: string, body: Body) => Promise<void>
  readonly removeReply: (id: string, reply: string) => Promise<void>
  readonly addEvidence: (id: string, evidence: NewEvidence) => Promise<void>
  readonly editEvidence: (id: string, evidence: string, edit: Partial<NewEvidence>) => Promise<void>
  readonly removeEvidence: (id: string, evidence: string) => Promise<void>
  readonly move: (state: TranscriptState, reason?: string) => Promise<void>
  readonly describe: (metadata: Partial<Metadata> & { readonly title?: string }) => Promise<void>
}

export type TranscriptStore = StoreApi<TranscriptView & TranscriptActions>
