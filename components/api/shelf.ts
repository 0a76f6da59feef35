import type { Disk } from './disk'

/** How long what is typed may wait before it is written down, in milliseconds: what a crash costs at most. */
export const crashCosts = 300
/** How long to wait before what found no room is written again, in milliseconds. */
const again = 5_000

export type Entries = readonly (readonly [string, unknown])[]

/** Tells the other windows of the same browser what was kept here, and hears of theirs. */
export type Channel = {
  readonly post: (entries: Entries) => void
  readonly open: (hear: (entries: Entries) => void) => void
  readonly close: () => void
}

/**
 * What this browser keeps for one person on one transcript. It can be read back at once; it is on the disk a moment
 * later, and in the other windows.
 */
export type Shelf = {
  readonly open: () => void
  /** Once what was kept before has been read. Never rejects. */
  readonly ready: Promise<void>
  readonly get: (key: string) => unknown
  readonly keys: () => readonly string[]
  /**
   * Keeps a value, or takes it away with undefined. What is put in one go is written whole or not at all. True when it is
   * on the disk, false when it is in memory only.
   */
  readonly put: (key: string, value: unknown) => Promise<boolean>
  /** As `put`, for what changes with every key pressed: written after a moment, at the latest by `flush`. */
  readonly putSoon: (key: string, value: unknown) => void
  readonly flush: () => Promise<boolean>
  /** What was put and is not known to be on the disk yet: a page that is left has no time to wait for that. */
  readonly unwritten: () => Entries
  /** What is on the disk now, whatever this window knows. Empty where it cannot be read. */
  readonly reread: () => Promise<Entries>
  /** Whether something is kept in memory only, because the browser has no room or refuses. */
  readonly isFull: () => boolean
  /** Calls `listener` when anything here changes; gives the function that ends it. */
  readonly onChange: (listener: () => void) => () => void
  readonly close: () => void
}

type Outside = {
  readonly disk: Disk
  readonly channel: Channel
  readonly later: (milliseconds: number, run: () => void) => () => void
}

/** A shelf over a disk; empty until it is opened and what stands there has been read. */
export const openShelf = ({ disk, channel, later }: Outside): Shelf => {
  const held = new Map<string, unknown>()
  const pending = new Map<string, unknown>()
  const unwritten = new Map<string, unknown>()
  /** Keys that changed before the disk was read: newer than what it holds. */
  let early: Set<string> | null = new Set()
  let full = false
  let cancel: (() => void) | null = null
  let batch: Promise<boolean> | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const waits = (key: string, value: unknown) => {
    pending.set(key, value)
    unwritten.set(key, value)
  }
  const hold = (key: string, value: unknown) => {
    early?.add(key)
    if (value === undefined) held.delete(key)
    else held.set(key, value)
  }

  const write = async (changes: ReadonlyMap<string, unknown>): Promise<boolean> => {
    const failed = new Map<string, unknown>()
    await disk.write(changes).catch(async () => {
      // One note too long must not keep the rest from being written.
      for (const [key, value] of changes) await disk.write(new Map([[key, value]])).catch(() => failed.set(key, value))
    })
    for (const [key, value] of changes)
      if (!failed.has(key) && unwritten.get(key) === value && !pending.has(key)) unwritten.delete(key)
    for (const [key, value] of failed) if (!pending.has(key)) pending.set(key, value)
    if (failed.size > 0 !== full) {
      full = failed.size > 0
      tell()
    }
    if (full) soon(again)
    return failed.size === 0
  }
  const flush = (): Promise<boolean> => {
    cancel?.()
    cancel = null
    if (pending.size === 0) return Promise.resolve(!full)
    const changes = new Map(pending)
    pending.clear()
    channel.post([...changes])
    return write(changes)
  }
  const soon = (wait: number) => {
    cancel ??= later(wait, () => {
      cancel = null
      void flush()
    })
  }

  let isReady = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const open = async () => {
    channel.open((entries) => {
      for (const [key, value] of entries) if (!pending.has(key)) hold(key, value)
      tell()
    })
    const entries = await disk.read().catch(() => [])
    for (const [key, value] of entries) if (!early?.has(key)) held.set(key, value)
    early = null
    isReady()
    tell()
  }

  return {
    open: () => void open(),
    ready,
    get: (key) => held.get(key),
    keys: () => [...held.keys()],
    put: (key, value) => {
      hold(key, value)
      waits(key, value)
      batch ??= Promise.resolve().then(() => {
        batch = null
        return flush()
      })
      tell()
      return batch
    },
    putSoon: (key, value) => {
      hold(key, value)
      waits(key, value)
      soon(crashCosts)
      tell()
    },
    flush,
    unwritten: () => [...unwritten],
    reread: () => disk.read().catch(() => []),
    isFull: () => full,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      void flush()
      channel.close()
    },
  }
}

const parted = (name: string) => `verbatim:parting/${name}`

/**
 * Keeps what a page that is left could not see written: at once, which the browser's database is not. Takes the place of
 * what was kept so before.
 */
export const keepParting = (name: string, entries: Entries): void => {
  try {
    if (entries.length === 0) localStorage.removeItem(parted(name))
    else localStorage.setItem(parted(name), JSON.stringify(entries))
  } catch {
    // No room, or not allowed: the database may have had the time all the same.
  }
}

/** What the page kept when it was left, which is kept no more. */
export const takeParting = (name: string): Entries => {
  try {
    const kept = JSON.parse(localStorage.getItem(parted(name)) ?? '[]') as [string, unknown][]
    localStorage.removeItem(parted(name))
    return kept.map(([key, value]) => [key, value ?? undefined])
  } catch {
    return []
  }
}

/** The browser's own channel of this name between its windows, where it has one. */
export const openChannel = (name: string): Channel => {
  let channel: BroadcastChannel | null = null
  return {
    post: (entries) => channel?.postMessage(entries),
    open: (hear) => {
      if (typeof BroadcastChannel === 'undefined') return
      channel = new BroadcastChannel(`verbatim/${name}`)
      channel.onmessage = ({ data }) => hear(data as Entries)
    },
    close: () => {
      channel?.close()
      channel = null
    },
  }
}
