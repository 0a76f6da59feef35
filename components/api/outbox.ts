import type { Annotation, Mark } from '@/lib/annotation/annotation'
import type { BulkStep } from '@/lib/annotation/bulk'
import type { Act } from './acting'
import type { Entries } from './disk'
import type { Presence } from './presence'
import type { Shelf } from './shelf'
import type { Conflict } from './store'
import type { Typed } from './words'

/** Why a write was refused. It stands until somebody tries it again or gives it up. */
export type Refusal = {
  readonly why: string
  /** Whether it met somebody else's change. */
  readonly met: boolean
  readonly conflict?: Conflict
  /** Whether its words were given back to its form: what is saved from there takes its place. */
  readonly returned: boolean
}

/** What is kept until the desk has answered. */
export type Kept = {
  /** Its name at the desk, the same each time it is tried. */
  readonly name: string
  /** The window that sends it. */
  readonly window: string
  /** When it was made, in milliseconds since 1970: writes are sent in this order. */
  readonly at: number
}

/** One write about one annotation that the desk has not answered. */
export type Waiting = Kept & {
  /** The annotation it is about; a temporary id where that waits too. */
  readonly id: string
  /** The form it came from, see words.ts; what it is where it came from none. */
  readonly key: string
  readonly what: string
  readonly act: Act
  /** The annotation as it was when the act was made on it. */
  readonly seen?: Annotation
  /** What the form held. */
  readonly typed?: Typed
  /** When it was first sent without an answer, in milliseconds since 1970: it may have arrived. */
  readonly tried?: number
  readonly refusal?: Refusal
  /** Taken back while it may have been on its way: once it is answered, the opposite is done. */
  readonly unwanted?: true
}

/** What is done to many annotations at once, as it is kept until the desk has answered: a step, or taking one back. */
export type Many = Kept & {
  readonly key: string
  readonly ids: readonly string[]
  readonly what: string
  readonly step: BulkStep
  /** The change that is taken back. */
  readonly back?: number
  /** The marks as they were before the step. */
  readonly before: readonly Mark[]
  /** When it was first sent without an answer, in milliseconds since 1970: it may have arrived. */
  readonly tried?: number
  /** Why it was refused. */
  readonly refused?: string
  /** Taken back while it may have been on its way: once it is answered, that is sent. */
  readonly unwanted?: true
}

/** The writes of this window, where they outlive it; those of windows that are gone are taken over. */
export type Outbox<Record extends Kept> = {
  /** True once it stands where a crash does not reach it. */
  readonly keep: (record: Record) => Promise<boolean>
  readonly drop: (name: string) => void
  /** Hands over the writes of windows that are gone, now and later, in their order; each to one window only. */
  readonly takeOver: (take: (records: readonly Record[]) => void) => void
}

const recordsOf = <Record extends Kept>(entries: Entries, prefix: string): readonly Record[] =>
  entries
    .flatMap(([key, value]) => (key.startsWith(prefix) && value ? [value as Record] : []))
    .sort((a, b) => a.at - b.at)

/** The outbox of what stands on the shelf under keys that begin with `prefix`. */
export const openOutbox = <Record extends Kept>(shelf: Shelf, presence: Presence, prefix: string): Outbox<Record> => ({
  keep: (record) => shelf.put(prefix + record.name, record),
  drop: (name) => void shelf.put(prefix + name, undefined),
  takeOver: (take) => {
    const awaited = new Set([presence.window])
    const entries = () => shelf.keys().map((key) => [key, shelf.get(key)] as const)
    const watch = () => {
      for (const { window } of recordsOf(entries(), prefix)) {
        if (awaited.has(window)) continue
        awaited.add(window)
        presence.whenGone(window, async () => {
          const left = recordsOf<Record>(await shelf.reread(), prefix).filter((record) => record.window === window)
          const mine = left.map((record) => ({ ...record, window: presence.window }))
          await Promise.all(mine.map((record) => shelf.put(prefix + record.name, record)))
          if (mine.length > 0) take(mine)
        })
      }
    }
    shelf.onChange(watch)
    void shelf.ready.then(watch)
  },
})
