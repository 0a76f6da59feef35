import type { Placed } from '@/lib/annotation/annotation'
import { applyEdits, type Edits, type Fate, invert } from '@/lib/text/map'
import { followTurns } from './follow-turns'
import type { Turn } from './transcript'
import { spliceTurns, type TurnSplice, turnSplices } from './turn-splices'

/** A revision's words: its text, and the turns of it in order. */
export type Wording = { readonly text: string; readonly turns: readonly Turn[] }

/** What leads from one revision to the next: edits of the text, then splices of the turns as they followed these. */
export type Revising = { readonly edits: Edits; readonly splices: readonly TurnSplice[] }

/** The turns as they follow edits, without those that went. */
const followed = (before: Wording, edits: Edits, text: string): readonly Turn[] =>
  followTurns(before.text, before.turns, edits, text).filter((turn) => turn !== null)

/**
 * The next revision's words. Turns follow the edits (see `followTurns`), then the splices, which are in offsets of the
 * new text, are done to them. Throws RangeError where edits or splices do not fit.
 */
export const nextWording = (before: Wording, { edits, splices }: Revising): Wording => {
  const text = applyEdits(before.text, edits)
  return { text, turns: spliceTurns(followed(before, edits, text), splices) }
}

/** What leads from `before` to just these `turns` after `edits`. No splices where the turns follow by themselves. */
export const revisingTo = (before: Wording, edits: Edits, turns: readonly Turn[]): Revising => ({
  edits,
  splices: turnSplices(followed(before, edits, applyEdits(before.text, edits)), turns),
})

/** What leads back: done to the words after `revising`, it gives exactly the words before it, text and turns. */
export const invertRevising = (before: Wording, revising: Revising): Revising =>
  revisingTo(nextWording(before, revising), invert(before.text, revising.edits), before.turns)

/**
 * How surely an annotation stands on its words after an edit: `wordsNow` is the text at its new place, `exact` the words
 * it was made on, `before` how surely it stood. What was put by likeness stays doubtful until a person says otherwise,
 * or its own words are back; what is lost stays lost.
 */
export const placedAfter = (fate: Fate, wordsNow: string, exact: string, before: Placed): Placed => {
  if (wordsNow === '' || before === 'lost') return 'lost'
  if (fate === 'kept') return before
  if (wordsNow === exact) return 'exact'
  return fate === 'replaced' ? 'doubtful' : before === 'doubtful' ? 'doubtful' : 'moved'
}
