import { meaningOf } from './acts'
import type { Core } from './core'
import type { Waiting } from './outbox'
import { temporaryId } from './provisional'
import { saysOf } from './says-of'
import type { Unsent } from './store'
import { standing, type Turn } from './turns'

/** What can be done with a write that is listed as unsent. */
type Doing = Pick<Unsent, 'retry' | 'giveUp' | 'show'>

/** The writes that the desk has not answered, in order: on the page, in what this browser keeps, and in the list. */
export type Line = {
  readonly turns: () => readonly Turn[]
  /** Puts a write in its place: shown, unless it was refused. */
  readonly take: (record: Waiting, kept: Promise<unknown>) => Turn
  readonly change: (turn: Turn, record: Waiting) => void
  /** As `change`, for a record that means something else: what it shows changes with it. */
  readonly remake: (turn: Turn, record: Waiting) => void
  /** Takes it out, and what it showed. */
  readonly drop: (turn: Turn) => void
  /** Shows where each of them stands. */
  readonly project: () => void
  /** Counts something else that is being saved: one more, or one less. */
  readonly count: (by: 1 | -1) => void
  /** Lists something else as unsent, in the place of what has the same key. */
  readonly list: (unsent: Unsent) => void
  readonly unlist: (key: string) => void
  readonly others: () => readonly Unsent[]
}

export const openLine = (core: Core, doingWith: (turn: Turn) => Doing): Line => {
  const { api, ledger, outbox, publish } = core
  let turns: readonly Turn[] = []
  const others = new Map<string, Unsent>()
  let besides = 0

  /** How a write is listed. Stays the same thing while it says the same: what draws it and what says it aloud rely on that. */
  const entryOf = (turn: Turn, stands: Unsent['stands']): Unsent => {
    const { name, key, id, what, refusal } = turn.record
    const why = turn.why || 'It is sent after the change before it.'
    const of = [id, what, stands, why].join('\n')
    if (turn.entry?.of === of) return turn.entry.unsent
    const unsent = {
      name,
      key,
      id,
      what,
      why,
      stands,
      met: refusal?.met ?? false,
      ...saysOf(turn.record),
      ...doingWith(turn),
    }
    turn.entry = { of, unsent }
    return unsent
  }

  const project = () => {
    const stood = turns.map((turn) => [turn, standing(turn, turns)] as const)
    const saving = stood.filter(([, stands]) => stands === 'saving')
    const unsent = stood.flatMap(([turn, stands]) => (stands === 'saving' ? [] : [entryOf(turn, stands)]))
    api.setState({
      saving: saving.length + besides,
      busy: new Set(saving.map(([{ record }]) => record.id)),
      unsent: [...unsent, ...others.values()],
    })
  }

  /** What a write shows. Made of what is kept: it looks the same on the next page, before it is sent from there. */
  const patchOf = (record: Waiting) => {
    const { actor, transcript } = api.getState()
    const author = { id: actor.id, name: actor.name, kind: 'person' as const }
    const itsId = record.act.do === 'create' ? record.id : temporaryId(record.name)
    const given = { id: itsId, author, at: new Date(record.at).toISOString() }
    return meaningOf(record.act).patch(record.act, given, transcript.id)
  }
  const change = (turn: Turn, record: Waiting) => {
    turn.record = record
    turn.kept = outbox.keep(record)
  }

  return {
    turns: () => turns,
    take: (record, kept) => {
      const turn: Turn = {
        ...{ record, kept, held: false, tries: 0, cut: false, quiet: false, tell: [], entry: null, before: undefined },
        patch: patchOf(record),
        stands: record.refusal ? 'refused' : 'ready',
        why: record.refusal?.why ?? '',
        cancel: () => {},
      }
      turns = [...turns, turn].sort((a, b) => a.record.at - b.record.at)
      if (!record.refusal && !record.unwanted) ledger.propose(record.id, turn.patch)
      publish([record.id])
      return turn
    },
    change,
    remake: (turn, record) => {
      const patch = patchOf(record)
      ledger.exchange(record.id, turn.patch, patch)
      turn.patch = patch
      change(turn, record)
    },
    drop: (turn) => {
      turn.cancel()
      turns = turns.filter((other) => other !== turn)
      outbox.drop(turn.record.name)
      if (turn.stands !== 'refused') ledger.withdraw(ledger.nameOf(turn.record.id), turn.patch)
    },
    project,
    count: (by) => {
      besides += by
      project()
    },
    list: (unsent) => {
      others.set(unsent.key, unsent)
      project()
    },
    unlist: (key) => {
      if (others.delete(key)) project()
    },
    others: () => [...others.values()],
  }
}
