import { kinds } from '@/lib/annotation/kinds'
import type { Cause } from '@/lib/transcript/corrected'
import type { Repair, RepairPlace } from '@/lib/transcript/repair'

const ways: Readonly<Record<Cause, string>> = {
  import: 'in',
  accept: 'by a correction, in',
  undo: 'when a revision was undone, in',
  restore: 'when an earlier text was restored, in',
  version: 'by a newer file, in',
}

/** What was done to the words, and in which revision: “Taken out by a correction, in revision 4”. */
export const lossWords = ({ annotation: { placed }, loss }: Pick<Repair, 'annotation' | 'loss'>): string => {
  const what = placed === 'lost' ? 'Taken out' : 'Replaced'
  return loss === null ? `${what} since` : `${what} ${ways[loss.cause]} revision ${loss.revision}`
}

/** What the two ways of having no sure place are called. */
export const placedWords = (placed: string): string => (placed === 'lost' ? 'Lost' : 'Doubtful place')

const percent = (share: number) => `${Math.round(share * 100)}%`

/** From here on surroundings count as the same, and as alike. */
const same = 0.95
const alike = 0.6

const around = (share: number): string => {
  if (share >= same) return ', with the same words around'
  return share >= alike ? ', with like words around' : ', with other words around'
}

/** Why a place is offered, for a person to judge. */
export const whyWords = (place: Pick<RepairPlace, 'why' | 'alike' | 'around'>): string => {
  switch (place.why) {
    case 'here':
      return 'Where it stands now'
    case 'same':
      return `The same words${around(place.around)}`
    case 'alike':
      return `${percent(place.alike)} the same words${around(place.around)}`
    case 'sentence':
      return 'The sentence its words stood in'
  }
}

/** What is said aloud as a card comes up. */
export const cardWords = ({ annotation, held, places }: Repair): string => {
  const words = held.words.replaceAll(/\s+/g, ' ').slice(0, 80)
  const offered = places.length === 0 ? 'No place found' : places.length === 1 ? '1 place' : `${places.length} places`
  return `${kinds[annotation.kind].label} on “${words}”. ${offered}.`
}

/** Less than this of its own paragraph says little: what stands beyond it is shown too. In UTF-16 units. */
const little = 40

/** Longer words beside a passage go on, where they do not begin or end a paragraph: an excerpt holds no more. */
const goesOn = 80

/** What is shown around a passage: the rest of its paragraph, or more where that is little; cut off with a sign. */
export const nearby = ({ before, words, after }: { before: string; words: string; after: string }) => {
  const [own, rest] = [before.slice(before.lastIndexOf('\n') + 1), after.split('\n', 1)[0] ?? '']
  const isLittle = own.length + words.length + rest.length < little
  const [left, right] = isLittle
    ? [before.replaceAll(/\n\s*\n/g, '\n'), after.replaceAll(/\n\s*\n/g, '\n').trimEnd()]
    : [own, rest.trimEnd()]
  return {
    before: left.length === before.length && before.length > goesOn ? `…${left}` : left,
    after: right.length === after.length && after.length > goesOn ? `${right}…` : right,
  }
}
