import type { Draft, Editing } from './store'

/** Where the words of a form are kept: one key for each thing that can be written. */
export const wordsOf = {
  /** The reason given with a step of the transcript. */
  step: 'transcript:state',
  draft: (draft: Draft) => `new:${draft.kind}:${draft.start}-${draft.end}`,
  editing: ({ id, part, item }: Editing) => (item === undefined ? `${part}:${id}` : `${part}:${id}:${item}`),
}

const parts: readonly Editing['part'][] = ['annotation', 'reply', 'evidence', 'dismiss']

/** The form that a key names, or null where it names a new annotation or a write without a form. */
export const formOf = (key: string): Editing | null => {
  const [name, id, item] = key.split(':')
  const part = parts.find((one) => one === name)
  if (part === undefined || id === undefined) return null
  return item === undefined ? { id, part } : { id, part, item }
}

/** What a form holds, as it was typed; `draft` says where a new annotation was begun. */
export type Kept = { readonly values: unknown; readonly draft?: Draft }

/** Words that were typed and not saved, for one transcript. They outlive the form, and the page where there is storage. */
export type Words = {
  readonly read: (key: string) => Kept | undefined
  readonly keep: (key: string, kept: Kept) => void
  readonly forget: (key: string) => void
  /** The new annotations among them. */
  readonly drafts: () => readonly Draft[]
  /** The keys under which there are words. */
  readonly keys: () => readonly string[]
  /** Calls `listener` when words are kept or forgotten in this window; gives the function that ends it. */
  readonly onChange: (listener: () => void) => () => void
}

/**
 * The keys of what was begun and is not saved: of words that someone can go to, and that the list of what failed does
 * not name. `known` says whether an annotation is there.
 */
export const begunOf = (
  keys: readonly string[],
  unsent: readonly { readonly key: string }[],
  known: (id: string) => boolean,
): readonly string[] =>
  keys.filter((key) => {
    if (unsent.some((write) => write.key === key)) return false
    return key.startsWith('new:') || known(formOf(key)?.id ?? '')
  })

/** Whether what was read from storage is what `keep` wrote there. */
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'values')

/**
 * Keeps the words of `whose` in memory and, where given, in `storage` (localStorage, which may be full or refused: memory
 * still holds them then). Other windows write to the same storage: what was typed in this one wins here, and what was
 * typed in another is left to it.
 */
export const keepWords = (whose: string, storage?: Storage): Words => {
  const prefix = `verbatim:words:${whose}:`
  const memory = new Map<string, Kept>()
  /** What was read from storage, beside the string it was read from: good for as long as that stands there. */
  const copies = new Map<string, { readonly raw: string; readonly kept: Kept }>()
  const attempt = <T>(use: (storage: Storage) => T): T | undefined => {
    try {
      return storage && use(storage)
    } catch {
      return undefined
    }
  }
  const read = (key: string): Kept | undefined => {
    const typed = memory.get(key)
    if (typed) return typed
    const raw = attempt((storage) => storage.getItem(prefix + key)) ?? 'null'
    const copy = copies.get(key)
    if (copy?.raw === raw) return copy.kept
    copies.delete(key)
    const kept: unknown = attempt(() => JSON.parse(raw))
    if (!isKept(kept)) return undefined
    copies.set(key, { raw, kept })
    return kept
  }
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const keys = () => {
    const stored = attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix))) ?? []
    return [...new Set([...stored.map((key) => key.slice(prefix.length)), ...memory.keys()])]
  }
  return {
    read,
    keys,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    keep: (key, kept) => {
      memory.set(key, kept)
      attempt((storage) => storage.setItem(prefix + key, JSON.stringify(kept)))
      tell()
    },
    forget: (key) => {
      const typed = memory.get(key)
      const raw = typed ? JSON.stringify(typed) : copies.get(key)?.raw
      memory.delete(key)
      copies.delete(key)
      attempt((storage) => storage.getItem(prefix + key) === raw && storage.removeItem(prefix + key))
      tell()
    },
    drafts: () =>
      keys()
        .flatMap((key) => (key.startsWith('new:') ? (read(key)?.draft ?? []) : []))
        .sort((a, b) => a.start - b.start),
  }
}
