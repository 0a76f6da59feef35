import type { BulkResult, BulkStep } from '@/lib/annotation/bulk'
import { resultWords, undoneWords } from '@/lib/annotation/bulk-words'
import { signedOut, unreachable, waitAfter } from './answering'
import { ApiProblem } from './client'
import type { Core } from './core'
import { manyShown } from './many-shown'
import type { Many } from './outbox'
import { outcomeOf, reasonOf } from './refusing'
import type { Sending } from './sending'
import type { Undoing } from './undoing'

type Turn = {
  record: Many
  kept: Promise<unknown>
  stands: 'ready' | 'flying' | 'away' | 'refused'
  why: string
  tries: number
  cancel: () => void
  readonly ends: ((saved: boolean) => void)[]
}

/** The way of what is done to many at once: kept and shown at once, sent one after another, each once. */
export type ChangingMany = {
  /** True when saved; false when it waits or was refused. `form` is where its words were kept. */
  readonly change: (step: BulkStep, ids: readonly string[], form?: string) => Promise<boolean>
  /** Sends what waits. */
  readonly retry: () => void
  /** Takes over what an earlier page has left unsent. */
  readonly resume: () => void
  readonly halt: () => void
}

export const changingMany = (core: Core, way: Sending, { offer, forget, tell }: Undoing): ChangingMany => {
  const { api, request, newName, now, words, later, many: outbox } = core
  const state = () => api.getState()
  let turns: readonly Turn[] = []
  let isHalted = false
  let isTaking = false

  const { lay, lift, settle, pickAgain } = manyShown(core)

  const keep = (turn: Turn, record: Many) => {
    turn.record = record
    turn.kept = outbox.keep(record)
  }
  const drop = (turn: Turn) => {
    turn.cancel()
    turns = turns.filter((other) => other !== turn)
    outbox.drop(turn.record.name)
    way.unlist(turn.record.key)
  }
  const ended = (turn: Turn, saved: boolean) => {
    for (const end of turn.ends.splice(0)) end(saved)
  }
  const listed = (turn: Turn) => {
    const { name, key, what, step } = turn.record
    const stands = turn.stands === 'refused' ? ('refused' as const) : ('waiting' as const)
    const typed = 'reason' in step ? step.reason : undefined
    const giveUp = () => {
      drop(turn)
      lift(turn.record)
      forget(name)
      pump()
      way.pump()
    }
    const retry = async () => {
      const ends = new Promise<boolean>((resolve) => turn.ends.push(resolve))
      turn.cancel()
      if (turn.stands === 'flying') return void (await ends)
      if (turn.stands === 'refused') {
        const { refused: _, tried: __, ...record } = turn.record
        keep(turn, record)
        lay(record)
      }
      turn.stands = 'ready'
      pump()
      await ends
    }
    // Looked at before it is tried again: what others did meanwhile may have changed what is wanted.
    const met = stands === 'refused'
    way.list({ ...{ name, key, id: null, what, why: turn.why, stands, met, typed }, retry, giveUp, show: () => {} })
  }

  const saved = ({ record }: Turn, result: BulkResult) => {
    const { name, step, back } = record
    settle(record, result)
    api.setState({ signedOut: false })
    if (back !== undefined) {
      // Where something was left it is told in the bar.
      if (Object.values(result.left).flat().length > 0) tell(undoneWords(step, result))
      return
    }
    const number = result.change
    const taken = () =>
      add({ ...record, name: newName(), back: number ?? 0, what: 'Undoing a change to many annotations' })
    if (number === null) {
      // With nothing to take back it is only told.
      forget(name)
      if (!record.unwanted) tell(resultWords(step, result))
    } else if (record.unwanted) void taken()
    else offer(resultWords(step, result), taken, name)
  }

  const fly = async (turn: Turn) => {
    turn.stands = 'flying'
    const { tried } = turn.record
    if (tried === undefined) keep(turn, { ...turn.record, tried: now() })
    way.unlist(turn.record.key)
    way.count(1)
    await turn.kept
    const { name, step, ids, back } = turn.record
    const path = `/transcripts/${state().transcript.id}/annotations/bulk`
    try {
      const result =
        back === undefined
          ? await request<BulkResult>('POST', path, { body: { ...step, ids }, name })
          : await request<BulkResult>('POST', `${path}/undo`, { body: { change: back }, name })
      drop(turn)
      saved(turn, result)
      ended(turn, true)
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome === 'away' || outcome === 'signed-out') putOff(turn, error, tried)
      else refuse(turn, error)
      ended(turn, false)
    }
    way.count(-1)
    pump()
    way.pump()
  }

  const putOff = (turn: Turn, error: unknown, tried: number | undefined) => {
    const isOut = outcomeOf(error) === 'signed-out'
    const status = error instanceof ApiProblem ? error.status : undefined
    if (isOut) api.setState({ signedOut: true })
    if (tried === undefined && !(error instanceof ApiProblem && error.mayHaveArrived)) {
      const { tried: _, ...record } = turn.record
      keep(turn, record)
    }
    turn.stands = 'away'
    turn.tries += 1
    turn.why = isOut ? signedOut(state().actor.name) : status === 0 ? unreachable : reasonOf(error)
    turn.cancel = later(waitAfter(turn.tries, isOut), () => {
      turn.stands = 'ready'
      pump()
    })
    listed(turn)
  }

  const refuse = (turn: Turn, error: unknown) => {
    const { name, back, unwanted } = turn.record
    forget(name)
    if (unwanted) drop(turn)
    else {
      turn.stands = 'refused'
      turn.why = reasonOf(error)
      keep(turn, { ...turn.record, refused: turn.why })
      listed(turn)
    }
    lift(turn.record)
    if (back === undefined) pickAgain(turn.record)
  }

  /** Sends the first that may be sent now: not before what was written about one of them before. */
  const pump = () => {
    if (isHalted) return
    const first = turns.find(({ stands }) => stands !== 'refused')
    if (first?.stands === 'ready' && !way.isUnderWay(first.record.ids, first.record.at)) void fly(first)
  }

  const take = (record: Many, kept: Promise<unknown>): Turn => {
    const stands = record.refused === undefined ? 'ready' : 'refused'
    const turn: Turn = { record, kept, stands, why: record.refused ?? '', tries: 0, cancel: () => {}, ends: [] }
    turns = [...turns, turn].sort((a, b) => a.record.at - b.record.at)
    if (stands === 'refused') listed(turn)
    else if (!record.unwanted) lay(record)
    return turn
  }
  const add = (given: Omit<Many, 'key' | 'window' | 'at' | 'tried'>): Promise<boolean> => {
    // Each has its own line: a second that is refused does not take the place of the first.
    const { tried: _, unwanted: __, ...fresh } = given as Many
    const record = { ...fresh, key: `many:${given.name}`, window: core.window, at: core.stamp() }
    const turn = take(record, outbox.keep(record))
    const ends = new Promise<boolean>((resolve) => turn.ends.push(resolve))
    pump()
    return ends
  }
  /** Taken back before it is answered: dropped where it never left, else taken back as soon as it is done. */
  const takeOut = async (name: string) => {
    const turn = turns.find(({ record }) => record.name === name)
    if (!turn) return
    if (turn.stands !== 'flying' && turn.record.tried === undefined) {
      drop(turn)
      ended(turn, false)
      pickAgain(turn.record)
    } else {
      keep(turn, { ...turn.record, unwanted: true, what: `${turn.record.what}, taken back` })
      if (turn.stands === 'away') listed(turn)
    }
    lift(turn.record)
    way.pump()
  }

  api.subscribe(pump)
  way.holdBack(({ id, at }) =>
    turns.some(({ stands, record }) => stands !== 'refused' && record.at < at && record.ids.includes(id)),
  )
  return {
    change: (step, ids, form) => {
      const name = newName()
      const what = `A change to ${ids.length.toLocaleString('en')} annotations`
      const before = ids.flatMap((id) => state().marks.get(id) ?? [])
      const gone = new Set(ids)
      // In one go: what is kept is either words in a form or a write, never both and never neither.
      if (form !== undefined) words.forget(form)
      api.setState(({ picked }) => ({ picked: new Set([...picked].filter((id) => !gone.has(id))), pickedLast: null }))
      const sent = add({ name, what, step, ids, before })
      offer(`${what}.`, () => takeOut(name), name)
      return sent
    },
    retry: () => {
      for (const turn of turns) {
        if (turn.stands !== 'away') continue
        turn.cancel()
        turn.stands = 'ready'
      }
      pump()
    },
    resume: () => {
      isHalted = false
      const takeUp = (records: readonly Many[]) => {
        for (const record of records) take(record, Promise.resolve(true))
        pump()
      }
      if (!isTaking) outbox.takeOver(takeUp)
      isTaking = true
      pump()
    },
    halt: () => {
      isHalted = true
      for (const turn of turns) turn.cancel()
    },
  }
}
