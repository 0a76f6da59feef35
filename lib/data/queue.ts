import PgBoss from 'pg-boss'
import type { Transaction } from './changes'
import { pool } from './db'

// pg-boss decides which server runs a job and when, in a schema of its own (pgboss); our table `job` is what people see.

/** How often a job is begun again when its server died under it; then it has failed. */
const retries = 3

/** The longest one attempt may take. Ours end earlier, by signs of life; this is for whatever escapes them. */
const longest = 30 * 60

/** How often a server looks for jobs that another one has queued, in seconds. Its own are told to it at once. */
const lookEvery = 2

type Queue = { readonly boss: PgBoss; wake: () => void; tell: (fault: QueueFault) => void }

/** What is told of a fault of the queue: its words can hold what people wrote. */
export type QueueFault = { readonly name: string; readonly code: string | null }

// One per process, however many bundles load this file: the pages queue, the process's start works.
const shared = globalThis as typeof globalThis & { verbatimQueue?: Queue }

const open = (): Queue => {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = new PgBoss({ db, schedule: false })
  const opened: Queue = { boss, wake: () => undefined, tell: () => undefined }
  boss.on('error', (error: Error & { readonly code?: unknown }) =>
    opened.tell({ name: error.name, code: typeof error.code === 'string' ? error.code : null }),
  )
  return opened
}

const queue = () => {
  shared.verbatimQueue ??= open()
  return shared.verbatimQueue
}

/** Has faults of the queue told to `tell` as long as this process works. */
export const tellQueueFaults = (tell: (fault: QueueFault) => void): void => {
  queue().tell = tell
}

/** One attempt at a job. */
export type Attempt = { readonly id: string; readonly isLast: boolean }

/**
 * Makes pg-boss's tables where they are missing and takes up jobs of these kinds, `at once` of each side by side. A `work`
 * that throws has its job begun again. Answers with what ends it: jobs that run are left to begin again elsewhere.
 */
export const workOn = async (
  kinds: readonly string[],
  atOnce: number,
  work: (kind: string, attempt: Attempt) => Promise<void>,
) => {
  const { boss } = queue()
  await boss.start()
  const workers: string[] = []
  for (const kind of kinds) {
    await boss.createQueue(kind, { name: kind, retryLimit: retries, retryDelay: 1, expireInSeconds: longest })
    for (let at = 0; at < atOnce; at++) {
      const options = { includeMetadata: true, pollingIntervalSeconds: lookEvery } as const
      const id = await boss.work<object>(kind, options, async ([job]) => {
        if (job) await work(kind, { id: job.id, isLast: job.retryCount >= job.retryLimit })
      })
      workers.push(id)
    }
  }
  queue().wake = () => {
    for (const worker of workers) boss.notifyWorker(worker)
  }
  return async () => {
    delete shared.verbatimQueue
    await boss.stop({ graceful: false })
  }
}

/** pg-boss's statements in a transaction of ours. */
const within = (tx: Transaction) => ({
  executeSql: async (text: string, values: unknown[] = []) => {
    const plain = values.map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value))
    return { rows: await tx.$queryRawUnsafe<unknown[]>(text, ...plain.map((value) => value ?? null)) }
  },
})

/**
 * Has a job taken up once the transaction is committed, and never where it is not. Of those that wait the one with the highest
 * `priority` is first, then the oldest.
 */
export const enqueue = async (tx: Transaction, kind: string, id: string, priority: number): Promise<void> => {
  const sent = await queue().boss.send(kind, {}, { id, priority, db: within(tx) })
  if (sent === null) throw new Error(`no server works on ${kind} jobs yet`)
}

/** Tells this process's workers that something has been queued. Others find it by themselves. */
export const wakeWorkers = (): void => queue().wake()

/** Takes a job from the queue for good, whether it waits or runs. */
export const unqueue = async (tx: Transaction, kind: string, id: string): Promise<void> => {
  // pg-boss's own statement takes an array, which Prisma's raw queries do not hand on as one.
  await tx.$executeRaw`
    UPDATE pgboss.job SET state = 'cancelled', completed_on = now()
    WHERE name = ${kind} AND id = ${id}::uuid AND state < 'completed'`
}

/** Gives up an attempt whose server fell silent: the job is begun again, or has failed for good. */
export const giveUp = async (kind: string, id: string): Promise<void> => {
  await queue().boss.fail(kind, id, { message: 'its server fell silent' })
}
