import type { Annotation } from '@/lib/annotation/annotation'
import { type Act, currentOf } from './acting'
import { meaningOf } from './acts'
import { ApiProblem } from './client'
import type { Core } from './core'
import type { FormsOf } from './forms-of'
import type { Line } from './line'
import { meet, reasonOf } from './refusing'
import { placeAfter } from './standing'
import { ended, type Turn, wake } from './turns'
import type { Undoing } from './undoing'

/** How long a write waits for its next try, in milliseconds: first, doubled each time, and at most. */
const firstWait = 1_000
const longestWait = 30_000

/** Why a write waits for its author. */
export const signedOut = (name: string) =>
  `This browser is not signed in as ${name} any more. Your words are kept, and sent once ${name} signs in again.`

/** Why a write waits that found no connection. */
export const unreachable = 'The desk cannot be reached. It is sent by itself as soon as there is a connection.'

/** How long to wait after so many tries, in milliseconds; `out`: it needs somebody to sign in. */
export const waitAfter = (tries: number, out: boolean): number =>
  out ? longestWait : Math.min(firstWait * 2 ** (tries - 1), longestWait)

const statusOf = (error: unknown): number | undefined => (error as { readonly status?: number } | null)?.status

/** What becomes of a write once the desk has answered, or has not. */
export type Answering = {
  readonly saved: (turn: Turn, answer: Annotation | undefined) => void
  /** It stays where it is and is tried again, sooner or later; `tried` is when it may have arrived before this try. */
  readonly putOff: (turn: Turn, error: unknown, why: 'away' | 'signed-out', tried: number | undefined) => void
  /** It needs somebody to look; `reason` where that is not what the error says. */
  readonly refused: (turn: Turn, error: unknown, reason?: string) => Promise<void>
}

type Given = {
  readonly line: Line
  readonly forms: FormsOf
  readonly undoing: Undoing
  /** Does what takes a saved write back. */
  readonly takeBack: (id: string, act: Act) => Promise<boolean>
  readonly giveUp: (turn: Turn) => void
  readonly pump: () => void
}

/** What was just made, as it stands in the text that is shown: that may be another than it was made on. */
const madeHere = ({ api, steps }: Core, made: Annotation): Annotation => {
  const { revision, refresh } = api.getState()
  if (made.anchor.revision > revision) void refresh()
  const edits = made.anchor.revision < revision ? steps.known(made.anchor.revision) : undefined
  return edits ? { ...made, ...placeAfter(made, edits) } : made
}

export const answering = (core: Core, { line, forms, undoing, takeBack, giveUp, pump }: Given): Answering => {
  const { api, ledger, publish } = core

  /** What was made under a temporary id has its own now: so have the writes and words that wait for it. */
  const rename = (temporary: string, id: string) => {
    ledger.rename(temporary, id)
    const { found } = api.getState()
    if (found?.has(temporary)) api.setState({ found: new Set([...found, id]) })
    for (const turn of line.turns()) if (turn.record.id === temporary) line.change(turn, { ...turn.record, id })
    forms.rename(temporary, id)
  }

  /** Writes and words behind this one were made on what it left, as far as nobody else came between: that is what they saw. */
  const moveOn = ({ record: { act, key }, before }: Turn, answer: Annotation) => {
    const isNext = (next: Act, seen: Annotation) => {
      const part = meaningOf(next).part
      if (!part) return false
      return act.do === 'create' || (before && part(next, before)?.version === part(next, seen)?.version)
    }
    for (const other of line.turns()) {
      const { seen, id, act: next } = other.record
      if (id === answer.id && seen && isNext(next, seen)) line.change(other, { ...other.record, seen: answer })
    }
    const typed = core.words.read(key)
    if (typed?.seen && isNext(act, typed.seen)) core.words.keep(key, { ...typed, seen: answer })
  }

  const saved: Answering['saved'] = (turn, given) => {
    const { id: old, act, key, name } = turn.record
    const answer = act.do === 'create' && given ? madeHere(core, given) : given
    if (act.do === 'create' && answer) rename(old, answer.id)
    const id = ledger.nameOf(old)
    line.drop(turn)
    if (answer) ledger.learn(answer)
    else ledger.lose(id)
    if (answer) moveOn(turn, answer)
    forms.settled(key)
    const undo = meaningOf(act).undo?.(act, answer, turn.before, api.getState().actor.id)
    if (turn.record.unwanted) {
      if (undo) void takeBack(undo.id, undo.act)
    } else if (!undo) undoing.forget(name)
    else if (undoing.isOffered(name)) undoing.offer(undo.what, () => takeBack(undo.id, undo.act), name)
    publish(new Set([old, id]), { signedOut: false })
    ended(turn, true)
    // It was taken where the page says that nothing can be written: somebody has opened the transcript again.
    if (api.getState().transcript.state === 'approved') void api.getState().refresh()
    // There is a connection again.
    for (const other of line.turns()) if (other.cut) wake(other)
  }

  const putOff: Answering['putOff'] = (turn, error, kind, tried) => {
    const out = kind === 'signed-out'
    turn.stands = 'away'
    turn.tries += 1
    const isCut = statusOf(error) === 0
    turn.why = out ? signedOut(api.getState().actor.name) : isCut ? unreachable : reasonOf(error)
    turn.cut = out || isCut
    const mayHaveArrived = error instanceof ApiProblem && error.mayHaveArrived
    if (!mayHaveArrived && tried === undefined) {
      const { tried: _, ...record } = turn.record
      line.change(turn, record)
    }
    if (out) api.setState({ signedOut: true })
    turn.cancel = core.later(waitAfter(turn.tries, out), () => {
      wake(turn)
      pump()
    })
    ended(turn, false)
  }

  const refused: Answering['refused'] = async (turn, error, reason) => {
    const { key, id, act } = turn.record
    undoing.forget(turn.record.name)
    ledger.withdraw(ledger.nameOf(id), turn.patch)
    // It was taken back already: refused is just what was wanted.
    if (turn.record.unwanted && reason === undefined) {
      const stands = currentOf(error)
      if (stands) ledger.learn(stands)
      line.drop(turn)
      publish([id])
      return ended(turn, false)
    }
    turn.stands = 'refused'
    publish([id])
    const current = currentOf(error)
    const met = current && (await meet(core, key, current))
    turn.why = met?.why ?? reason ?? reasonOf(error)
    if (current) core.bases.set(key, current)
    const refusal = {
      why: turn.why,
      met: statusOf(error) === 409,
      returned: forms.giveBack(turn.record, current),
      ...(met?.conflict && { conflict: met.conflict }),
    }
    line.change(turn, { ...turn.record, refusal, ...(current && { seen: current }) })
    if (met?.conflict) forms.meet(key, met.conflict)
    if (act.do === 'create' && api.getState().chosen === id) api.setState({ chosen: null })
    // What could not be made cannot be deleted either, and need not be.
    const unwanted = line.turns().some(({ record }) => record.id === id && record.act.do === 'remove')
    if (act.do === 'create' && unwanted) giveUp(turn)
    else if (!turn.quiet) forms.open(turn.record)
    turn.quiet = false
    ended(turn, false)
  }

  return { saved, putOff, refused }
}
