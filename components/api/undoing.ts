import type { Core } from './core'
import type { Undo } from './store'

/** How long the bar with what was done last stands, in milliseconds. */
export const undoTime = 10_000
/** How many of the things done last can be taken back. */
export const undoMost = 10

/** Remembers what was done, so that it can be taken back. */
export type Undoing = {
  /** `back` where this itself took something back: it can be done again from the list, and Undo goes on to what was before. */
  readonly offer: (what: string, run: () => Promise<unknown>, back?: boolean) => void
  /** Keeps the bar while somebody is at it, and lets it go again. */
  readonly hold: (held: boolean) => void
}

/**
 * The ten things done last, the newest first. The next to take back stands in `undo` for ten seconds after the last was
 * done, longer while the bar is held; the rest stay in `done` behind it, and are offered again with the next.
 */
export const undoing = ({ api, newName, later }: Pick<Core, 'api' | 'newName' | 'later'>): Undoing => {
  let cancel = () => {}
  let isHeld = false
  const show = (done: readonly Undo[]) => {
    api.setState({ done, undo: done.find(({ back }) => !back) ?? null })
    cancel()
    if (!isHeld) cancel = later(undoTime, () => api.setState({ undo: null }))
  }
  return {
    offer: (what, run, back = false) => {
      const key = newName()
      const take = async () => {
        show(api.getState().done.filter((one) => one.key !== key))
        await run()
      }
      show([{ key, what, back, run: take }, ...api.getState().done].slice(0, undoMost))
    },
    hold: (held) => {
      isHeld = held
      cancel()
      if (!held) cancel = later(undoTime, () => api.setState({ undo: null }))
    },
  }
}
