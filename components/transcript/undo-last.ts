import { focusCard } from '@/components/annotation/focus'
import type { TranscriptStore } from '@/components/api/store'
import { announce, type Bench } from './workbench-state'

/** Says that something was taken back, and what the next step takes back. */
export const sayUndone = (store: TranscriptStore, bench: Bench): void => {
  const { undo } = store.getState()
  announce(bench, undo === null ? 'Undone.' : `Undone. Next to undo: ${undo.what}`)
}

/** Takes back what was done last, whether the desk knows of it yet or not, and goes to the card that this brings back. */
export const undoLast = async (store: TranscriptStore, bench: Bench): Promise<void> => {
  const { undo, shown } = store.getState()
  if (undo === null) return announce(bench, 'Nothing to undo.')
  const done = undo.run()
  sayUndone(store, bench)
  const before = new Set(shown)
  const back = store.getState().shown.find((id) => !before.has(id))
  if (back !== undefined) {
    store.getState().choose(back)
    requestAnimationFrame(() => requestAnimationFrame(() => focusCard(back)))
  }
  await done
}
