import { createStore } from 'zustand/vanilla'
import { ApiProblem, type Page, request } from '@/components/api/client'
import { newName } from '@/components/api/new-name'
import { notifyProblem, sentenceOf } from '@/components/ui/notice'
import { hasEnded, type Job } from '@/lib/transcript/job'
import { endOf, type Item, isDue, isRefused, isTold, itemsOf, newsOf } from './import-queue'
import { type Answered, isJob, upload } from './upload'

/** Everything on its way into a desk: files of this window, and jobs of this person, begun here or in another tab. */
export type Imports = {
  readonly items: readonly Item[]
  /** Each has a line until it is taken off: under way, ended while one looked, or left to be told. */
  readonly jobs: readonly Job[]
  /** Files that were refused, whose window was closed: each keeps its line until it is taken off. */
  readonly refused: readonly Item[]
  /** The last thing that ended, for those who listen. */
  readonly news: string
}

type Fields = Readonly<Record<string, string>>
type Given = {
  readonly desk: string
  readonly jobs: readonly Job[]
  /** Hears of each transcript that is new in the list. */
  readonly onStored: () => void
}

/** The imports of a desk as a store, and what can be done with them. Files go out one after another. */
export const createImports = ({ desk, jobs, onStored }: Given) => {
  const store = createStore<Imports>(() => ({ items: [], jobs: jobs.filter(isTold), refused: [], news: '' }))
  const typed = new Map<number, Fields>()
  /** The names under which files went out that the desk has not answered: sent again they are imported once. */
  const names = new Map<string, string>()
  const senders = new Map<number, AbortController>()
  // What had ended before this page was opened, or was taken off, does not come back.
  const seen = new Set(jobs.map(({ id }) => id))
  let nextId = 0
  let sending: Promise<void> | null = null

  const change = (chosen: (item: Item) => boolean, changed: Partial<Item>) =>
    store.setState(({ items }) => ({ items: items.map((item) => (chosen(item) ? { ...item, ...changed } : item)) }))
  const changeOne = (id: number, changed: Partial<Item>) => change((item) => item.id === id, changed)
  const tell = (news: string) => store.setState({ news })

  /** Takes in jobs as they stand now; what has ended since is told. */
  const learn = (learned: readonly Job[]) => {
    const known = new Map(store.getState().jobs.map((job) => [job.id, job]))
    for (const job of learned) {
      const before = known.get(job.id)
      if (before === undefined ? seen.has(job.id) : hasEnded(before)) continue
      seen.add(job.id)
      known.set(job.id, job)
      if (!hasEnded(job)) continue
      change((item) => item.job === job.id, endOf(job))
      tell(newsOf(job))
      if (job.state === 'done') onStored()
    }
    store.setState({ jobs: [...known.values()].filter(({ state }) => state !== 'cancelled') })
  }
  const forget = (id: string) => store.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }))

  /** Asks the desk how the jobs stand. Those it no longer knows were taken off elsewhere. */
  const look = async () => {
    const open = store.getState().jobs.filter((job) => !hasEnded(job))
    const { items } = await request<Page<Job>>('GET', `/desks/${desk}/jobs?limit=200`)
    for (const { id } of open) if (!items.some((job) => job.id === id)) forget(id)
    learn(items.toReversed())
  }

  const send = async ({ id, file }: Item) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(typed.get(id) ?? {})) if (value !== '') form.set(name, value)
    form.set('file', file)
    const said = JSON.stringify([id, typed.get(id)])
    const name = names.get(said) ?? newName()
    names.set(said, name)
    const abort = new AbortController()
    senders.set(id, abort)
    changeOne(id, { state: 'sending', sent: 0, problem: undefined, errors: undefined })
    const onProgress = (sent: number) => changeOne(id, { sent, state: sent === 1 ? 'reading' : 'sending' })
    try {
      const made = await upload<Answered>(`/desks/${desk}/transcripts`, form, {
        onProgress,
        signal: abort.signal,
        name,
      })
      names.delete(said)
      if (isJob(made)) {
        changeOne(id, { state: 'job', job: made.id })
        return learn([made])
      }
      changeOne(id, { state: 'done', transcript: { id: made.id, title: made.title }, notes: made.notes })
      tell(`${made.title} is imported.`)
      onStored()
    } catch (error) {
      if (abort.signal.aborted) return changeOne(id, { state: 'cancelled' })
      if (error instanceof ApiProblem && error.status > 0 && error.status < 500) names.delete(said)
      const errors = error instanceof ApiProblem ? error.errors : []
      // A refused file stays refused; what is typed beside it, or the connection, can be put right.
      const final = error instanceof ApiProblem && [413, 415, 422].includes(error.status) && errors.length === 0
      const problem = sentenceOf(error)
      changeOne(id, { state: 'failed', problem, errors, final })
      tell(`${file.name} was not imported. ${problem}`)
    } finally {
      senders.delete(id)
    }
  }
  const sendAll = async () => {
    for (;;) {
      const next = store.getState().items.find(({ state }) => state === 'waiting')
      if (next === undefined) break
      await send(next)
    }
    sending = null
  }

  /** Has items sent with what was typed beside them, and gives them as they are once all have gone out. */
  const start = async (chosen: readonly Item[], fields: Fields): Promise<readonly Item[]> => {
    const ids = new Set(chosen.map(({ id }) => id))
    for (const id of ids) typed.set(id, ids.size === 1 ? fields : { ...fields, title: '' })
    change(({ id }) => ids.has(id), { state: 'waiting', problem: undefined })
    sending ??= sendAll()
    await sending
    return store.getState().items.filter(({ id }) => ids.has(id))
  }

  /** Cancels a job; one that had ended by then is told as it ended. */
  const cancelJob = async (id: string) => {
    try {
      learn([await request<Job>('DELETE', `/jobs/${id}`)])
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) forget(id)
      else notifyProblem(error)
    }
  }

  return {
    store,
    look,
    learn,
    start,
    cancelJob,
    add: (files: readonly File[]) => {
      const added = itemsOf(files, nextId)
      nextId += files.length
      store.setState(({ items }) => ({ items: [...items, ...added] }))
    },
    /** Takes a file off the list; one under way is cancelled first and keeps its line. */
    cancel: ({ id, state, job }: Item) => {
      if (state === 'sending') senders.get(id)?.abort()
      else if (state === 'job' && job !== undefined) void cancelJob(job)
      else if (state === 'waiting') changeOne(id, { state: 'cancelled' })
      else store.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }))
    },
    /** Sends one again that failed or was cancelled. */
    again: (item: Item) => start([item], typed.get(item.id) ?? {}),
    /** Takes the line of an ended job off, here and for good. */
    close: (id: string) => {
      forget(id)
      // It comes back with the next page where this does not arrive: no harm.
      request('DELETE', `/jobs/${id}`).catch(() => undefined)
    },
    /** Takes away what needs nothing more of this window; what was refused goes on being told outside of it. */
    clear: () =>
      store.setState(({ items, refused }) => ({
        items: items.filter((item) => isDue(item) || item.state === 'job'),
        // The jobs among them have a line of their own.
        refused: [...refused, ...items.filter((item) => isRefused(item) && item.job === undefined)],
      })),
    /** Takes the line of a refused file off. */
    takeOff: (id: number) => store.setState(({ refused }) => ({ refused: refused.filter((item) => item.id !== id) })),
  } as const
}
