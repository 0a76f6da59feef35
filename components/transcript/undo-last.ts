import { focusCard } from '@/components/annotation/focus'
import type { TranscriptStore } from '@/components/api/store'
import { announce, type Bench } from './workbench-state'

/** Takes back what was done last, and goes to the card that this brings back. */
export const undoLast = async (store: TranscriptStore, bench: Bench): Promise<void> => {
  const { undo, marks } = store.getState()
  if (undo === null) return
  announce(bench, 'Undone.')
  const done = undo.run()
  const back = [...store.getState().marks.keys()].find((id) => !marks.has(id))
  if (back !== undefined) {
    store.getState().choose(back)
    requestAnimationFrame(() => requestAnimationFrame(() => focusCard(back)))
  }
  await done
}
