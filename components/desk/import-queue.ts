import type { Fault } from '@/lib/errors'
import { hasEnded, type Job, readingShare } from '@/lib/transcript/job'
import { maxFileBytes } from '@/lib/transcript/transcript'

/** A file on its way into the desk. */
export type Item = {
  readonly id: number
  readonly file: File
  /** `reading` is what the desk does while one waits; as a `job` it goes on when one does not. */
  readonly state: 'chosen' | 'waiting' | 'sending' | 'reading' | 'job' | 'done' | 'failed' | 'cancelled'
  /** The share that has gone out, 0 to 1. */
  readonly sent: number
  readonly job?: string
  /** Why it failed, what was wrong with the fields beside it, and whether trying again could help. */
  readonly problem?: string
  readonly errors?: readonly Fault[]
  readonly final?: boolean
  /** What it became, and how it was read. */
  readonly transcript?: { readonly id: string; readonly title: string }
  readonly notes?: readonly string[]
}

const megabytes = (bytes: number) => (Math.ceil(bytes / 104_857.6) / 10).toFixed(1).replace(/\.0$/, '')

/** What the API says of a file over the limit, said before it travels; null for one that may go. */
export const sizeProblem = ({ name, size }: { readonly name: string; readonly size: number }): string | null =>
  size <= maxFileBytes
    ? null
    : `${name} has ${megabytes(size)} MB; ${megabytes(maxFileBytes)} MB is the most a file may have. Split it and import the parts.`

/** New files as items; those that would be refused for their size are refused here, before they travel. */
export const itemsOf = (files: readonly File[], firstId: number): readonly Item[] =>
  files.map((file, at) => {
    const item: Item = { id: firstId + at, file, state: 'chosen', sent: 0 }
    const problem = sizeProblem(file)
    return problem === null ? item : { ...item, state: 'failed', problem, final: true }
  })

/** Whether the next import takes it along: chosen, or failed for a reason that may pass. */
export const isDue = ({ state, final }: Item): boolean => state === 'chosen' || (state === 'failed' && !final)

/** Whether it failed, and would again. */
export const isRefused = ({ state, final }: Item): boolean => state === 'failed' && final === true

/** Whether its file did not get in, and may yet: one that became a job is told as that. */
export const isFailed = ({ state, final, job }: Item): boolean => state === 'failed' && !final && job === undefined

/** Whether it is between its choice and its end in this window. A job goes on without it. */
export const isMoving = ({ state }: Item): boolean => ['waiting', 'sending', 'reading'].includes(state)

/** Where something stands, in words, with the share to draw where there is one. */
export type Standing = { readonly words: string; readonly share?: number }

const percent = (share: number) => `${Math.floor(Math.min(1, share) * 100)}%`

/** Where a job stands. */
export const standingOfJob = ({
  kind,
  state,
  progress,
  result,
}: Pick<Job, 'kind' | 'state' | 'progress' | 'result'>): Standing => {
  if (state === 'queued') return { words: 'Waiting to be read', share: 0 }
  if (state === 'running' && progress < readingShare)
    return { words: `Reading ${percent(progress / readingShare)}`, share: progress }
  if (state === 'running') return { words: 'Storing', share: progress }
  const { made, revision } = result?.version ?? {}
  const done = made === undefined ? 'Imported' : made ? `Revision ${revision} made` : 'Compared'
  return { words: { done, failed: kind === 'version' ? 'Not stored' : 'Not imported', cancelled: 'Cancelled' }[state] }
}

/** Where a file stands; `size` is what to say of one that only waits for its sender. */
export const standingOf = (item: Item, job: Job | undefined, size: string): Standing => {
  if (item.state === 'job') return job === undefined ? { words: 'Waiting to be read', share: 0 } : standingOfJob(job)
  if (item.state === 'sending') return { words: `Sending ${percent(item.sent)}`, share: item.sent }
  if (item.state === 'reading') return { words: 'Reading and storing', share: 1 }
  const words = { chosen: size, waiting: 'Waiting', done: 'Imported', failed: 'Not imported', cancelled: 'Cancelled' }
  return { words: words[item.state] }
}

/** What becomes of an item when its job has ended. */
export const endOf = (job: Job): Partial<Item> => {
  if (job.state === 'done' && job.result) return { state: 'done', ...job.result }
  if (job.state === 'cancelled') return { state: 'cancelled' }
  const { detail = 'It could not be imported. Try again.', status = 500 } = job.problem ?? {}
  return { state: 'failed', problem: detail, final: status < 500 }
}

/** What to tell a person whose import ended, as one sentence. */
export const newsOf = ({ kind, title, state, result, problem }: Job): string => {
  const what = kind === 'version' ? 'stored' : 'imported'
  if (state === 'cancelled') return `${title} was cancelled. Nothing of it was ${what}.`
  if (state !== 'done') return `${title} was not ${what}. ${problem?.detail ?? ''}`.trim()
  const { version, transcript } = result ?? {}
  if (version)
    return `${title} is ${version.made ? `revision ${version.revision} of ${transcript?.title}` : 'compared'}.`
  return `${transcript?.title ?? title} is imported.`
}

/** Whether it only told what a newer version would do, to the window that asked for it. */
const isPreview = ({ result }: Job): boolean => result?.version?.made === false

/** The jobs worth a line when a page is opened: under way, failed, or done with something to say. */
export const isTold = (job: Job): boolean =>
  !isPreview(job) &&
  (!hasEnded(job) || job.state === 'failed' || (job.state === 'done' && (job.result?.notes.length ?? 0) > 0))
