import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { hasEnded, type Job, type JobKind, type JobResult, type JobState } from '@/lib/transcript/job'
import type { Prisma } from '@/prisma/generated/client'
import type { Transaction } from './changes'
import { db } from './db'
import { readDesk } from './desks'
import { DeskName, IdCursor, Limit, Uuid } from './input'
import { needs } from './job-asker'
import { claimIn } from './once'
import { type Page, pageOf } from './page'
import { enqueue, unqueue, wakeWorkers } from './queue'
import { refuseUnless } from './refuse'
import { atPresent } from './standing'

const select = {
  id: true,
  kind: true,
  desk: { select: { id: true, slug: true } },
  title: true,
  state: true,
  progress: true,
  result: true,
  problem: true,
  createdAt: true,
  updatedAt: true,
  finishedAt: true,
} as const satisfies Prisma.JobSelect

const toJob = (row: Prisma.JobGetPayload<{ select: typeof select }>): Job => ({
  ...row,
  kind: row.kind as JobKind,
  state: row.state as JobState,
  result: row.result as unknown as JobResult | null,
  problem: row.problem as unknown as Job['problem'],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
})

/** A job is its asker's own business, for as long as they are in its desk. */
const ownOf = (actor: Actor) => ({ userId: actor.id, deskId: { in: Object.keys(actor.roles) } })

const noJob = () => new AppError('not-found', 'There is no such job, or it is not yours to see.')

/** Names one job. */
export const JobInput = z.object({ jobId: Uuid })

const findJob = async (tx: Transaction, actor: Actor, id: string): Promise<Job> => {
  const row = await tx.job.findFirst({ where: { id, ...ownOf(actor) }, select })
  if (row === null) throw noJob()
  return toJob(row)
}

/** One's own job as it stands. Throws not-found for any other. */
export const readJob = (actor: Actor, input: z.infer<typeof JobInput>): Promise<Job> => findJob(db, actor, input.jobId)

/** Whose desk, and where the list goes on. */
export const JobsInput = z.object({ desk: DeskName, cursor: IdCursor, limit: Limit })

/** One's own jobs in a desk, the newest first: those under way, and those that ended and were not taken off the list. */
export const listJobs = async (actor: Actor, input: z.infer<typeof JobsInput>): Promise<Page<Job>> => {
  const desk = await readDesk(actor, input)
  const rows = await db.job.findMany({
    where: { userId: actor.id, deskId: desk.id, ...(input.cursor && { id: { lt: input.cursor } }) },
    select,
    orderBy: { id: 'desc' },
    take: input.limit + 1,
  })
  const page = pageOf(rows, input.limit, (row) => row.id)
  return { items: page.items.map(toJob), next: page.next }
}

/**
 * Cancels one's own job, waiting or running: nothing of it is stored. One that has ended by then is taken off the list
 * instead. Answers with the job as this found or left it, so that whoever came too late can see what became of it.
 */
export const cancelJob = (actor: Actor, input: z.infer<typeof JobInput>): Promise<Job> =>
  db.$transaction(async (tx) => {
    const { kind } = await findJob(tx, actor, input.jobId)
    const id = input.jobId
    // Waits for a storing that is about to be committed; then it has ended.
    const cancelled = await tx.job.updateMany({
      where: { id, ...ownOf(actor), state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', finishedAt: new Date(), updatedAt: new Date() },
    })
    const job = await findJob(tx, actor, id)
    if (cancelled.count === 1) {
      await tx.jobFile.deleteMany({ where: { jobId: id } })
      await unqueue(tx, kind, id)
    } else if (hasEnded(job)) await tx.job.deleteMany({ where: { id } })
    return job
  })

type NewJob = {
  readonly id: string
  readonly deskId: string
  readonly kind: JobKind
  readonly title: string
  readonly input: Prisma.InputJsonObject
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
}

/** How many jobs of one person may wait or run at a time: each keeps a file. */
export const mostOpen = 50

/** Counts the open jobs of a person, and lets nobody else count them before this transaction is done. */
const countOpen = async (tx: Transaction, userId: string): Promise<number> => {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  return tx.job.count({ where: { userId, state: { in: ['queued', 'running'] } } })
}

/**
 * Stores a job with the bytes it works on, and has it taken up once that is committed. Throws too-many where the actor has
 * `mostOpen` already, and forbidden where they may not do what it does.
 */
export const addJob = async (actor: Actor, { id, deskId, kind, title, input, file }: NewJob): Promise<Job> => {
  const add = async (tx: Transaction) => {
    const present = await atPresent(tx, actor)
    return claimIn(tx, deskId, present, async () => {
      refuseUnless(present, needs[kind], { deskId }, 'You may no longer do this in this desk.')
      const open = await countOpen(tx, actor.id)
      if (open >= mostOpen)
        throw new AppError('too-many', `${mostOpen} of your imports are under way already. Wait until some are done.`)
      await tx.job.create({ data: { id, deskId, userId: actor.id, kind, title, input } })
      await tx.$executeRaw`INSERT INTO job_file (job_id, name, media_type, bytes)
        VALUES (${id}::uuid, ${file.name}, ${file.mediaType}, ${new Uint8Array(file.bytes)})`
      // Whoever has many waiting lets others go first.
      await enqueue(tx, kind, id, -open)
      return { id }
    })
  }
  const made = await db.$transaction(add, { maxWait: 20_000, timeout: 60_000 })
  wakeWorkers()
  return findJob(db, actor, made.id)
}
