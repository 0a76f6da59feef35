import type { Annotation, NewAnnotation } from '@/lib/annotation/annotation'
import { same } from './same'
import type { Shelf } from './shelf'
import type { Draft, Editing } from './store'

/** Where the words of a form are kept: one key for each thing that can be written. */
export const wordsOf = {
  /** The reason given with a step of the transcript. */
  step: 'transcript:state',
  /** What is written before many are tagged, dismissed or rejected at once. */
  picked: { tags: 'picked:tags', dismiss: 'picked:dismiss', reject: 'picked:reject' },
  draft: ({ key, kind, start, end, revision = 1, how }: Draft) =>
    key ?? `new:${how ?? kind}:${start}-${end}${revision === 1 ? '' : `@${revision}`}`,
  editing: ({ id, part, item }: Editing) => (item === undefined ? `${part}:${id}` : `${part}:${id}:${item}`),
}

/** The form in which a new annotation would be written. */
export const draftOf = ({ kind, start, end, exact = '', revision, correction }: NewAnnotation): Draft => ({
  ...{ kind, start, end, exact, revision },
  ...(correction?.turn && { how: 'turn' }),
})

const parts: readonly Editing['part'][] = ['annotation', 'reply', 'evidence', 'dismiss']

/** The form that a key names, or null where it names a new annotation or a write without a form. */
export const formOf = (key: string): Editing | null => {
  const [name, id, item] = key.split(':')
  const part = parts.find((one) => one === name)
  if (part === undefined || id === undefined) return null
  return item === undefined ? { id, part } : { id, part, item }
}

/** What a form holds, as it was typed. */
export type Typed = {
  readonly values: unknown
  /** Where a new annotation was begun. */
  readonly draft?: Draft
  /** What the words were written over: the annotation as it was, with no more of it than the form is about. */
  readonly seen?: Annotation
  /** The write that was refused and gave these words back. */
  readonly of?: string
}

export type Kept = Typed & {
  /** When it was typed, in milliseconds since 1970. */
  readonly at: number
  /** The copies that these words were written on from, each as it was at that time. */
  readonly over?: readonly { readonly place: string; readonly at: number }[]
}

/** How long words are kept that nobody comes back to, in days. */
export const daysKept = 30

/** Words that were typed and not sent, for one person on one transcript. They outlive form, page and browser. */
export type Words = {
  readonly read: (key: string) => Kept | undefined
  readonly keep: (key: string, typed: Typed) => void
  readonly forget: (key: string) => void
  /** What another window has typed into the same form, where it differs from what this one has. */
  readonly elsewhere: (key: string) => Kept | undefined
  /** Puts the other window's words in the place of one's own. */
  readonly takeElsewhere: (key: string) => void
  /** What was made under a temporary id has its own now. */
  readonly rename: (temporary: string, id: string) => void
  /** The keys under which there are words, the oldest first. */
  readonly keys: () => readonly string[]
  /** The new annotations among them, in the order of the text. */
  readonly drafts: () => readonly Draft[]
  /** Whether some of them are in this window only, because the browser has no room or refuses. */
  readonly isFull: () => boolean
  /** Calls `listener` when words are kept or forgotten, here or in another window; gives the function that ends it. */
  readonly onChange: (listener: () => void) => () => void
}

/** The keys of words that show where they were typed, and nowhere else. */
const unlisted: readonly string[] = [wordsOf.step, ...Object.values(wordsOf.picked)]

/** The keys of what was begun and is listed nowhere else: the list of unsent writes names what was refused and given back. */
export const begunOf = (keys: readonly string[], unsent: readonly { readonly key: string }[]): readonly string[] =>
  keys.filter((key) => !unlisted.includes(key) && !unsent.some((write) => write.key === key))

const prefix = 'words '

/** Whether what stands on the shelf is what `keep` wrote there. */
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'values')

/**
 * Words on a shelf, as `window` writes them. Each window has its own copy of what it types, so that none writes over
 * another's; what a copy was written on from goes with it, unless it was changed meanwhile.
 */
export const keepWords = (shelf: Shelf, window: string, now: () => number): Words => {
  const own = (key: string) => `${prefix}${window} ${key}`
  /** For each form, the copy of another window that was read last: it is the one that is written on, or forgotten. */
  const begun = new Map<string, { readonly place: string; readonly kept: Kept }>()
  const at = (place: string): Kept | undefined => {
    const value = shelf.get(place)
    return isKept(value) ? value : undefined
  }
  const copies = () =>
    shelf.keys().flatMap((place) => {
      const kept = place.startsWith(prefix) ? at(place) : undefined
      return kept ? [{ place, key: place.split(' ').slice(2).join(' '), kept }] : []
    })
  const newest = (key: string, but?: string) =>
    copies()
      .filter((copy) => copy.key === key && copy.place !== but)
      .sort((a, b) => b.kept.at - a.kept.at)[0]
  const read = (key: string): Kept | undefined => {
    const mine = at(own(key))
    if (mine) return mine
    const copy = newest(key)
    if (copy) begun.set(key, copy)
    return copy?.kept
  }
  const keep = (key: string, { values, draft, seen, of }: Typed) => {
    const from = begun.get(key)
    begun.delete(key)
    const over = [...(at(own(key))?.over ?? []), ...(from?.kept.over ?? [])]
    if (from) over.push({ place: from.place, at: from.kept.at })
    const kept: Kept = {
      ...{ values, at: now() },
      ...(draft && { draft }),
      ...(seen && { seen }),
      ...(of && { of }),
      ...(over.length > 0 && { over }),
    }
    shelf.putSoon(own(key), kept)
  }
  const forget = (key: string) => {
    const from = begun.get(key)
    const gone = [...(at(own(key))?.over ?? []), ...(from?.kept.over ?? [])]
    if (from) gone.push({ place: from.place, at: from.kept.at })
    begun.delete(key)
    for (const copy of gone) if (at(copy.place)?.at === copy.at) void shelf.put(copy.place, undefined)
    if (at(own(key))) void shelf.put(own(key), undefined)
  }
  const keys = () => [
    ...new Set(
      copies()
        .sort((a, b) => a.kept.at - b.kept.at)
        .map(({ key }) => key),
    ),
  ]

  void shelf.ready.then(() => {
    const oldest = now() - daysKept * 86_400_000
    for (const { place, kept } of copies()) if (kept.at < oldest) void shelf.put(place, undefined)
  })

  return {
    read,
    keep,
    forget,
    keys,
    elsewhere: (key) => {
      const mine = at(own(key))
      const copy = mine && newest(key, own(key))
      if (!copy || same(copy.kept.values, mine.values)) return undefined
      return mine.over?.some(({ place, at: then }) => place === copy.place && then === copy.kept.at)
        ? undefined
        : copy.kept
    },
    takeElsewhere: (key) => {
      const copy = newest(key, own(key))
      if (!copy) return
      begun.set(key, copy)
      keep(key, copy.kept)
    },
    rename: (temporary, id) => {
      for (const { place, key, kept } of copies()) {
        const form = formOf(key)
        if (form?.id !== temporary) continue
        const named = wordsOf.editing({ ...form, id })
        // Each stays its window's own: put in one place, one would be written over the other.
        const to = <P extends { readonly place: string }>(at: P) => ({
          ...at,
          place: at.place.slice(0, at.place.length - key.length) + named,
        })
        const from = begun.get(key)
        if (from) begun.set(named, to(from))
        begun.delete(key)
        void shelf.put(to({ place }).place, { ...kept, ...(kept.over && { over: kept.over.map(to) }) })
        void shelf.put(place, undefined)
      }
    },
    drafts: () =>
      keys()
        .flatMap((key) => (key.startsWith('new:') ? (read(key)?.draft ?? []) : []))
        .sort((a, b) => a.start - b.start),
    isFull: shelf.isFull,
    onChange: shelf.onChange,
  }
}
