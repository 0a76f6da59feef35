import { AppError } from '@/lib/errors'
import { compose } from '@/lib/text/compose'
import { type Edit, type Edits, mapRange, prepareEdits } from '@/lib/text/map'
import { quoted } from '@/lib/text/quoted'
import { overlaps } from '@/lib/text/range'
import { tidyEdits } from '@/lib/text/tighten'
import { type Revising as Leading, nextWording, revisingTo } from '@/lib/transcript/correction'
import { reviseTurns, type TurnChange } from '@/lib/transcript/revise-turns'
import type { Wanted } from './places'
import type { Proposal } from './proposals'
import type { RevisionWithText } from './revision-text'

type Accepted = Leading & { readonly wanted: ReadonlyMap<string, Wanted> }

/** The words a proposal puts. One of a turn alone leaves those that stand there now, also where they were corrected since it was made. */
const wordsOf = ({ start, end, exact, to, turn }: Proposal, text: string): string =>
  turn !== null && to === exact ? text.slice(start, end) : (to ?? '')

/** Each proposal accepted, on its own replacement: by its place in the text after all of them. */
const replacements = (proposals: readonly Proposal[], { number: head, text }: RevisionWithText) => {
  const lost = proposals.find(({ start, end }) => start === end)
  if (lost !== undefined) {
    const message = `${quoted(lost.exact)} is no longer in the text, so there is nothing to replace. Attach the proposal elsewhere, or reject it.`
    throw new AppError('conflict', message, { current: { revision: head, ids: [lost.id], words: '' } })
  }
  const wanted = new Map<string, Wanted>()
  const edits: Edit[] = []
  let last: Proposal | undefined
  let shift = 0
  for (const proposal of proposals) {
    const { id, start, end } = proposal
    if (last !== undefined && overlaps(last, proposal)) {
      const message = `Two of these are about the same words, ${quoted(text.slice(start, end))}: choose one.`
      throw new AppError('invalid', message, { errors: [{ path: 'ids', message }], current: { ids: [last.id, id] } })
    }
    if (last === undefined || end > last.end) last = proposal
    const words = wordsOf(proposal, text)
    edits.push({ start, end, text: words })
    const now = { start: start + shift, end: start + shift + words.length }
    shift += words.length - (end - start)
    const placed = words === proposal.exact ? 'exact' : 'moved'
    wanted.set(id, { place: { ...now, placed, places: null }, state: 'accepted' })
  }
  return { edits: tidyEdits(text, edits), wanted }
}

/** What is asked of turns, where each proposal stands once the words are replaced. */
const changesOf = (proposals: readonly Proposal[], wanted: ReadonlyMap<string, Wanted>): readonly TurnChange[] =>
  proposals.flatMap(({ id, turn }) => {
    const at = wanted.get(id)?.place?.start
    return turn === null || at === undefined ? [] : [{ ...turn, at }]
  })

const toTurns = (wording: Parameters<typeof reviseTurns>[0], changes: readonly TurnChange[]): Leading => {
  try {
    return reviseTurns(wording, changes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new AppError('conflict', `This cannot be done to the turns as they are now. ${error.message}`)
  }
}

/** Everything wanted, led over edits that came after. */
const carried = (wanted: ReadonlyMap<string, Wanted>, edits: Edits): ReadonlyMap<string, Wanted> => {
  const mapping = prepareEdits(edits)
  return new Map(
    [...wanted].map(([id, { place, ...rest }]) => {
      if (place === undefined) return [id, rest]
      const { fate, ...now } = mapRange(place, mapping)
      return [id, { ...rest, place: { ...place, ...now, placed: fate === 'kept' ? place.placed : 'moved' } }]
    }),
  )
}

/**
 * What accepting proposals does: the words first, then what is asked of turns, as one step. Throws invalid where two are about
 * the same words, conflict where the words of one are no longer there or a turn cannot be changed like that.
 */
export const editsOf = (proposals: readonly Proposal[], head: RevisionWithText): Accepted => {
  const { edits, wanted } = replacements(proposals, head)
  const changes = changesOf(proposals, wanted)
  if (changes.length === 0) return { edits, splices: [], wanted }
  const replaced = nextWording(head, { edits, splices: [] })
  const turned = toTurns(replaced, changes)
  const all = tidyEdits(head.text, compose(edits, turned.edits))
  const { turns } = nextWording(replaced, turned)
  return { ...revisingTo(head, all, turns), wanted: carried(wanted, turned.edits) }
}
