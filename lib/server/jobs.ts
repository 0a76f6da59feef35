import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import { importOfJob } from '@/lib/data/import'
import { askerOf } from '@/lib/data/job-asker'
import {
  beginRun,
  failRun,
  Overtaken,
  putBack,
  type Run,
  recoverJobs,
  silence,
  stillRuns,
  sweepJobs,
} from '@/lib/data/job-runs'
import { type Attempt, tellQueueFaults, workOn } from '@/lib/data/queue'
import { versionOfJob } from '@/lib/data/versions'
import { AppError, problems } from '@/lib/errors'
import type { Watch } from '@/lib/import/format'
import type { JobKind } from '@/lib/transcript/job'
import { log } from './log'
import { logFault } from './problem'
import { onStop } from './stop'

/** What carries out each kind of job. */
const handlers: Readonly<Record<JobKind, (run: Run, watch: Watch) => Promise<void>>> = {
  import: importOfJob,
  version: versionOfJob,
}

/** How many jobs of a kind this server runs side by side. */
const atOnce = 2

/** How often a running job gives a sign of life, and how often silent ones are looked for, in milliseconds. */
const beatEvery = 1_000
const lookEvery = (silence * 1_000) / 4
const sweepEvery = 3_600_000

/** Why an attempt is broken off, where it is not the job's own doing: the server stops. */
class Stopping extends Error {}

const attempt = async (kind: JobKind, { id, isLast }: Attempt, stopping: AbortSignal): Promise<void> => {
  const run = { id, run: randomUUID() }
  if (!(await beginRun(run))) return
  const abort = new AbortController()
  const stop = () => abort.abort(new Stopping())
  stopping.addEventListener('abort', stop, { once: true })
  if (stopping.aborted) stop()
  let progress = 0
  // A beat that the database did not answer says nothing; one that finds another run, or none, ends this one, and so does
  // one whose asker may no longer ask for it.
  const beat = async () => {
    try {
      if (!(await stillRuns(run, progress))) throw new Overtaken()
      await askerOf(db, id)
    } catch (error) {
      if (error instanceof Overtaken || error instanceof AppError) abort.abort(error)
    }
  }
  const beats = setInterval(beat, beatEvery)
  try {
    await askerOf(db, id)
    const told = (share: number) => {
      progress = Math.max(progress, share)
    }
    await handlers[kind](run, { signal: abort.signal, progress: told })
  } catch (error) {
    await settle(run, error, isLast, `job ${kind}`)
  } finally {
    clearInterval(beats)
    stopping.removeEventListener('abort', stop)
  }
}

const problemOf = ({ problem, message }: AppError) => ({ ...problems[problem], detail: message })

/** What becomes of a job whose attempt did not succeed. Throws to have it begun again. */
const settle = async (run: Run, error: unknown, isLast: boolean, path: string): Promise<void> => {
  if (error instanceof Overtaken) return
  if (error instanceof AppError) return failRun(run, problemOf(error))
  if (error instanceof Stopping) {
    await putBack(run)
    throw error
  }
  const id = logFault(error, { method: 'RUN', path })
  if (isLast) {
    const detail = `The server met a fault each time it tried this, and stored nothing of it. Ask for it again; if it stays, report ${id}.`
    return failRun(run, { title: 'A fault in the server', status: 500, detail })
  }
  await putBack(run)
  throw error
}

/**
 * Takes up jobs in this process until it stops, and looks after those that other servers have left behind. What runs
 * when it stops is put back and begins again where there is a server for it. Answers with what ends it earlier.
 */
export const startJobs = async (): Promise<() => Promise<void>> => {
  tellQueueFaults((fault) => log.error(fault, 'the queue met a fault'))
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const stopWork = await workOn(Object.keys(handlers), atOnce, (kind, given) => {
    const work = attempt(kind as JobKind, given, stopping.signal)
    const done = work.catch(() => undefined).then(() => void running.delete(done))
    running.add(done)
    return work
  })
  const look = () =>
    recoverJobs().catch((error: Error) => log.warn({ name: error.name }, 'jobs could not be looked after'))
  const sweep = () => sweepJobs(new Date()).catch(() => undefined)
  const timers = [setInterval(look, lookEvery), setInterval(sweep, sweepEvery)]
  for (const timer of timers) timer.unref()
  void look().then(sweep)
  const end = async () => {
    for (const timer of timers) clearInterval(timer)
    stopping.abort()
    await Promise.all(running)
    await stopWork()
  }
  onStop(end)
  return end
}
