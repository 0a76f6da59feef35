/** Which windows are there. A window that is closed or crashes is gone at once, whatever it had no time to say. */
export type Presence = {
  /** The name of this window. */
  readonly window: string
  readonly enter: () => void
  /** Runs once the other window is gone, in one of those who wait for that at a time; at once where that cannot be known. */
  readonly whenGone: (window: string, run: () => Promise<void>) => void
  readonly leave: () => void
}

/** Presence by the browser's locks: each window holds the one of its own name for as long as it lives. */
export const openPresence = (window: string, locks: LockManager | undefined): Presence => {
  const nameOf = (one: string) => `verbatim/window/${one}`
  let waiting = new AbortController()
  let leave = () => {}
  return {
    window,
    enter: () => {
      waiting = new AbortController()
      const left = new Promise<void>((resolve) => {
        leave = resolve
      })
      void locks?.request(nameOf(window), () => left)
    },
    whenGone: (other, run) => {
      // Without locks two windows may send the same: the name of the write keeps it from being done twice.
      if (!locks) void run()
      else void locks.request(nameOf(other), { signal: waiting.signal }, run).catch(() => undefined)
    },
    leave: () => {
      waiting.abort()
      leave()
    },
  }
}
