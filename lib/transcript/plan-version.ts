import type { Placed } from '@/lib/annotation/annotation'
import { type Anchor, describe, type Located } from '@/lib/text/anchor'
import { differences } from '@/lib/text/differences'
import { likeness } from '@/lib/text/likeness'
import { locateAll } from '@/lib/text/locate-all'
import { applyEdits, type Edits, type Fate, mapRange, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { countWords } from '@/lib/text/words'
import { revisingTo, type Wording } from './correction'
import { passagesBetween } from './passages'
import type { TurnSplice } from './turn-splices'
import type { VersionOutcome } from './version'

/** An annotation as a newer version finds it: where it stands in the text before, and the anchor as it was made. */
export type Standing = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly placed: Placed
  readonly places: readonly Range[] | null
  /** Deleted, or decided about: it is led along, and nobody is asked to look at it. */
  readonly closed: boolean
  /** Only for what does not stand on just the words it was made on. */
  readonly made: Anchor | null
}

/** Where one that more than moved is put. `from` is where it stood: if it does not any more, this says nothing of it. */
export type Put = {
  readonly id: string
  readonly from: Range & { readonly placed: Placed }
  readonly to: Range & { readonly placed: Placed }
  readonly places: readonly Range[] | null
}

/** What makes the newer text out of the one before, and what comes of the annotations. */
export type VersionPlan = {
  readonly edits: Edits
  readonly splices: readonly TurnSplice[]
  readonly puts: readonly Put[]
} & Pick<VersionOutcome, 'same' | 'annotations' | 'passages' | 'first'>

/** How many of the passages that change are shown. */
const mostShown = 12

/** How alike words must be that were changed in their place: to be surely the same, and to be worth a question. */
const surely = 0.7
const perhaps = 0.5

/** A place without any is no answer to where words went. */
const hasLetters = /[\p{L}\p{N}]/u

/** The words that stand in both, of those in the longer of the two texts. */
const shareOfWords = (before: string, after: string, edits: Edits): number => {
  const gone = edits.reduce((sum, { start, end }) => sum + countWords(before.slice(start, end)), 0)
  const words = countWords(before)
  return Math.max(0, words - gone) / Math.max(1, words, countWords(after))
}

/**
 * Where an annotation stands whose words an edit touched. What is surely found by its quote stands there. Otherwise the
 * edits say what stands in its place: words much like them are taken for them, others are a question or no place at all.
 */
const settle = (
  next: string,
  was: string,
  { placed, made }: Standing,
  led: Range & { readonly fate: Fate },
  located: Located | null,
): Range & { readonly placed: Placed } => {
  const now = next.slice(led.start, led.end)
  const sure = (range: Range): Range & { readonly placed: Placed } => {
    const { start, end } = range
    if (next.slice(start, end) === (made?.exact ?? was) && start === led.start) return { start, end, placed: 'exact' }
    return { start, end, placed: placed === 'doubtful' ? 'doubtful' : 'moved' }
  }
  if (located && located.placed !== 'doubtful') return sure(located)
  const alike = led.fate === 'changed' ? likeness(was, now) : 0
  if (alike >= surely) return sure(led)
  if (located && hasLetters.test(next.slice(located.start, located.end)))
    return { start: located.start, end: located.end, placed: 'doubtful' }
  if (alike >= perhaps) return { start: led.start, end: led.end, placed: 'doubtful' }
  return { start: led.start, end: led.start, placed: 'lost' }
}

/** What each annotation comes to that the edits touch, and each that was lost or doubtful and whose words are there again. */
const putAll = (before: string, after: string, edits: Edits, standings: readonly Standing[]): readonly Put[] => {
  const mapping = prepareEdits(edits)
  const lead = ({ start, end }: Range) => mapRange({ start, end }, mapping)
  const put = (one: Standing, to: Put['to']): Put => ({
    ...{ id: one.id, from: { start: one.start, end: one.end, placed: one.placed }, to },
    places: one.places?.map((place) => ({ start: lead(place).start, end: lead(place).end })) ?? null,
  })
  const touched = standings.filter((one) => one.start < one.end && lead(one).fate !== 'kept')
  const located = locateAll(
    after,
    touched.map((one) => describe(before, one)),
  )
  const puts = touched.map((one, at) =>
    put(one, settle(after, before.slice(one.start, one.end), one, lead(one), located[at] ?? null)),
  )
  const unsure = standings.filter((one) => one.made !== null && (one.placed === 'lost' || one.placed === 'doubtful'))
  if (unsure.length === 0) return puts
  // By what they remember of the text they were made on.
  const again = locateAll(
    after,
    unsure.map(({ made }) => made as Anchor),
  )
  const found = new Map<string, Put>()
  for (const [at, one] of unsure.entries()) {
    const place = again[at]
    if (!place || place.placed === 'doubtful') continue
    const { start, end } = place
    if (one.placed === 'lost' || after.slice(start, end) === one.made?.exact)
      found.set(one.id, put(one, { start, end, placed: 'moved' }))
  }
  return [...puts.filter(({ id }) => !found.has(id)), ...found.values()]
}

const countsOf = (standings: readonly Standing[], puts: readonly Put[]): VersionOutcome['annotations'] => {
  const closed = new Set(standings.filter((one) => one.closed).map(({ id }) => id))
  const counts = { kept: standings.length - closed.size, moved: 0, doubtful: 0, lost: 0 }
  for (const { id, from, to } of puts) {
    if (closed.has(id) || to.placed === 'exact' || (to.placed === from.placed && to.placed !== 'moved')) continue
    counts[to.placed] += 1
    counts.kept -= 1
  }
  return counts
}

/**
 * What it takes to make `after` the next revision of `before`, and where every annotation then stands that the edits do
 * more than move along. Takes seconds for a million words: not for the thread that answers requests.
 */
export const planVersion = (
  before: Wording,
  after: Wording,
  standings: readonly Standing[],
  progress: (share: number) => void = () => undefined,
): VersionPlan => {
  const edits = differences(before.text, after.text)
  progress(0.5)
  if (applyEdits(before.text, edits) !== after.text) throw new Error('the edits do not lead to the newer text')
  const { splices } = revisingTo(before, edits, after.turns)
  progress(0.7)
  const puts = putAll(before.text, after.text, edits, standings)
  progress(1)
  const passages = passagesBetween(before, after, edits)
  return {
    ...{ edits, splices, puts, annotations: countsOf(standings, puts) },
    same: shareOfWords(before.text, after.text, edits),
    passages: passages.length,
    first: Array.from({ length: Math.min(mostShown, passages.length) }, (_, at) => passages.at(at)),
  }
}
