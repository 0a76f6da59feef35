import type { Entries } from './disk'

/** What one window could not see written when it was left, and the mark that it sent to the disk along with it. */
export type Parted = { readonly mark: string; readonly entries: Entries }

/** Keeps what a page that is left could not see written: at once, which the browser's database is not. */
export type Parting = {
  /** Keeps it in the place of what this window kept before; null where there is nothing to keep. */
  readonly keep: (parted: Parted | null) => void
  /** What windows kept when they were left. */
  readonly left: () => readonly Parted[]
  /** Keeps it no more: it stands on the disk. */
  readonly drop: (mark: string) => void
}

/** Partings of the windows that work on `name`, each in a place of its own of `storage`. */
export const openParting = (name: string, window: string, storage: () => Storage): Parting => {
  const prefix = `verbatim:parting/${name}/`
  // Refused or without room: the database may have had the time all the same.
  const attempt = <T>(run: () => T, otherwise: T): T => {
    try {
      return run()
    } catch {
      return otherwise
    }
  }
  const places = (): readonly string[] =>
    attempt(() => Array.from({ length: storage().length }, (_, at) => storage().key(at) ?? ''), [])
  const all = () =>
    places()
      .filter((place) => place.startsWith(prefix))
      .flatMap((place) => attempt(() => [{ place, ...(JSON.parse(storage().getItem(place) ?? '') as Parted) }], []))
  return {
    keep: (parted) =>
      attempt(() => {
        // First away with it: where there is no room for the new, the old must not pass for it.
        storage().removeItem(prefix + window)
        if (parted) storage().setItem(prefix + window, JSON.stringify(parted))
      }, undefined),
    left: () =>
      all().map(({ mark, entries }) => ({ mark, entries: entries.map(([key, value]) => [key, value ?? undefined]) })),
    drop: (mark) => {
      for (const { place, mark: itsMark } of all()) if (itsMark === mark) storage().removeItem(place)
    },
  }
}
