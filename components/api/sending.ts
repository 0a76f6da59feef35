import type { Act } from './acting'
import { meaningOf } from './acts'
import { answering } from './answering'
import type { Core } from './core'
import { formsOf } from './forms-of'
import { type Line, openLine } from './line'
import type { Waiting } from './outbox'
import { isTemporary } from './provisional'
import { outcomeOf, reread } from './refusing'
import type { TranscriptActions } from './store'
import { neverLeft, takingBack } from './taking-back'
import { isBehind as isOfOlderText, textMoved } from './text-moved'
import { ended, makes, next, standing, type Turn, wake } from './turns'
import type { Undoing } from './undoing'

/** How long the desk surely remembers the name of a write, in milliseconds: later, sending it again might do it twice. */
const remembered = 20 * 3_600_000

const mayBeThere =
  'It was sent a day ago and no answer came, so it may have been saved already. Look before you try again.'

/** A new annotation: a temporary id, what it is, and where its words are kept. */
export type Made = { readonly id: string; readonly act: Act; readonly key: string }

/** The way every write takes: shown and kept at once, sent in order and once, given back where it is refused. */
export type Sending = Pick<Line, 'list' | 'unlist' | 'count'> & {
  /** True when saved; false when it waits or was refused. `key` names the form it came from, see words.ts. */
  readonly act: (id: string, act: Act, key: string) => Promise<boolean>
  /** Makes these, each under an id and with the key of its form; they are taken back together. */
  readonly makeAll: (made: readonly Made[]) => {
    readonly saved: Promise<boolean>
    readonly takeBack: () => Promise<void>
  }
  /** Whether something was written about one of these before `at` that is not answered yet. */
  readonly isUnderWay: (ids: readonly string[], at: number) => boolean
  /** Nothing is sent that is to wait for something else; `pump` is called once that is done. */
  readonly holdBack: (isBehind: (record: Waiting) => boolean) => void
  /** Sends what may be sent now. */
  readonly pump: () => void
  readonly retryAll: TranscriptActions['retryAll']
  /** Takes over what an earlier page has left unsent. */
  readonly resume: () => void
  /** Sends nothing more: what is left is taken over by another page. */
  readonly halt: () => void
}

export const sending = (core: Core, undoing: Undoing): Sending => {
  const { api, ledger, publish, outbox, words, bases, now } = core
  const forms = formsOf(core)
  let isBehind = (_: Waiting) => false
  let isHalted = false
  let isTaking = false

  /** Leads a new annotation to the text shown; false where it is not to be sent now. */
  const bring = async (turn: Turn): Promise<boolean> => {
    try {
      const told = await moved.bring(turn)
      if (told !== null) await refused(turn, null, told)
      return told === null
    } catch (error) {
      putOff(turn, error, outcomeOf(error) === 'signed-out' ? 'signed-out' : 'away', undefined)
      return false
    }
  }

  /** The desk has a later text than the page: true once the page shows that too. */
  const goesOn = async (turn: Turn): Promise<boolean> => {
    await api.getState().refresh()
    const { tried: _, ...record } = turn.record
    line.change(turn, record)
    return moved.isOlder(turn)
  }

  const fly = async (turn: Turn) => {
    turn.stands = 'flying'
    line.project()
    const { tried } = turn.record
    // What may have arrived is sent again as it was: under its name, the desk knows it only so.
    if (tried === undefined && moved.isOlder(turn) && !(await bring(turn))) return pump()
    // First where a crash does not reach it, then on its way: a page that ends meanwhile leaves word that it was sent.
    if (tried === undefined) line.change(turn, { ...turn.record, tried: now() })
    await turn.kept
    const { name, id, act, seen } = turn.record
    const stored = ledger.stored(id)
    turn.before ??= seen ?? stored
    const way = { request: core.request, name, transcriptId: api.getState().transcript.id, id, seen, stored }
    try {
      const isOld = makes(turn.record) && tried !== undefined && now() - tried > remembered
      if (isOld) await refused(turn, null, mayBeThere)
      else saved(turn, await meaningOf(act).send(act, way))
    } catch (error) {
      const outcome = outcomeOf(error)
      if (isOfOlderText(error) && (await goesOn(turn))) turn.stands = 'ready'
      else if (outcome === 'away' || outcome === 'signed-out') putOff(turn, error, outcome, tried)
      else if (outcome === 'gone' && meaningOf(act).takesAway) saved(turn, (stored && turn.patch(stored)) ?? undefined)
      else {
        if (outcome === 'gone') await reread(core, id)
        await refused(turn, error)
      }
    }
    pump()
  }

  /** Sends what may be sent now. */
  const pump = () => {
    if (isHalted) return
    const turns = line.turns()
    for (const turn of turns) turn.held = isBehind(turn.record)
    for (const turn of next(turns)) void fly(turn)
    for (const turn of turns) if (standing(turn, turns) === 'waiting') ended(turn, false)
    line.project()
  }

  const retry = async (turn: Turn) => {
    if (turn.stands === 'refused') {
      // Its words were changed in the form since: what stands there is what is to be saved.
      if (!forms.takeBack(turn.record)) return forms.show(turn.record)
      const { refusal: _, tried: __, ...record } = turn.record
      line.change(turn, record)
      turn.stands = 'ready'
      ledger.propose(record.id, turn.patch)
      back.offer(turn, ledger.stored(record.id))
      publish([record.id])
    }
    wake(turn)
    const ends = new Promise<boolean>((resolve) => turn.tell.push(resolve))
    pump()
    await ends
  }

  /** Drops a write, and with one that makes an annotation everything written about it. Undo brings all of it back. */
  const giveUp = (turn: Turn) => {
    const { id, act, what } = turn.record
    const all = line.turns()
    const gone = act.do === 'create' ? all.filter(({ record }) => record.id === id) : [turn]
    for (const one of gone) {
      line.drop(one)
      undoing.forget(one.record.name)
    }
    const kept = gone.map(({ record }) => forms.forget(record))
    publish([id])
    line.project()
    undoing.offer(`${what} thrown away.`, async () => {
      for (const put of kept) put()
      for (const { record } of gone) {
        const present = ledger.annotation(record.id) ?? undefined
        const again = line.take(record, outbox.keep(record))
        if (!record.refusal) back.offer(again, present)
      }
      pump()
    })
  }

  const line: Line = openLine(core, (turn) => ({
    retry: () => retry(turn),
    giveUp: () => giveUp(turn),
    show: () => forms.show(turn.record),
  }))

  const moved = textMoved(core, line)
  const back = takingBack(core, { line, undoing, pump: () => pump() })

  const write = async (given: string, does: Act, key: string, alone: boolean): Promise<boolean> => {
    const id = ledger.nameOf(given)
    const isNew = does.do === 'create' || does.do === 'restore'
    if (!isNew && !ledger.annotation(id)) await api.getState().load([id])
    const made = line.turns().find(({ record }) => record.id === id && record.act.do === 'create')
    // It never left: there is nothing to delete.
    if (does.do === 'remove' && made && neverLeft(made)) {
      giveUp(made)
      return true
    }
    for (const turn of line.turns()) {
      const { refusal, typed } = turn.record
      if (refusal && turn.record.key === key && (refusal.returned || !typed)) line.drop(turn)
    }
    const present = ledger.annotation(id) ?? undefined
    const typed = words.read(key)
    const seen = typed?.seen ?? bases.get(key) ?? ledger.stored(id) ?? present
    const record: Waiting = {
      ...{ name: core.newName(), window: core.window, at: core.stamp(), id, key, act: does },
      what: meaningOf(does).what(does, present),
      ...(seen && meaningOf(does).part && { seen }),
      ...(typed && { typed }),
    }
    // In one go: what is kept is either words in a form or a write, never both and never neither.
    const kept = outbox.keep(record)
    words.forget(key)
    const turn = line.take(record, kept)
    if (alone) back.offer(turn, present)
    const ends = new Promise<boolean>((resolve) => turn.tell.push(resolve))
    pump()
    return ends
  }

  const act: Sending['act'] = (id, does, key) => write(id, does, key, !key.startsWith('undo:'))

  const makeAll: Sending['makeAll'] = (made) => {
    const saved = Promise.all(made.map(({ id, act: does, key }) => write(id, does, key, false)))
    return {
      saved: saved.then((all) => all.every(Boolean)),
      takeBack: async () => {
        for (const turn of line.turns()) {
          const { id, act: does } = turn.record
          // What was refused is a form again: there is nothing to take back.
          if (does.do === 'create' && turn.stands !== 'refused' && made.some((one) => one.id === id)) back.takeOut(turn)
        }
        const stored = made.map(({ id }) => ledger.nameOf(id)).filter((id) => !isTemporary(id) && ledger.annotation(id))
        await Promise.all(stored.map((id) => act(id, { do: 'remove' }, `undo:${id}`)))
      },
    }
  }

  const takeUp = async (records: readonly Waiting[]) => {
    await api.getState().load(records.flatMap(({ id, act: { do: does } }) => (does === 'create' ? [] : [id])))
    for (const record of records) {
      line.take(record, Promise.resolve(true))
      if (record.refusal?.conflict) forms.meet(record.key, record.refusal.conflict)
    }
    pump()
  }

  const { saved, putOff, refused } = answering(core, {
    ...{ line, forms, undoing, giveUp, pump },
    takeBack: (id, does) => act(id, does, `undo:${id}`),
  })

  return {
    act,
    makeAll,
    list: line.list,
    unlist: line.unlist,
    count: line.count,
    pump,
    holdBack: (is) => {
      isBehind = is
    },
    isUnderWay: (ids, at) => {
      const before = line.turns().filter(({ record, stands }) => record.at < at && stands !== 'refused')
      return before.length > 0 && before.some(({ record }) => ids.includes(record.id))
    },
    retryAll: async (quietly = false) => {
      const isDue = ({ stands, record }: Turn) =>
        stands === 'away' || (!quietly && stands === 'refused' && !record.refusal?.met)
      const due = line.turns().filter(isDue)
      for (const turn of due) turn.quiet = quietly
      const rest = quietly ? [] : line.others().filter(({ met }) => !met)
      await Promise.all([...due.map(retry), ...rest.map((other) => other.retry())])
      return api.getState().unsent.length === 0
    },
    halt: () => {
      isHalted = true
      for (const turn of line.turns()) turn.cancel()
    },
    resume: () => {
      isHalted = false
      if (!isTaking) outbox.takeOver(takeUp)
      isTaking = true
      pump()
    },
  }
}
