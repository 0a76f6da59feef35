import type { z } from 'zod'
import type { TurnOnPage } from '@/components/transcript/turn-on-page'
import type { NewAnnotation } from '@/lib/annotation/annotation'
import type { TurnProposal } from '@/lib/annotation/turn-change'
import type { Range } from '@/lib/text/range'
import { secondsIn } from '@/lib/transcript/turn-words'
import type { Faults } from './annotation-words'

/** What can be corrected of a turn, besides its words. */
export const turnParts = { relabel: 'Speaker', retime: 'Times', split: 'Split', merge: 'Join' } as const

/** The form of a turn, as it is being typed. */
export type TurnValues = {
  readonly part: keyof typeof turnParts
  readonly speaker: string
  /** Whether every turn of a speaker of this name is another's. */
  readonly everywhere: boolean
  readonly from: string
  readonly to: string
  /** Of the turn that a split begins: who speaks in it, and from when. */
  readonly next: string
  readonly at: string
}

/** The field, of those shown for a part, that what is wrong with the whole stands at. */
export const firstField = { relabel: 'speaker', retime: 'from', split: 'next', merge: 'speaker' } as const

/** What the form begins with. */
export const valuesOf = ({ name, shown }: TurnOnPage): TurnValues => ({
  part: 'relabel',
  speaker: name?.exact ?? '',
  everywhere: false,
  from: shown,
  to: '',
  next: '',
  at: '',
})

/** What a proposal is made on: the turn, the place in its words, and the page's answers about both. */
export type TurnPlace = {
  readonly turn: TurnOnPage
  /** The word from which on a split begins a turn; null where there is none. */
  readonly word: Range | null
  /** The first word of the turn. */
  readonly first: Range
  readonly namedSo: (name: string) => readonly Range[]
  readonly words: (range: Range) => string
}

/** What is wrong, by field. */
type Refused = { readonly faults: Faults }
type Wanted = { readonly on: readonly Range[]; readonly turn: TurnProposal }

/** The seconds of a time that may be left empty. */
const timeIn = (time: string, field: string): { readonly seconds: number | undefined } | Refused => {
  if (time.trim() === '') return { seconds: undefined }
  const seconds = secondsIn(time)
  return seconds === null ? { faults: { [field]: 'Write a time as 1:02 or 0:01:02.' } } : { seconds }
}

const relabelled = (
  { speaker: typed, everywhere }: TurnValues,
  { turn, first, namedSo }: TurnPlace,
): Wanted | Refused => {
  const speaker = typed.trim()
  if (speaker === (turn.name?.exact.trim() ?? '')) return { faults: { speaker: 'Write who speaks here instead.' } }
  const on = everywhere && turn.name ? namedSo(turn.name.exact) : [turn.name ?? first]
  return { on, turn: { do: 'relabel', speaker: speaker === '' ? null : speaker } }
}

const retimed = ({ from, to }: TurnValues, { turn, first }: TurnPlace): Wanted | Refused => {
  const [begins, ends] = [timeIn(from, 'from'), timeIn(to, 'to')]
  const isOther = from.trim() !== turn.shown
  if (isOther && 'faults' in begins) return begins
  if ('faults' in ends) return ends
  if (!isOther && ends.seconds === undefined) return { faults: { from: 'Write another time first.' } }
  const beginning = isOther && 'seconds' in begins ? { from: begins.seconds ?? null } : {}
  const ending = ends.seconds === undefined ? {} : { to: ends.seconds }
  return { on: [turn.time ?? first], turn: { do: 'retime', ...beginning, ...ending } }
}

const split = ({ next, at }: TurnValues, { word, first }: TurnPlace): Wanted | Refused => {
  if (word === null || word.start <= first.start)
    return { faults: { next: 'Close this, select the word that the new turn begins with, and come back.' } }
  const from = timeIn(at, 'at')
  if ('faults' in from) return from
  const speaker = next.trim() === '' ? {} : { speaker: next.trim() }
  return { on: [word], turn: { do: 'split', ...speaker, ...(from.seconds !== undefined && { from: from.seconds }) } }
}

const joined = (_: TurnValues, { turn, first }: TurnPlace): Wanted | Refused =>
  turn.isFirst
    ? { faults: { speaker: 'No turn stands before this one.' } }
    : { on: [turn.name ?? first], turn: { do: 'merge' } }

const wantedBy = { relabel: relabelled, retime: retimed, split, merge: joined }

/** The corrections that the form asks for, to be parsed by NewAnnotation; or what is wrong with it, by field. */
export const turnProposals = (
  values: TurnValues,
  place: TurnPlace,
  revision: number,
): { readonly made: readonly z.input<typeof NewAnnotation>[] } | Refused => {
  const wanted = wantedBy[values.part](values, place)
  if ('faults' in wanted) return wanted
  const made = wanted.on.map(({ start, end }) => {
    const exact = place.words({ start, end })
    return { kind: 'correction' as const, revision, start, end, exact, correction: { to: exact, turn: wanted.turn } }
  })
  return { made }
}
