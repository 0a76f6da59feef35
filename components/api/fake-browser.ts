import type { Disk } from './disk'
import { openParting } from './parting'
import type { Presence } from './presence'
import { type Channel, openShelf } from './shelf'

/** For tests: a browser with a disk that windows share, where a window can crash and time passes when it is told to. */
export const openBrowser = () => {
  const disk = new Map<string, unknown>()
  const places = new Map<string, string>()
  const storage = {
    get length() {
      return places.size
    },
    key: (at: number) => [...places.keys()][at] ?? null,
    getItem: (place: string) => places.get(place) ?? null,
    setItem: (place: string, value: string) => {
      if (isCrowded) throw new Error('full')
      places.set(place, value)
    },
    removeItem: (place: string) => void places.delete(place),
    clear: () => places.clear(),
  }
  let isSlow = false
  let isCrowded = false
  let marks = 0
  let isFull = (_key: string) => false
  const hearing = new Map<string, Parameters<Channel['open']>[0]>()
  const alive = new Set<string>()
  const waiting: { readonly for: string; readonly by: string; readonly run: () => Promise<void> }[] = []
  const timers = new Map<() => void, string>()

  const free = async (window: string) => {
    alive.delete(window)
    // One after another, as those who wait for a lock get it.
    for (const one of waiting.splice(0)) {
      if (one.for !== window) waiting.push(one)
      else if (alive.has(one.by)) await one.run()
    }
  }

  const openWindow = (window: string) => {
    /** What a window that crashed still does is heard by nobody. */
    const isThere = () => alive.has(window)
    alive.add(window)
    const later = (_: number, run: () => void) => {
      timers.set(run, window)
      return () => void timers.delete(run)
    }
    const kept: Disk = {
      keys: async () => [...disk.keys()],
      read: async () => [...disk].map(([key, value]) => [key, structuredClone(value)] as const),
      write: async (changes) => {
        if (!isThere()) return
        if (isSlow) return new Promise(() => {})
        if ([...changes].some(([key, value]) => value !== undefined && isFull(key))) throw new Error('full')
        for (const [key, value] of changes) {
          if (value === undefined) disk.delete(key)
          else disk.set(key, structuredClone(value))
        }
      },
    }
    const channel: Channel = {
      post: (entries) => {
        for (const [other, hear] of hearing) if (other !== window && isThere()) hear(structuredClone(entries))
      },
      open: (hear) => hearing.set(window, hear),
      close: () => hearing.delete(window),
    }
    const presence: Presence = {
      window,
      enter: () => {},
      whenGone: (other, run) => {
        if (alive.has(other)) waiting.push({ for: other, by: window, run })
        else void run()
      },
      leave: () => void free(window),
    }
    const shelf = openShelf({
      ...{ disk: kept, channel, later, newName: () => `mark-${++marks}` },
      parting: openParting('p1/t', window, () => storage),
    })
    shelf.open()
    const crash = async () => {
      hearing.delete(window)
      for (const [run, of] of timers) if (of === window) timers.delete(run)
      await free(window)
    }
    return { shelf, presence, later, crash }
  }

  return {
    disk,
    /** What stands where a page that is left can keep something at once. */
    places,
    openWindow,
    /** From now on, or no longer, there is no room for what a page that is left wants to keep. */
    crowd: (crowded: boolean) => {
      isCrowded = crowded
    },
    /** From now on, or no longer, what is written comes too late: the page is gone before it is on the disk. */
    slow: (slow: boolean) => {
      isSlow = slow
    },
    /** From now on there is no room for the keys that this names. */
    fill: (full: (key: string) => boolean) => {
      isFull = full
    },
    /** Lets every waiting timer go off. */
    wait: () => {
      for (const run of [...timers.keys()]) {
        timers.delete(run)
        run()
      }
    },
  }
}

/** Lets everything that needs no time happen. */
export const settle = async () => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}
