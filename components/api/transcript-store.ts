import { createStore } from 'zustand/vanilla'
import type { Annotation } from '@/lib/annotation/annotation'
import { asksDesk } from '@/lib/annotation/filter'
import type { TranscriptState, TranscriptSummary } from '@/lib/transcript/transcript'
import { annotationWrites } from './annotation-writes'
import { ApiProblem } from './client'
import { type Core, type Outside, tie } from './core'
import { following, summaryOf } from './following'
import { openLedger } from './ledger'
import { indexMarks, placeOf, sieveOf } from './marks-index'
import { searching } from './searching'
import { reasonOf, type Sending, sending } from './sending'
import type { Beginning, TranscriptActions, TranscriptStore, TranscriptView } from './store'
import { threadWrites } from './thread-writes'
import { wordsOf } from './words'

/** What is chosen, lit, begun and open on the page: nothing here is stored on the desk. */
const looking = (core: Core, bases: Map<string, Annotation>) => {
  const { api, ledger, words, keptBeside } = core
  const state = () => api.getState()

  const step: TranscriptActions['step'] = (by, from = 0) => {
    const { shown, marks, chosen } = state()
    if (shown.length === 0) return
    const mark = chosen === null ? undefined : marks.get(chosen)
    const place = mark ?? { id: '', start: from, end: Number.MAX_SAFE_INTEGER, kind: 'note', state: 'open' }
    const at = placeOf({ author: '', placed: 'exact', ...place } as Parameters<typeof placeOf>[0], shown, marks)
    const here = mark !== undefined && shown[at] === mark.id
    const next = by === 1 ? at + (here ? 1 : 0) : at - 1
    state().choose(shown[Math.min(Math.max(next, 0), shown.length - 1)] ?? null)
  }

  return {
    choose: (id) => {
      const { chosen, editing, draft } = state()
      if (id === chosen && draft === null) return
      api.setState({ chosen: id, draft: null, editing: editing?.id === id ? editing : null, kept: keptBeside(null) })
      if (id !== null) void state().load([id])
    },
    hover: (id) => {
      if (state().hovered !== id) api.setState({ hovered: id })
    },
    step,
    begin: (draft) => {
      const kept = keptBeside(draft)
      api.setState(draft ? { draft, chosen: null, editing: null, kept } : { draft, kept })
    },
    edit: (editing) => {
      if (editing === null) return api.setState({ editing })
      const key = wordsOf.editing(editing)
      const seen = ledger.stored(ledger.nameOf(editing.id))
      // Words kept from before were written over what was seen then.
      if (seen && !(bases.has(key) && words.read(key))) bases.set(key, seen)
      if (!seen) void state().load([editing.id])
      api.setState({ editing, draft: null, chosen: editing.id, kept: keptBeside(null) })
    },
    takeTheirs: (key) => {
      words.forget(key)
      bases.delete(key)
      const { conflicts, unsent } = state()
      const left = new Map(conflicts)
      left.delete(key)
      api.setState({ conflicts: left, editing: null, unsent: unsent.filter((other) => other.key !== key) })
    },
    recall: () => api.setState(({ draft }) => ({ kept: keptBeside(draft) })),
    discard: (draft) => {
      const key = wordsOf.draft(draft)
      words.forget(key)
      api.setState(({ draft: open, unsent }) => ({
        kept: keptBeside(open),
        unsent: unsent.filter((other) => other.key !== key),
      }))
    },
  } satisfies Partial<TranscriptActions>
}

/** Moves the transcript through its review. It is not shown before it is answered: a state is a decision. */
const moving = ({ api, request, words }: Core, { refused, clear }: Sending): TranscriptActions['move'] => {
  const key = wordsOf.step
  const move = async (state: TranscriptState, reason?: string): Promise<boolean> => {
    const { id, version } = api.getState().transcript
    const body = { state, ...(reason !== undefined && { reason }) }
    clear(key)
    api.setState(({ saving }) => ({ saving: saving + 1 }))
    try {
      const answer = await request<TranscriptSummary>('PATCH', `/transcripts/${id}`, { body, version })
      words.forget(key)
      api.setState({ transcript: summaryOf(answer) })
      return true
    } catch (error) {
      const stale = error instanceof ApiProblem && error.status === 409 && error.current
      if (stale) api.setState({ transcript: summaryOf(error.current as TranscriptSummary) })
      const why = stale
        ? 'The transcript was changed meanwhile and is shown as it is now. Look, then try again.'
        : reasonOf(error)
      refused({
        key,
        what: 'Moving the transcript on',
        why,
        retry: () => move(state, reason),
        show: () => {},
        met: Boolean(stale),
        // A state is a decision: what others did meanwhile may have changed it.
        mayRetry: () => false,
      })
      return false
    } finally {
      api.setState(({ saving }) => ({ saving: saving - 1 }))
    }
  }
  return move
}

/** The live store of one transcript. Everything outside it (connection, time, names, kept words) is passed in. */
export const createTranscriptStore = (beginning: Beginning, outside: Outside): TranscriptStore => {
  const { transcript, revision, actor, marks, complete, filter } = beginning
  const ledger = openLedger(marks.marks)
  const view: TranscriptView = {
    transcript,
    revision,
    actor,
    change: marks.change,
    complete,
    ...indexMarks(marks.marks, sieveOf(filter, null)),
    people: { ...marks.people, [actor.id]: actor.name },
    annotations: new Map(),
    filter,
    found: null,
    searched: asksDesk(filter) ? 'asking' : 'none',
    chosen: null,
    hovered: null,
    draft: null,
    editing: null,
    saving: 0,
    busy: new Set(),
    unsent: [],
    undo: null,
    conflicts: new Map(),
    kept: [],
  }
  const bases = new Map<string, Annotation>()
  let onMarks: Core['onMarks'] | undefined
  const api = createStore<TranscriptView & TranscriptActions>()((_set, _get, store) => {
    const core = tie(store, ledger, outside)
    const way = sending(core)
    onMarks = core.onMarks
    return {
      ...view,
      ...looking(core, bases),
      ...following(core),
      ...searching(core),
      ...annotationWrites(core, way, bases),
      ...threadWrites(core, way),
      move: moving(core, way),
      retryAll: way.retryAll,
    }
  })
  return Object.assign(api, { onMarks: onMarks as Core['onMarks'] })
}
