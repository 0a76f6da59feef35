import { focusCard } from '@/components/annotation/focus'
import type { TranscriptStore } from '@/components/api/store'
import { announce, type Bench } from './workbench-state'

/** Says that something was taken back, and what the next step takes back. */
export const sayUndone = (store: TranscriptStore, bench: Bench): void => {
  const { undo } = store.getState()
  announce(bench, undo === null ? 'Undone.' : `Undone. Next to undo: ${undo.what}`)
}

/** Waits until nothing is on its way to the desk; what waits for a connection does not count. */
const arrived = (store: TranscriptStore): Promise<void> =>
  new Promise((done) => {
    const stop = store.subscribe(({ saving }) => {
      if (saving > 0) return
      stop()
      done()
    })
  })

/**
 * Takes back what was done last, and goes to the card that this brings back. What is still on its way can be taken back
 * once it has arrived: until then the last would be another.
 */
export const undoLast = async (store: TranscriptStore, bench: Bench): Promise<void> => {
  while (store.getState().saving > 0) await arrived(store)
  const { undo, shown } = store.getState()
  if (undo === null) return
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
