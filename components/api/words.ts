import type { Draft, Editing } from './store'

/** Where the words of a form are kept: one key for each thing that can be written. */
export const wordsOf = {
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
}

/** Whether what was read from storage is what `keep` wrote there. */
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'values')

/**
 * Keeps words in memory and, where given, in `storage` (localStorage, which may be full or refused: memory still
 * holds them then).
 */
export const keepWords = (transcriptId: string, storage?: Storage): Words => {
  const prefix = `verbatim:words:${transcriptId}:`
  const memory = new Map<string, Kept>()
  const attempt = <T>(use: (storage: Storage) => T): T | undefined => {
    try {
      return storage && use(storage)
    } catch {
      return undefined
    }
  }
  const read = (key: string): Kept | undefined => {
    const held = memory.get(key)
    if (held) return held
    const stored: unknown = attempt((storage) => JSON.parse(storage.getItem(prefix + key) ?? 'null'))
    if (!isKept(stored)) return undefined
    memory.set(key, stored)
    return stored
  }
  return {
    read,
    keep: (key, kept) => {
      memory.set(key, kept)
      attempt((storage) => storage.setItem(prefix + key, JSON.stringify(kept)))
    },
    forget: (key) => {
      memory.delete(key)
      attempt((storage) => storage.removeItem(prefix + key))
    },
    drafts: () => {
      const stored = attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(`${prefix}new:`))) ?? []
      const keys = new Set([...stored.map((key) => key.slice(prefix.length)), ...memory.keys()])
      return [...keys].flatMap((key) => read(key)?.draft ?? []).sort((a, b) => a.start - b.start)
    },
  }
}
