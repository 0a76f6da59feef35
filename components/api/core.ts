import type { StoreApi } from 'zustand/vanilla'
import type { Annotation, Mark } from '@/lib/annotation/annotation'
import type { request } from './client'
import type { Ledger } from './ledger'
import { changeIndex, differences, indexMarks, sameMark, sieveOf } from './marks-index'
import type { Many, Outbox, Waiting } from './outbox'
import { openSteps, type Steps } from './steps'
import type { MarksListener, TranscriptActions, TranscriptView } from './store'
import type { TextPort, TextStep } from './text-port'
import type { Words } from './words'

/** The world outside the store, passed in: the connection, time, names and what keeps words and writes. */
export type Outside = {
  readonly request: typeof request
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A name that never repeats, also among those of other windows and days: a UUID. */
  readonly newName: () => string
  /** Calls back after some milliseconds; gives what takes the call back. */
  readonly later: (milliseconds: number, run: () => void) => () => void
  readonly words: Words
  readonly outbox: Outbox<Waiting>
  /** Of what is done to many at once. */
  readonly many: Outbox<Many>
  /** The name of this window. */
  readonly window: string
}

/** What the parts of the store share. */
export type Core = Outside & {
  readonly api: StoreApi<TranscriptView & TranscriptActions>
  readonly ledger: Ledger
  /** For each form, the annotation as it was when the form was opened, or as its author saw it last. */
  readonly bases: Map<string, Annotation>
  /** When something is written, in milliseconds since 1970; later than all that was written before. */
  readonly stamp: () => number
  /** Shows what the ledger now says of these ids, and tells the painter. `also` is set in the same breath. */
  readonly publish: (ids: Iterable<string>, also?: Partial<TranscriptView>) => void
  /** Shows every mark anew; only real differences reach the painter. */
  readonly publishAll: (also?: Partial<TranscriptView>) => void
  readonly onMarks: (listener: MarksListener) => () => void
  readonly steps: Steps
  /** The text on the page; null while it is not there. */
  readonly text: { port: TextPort | null }
  /** Told of each correction while everything goes on to it: the marks are those of the next text already. */
  readonly followers: Set<(step: TextStep) => void>
}

/** Ties the ledger to the store that the page watches. */
export const tie = (api: Core['api'], ledger: Ledger, outside: Outside): Core => {
  const listeners = new Set<MarksListener>()
  let clock = 0
  const stamp = () => {
    clock = Math.max(clock + 1, outside.now())
    return clock
  }
  const emit = (changed: readonly Mark[], removed: readonly string[]) => {
    if (changed.length + removed.length > 0) for (const listener of listeners) listener(changed, removed)
  }

  const publish = (ids: Iterable<string>, also: Partial<TranscriptView> = {}) => {
    const { marks, order, shown, filter, found, annotations: before } = api.getState()
    const changed: Mark[] = []
    const removed: string[] = []
    const annotations = new Map<string, Annotation>(before)
    for (const id of ids) {
      const mark = ledger.mark(id)
      const old = marks.get(id)
      if (mark && !(old && sameMark(old, mark))) changed.push(mark)
      if (!mark && old) removed.push(id)
      const annotation = ledger.annotation(id)
      if (annotation) annotations.set(id, annotation)
      else annotations.delete(id)
    }
    const index =
      changed.length + removed.length > 0
        ? changeIndex({ marks, order, shown }, changed, removed, sieveOf(filter, found))
        : {}
    api.setState({ ...index, annotations, ...also })
    emit(changed, removed)
  }

  const publishAll = (also: Partial<TranscriptView> = {}) => {
    const state = api.getState()
    const all = ledger.marks()
    const { changed, removed } = differences(state.marks, all)
    const annotations = new Map<string, Annotation>()
    for (const id of state.annotations.keys()) {
      const annotation = ledger.annotation(id)
      if (annotation) annotations.set(id, annotation)
    }
    const index =
      changed.length + removed.length > 0 ? indexMarks(all.values(), sieveOf(state.filter, state.found)) : {}
    const chosen = state.chosen !== null && all.has(state.chosen) ? state.chosen : null
    api.setState({ ...index, annotations, chosen, ...also })
    emit(changed, removed)
  }

  return {
    ...outside,
    api,
    ledger,
    bases: new Map(),
    stamp,
    publish,
    publishAll,
    steps: openSteps(outside.request, () => api.getState()),
    text: { port: null },
    followers: new Set(),
    onMarks: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
