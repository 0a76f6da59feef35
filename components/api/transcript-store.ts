import { createStore } from 'zustand/vanilla'
import { asksDesk } from '@/lib/annotation/filter'
import { attaching } from './attaching'
import { type ChangingMany, changingMany } from './changing-many'
import { type Core, type Outside, tie } from './core'
import { correcting } from './correcting'
import { draftHere, standingNow } from './drafts-here'
import { followText } from './follow-text'
import { following } from './following'
import { openLedger } from './ledger'
import { indexMarks, placeOf, sieveOf } from './marks-index'
import { moving } from './moving'
import { picking } from './picking'
import { same } from './same'
import { searching } from './searching'
import { seenBy } from './seen-by'
import { type Sending, sending } from './sending'
import type { Beginning, TranscriptActions, TranscriptStore, TranscriptView } from './store'
import type { TextPort, TextStep } from './text-port'
import { type Undoing, undoing } from './undoing'
import { formOf, wordsOf } from './words'
import { writes } from './writes'

/** What is chosen, lit, begun and open on the page: nothing here is stored on the desk. */
const looking = (core: Core, { offer, hold }: Undoing) => {
  const { api, ledger, words, bases } = core
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
      api.setState({ chosen: id, draft: null, editing: editing?.id === id ? editing : null })
      if (id !== null) void state().load([id])
    },
    hover: (id) => {
      if (state().hovered !== id) api.setState({ hovered: id })
    },
    step,
    begin: (draft) => api.setState(draft ? { draft: draftHere(core, draft), chosen: null, editing: null } : { draft }),
    edit: (editing) => {
      if (editing === null) return api.setState({ editing })
      const key = wordsOf.editing(editing)
      const id = ledger.nameOf(editing.id)
      const seen = ledger.annotation(id)
      // Words kept from before were written over what was seen then.
      const before = words.read(key)?.seen
      if (before) bases.set(key, before)
      else if (seen) bases.set(key, seenBy(editing, ledger.stored(id) ?? seen))
      if (!seen) void state().load([id])
      api.setState({ editing: { ...editing, id }, draft: null, chosen: id })
    },
    takeTheirs: (key) => {
      const { unsent, conflicts } = state()
      unsent.find((other) => other.key === key && other.met)?.giveUp()
      words.forget(key)
      bases.delete(key)
      const left = new Map(conflicts)
      left.delete(key)
      api.setState({ conflicts: left, editing: null })
    },
    discard: (key) => {
      const kept = words.read(key)
      if (!kept) return
      words.forget(key)
      offer('Draft thrown away.', async () => words.keep(key, kept))
    },
    holdUndo: hold,
  } satisfies Partial<TranscriptActions>
}

/** Shows what was begun and not sent, here and in other windows, and whether there is room for it. */
const watchWords = (core: Core) => {
  const { api, words, followers } = core
  const asked = new Set<number>()
  const look = () => {
    const stored = words.drafts()
    const drafts = stored.map((draft) => standingNow(core, draft)).sort((a, b) => a.start - b.start)
    for (const from of new Set(stored.map(({ revision = 1 }) => revision))) askFor(from)
    const ids = new Set(words.keys().flatMap((key) => formOf(key)?.id ?? []))
    const { kept, begun, full } = api.getState()
    const isFull = words.isFull()
    api.setState({
      ...(!same(kept, drafts) && { kept: drafts }),
      ...(!same([...begun], [...ids]) && { begun: ids }),
      ...(full !== isFull && { full: isFull }),
    })
  }
  /** What was begun on a text that this page never showed is led here by what the desk tells. */
  const askFor = (from: number) => {
    if (core.steps.known(from) || asked.has(from) || from > api.getState().revision) return
    asked.add(from)
    core.steps.since(from).then(look, () => asked.delete(from))
  }
  look()
  words.onChange(look)
  followers.add(look)
}

/** The live store of one transcript. Everything outside it (connection, time, names, kept words) is passed in. */
export const createTranscriptStore = (beginning: Beginning, outside: Outside): TranscriptStore => {
  const { transcript, revision, actor, marks, complete, filter, codebook } = beginning
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
    codebook,
    filter,
    found: null,
    searched: asksDesk(filter) ? 'asking' : 'none',
    chosen: null,
    picked: new Set(),
    pickedLast: null,
    hovered: null,
    draft: null,
    editing: null,
    saving: 0,
    busy: new Set(),
    unsent: [],
    undo: null,
    done: [],
    told: null,
    signedOut: false,
    full: false,
    conflicts: new Map(),
    kept: [],
    begun: new Set(),
    accepted: new Map(),
    clashes: new Map(),
  }
  let parts: { readonly core: Core; readonly way: Sending; readonly many: ChangingMany } | undefined
  const api = createStore<TranscriptView & TranscriptActions>()((_set, _get, store) => {
    const core = tie(store, ledger, outside)
    const undo = undoing(core)
    const way = sending(core, undo)
    const many = changingMany(core, way, undo)
    const text = followText(core)
    parts = { core, way, many }
    return {
      ...view,
      ...looking(core, undo),
      ...following(core, text),
      ...correcting(core, { text, way, undo }),
      ...attaching(core, way, undo),
      ...searching(core),
      ...writes(core, way, undo),
      ...picking(core, many),
      move: moving(core, way),
      retryAll: (quietly) => {
        many.retry()
        return way.retryAll(quietly)
      },
    }
  })
  const { core, way, many } = parts as NonNullable<typeof parts>
  let isWatching = false
  const resume = () => {
    way.resume()
    many.resume()
    if (!isWatching) watchWords(core)
    isWatching = true
  }
  const baseOf = (key: string) => core.bases.get(key)
  const halt = () => {
    way.halt()
    many.halt()
  }
  const showText = (port: TextPort | null) => {
    core.text.port = port
  }
  const onText = (listener: (step: TextStep) => void) => {
    core.followers.add(listener)
    return () => core.followers.delete(listener)
  }
  return Object.assign(api, { onMarks: core.onMarks, baseOf, resume, halt, showText, onText })
}
