import type { Range } from '@/lib/text/range'
import { paragraphs } from './paragraphs'

/** A paragraph of a stretch, by offsets in the stretch. */
export type Piece = Range & { readonly continues: boolean }

/** One stretch of a text: a turn whose label takes its first `label` UTF-16 units, or text outside any turn. */
export type Stretch = { readonly text: string; readonly label: number; readonly isTurn: boolean }

/**
 * The paragraphs that a stretch is shown as once it was corrected. Null where it has headings, or nothing to show: then
 * the paragraphs beside it may change too.
 */
export const piecesOfStretch = ({ text, label, isTurn }: Stretch): readonly Piece[] | null => {
  const lead = isTurn && label === 0 ? text.length - text.trimStart().length : label
  // A turn that was corrected begins and ends with a word, see `followTurns`.
  const end = isTurn ? text.trimEnd().length : text.length
  const turn = { start: lead, end, ...(label > 0 && { label: { start: 0, end: label } }) }
  const found = [...paragraphs(text, [turn])]
  const isPlain = found.length > 0 && found.every(({ heading }) => heading === undefined)
  // Behind a label come words, and nothing else.
  if (!isPlain || (label > 0 && !/^\S/.test(text.slice(label)))) return null
  return found.map(({ start, end, continues = false }) => ({ start, end, continues }))
}
