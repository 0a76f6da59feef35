import type { Annotation } from '@/lib/annotation/annotation'
import { ApiProblem } from './client'
import type { Core } from './core'
import { annotationOf, changesAfter } from './following'
import type { Patch } from './ledger'
import type { TranscriptActions, TranscriptView, Unsent } from './store'
import { formOf, wordsOf } from './words'

/** How long what was done can be taken back, in milliseconds. */
export const undoTime = 10_000

/** One write about one annotation. */
export type Write = {
  readonly id: string
  /** Where its words are kept; without words, what the write is, so that a second try replaces the first. */
  readonly key: string
  /** What it is, as a list of unsaved things names it: “Edit of a note”. */
  readonly what: string
  /** How it looks until it is answered. */
  readonly patch: Patch
  /** Whether it makes something new, so that sending it twice would make two. */
  readonly makes?: true
  /** Sends it; `id` and `seen` are as the desk knows them at that moment. Undefined where nothing is left. */
  readonly send: (id: string, seen: Annotation | undefined) => Promise<Annotation | undefined>
  /** After it is saved. */
  readonly saved?: (answer: Annotation | undefined) => void
  /** Opens its form again, where it has one that its key does not name. */
  readonly show?: () => void
}

const without = <T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> => {
  if (!map.has(key)) return map
  const left = new Map(map)
  left.delete(key)
  return left
}

/** What is to be set so that the form of these words is open no longer; nothing where it is not open. */
const closing = (key: string, { draft, editing }: TranscriptView): Partial<TranscriptView> => ({
  ...(draft !== null && wordsOf.draft(draft) === key && { draft: null }),
  ...(editing !== null && wordsOf.editing(editing) === key && { editing: null }),
})

/** The annotation that a conflict carries; a conflict about the text carries none. */
export const currentOf = (error: unknown): Annotation | undefined => {
  if (!(error instanceof ApiProblem) || error.status !== 409) return undefined
  const { current } = error
  return typeof current === 'object' && current !== null && 'id' in current ? (current as Annotation) : undefined
}

const isGone = (error: unknown) => error instanceof ApiProblem && (error.status === 404 || error.status === 410)

/** Why a write failed, in a sentence. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof ApiProblem)) return 'The page could not send this. Try again.'
  const faults = error.errors.map(({ message }) => message)
  return [error.message, ...faults.filter((fault) => fault !== error.message)].join(' ')
}

/** Whether the desk was out of reach, and the same write may well go through later. */
const isAway = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500)

/** A write that was refused: what the list of unsent things needs to know of it. */
type Refusal = Pick<Unsent, 'key' | 'what' | 'why' | 'show' | 'met' | 'mayRetry'> & {
  readonly retry: () => Promise<unknown>
}

/** The way every write takes: shown at once, sent in order, kept with its words where it is refused. */
export type Sending = {
  readonly send: (write: Write) => Promise<boolean>
  readonly offerUndo: (what: string, run: () => Promise<unknown>) => void
  readonly refused: (refusal: Refusal) => void
  /** Takes a refusal of this key off the list, because it is being tried again. */
  readonly clear: (key: string) => void
  readonly retryAll: TranscriptActions['retryAll']
}

export const sending = (core: Core): Sending => {
  const { api, ledger, publish, words, onTheirWay } = core
  const queues = new Map<string, Promise<void>>()
  const about = new Map<string, number>()
  /** What is being tried again by itself. */
  const quiet = new Set<string>()
  let takeBack = () => {}

  const count = (id: string, by: 1 | -1) => {
    const left = (about.get(id) ?? 0) + by
    if (left > 0) about.set(id, left)
    else about.delete(id)
    api.setState(({ saving }) => ({ saving: saving + by, busy: new Set(about.keys()) }))
  }

  /** Writes about one annotation go one after another, so that each is made on the version the one before it left. */
  const inOrder = <T>(id: string, run: () => Promise<T>): Promise<T> => {
    const before = queues.get(id) ?? queues.get(ledger.nameOf(id))
    const turn = before ? before.then(run) : run()
    const last = turn.then(
      () => end(),
      () => end(),
    )
    const end = () => {
      for (const name of [id, ledger.nameOf(id)]) if (queues.get(name) === last) queues.delete(name)
    }
    queues.set(id, last)
    queues.set(ledger.nameOf(id), last)
    return turn
  }

  const clear: Sending['clear'] = (key) => {
    const { unsent } = api.getState()
    if (unsent.some((other) => other.key === key)) api.setState({ unsent: unsent.filter((other) => other.key !== key) })
  }

  const refused: Sending['refused'] = (refusal) => {
    const { key, retry, show } = refusal
    const giveUp = () => {
      clear(key)
      words.forget(key)
      const closed = closing(key, api.getState())
      const { draft, conflicts } = { ...api.getState(), ...closed }
      api.setState({ ...closed, conflicts: without(conflicts, key), kept: core.keptBeside(draft) })
    }
    const again = async () => {
      clear(key)
      await retry()
    }
    const entry: Unsent = { ...refusal, retry: again, giveUp }
    api.setState(({ unsent }) => ({ unsent: [...unsent.filter((other) => other.key !== key), entry] }))
    const { draft, editing } = api.getState()
    if (draft === null && editing === null && !quiet.has(key)) show()
  }

  /** Who made the change that an edit met: the last one on record, where it can be read. */
  const lastBy = async (id: string): Promise<string> => {
    const { change, actor } = api.getState()
    const changes = await changesAfter(core, change).catch(() => [])
    const last = changes.findLast((one) => one.actor !== null && annotationOf(one) === id)?.actor
    return last?.id === actor.id ? 'you, in another window' : (last?.name ?? 'someone else')
  }

  const meet = async (write: Write, current: Annotation) => {
    ledger.learn(current)
    publish([current.id])
    const by = await lastBy(current.id)
    if (formOf(write.key) === null) return `Changed meanwhile by ${by}. It is shown as it is now: look, then try again.`
    const { conflicts } = api.getState()
    api.setState({ conflicts: new Map(conflicts).set(write.key, { by, theirs: current }) })
    return `Changed meanwhile by ${by}. Both versions are kept: choose which one stands.`
  }

  /** After "not found": the annotation itself may be gone, or only the reply or row that the write was about. */
  const reread = (id: string) =>
    core.request<Annotation>('GET', `/annotations/${id}`).then(ledger.learn, (error: unknown) => {
      if (isGone(error)) ledger.lose(id)
    })

  const send: Sending['send'] = async (write) => {
    const { key, patch, what } = write
    const show = write.show ?? (() => showForm(core, key, write.id))
    const sent = words.read(key)
    const isOpen = Object.keys(closing(key, api.getState())).length > 0
    onTheirWay.add(key)
    clear(key)
    ledger.propose(ledger.nameOf(write.id), patch)
    publish([ledger.nameOf(write.id)])
    count(write.id, 1)
    try {
      const answer = await inOrder(write.id, async () => {
        const name = ledger.nameOf(write.id)
        const given = await write.send(name, ledger.stored(name))
        const id = ledger.nameOf(write.id)
        ledger.withdraw(id, patch)
        if (given) ledger.learn(given)
        else ledger.lose(id)
        return given
      })
      onTheirWay.delete(key)
      // What was typed since it was sent is not saved yet.
      const isWhole = words.read(key) === sent
      if (isWhole) words.forget(key)
      // Tried again from the list: the form that was opened for it has nothing left to save.
      const closed = isOpen && isWhole ? closing(key, api.getState()) : {}
      const { draft, conflicts } = { ...api.getState(), ...closed }
      publish(new Set([write.id, ledger.nameOf(write.id)]), {
        ...closed,
        conflicts: without(conflicts, key),
        kept: core.keptBeside(draft),
      })
      write.saved?.(answer)
      return true
    } catch (error) {
      onTheirWay.delete(key)
      const id = ledger.nameOf(write.id)
      ledger.withdraw(id, patch)
      const current = currentOf(error)
      if (isGone(error)) await reread(id)
      publish([id])
      const why = current ? await meet(write, current) : reasonOf(error)
      const version = ledger.stored(id)?.version
      refused({
        key,
        what,
        why,
        retry: () => send(write),
        show,
        met: error instanceof ApiProblem && error.status === 409,
        mayRetry: () =>
          isAway(error) &&
          !(write.makes && error instanceof ApiProblem && error.mayHaveArrived) &&
          ledger.stored(ledger.nameOf(write.id))?.version === version,
      })
      return false
    } finally {
      count(write.id, -1)
    }
  }

  const offerUndo: Sending['offerUndo'] = (what, run) => {
    takeBack()
    const key = core.newName()
    const end = () => api.setState(({ undo }) => (undo?.key === key ? { undo: null } : {}))
    takeBack = core.later(undoTime, end)
    const back = async () => {
      end()
      await run()
    }
    api.setState({ undo: { key, what, run: back } })
  }

  const retryAll: Sending['retryAll'] = async (quietly = false) => {
    const due = api.getState().unsent.filter((write) => (quietly ? write.mayRetry() : !write.met))
    await Promise.all(
      due.map(async ({ key, retry }) => {
        if (quietly) quiet.add(key)
        await retry()
        quiet.delete(key)
      }),
    )
    return api.getState().unsent.length === 0
  }

  return { send, offerUndo, refused, clear, retryAll }
}

/** Chooses the annotation and opens the form that a key names. */
const showForm = ({ api, ledger }: Core, key: string, id: string) => {
  const form = formOf(key)
  const { choose, edit } = api.getState()
  choose(ledger.nameOf(id))
  if (form) edit(form)
}
