import type { ChangingMany } from './changing-many'
import type { Core } from './core'
import { isTemporary } from './provisional'
import type { TranscriptActions, TranscriptView } from './store'

/** What is picked and can be seen, in document order: what the filter hides is not acted on. */
export const pickedOf = ({ picked, shown }: Pick<TranscriptView, 'picked' | 'shown'>): readonly string[] =>
  picked.size === 0 ? [] : shown.filter((id) => picked.has(id) && !isTemporary(id))

type Picking = Pick<TranscriptActions, 'pick' | 'pickTo' | 'pickAll' | 'pickNone' | 'changePicked'>

/** Choosing many cards, and doing the same to all of them in one request that one undo takes back. */
export const picking = ({ api }: Core, { change }: Pick<ChangingMany, 'change'>): Picking => {
  const state = () => api.getState()

  return {
    pick: (ids, on) => {
      const picked = new Set(state().picked)
      for (const id of ids) {
        if (on) picked.add(id)
        else picked.delete(id)
      }
      api.setState({ picked, pickedLast: ids.at(-1) ?? null })
    },
    pickTo: (id) => {
      const { shown, pickedLast, chosen } = state()
      const from = shown.indexOf(pickedLast ?? chosen ?? id)
      const to = shown.indexOf(id)
      const [first, last] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)]
      state().pick([...shown.slice(first, last + 1).filter((one) => one !== id), id], true)
    },
    pickAll: async () => {
      if (!state().complete) await state().loadMarks()
      api.setState(({ shown }) => ({ picked: new Set(shown), pickedLast: null }))
    },
    pickNone: () => api.setState({ picked: new Set(), pickedLast: null }),
    changePicked: (step, form) => {
      const ids = pickedOf(state())
      return ids.length === 0 ? Promise.resolve(true) : change(step, ids, form)
    },
  }
}
