import type { PutText } from '@/components/api/text-port'
import type { Mark } from '@/lib/annotation/annotation'
import type { Edits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import type { Prose } from './reading-caret'
import type { TextDom } from './text-dom'

/** A selection in the text: its range and words, whether its start is the end that moves, and where it stands in the window (CSS pixels). */
export type Selected = Range & { readonly exact: string; readonly backwards: boolean; readonly box: DOMRect }

/** A mark that is on or near the screen, with the distance of its first line from the top of the reading pane's content, in CSS pixels. */
export type PlacedMark = { readonly id: string; readonly top: number; readonly height: number }

/** How high the text is, and which marks on this screen were too many to tell of: those after the others first. */
export type Content = { readonly height: number; readonly beyond: readonly string[] }

/** What the reading view tells those around it. */
export type ReadingEvents = {
  /** The name of a mark's author, for those who hear the page; asked while painting. */
  readonly authorOf?: (mark: Mark) => string | undefined
  readonly onSelect: (selected: Selected | null) => void
  /** A mark was clicked; the shortest where several overlap. Null where the click hit none. */
  readonly onChoose: (id: string | null) => void
  readonly onHover: (id: string | null) => void
  /** The marks now on or near the screen, in document order; called at most once a frame, after scroll, resize or repaint. */
  readonly onLayout: (placed: readonly PlacedMark[], content: Content) => void
}

/**
 * A correction, ready to be written into the text on screen. `put` does it in one go, with the marks as they then stand.
 * Where it `grows`, paragraphs come or go, and whoever made the reading makes another.
 */
export type Patch = { readonly grows: boolean; readonly put: PutText }

/** The text on screen, driven from outside: React owns cards and bars, plain DOM code owns the text and its marks. */
export type Reading = {
  /** Replaces every mark. */
  readonly setMarks: (marks: readonly Mark[]) => void
  /** Adds, replaces or removes single marks; repaints only the paragraphs they touch. */
  readonly changeMarks: (changed: readonly Mark[], removed: readonly string[]) => void
  /** Makes ready to write a correction into the text as it stands; null where it has to be fetched anew. */
  readonly follow: (edits: Edits) => Promise<Patch | null>
  /** Shows only these marks; null shows all. */
  readonly showOnly: (ids: ReadonlySet<string> | null) => void
  readonly setChosen: (id: string | null) => void
  readonly setHovered: (id: string | null) => void
  /** A range being annotated, painted as a selection while its form has the focus; null takes it away. */
  readonly setDraft: (range: Range | null) => void
  /** Scrolls so that the range stands in the upper third, and flashes it once if asked. */
  readonly reveal: (range: Range, flash?: boolean) => void
  /** The selection now, or null; grapheme-safe. */
  readonly selected: () => Selected | null
  /** Selects a range; with `backwards`, so that its start is the end that moves. */
  readonly select: (range: Range, backwards?: boolean) => void
  readonly prose: Prose
  /** The text on the page, for what is fetched when it is first needed: to read turns in it, to stand in for a paragraph. */
  readonly dom: TextDom
  /** How far a range's first line stands from the top of the reading pane's content, in CSS pixels; null where it is not in the text. */
  readonly topOf: (range: Range) => number | null
  /** The words of a range as they stand on screen. */
  readonly words: (range: Range) => string
  /** Calls onLayout again. */
  readonly layout: () => void
  readonly destroy: () => void
}
