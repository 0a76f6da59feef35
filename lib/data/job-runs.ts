import type { Job, JobKind, JobResult } from '@/lib/transcript/job'
import type { Transaction } from './changes'
import { db, pool } from './db'
import { giveUp } from './queue'

/** One attempt at a job. Every statement of an attempt names its run: once another has begun, its word counts no more. */
export type Run = { readonly id: string; readonly run: string }

/** A running job that gave no sign of life for so long has lost its server, in seconds. */
export const silence = 20

/** What is thrown where a job was cancelled meanwhile, or taken over: there is nothing left to do for this attempt. */
export class Overtaken extends Error {}

const changed = async (sql: string, values: readonly unknown[]) => (await pool.query(sql, [...values])).rowCount === 1

/** Begins an attempt; false where the job has ended meanwhile. Times are the database's: servers' clocks differ. */
export const beginRun = ({ id, run }: Run): Promise<boolean> =>
  changed(
    `UPDATE job SET state = 'running', run = $2, progress = 0, updated_at = now()
     WHERE id = $1 AND state IN ('queued', 'running')`,
    [id, run],
  )

/** A sign of life, with how far it is; false where the attempt is no longer wanted. */
export const stillRuns = ({ id, run }: Run, progress: number): Promise<boolean> =>
  changed(
    `UPDATE job SET progress = greatest(progress, $3), updated_at = now() WHERE id = $1 AND run = $2 AND state = 'running'`,
    [id, run, progress],
  )

/** Ends an attempt in the transaction that stores what came of it. Throws Overtaken, so that nothing of it is stored. */
export const finishRun = async (tx: Transaction, { id, run }: Run, result: JobResult): Promise<void> => {
  const done = await tx.$executeRaw`
    UPDATE job SET state = 'done', progress = 1, result = ${JSON.stringify(result)}::jsonb, run = NULL,
      updated_at = now(), finished_at = now()
    WHERE id = ${id}::uuid AND run = ${run}::uuid AND state = 'running'`
  if (done !== 1) throw new Overtaken()
  await tx.jobFile.deleteMany({ where: { jobId: id } })
}

const failed = `UPDATE job SET state = 'failed', problem = $2, run = NULL, updated_at = now(), finished_at = now()`
const withoutFile = 'DELETE FROM job_file WHERE job_id IN (SELECT id FROM ended)'

/** Ends an attempt with what stood against it; the bytes go. Nothing happens where it has stored what it made after all. */
export const failRun = async ({ id, run }: Run, problem: NonNullable<Job['problem']>): Promise<void> => {
  const sql = `WITH ended AS (${failed} WHERE id = $1 AND run = $3 AND state = 'running' RETURNING id) ${withoutFile}`
  await pool.query(sql, [id, JSON.stringify(problem), run])
}

/** Puts an attempt's job back to wait, for a server that stops or a fault that may pass. */
export const putBack = ({ id, run }: Run): Promise<boolean> =>
  changed(
    `UPDATE job SET state = 'queued', progress = 0, run = NULL, updated_at = now()
     WHERE id = $1 AND run = $2 AND state = 'running'`,
    [id, run],
  )

const givenUp = 'The server stopped while this waited or was being read, and it was given up. Nothing of it was stored.'
const lost: Readonly<Record<JobKind, NonNullable<Job['problem']>>> = {
  import: {
    ...{ title: 'Not imported', status: 500 },
    detail: `${givenUp} Import it again; if that ends like this too, split it first.`,
  },
  version: {
    ...{ title: 'Not stored', status: 500 },
    detail: `${givenUp} Upload it again; if that ends like this too, save its words as a text file (.txt) and upload that.`,
  },
}

type Silent = { readonly id: string; readonly kind: JobKind }

/**
 * Finds jobs whose server is gone: running without a sign of life, or waiting where the queue holds nothing to begin.
 * They are begun again by whoever is free, or have failed, with a sentence, where that was tried often enough.
 */
export const recoverJobs = async (): Promise<void> => {
  // Only what pg-boss gave to a server long enough ago that the first sign of life is overdue.
  const silent = `
    SELECT j.id, j.kind, b.state AS boss FROM job j LEFT JOIN pgboss.job b ON b.name = j.kind AND b.id = j.id
    WHERE j.state IN ('queued', 'running') AND j.updated_at < now() - interval '${silence} seconds'
      AND (b.id IS NULL OR b.state >= 'completed' OR b.started_on < now() - interval '${silence} seconds')
      AND (j.state = 'running' OR b.id IS NULL OR b.state NOT IN ('created', 'retry'))`
  const { rows } = await pool.query<Silent & { boss: string | null }>(silent)
  for (const { id, kind, boss } of rows) {
    if (boss === 'active') await giveUp(kind, id)
    // The same question again: another server may have asked it too, and a run may have begun since.
    await pool.query(
      `UPDATE job j SET state = 'queued', progress = 0, run = NULL
       FROM pgboss.job b WHERE j.id = $1 AND b.name = j.kind AND b.id = j.id AND b.state IN ('created', 'retry')
         AND j.state = 'running' AND j.updated_at < now() - interval '${silence} seconds'`,
      [id],
    )
    await pool.query(
      `WITH ended AS (${failed} WHERE id = $1 AND state IN ('queued', 'running')
         AND updated_at < now() - interval '${silence} seconds'
         AND NOT EXISTS (SELECT 1 FROM pgboss.job b WHERE b.name = job.kind AND b.id = job.id AND b.state < 'completed')
       RETURNING id) ${withoutFile}`,
      [id, JSON.stringify(lost[kind])],
    )
  }
}

/** Ended jobs are kept for this long, so that whoever left the page finds out what became of theirs. */
const keptDays = 7

/** Deletes jobs that ended long ago. */
export const sweepJobs = async (now: Date): Promise<void> => {
  await db.job.deleteMany({ where: { finishedAt: { lt: new Date(now.getTime() - keptDays * 86_400_000) } } })
}
