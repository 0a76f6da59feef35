import type { Disk, Entries } from './disk'
import type { Parting } from './parting'

/** How long what is typed may wait before it is written down, in milliseconds: what a crash costs at most. */
export const crashCosts = 300
/** How long to wait before what found no room is written again, in milliseconds. */
const again = 5_000

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
  /** Before the page is left: writes what waits, and keeps at once what is not known to be on the disk. */
  readonly part: () => void
  /** The page was left and has come back as it was: it has lost nothing. */
  readonly stay: () => void
  /** What is on the disk now, or was kept by a window as it was left, whatever this one knows. */
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
  readonly parting: Parting
  readonly newName: () => string
}

/** On the disk, the marks of partings: where one stands, all that was kept with it was written. */
const parted = 'parted '

/** A shelf over a disk; empty until it is opened and what stands there has been read. */
export const openShelf = ({ disk, channel, later, parting, newName }: Outside): Shelf => {
  const held = new Map<string, unknown>()
  const pending = new Map<string, unknown>()
  const unwritten = new Map<string, unknown>()
  /** Keys that changed before the disk was read: newer than what it holds. */
  let early: Set<string> | null = new Set()
  let full = false
  let cancel: (() => void) | null = null
  let batch: Promise<boolean> | null = null
  let mark: string | null = null
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
      for (const [key, value] of changes)
        if (!key.startsWith(parted)) await disk.write(new Map([[key, value]])).catch(() => failed.set(key, value))
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
    for (const [key, value] of await reread()) if (!early?.has(key)) held.set(key, value)
    early = null
    isReady()
    tell()
  }

  const put = (key: string, value: unknown): Promise<boolean> => {
    hold(key, value)
    waits(key, value)
    batch ??= Promise.resolve().then(() => {
      batch = null
      return flush()
    })
    tell()
    return batch
  }
  /** What is on the disk, and what was kept by windows that were left before it could be written. */
  const reread = async (): Promise<Entries> => {
    // Looked for before the disk is read: what was sent to it with a parting then stands in what is read.
    const partings = parting.left()
    const kept = new Map(await disk.read().catch(() => []))
    for (const { mark, entries } of partings) {
      // It was written, and may have been sent or thrown away since: it must not come back.
      const isWritten = kept.has(parted + mark)
      const news: Entries = isWritten ? [[parted + mark, undefined]] : entries
      for (const [key, value] of news) {
        if (value === undefined) kept.delete(key)
        else kept.set(key, value)
      }
      void Promise.all(news.map(([key, value]) => put(key, value))).then((written) => {
        if (written.every(Boolean)) parting.drop(mark)
      })
    }
    return [...kept]
  }
  const part = () => {
    const entries = [...unwritten]
    mark = entries.length > 0 ? newName() : null
    parting.keep(mark === null ? null : { mark, entries })
    if (mark !== null) pending.set(parted + mark, true)
    void flush()
  }
  const stay = () => {
    if (mark === null) return
    parting.keep(null)
    void put(parted + mark, undefined)
    mark = null
  }

  return {
    open: () => void open(),
    ready,
    get: (key) => held.get(key),
    keys: () => [...held.keys()],
    put,
    putSoon: (key, value) => {
      hold(key, value)
      waits(key, value)
      soon(crashCosts)
      tell()
    },
    flush,
    part,
    stay,
    reread,
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
