import { stateWords } from '@/components/annotation/card-words'
import { countOf } from '@/components/transcript/words'
import type { Mark } from '@/lib/annotation/annotation'
import type { Cause } from '@/lib/transcript/corrected'

type Made = { readonly cause: Cause; readonly of: number | null; readonly places: number }

/** How a revision came to be: "Corrected at 2 places", "Took back revision 3". */
export const causeWords = ({ cause, of, places }: Made): string => {
  if (cause === 'import') return 'As imported'
  if (cause === 'undo') return `Took back revision ${of}`
  if (cause === 'restore') return `Restored revision ${of}`
  if (cause === 'version') return `A newer file, with changes at ${countOf(places, 'place')}`
  return places === 0 ? 'Turns corrected' : `Corrected at ${countOf(places, 'place')}`
}

type Found = {
  readonly from: number
  readonly to: number
  readonly differences: number
  readonly passages: number
  readonly lineEnds: number
}

/** What two revisions differ by, in a sentence. */
export const foundWords = ({ from, to, differences, passages, lineEnds }: Found): string => {
  const ends = lineEnds > 0 ? ` Line ends are written in another way at ${countOf(lineEnds, 'place')}.` : ''
  if (from === to) return to === 1 ? 'The text as it came. Nothing stands before it.' : 'This is one revision, not two.'
  if (passages === 0) return `Revision ${to} reads like revision ${from}, word for word.${ends}`
  if (differences === 0) return `No words differ, but turns do, in ${countOf(passages, 'paragraph')}.${ends}`
  const where = differences === passages ? '' : ` in ${countOf(passages, 'passage')}`
  return `Revision ${to} differs from revision ${from} at ${countOf(differences, 'place')}${where}.${ends}`
}

/** Whose an annotation of then is, and what has become of it: "Mira Okafor · now accepted". */
export const whoseWords = (
  mark: Pick<Mark, 'kind' | 'state' | 'detector'>,
  name: string | null | undefined,
): string => {
  const state = stateWords(mark)
  const by = mark.detector === undefined ? name : 'by detector'
  return [by, state && (mark.state === 'open' ? state : `now ${state}`)].filter(Boolean).join(' · ')
}

/** How many paragraphs are passed over. */
export const skippedWords = (paragraphs: number): string => `${countOf(paragraphs, 'paragraph')} unchanged`

/** What restoring a revision, or taking one back, does; `places` is null as long as it is not known. */
export const stepWords = (step: {
  readonly action: 'restore' | 'undo'
  readonly revision: number
  readonly head: number
  readonly places: number | null
}) => {
  const { action, revision, head, places } = step
  const change = places === null ? '' : ` ${countOf(places, 'place')} ${places === 1 ? 'changes' : 'change'}.`
  return action === 'restore'
    ? {
        title: `Restore revision ${revision}?`,
        body: `This makes revision ${head + 1} with the words of revision ${revision}.${change} Annotations stand where they stood then. Nothing is lost: every revision up to ${head} stays in this list, and this can be taken back.`,
        button: `Restore revision ${revision}`,
        done: `The text is revision ${head + 1} now, with the words of revision ${revision}.`,
      }
    : {
        title: `Take revision ${revision} back?`,
        body: `This makes revision ${head + 1} without what revision ${revision} changed. What came after it stays, and its corrections are open again. Nothing is lost, and this can be taken back too.`,
        button: `Take revision ${revision} back`,
        done: `Revision ${revision} is taken back. The text is revision ${head + 1} now.`,
      }
}
