import type { Mark } from '@/lib/annotation/annotation'
import type { Edits } from '@/lib/text/map'

/** How the text goes on: to which revision, and by which edits, as far as they are known. */
export type TextStep = {
  readonly revision: number
  readonly edits: Edits | null
  /** Whether its turns were cut, joined or named anew: then no edit says how its paragraphs look. */
  readonly turnsChanged: boolean
  /** Who made it, where that was somebody else. */
  readonly by: string | null
}

/** Puts the text of the next revision on the page, with the marks as they stand in it, and which of them are shown. */
export type PutText = (marks: readonly Mark[], only: ReadonlySet<string> | null) => void

/** The text on the page, for the store, which knows nothing of pages. */
export type TextPort = {
  /** Fetches what the step needs; what it gives is done in one go. Rejects where the text cannot be had. */
  readonly prepare: (step: TextStep) => Promise<PutText>
}
