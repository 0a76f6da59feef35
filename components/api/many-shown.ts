import type { Mark } from '@/lib/annotation/annotation'
import type { BulkResult } from '@/lib/annotation/bulk'
import type { Core } from './core'
import type { Many } from './outbox'
import { stepped } from './stepping'

/** How what is done to many is seen on the page. */
export type ManyShown = {
  /** Shows it as done until the desk has answered. */
  readonly lay: (record: Many) => void
  readonly lift: (record: Many) => void
  /** Takes in what the desk answered: marks at once, cards once they are read again. */
  readonly settle: (record: Many, result: BulkResult) => void
  /** What was not done is picked again. */
  readonly pickAgain: (record: Many) => void
}

export const manyShown = ({ api, ledger, publish }: Core): ManyShown => {
  /** Gives what a mark becomes. */
  const changing = ({ before, step, back }: Many) => {
    const were = new Map(before.map((mark) => [mark.id, mark]))
    const { actor, transcript } = api.getState()
    return (mark: Mark | null, id: string): Mark | null =>
      back === undefined ? mark && stepped(mark, step, actor, transcript) : (were.get(id) ?? mark)
  }
  const show = (ids: readonly string[]) => {
    const { chosen } = api.getState()
    publish(ids, chosen !== null && !ledger.mark(chosen) ? { chosen: null } : {})
  }
  return {
    lay: (record) => {
      ledger.lay(record.name, record.ids, changing(record))
      show(record.ids)
    },
    lift: (record) => {
      ledger.lift(record.name)
      show(record.ids)
    },
    settle: (record, result) => {
      const left = new Set(Object.values(result.left).flat())
      const done = record.ids.filter((id) => !left.has(id))
      const changed = changing(record)
      ledger.lift(record.name)
      ledger.amend(done, (id) => changed(ledger.mark(id), id))
      show(record.ids)
      void api.getState().readAgain(done)
    },
    pickAgain: ({ ids }) => api.setState(({ picked }) => ({ picked: new Set([...picked, ...ids]) })),
  }
}
