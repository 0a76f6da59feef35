import type { Annotation, Mark } from '@/lib/annotation/annotation'
import { markOf } from './provisional'

/** What one write does to an annotation until it is answered: null takes it away, and is what it gets where there is none. */
export type Patch = (annotation: Annotation | null) => Annotation | null

/** What a change of many makes of one mark. */
export type Over = (mark: Mark | null, id: string) => Mark | null

/**
 * What the desk said last, and one's own writes that it has not answered. What the page shows is the one with the
 * other laid over it, so that a refusal or a newer answer never needs to be unpicked.
 */
export type Ledger = {
  /** What the desk said last of an annotation. */
  readonly stored: (id: string) => Annotation | undefined
  /** The annotation as the page shows it, or null. */
  readonly annotation: (id: string) => Annotation | null
  /** The mark as the page shows it, or null. */
  readonly mark: (id: string) => Mark | null
  /** Every mark as the page shows it. */
  readonly marks: () => ReadonlyMap<string, Mark>
  /**
   * Takes in what the desk answered. Where a mark stands is told by the marks alone, all true for one revision: an answer
   * may be about a text that the page does not show yet.
   */
  readonly learn: (annotation: Annotation) => void
  /** The text was corrected: every mark as `change` gives it, and with each mark its card. */
  readonly follow: (change: (mark: Mark) => Mark) => void
  /** The desk has it no longer. */
  readonly lose: (id: string) => void
  /** Takes in what the desk did to many marks at once: null takes one away. Their cards are to be read again. */
  readonly amend: (ids: readonly string[], changed: (id: string) => Mark | null) => void
  readonly propose: (id: string, patch: Patch) => void
  readonly withdraw: (id: string, patch: Patch) => void
  /** Lays a change of many over what is shown of them, under a name; null is a mark that is not there. */
  readonly lay: (name: string, ids: readonly string[], over: Over) => void
  readonly lift: (name: string) => void
  /** Puts another patch in the place of one. */
  readonly exchange: (id: string, patch: Patch, next: Patch) => void
  /** What was made under a temporary id has its own now. */
  readonly rename: (temporary: string, id: string) => void
  /** The id something has now; its own where it was never renamed. */
  readonly nameOf: (id: string) => string
  /** A point in time to hand to `replaceMarks`. */
  readonly moment: () => number
  /**
   * Takes in every mark as the desk gave them to a request made at `since`. What was written or answered after that
   * moment is newer and stays. Gives the ids of loaded annotations that are gone.
   */
  readonly replaceMarks: (marks: readonly Mark[], since: number) => readonly string[]
  /** Whether it was written about since that moment, or still is. */
  readonly touched: (id: string, since: number) => boolean
}

type Place = Pick<Mark, 'start' | 'end' | 'placed'>

const isAt = (one: Place, { start, end, placed }: Place): boolean =>
  one.start === start && one.end === end && one.placed === placed

const standingAt = <T extends Place>(one: T, place: Place): T =>
  isAt(one, place) ? one : { ...one, start: place.start, end: place.end, placed: place.placed }

/** A ledger that begins with these marks. */
export const openLedger = (first: readonly Mark[]): Ledger => {
  const stored = new Map<string, Annotation>()
  let storedMarks = new Map(first.map((mark) => [mark.id, mark]))
  const patches = new Map<string, readonly Patch[]>()
  const names = new Map<string, string>()
  const touches = new Map<string, number>()
  let clock = 0

  const nameOf = (id: string) => names.get(id) ?? id
  const touch = (id: string) => touches.set(id, ++clock)
  const touched = (id: string, since: number) => patches.has(id) || (touches.get(id) ?? 0) > since
  const overs = new Map<string, { readonly ids: ReadonlySet<string>; readonly over: Over }>()
  const isLaid = (id: string) => [...overs.values()].some(({ ids }) => ids.has(id))
  const laid = (bare: Mark | null, id: string): Mark | null =>
    [...overs.values()].reduce((now, { ids, over }) => (ids.has(id) ? over(now, id) : now), bare)
  const written = (id: string): Annotation | null =>
    (patches.get(id) ?? []).reduce<Annotation | null>((now, patch) => patch(now), stored.get(id) ?? null)
  const annotation = (id: string): Annotation | null => {
    const now = written(id)
    if (!now || !isLaid(id)) return now
    const mark = laid(markOf(now), id)
    return mark && { ...now, state: mark.state, tags: mark.tags ?? [] }
  }
  const bareMark = (id: string): Mark | null => {
    // Of an annotation that is not loaded, nothing is known that a write could be laid over.
    const isBare = !stored.has(id) && storedMarks.has(id)
    if (!patches.has(id) || isBare) return storedMarks.get(id) ?? null
    const now = written(id)
    return now && markOf(now)
  }
  const mark = (id: string) => laid(bareMark(id), id)
  const forgetIn = (id: string) => {
    stored.delete(id)
    storedMarks.delete(id)
  }

  return {
    stored: (id) => stored.get(id),
    annotation,
    mark,
    marks: () => {
      const all = new Map(storedMarks)
      for (const id of new Set([...patches.keys(), ...[...overs.values()].flatMap(({ ids }) => [...ids])])) {
        const now = mark(id)
        if (now) all.set(id, now)
        else all.delete(id)
      }
      return all
    },
    learn: (annotation) => {
      const { id } = annotation
      touch(id)
      const mark = storedMarks.get(id)
      const standing = mark ? standingAt(annotation, mark) : annotation
      stored.set(id, standing)
      storedMarks.set(id, markOf(standing))
    },
    follow: (change) => {
      const next = new Map<string, Mark>()
      for (const [id, mark] of storedMarks) {
        const now = change(mark)
        next.set(id, now)
        const annotation = now === mark ? undefined : stored.get(id)
        if (annotation) stored.set(id, { ...standingAt(annotation, now), state: now.state })
      }
      storedMarks = next
    },
    lose: (id) => {
      touch(id)
      forgetIn(id)
    },
    amend: (ids, changed) => {
      for (const id of ids) {
        const mark = changed(id)
        touch(id)
        if (mark) storedMarks.set(id, mark)
        else forgetIn(id)
      }
    },
    propose: (id, patch) => {
      touch(id)
      patches.set(id, [...(patches.get(id) ?? []), patch])
    },
    withdraw: (id, patch) => {
      const name = patches.has(id) ? id : nameOf(id)
      const left = (patches.get(name) ?? []).filter((other) => other !== patch)
      if (left.length > 0) patches.set(name, left)
      else patches.delete(name)
      touch(name)
    },
    lay: (name, ids, over) => void overs.set(name, { ids: new Set(ids), over }),
    lift: (name) => void overs.delete(name),
    exchange: (id, patch, next) => {
      const name = patches.has(id) ? id : nameOf(id)
      const all = patches.get(name)
      if (all)
        patches.set(
          name,
          all.map((one) => (one === patch ? next : one)),
        )
    },
    rename: (temporary, id) => {
      names.set(temporary, id)
      const moved = patches.get(temporary)
      if (moved) patches.set(id, moved)
      patches.delete(temporary)
    },
    nameOf,
    moment: () => clock,
    replaceMarks: (marks, since) => {
      const next = new Map(marks.map((mark) => [mark.id, mark]))
      for (const [id, at] of touches) {
        if (at <= since && !patches.has(id)) continue
        const kept = storedMarks.get(id)
        const fresh = next.get(id)
        if (kept) next.set(id, fresh ? standingAt(kept, fresh) : kept)
        else next.delete(id)
      }
      for (const [id, annotation] of stored) {
        const mark = next.get(id)
        if (mark && !isAt(annotation, mark)) stored.set(id, standingAt(annotation, mark))
      }
      const gone = [...stored.keys()].filter((id) => !next.has(id))
      for (const id of gone) stored.delete(id)
      storedMarks = next
      return gone
    },
    touched,
  }
}
