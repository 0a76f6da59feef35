import type { Core } from './core'
import type { Undo } from './store'

/** How long the bar with what was done last stands, in milliseconds. */
export const undoTime = 10_000
/** How many of the things done last can be taken back. */
export const undoMost = 10

/** Remembers what was done, so that it can be taken back. */
export type Undoing = {
  /** Puts it first among what can be taken back; what stands there under this key already keeps its place. */
  readonly offer: (what: string, run: () => Promise<unknown>, key?: string) => void
  readonly isOffered: (key: string) => boolean
  /** It came to nothing, or is gone: there is nothing to take back. */
  readonly forget: (key: string) => void
  /** Says in the bar what has no way back. */
  readonly tell: (what: string) => void
  /** Keeps the bar while somebody is at it, and lets it go again. */
  readonly hold: (held: boolean) => void
}

/**
 * The ten things done last, the newest first: each can be taken back while the page is open, before the desk has answered
 * too. Taking back is none of them. The bar that tells of them stands for ten seconds, longer while it is held.
 */
export const undoing = ({ api, newName, later }: Pick<Core, 'api' | 'newName' | 'later'>): Undoing => {
  let cancel = () => {}
  let isHeld = false
  const set = (done: readonly Undo[]) => api.setState({ done, undo: done[0] ?? null })
  const letGo = () => {
    cancel()
    if (!isHeld) cancel = later(undoTime, () => api.setState({ told: null }))
  }
  const tell = (told: string | null) => {
    api.setState({ told })
    letGo()
  }
  const isOffered = (key: string) => api.getState().done.some((one) => one.key === key)
  const without = (key: string) => {
    set(api.getState().done.filter((one) => one.key !== key))
    tell(api.getState().undo?.what ?? null)
  }
  return {
    offer: (what, run, key = newName()) => {
      const take = async () => {
        without(key)
        await run()
      }
      const one = { key, what, run: take }
      const { done, undo, told } = api.getState()
      if (!isOffered(key)) {
        set([one, ...done].slice(0, undoMost))
        return tell(what)
      }
      set(done.map((other) => (other.key === key ? one : other)))
      if (undo?.key === key && undo.what !== what && told !== null) tell(what)
    },
    isOffered,
    forget: (key) => {
      if (isOffered(key)) without(key)
    },
    tell,
    hold: (held) => {
      isHeld = held
      letGo()
    },
  }
}
