import type { Annotation } from '@/lib/annotation/annotation'
import { meaningOf } from './acts'
import type { Core } from './core'
import type { Line } from './line'
import { ended, type Turn } from './turns'
import type { Undoing } from './undoing'

type Given = { readonly line: Line; readonly undoing: Undoing; readonly pump: () => void }

/** What can be done about a write as soon as it is made, before the desk has answered: take it back. */
export type TakingBack = {
  /** Offers it; `present` is the annotation before the write. */
  readonly offer: (turn: Turn, present: Annotation | undefined) => void
  /** Takes it back: dropped where it never left, else followed by its opposite once it is answered. */
  readonly takeOut: (turn: Turn) => void
}

/** Whether a write surely never reached the desk. */
export const neverLeft = ({ stands, record }: Turn): boolean => stands !== 'flying' && record.tried === undefined

export const takingBack = (core: Core, { line, undoing, pump }: Given): TakingBack => {
  const { api, ledger, publish, words } = core

  const takeOut = (turn: Turn) => {
    const { record } = turn
    const id = ledger.nameOf(record.id)
    const isMade = record.act.do === 'create'
    if (neverLeft(turn)) {
      const gone = isMade ? line.turns().filter((other) => other.record.id === record.id) : [turn]
      for (const one of gone) {
        line.drop(one)
        undoing.forget(one.record.name)
      }
      // What was typed stands nowhere else: it is a draft again, what was said about it too.
      for (const { record: one } of gone) if (one.typed && !words.read(one.key)) words.keep(one.key, one.typed)
      for (const one of gone) ended(one, false)
    } else {
      ledger.withdraw(id, turn.patch)
      line.change(turn, { ...record, unwanted: true, what: `${record.what}, taken back` })
    }
    publish([id], isMade && api.getState().chosen === id ? { chosen: null } : {})
    pump()
  }

  return {
    takeOut,
    offer: ({ record: { id, name, act } }, present) => {
      const now = ledger.annotation(id) ?? present
      const undo = meaningOf(act).undo?.(act, now, present, api.getState().actor.id)
      if (!undo) return
      undoing.offer(
        undo.what,
        async () => {
          const turn = line.turns().find(({ record }) => record.name === name)
          if (turn) takeOut(turn)
        },
        name,
      )
    },
  }
}
