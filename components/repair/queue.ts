import type { Repair, Repairs } from '@/lib/transcript/repair'

/** What somebody decided about an annotation of the queue. */
export type Decision = 'attached' | 'archived'

/** Something decided here, with where it stood in the queue, so that it can be taken back. */
export type Decided = { readonly repair: Repair; readonly at: number; readonly decision: Decision }

/** The queue as one person works through it: what is loaded and undecided, which of it is looked at, what was decided here. */
export type Queue = {
  readonly items: readonly Repair[]
  /** The one looked at; the length of `items` behind the last. */
  readonly at: number
  /** How many wait on the desk, loaded or not. */
  readonly waiting: number
  readonly next: string | null
  /** The newest last. */
  readonly decided: readonly Decided[]
}

export const beginQueue = ({ items, waiting, next }: Repairs): Queue => ({ items, at: 0, waiting, next, decided: [] })

/** The one that is looked at, or null at the end. */
export const current = ({ items, at }: Queue): Repair | null => items[at] ?? null

/** Whether more is to be fetched: little is left of what is here. */
export const wantsMore = ({ items, at, next }: Queue): boolean => next !== null && items.length - at <= 3

/** A page that was fetched, behind what is here. */
export const withMore = (queue: Queue, { items, waiting, next }: Repairs): Queue => {
  const here = new Set([...queue.items, ...queue.decided.map(({ repair }) => repair)].map((one) => one.annotation.id))
  const fresh = items.filter(({ annotation }) => !here.has(annotation.id))
  return { ...queue, items: [...queue.items, ...fresh], waiting, next }
}

/** Takes out what was decided: the one after it comes up in its place. */
export const decide = (queue: Queue, id: string, decision: Decision): Queue => {
  const at = queue.items.findIndex(({ annotation }) => annotation.id === id)
  const repair = queue.items[at]
  if (repair === undefined) return queue
  return {
    ...queue,
    items: queue.items.toSpliced(at, 1),
    at: queue.at > at ? queue.at - 1 : queue.at,
    waiting: Math.max(0, queue.waiting - 1),
    decided: [...queue.decided, { repair, at, decision }],
  }
}

/** Puts back what was decided, and looks at it again. */
export const putBack = (queue: Queue, id: string): Queue => {
  const found = queue.decided.findLast(({ repair }) => repair.annotation.id === id)
  if (found === undefined) return queue
  const at = Math.min(found.at, queue.items.length)
  return {
    ...queue,
    at,
    items: queue.items.toSpliced(at, 0, found.repair),
    waiting: queue.waiting + 1,
    decided: queue.decided.filter((one) => one !== found),
  }
}

/** Leaves the one looked at for now (1), or goes back to the one before it (-1). */
export const goOn = (queue: Queue, by: 1 | -1): Queue => ({
  ...queue,
  at: Math.min(Math.max(queue.at + by, 0), queue.items.length),
})

/** Goes to this one, where it is here. */
export const goTo = (queue: Queue, id: string): Queue => {
  const at = queue.items.findIndex(({ annotation }) => annotation.id === id)
  return at === -1 ? queue : { ...queue, at }
}

/** What the desk says of the queue now, with the same one looked at where it still waits. */
export const renewed = (queue: Queue, { items, waiting, next }: Repairs): Queue => {
  const id = current(queue)?.annotation.id
  const same = items.findIndex(({ annotation }) => annotation.id === id)
  const here = new Set(items.map(({ annotation }) => annotation.id))
  // What somebody else has put back is not decided any more.
  const decided = queue.decided.filter(({ repair }) => !here.has(repair.annotation.id))
  return { items, waiting, next, decided, at: same === -1 ? Math.min(queue.at, items.length) : same }
}

/** How far one is: “3 of 12 left”. */
export const progress = ({ waiting, decided }: Queue): string =>
  decided.length === 0
    ? `${waiting.toLocaleString('en')} left`
    : `${waiting.toLocaleString('en')} of ${(waiting + decided.length).toLocaleString('en')} left`
