import type { Placed } from '@/lib/annotation/annotation'
import type { AnnotationState, Kind } from '@/lib/annotation/kinds'
import { type Edits, type Mapping, mapRange, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { placedAfter } from '@/lib/transcript/correction'

/** Where an annotation stands at a revision; `places` are the other places of a flag. */
export type Place = Range & { readonly placed: Placed; readonly places: readonly Range[] | null }

/** An annotation as a revision finds it; `exact` are the words it was made on. */
export type Standing = Place & {
  readonly id: string
  readonly kind: Kind
  readonly state: AnnotationState
  readonly deleted: boolean
  readonly exact: string
}

/** What a revision wants of an annotation besides leading it along; `touched` where it is to count as touched in any case. */
export type Wanted = { readonly place?: Place; readonly state?: AnnotationState; readonly touched?: true }

/** An annotation after a revision; `state` where that has changed. */
export type Settled = Place & {
  readonly id: string
  readonly state: AnnotationState | null
  readonly deleted: boolean
}

/** The way from one text to the next, `text`, and back. */
export type Step = { readonly edits: Edits; readonly there: Mapping; readonly back: Mapping; readonly text: string }

/** Edits that lead back as far as lengths go: enough to move places, and made without the text before. */
export const lengthsBack = (edits: Edits): Edits => {
  let shift = 0
  return edits.map(({ start, end, text }) => {
    const now = start + shift
    shift += text.length - (end - start)
    return { start: now, end: now + text.length, text: '-'.repeat(end - start) }
  })
}

/** Makes ready what leads places along edits to `text`. */
export const stepOf = (edits: Edits, text: string): Step => ({
  ...{ edits, text, there: prepareEdits(edits), back: prepareEdits(lengthsBack(edits)) },
})

const same = (a: Range, b: Range) => a.start === b.start && a.end === b.end

/** Where a range is led. `kept` says that the way back leads to where it was; otherwise that has to be written down. */
export const lead = (range: Range, { there, back }: Pick<Step, 'there' | 'back'>) => {
  const { fate, start, end } = mapRange(range, there)
  return { now: { start, end }, fate, kept: fate === 'kept' && same(mapRange({ start, end }, back), range) }
}

const samePlaces = (a: readonly Range[] | null, b: readonly Range[] | null) =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((one, at) => same(one, b[at] ?? one)))

/** How surely it stands there. */
const placedNow = (row: Standing, fate: Parameters<typeof placedAfter>[0], words: string): Placed => {
  const placed = placedAfter(fate, words, row.exact, row.placed)
  // A deletion that was accepted stands on nothing, and is not lost.
  if (placed === 'lost' && row.kind === 'correction' && row.state === 'accepted') return 'moved'
  return placed
}

/**
 * Where an annotation stands after a step, `wanted` or led along. `touched` says that the way back would not tell how it
 * stood before; `moved` that anything of it is different now.
 */
export const settle = (row: Standing, step: Step, wanted: Wanted | undefined) => {
  const { now, fate, kept } = lead(row, step)
  const others = row.places?.map((place) => lead(place, step)) ?? null
  const placed = fate === 'kept' ? row.placed : placedNow(row, fate, step.text.slice(now.start, now.end))
  const led: Place = { ...now, placed, places: others?.map((other) => other.now) ?? null }
  const place = wanted?.place ?? led
  // Only what a revision does or takes back: what somebody resolved, rejected or archived since stays so.
  const byRevision = row.state === 'open' || row.state === 'accepted'
  const state = byRevision && wanted?.state !== undefined && wanted.state !== row.state ? wanted.state : null
  const asLed = same(place, led) && place.placed === row.placed && samePlaces(place.places, led.places)
  const touched =
    wanted?.touched === true || state !== null || !asLed || !kept || others?.some((other) => !other.kept) === true
  const settled: Settled = { ...place, id: row.id, state, deleted: row.deleted }
  return { settled, touched, moved: touched || !same(row, place) || !samePlaces(row.places, place.places) }
}
