import type { StoreApi } from 'zustand/vanilla'
import type { Annotation, AnnotationEdit, Mark, Marks, NewAnnotation, NewEvidence } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { BulkStep } from '@/lib/annotation/bulk'
import type { Filter } from '@/lib/annotation/filter'
import type { Kind } from '@/lib/annotation/kinds'
import type { TagEntry } from '@/lib/annotation/tag'
import type { Actor } from '@/lib/permissions/can'
import type { Range } from '@/lib/text/range'
import type { TranscriptState, TranscriptSummary } from '@/lib/transcript/transcript'
import type { TextPort, TextStep } from './text-port'

/** An annotation that is being written: nothing of it is stored yet. */
export type Draft = Range & {
  readonly kind: Kind
  readonly exact: string
  /** The revision that its place is true for; the first where it is not said. */
  readonly revision?: number
  /** The words it was begun on, where they were corrected since. */
  readonly was?: string
  /**
   * How a correction is written, where not by its own form: `in-place` is a paragraph that is rewritten where it stands, each
   * change a correction of its own; `turn` corrects the turn that its words stand in.
   */
  readonly how?: 'in-place' | 'turn'
  /** Under which its words are kept, where that does not follow from its place: it was begun elsewhere. */
  readonly key?: string
}

/** The form that is open. `item` is the reply or the row of evidence being changed; without it, a new one. */
export type Editing = {
  readonly id: string
  readonly part: 'annotation' | 'reply' | 'evidence' | 'dismiss'
  readonly item?: string
}

/** A write that did not go through, kept with its words until it is sent or given up. */
export type Unsent = {
  /** Its name at the desk; of a step of the transcript, its key. */
  readonly name: string
  readonly key: string
  /** The annotation it is about; null for a step of the transcript. */
  readonly id: string | null
  /** Whether it waits and is sent by itself, or was refused. */
  readonly stands: 'waiting' | 'refused'
  readonly what: string
  readonly why: string
  /** The words of the text that a new annotation is on. */
  readonly on?: string
  /** What was typed, as its form or the desk has it. */
  readonly typed?: unknown
  readonly retry: () => Promise<void>
  readonly giveUp: () => void
  /** Opens the form that holds its words, where it has one. */
  readonly show: () => void
  /** Whether it met somebody else's change: then someone has to look before it is tried again. */
  readonly met: boolean
}

/** Something done that can be taken back. */
export type Undo = {
  readonly key: string
  readonly what: string
  readonly run: () => Promise<void>
}

/** How a correction came into the text. */
export type Accepted = { readonly revision: number; readonly by: string; readonly at: string }

/** An edit that met somebody else's: `theirs` is what is stored now, the words of one's own stay in the form. */
export type Conflict = { readonly by: string; readonly theirs: Annotation }

/** How far the words of a filter have been looked for on the desk; marks answer everything else themselves. */
export type Search = 'none' | 'asking' | 'done' | { readonly failed: string }

/** What the browser knows of one transcript. Text and painted marks live in the DOM, see components/transcript. */
export type TranscriptView = {
  readonly transcript: TranscriptSummary
  readonly revision: number
  readonly actor: Actor
  /** The number of the last change that all of this knows of; marks and single cards may be newer. */
  readonly change: number
  /** Whether every mark is here. */
  readonly complete: boolean
  /** Every mark by id, and their ids in document order. */
  readonly marks: ReadonlyMap<string, Mark>
  readonly order: readonly string[]
  /** Names of the authors by id. */
  readonly people: Readonly<Record<string, string>>
  /** Full annotations, as far as they have been loaded, with one's own unsaved changes in them. */
  readonly annotations: ReadonlyMap<string, Annotation>
  /** What the tags of the desk mean. */
  readonly codebook: readonly TagEntry[]
  readonly filter: Filter
  /** What the desk found for the words of the filter; null where it holds none, or before the first answer. */
  readonly found: ReadonlySet<string> | null
  readonly searched: Search
  /** Ids that pass the filter, in document order. */
  readonly shown: readonly string[]
  readonly chosen: string | null
  /** What is picked to be changed at once, and the one picked last. */
  readonly picked: ReadonlySet<string>
  readonly pickedLast: string | null
  readonly hovered: string | null
  readonly draft: Draft | null
  /** The card whose words are being edited, or replied to. */
  readonly editing: Editing | null
  /** How many writes are on their way, and which annotations they are about. */
  readonly saving: number
  readonly busy: ReadonlySet<string>
  readonly unsent: readonly Unsent[]
  /** What Undo takes back: the first of the ten things done last, the newest first. */
  readonly undo: Undo | null
  readonly done: readonly Undo[]
  /** What the bar says was just done, for ten seconds. */
  readonly told: string | null
  /** Whether this browser is no longer signed in as `actor`: what is unsent waits for them. */
  readonly signedOut: boolean
  /** Whether this browser has no room for what is typed: it is in this window only. */
  readonly full: boolean
  /** By the key of the form's words, see words.ts. */
  readonly conflicts: ReadonlyMap<string, Conflict>
  /** New annotations that were begun and have words in them; `begin` opens them again. */
  readonly kept: readonly Draft[]
  /** The annotations with words in a form of theirs that are not saved. */
  readonly begun: ReadonlySet<string>
  /** What was accepted while the page was open: by whom, in which revision, and when (ISO 8601). */
  readonly accepted: ReadonlyMap<string, Accepted>
  /** Why proposals were not accepted, by their ids: what stands in their places now. */
  readonly clashes: ReadonlyMap<string, string>
}

/**
 * What can be done. Writes are shown at once and marked as saving (`saving` counts them); a refused write stands in
 * `unsent`, and its form opens again with its words. Writes never reject: true means saved.
 */
export type TranscriptActions = {
  readonly load: (ids: readonly string[]) => Promise<void>
  /** Reads these again, as far as they are loaded: the desk has changed them. */
  readonly readAgain: (ids: readonly string[]) => Promise<void>
  /** Fetches what others saved since, if anything. Called on focus. */
  readonly refresh: () => Promise<void>
  /** Fetches every mark; needed once where the store began with the marks of the first screens only. */
  readonly loadMarks: () => Promise<void>
  /** Sets what is shown; words in it are looked for on the desk. */
  readonly setFilter: (filter: Filter) => void
  /** Looks for the words of the filter again. */
  readonly search: () => Promise<void>
  readonly choose: (id: string | null) => void
  readonly hover: (id: string | null) => void
  /** Picks cards to be changed at once, or lets them go. */
  readonly pick: (ids: readonly string[], on: boolean) => void
  /** Picks everything shown from the one picked last to this one. */
  readonly pickTo: (id: string) => void
  /** Picks everything that is shown; fetches first what is not here yet. */
  readonly pickAll: () => Promise<void>
  readonly pickNone: () => void
  /** Does the same to all that is picked and shown, in one change; `form` is where its words were kept. */
  readonly changePicked: (step: BulkStep, form?: string) => Promise<boolean>
  /** Next (1) or previous (-1) among `shown`; from the text offset `from` while nothing is chosen. */
  readonly step: (by: 1 | -1, from?: number) => void
  readonly begin: (draft: Draft | null) => void
  readonly edit: (editing: Editing | null) => void
  readonly create: (input: NewAnnotation) => Promise<boolean>
  /** Makes several corrections out of one form, that of `draft` where one was kept; one undo takes all of them back. True when all are saved. */
  readonly propose: (made: readonly Proposing[], draft: Draft | null) => Promise<boolean>
  readonly save: (id: string, edit: AnnotationEdit) => Promise<boolean>
  readonly remove: (id: string) => Promise<boolean>
  readonly resolve: (id: string, resolved: boolean) => Promise<boolean>
  /** Dismisses for a reason; null opens it again. */
  readonly dismiss: (id: string, reason: string | null) => Promise<boolean>
  /** Makes the next revision of these proposals, all or none. Not sent again by itself: what others did may have changed what is wanted. */
  readonly accept: (ids: readonly string[]) => Promise<boolean>
  /** Turns proposals down, for a reason where one is given. */
  readonly reject: (ids: readonly string[], reason: string | null) => Promise<boolean>
  /** Puts words in the place of what a flag found, here or in all its places: at once for an editor, else as a proposal. */
  readonly acceptFlag: (id: string, to: string, everywhere: boolean) => Promise<boolean>
  /** Goes on to a revision that was made in another way, says `what` was done and offers the way back. */
  readonly goOnTo: (revision: number, what: string) => Promise<void>
  /** Puts an annotation without a sure place onto these words of the text that is shown. Not sent again by itself. */
  readonly attach: (id: string, place: Range & { readonly exact: string }) => Promise<boolean>
  readonly reply: (id: string, body: Body) => Promise<boolean>
  readonly editReply: (id: string, reply: string, body: Body) => Promise<boolean>
  readonly removeReply: (id: string, reply: string) => Promise<boolean>
  readonly addEvidence: (id: string, evidence: NewEvidence) => Promise<boolean>
  readonly editEvidence: (id: string, evidence: string, edit: Partial<NewEvidence>) => Promise<boolean>
  readonly removeEvidence: (id: string, evidence: string) => Promise<boolean>
  /** Ends a conflict in favour of what is stored: one's own words are dropped and the form closes. */
  readonly takeTheirs: (key: string) => void
  /** Throws away the words kept under this key; they can be brought back by undo. */
  readonly discard: (key: string) => void
  /** Keeps the bar of what was done while somebody is at it, and lets it go again. */
  readonly holdUndo: (held: boolean) => void
  readonly move: (state: TranscriptState, reason?: string) => Promise<boolean>
  /**
   * Tries again what did not go through, but for what met somebody else's change; with `quietly`, only what was not
   * refused. True when nothing is left unsaved.
   */
  readonly retryAll: (quietly?: boolean) => Promise<boolean>
}

/** A correction out of a form for several, and what a form of its own would hold: one that is refused is shown and mended by itself. */
export type Proposing = { readonly input: NewAnnotation; readonly typed: object }

/** Told of each change to the marks: those that are new or look different, and the ids of those that are gone. */
export type MarksListener = (changed: readonly Mark[], removed: readonly string[]) => void

export type TranscriptStore = StoreApi<TranscriptView & TranscriptActions> & {
  /** Calls `listener` after each change to the marks; gives the function that ends it. */
  readonly onMarks: (listener: MarksListener) => () => void
  /** The annotation as it was when the form of this key was opened: what is typed there is written over that. */
  readonly baseOf: (key: string) => Annotation | undefined
  /** Gives the text that stands on the page, which is to follow corrections; null once it is there no more. */
  readonly showText: (port: TextPort | null) => void
  /** Calls `listener` at each correction, before anything is drawn; gives the function that ends it. */
  readonly onText: (listener: (step: TextStep) => void) => () => void
  /** Takes up what this browser has kept, and sends what waits. Called once, after the page is shown. */
  readonly resume: () => void
  /** Sends nothing more: what is left is taken over by another page. */
  readonly halt: () => void
}

/** What a store begins with. `marks` may be those of the first screens only, with `complete` false. */
export type Beginning = {
  readonly transcript: TranscriptSummary
  readonly revision: number
  readonly actor: Actor
  readonly marks: Marks
  readonly complete: boolean
  readonly filter: Filter
  readonly codebook: readonly TagEntry[]
}
