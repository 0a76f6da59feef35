import { randomUUID } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApiToken } from '@/lib/data/api-tokens'
import { db, pool } from '@/lib/data/db'
import { beginRun, finishRun, Overtaken, recoverJobs, sweepJobs } from '@/lib/data/job-runs'
import { type Reader, readWith } from '@/lib/data/reading'
import { startJobs } from '@/lib/server/jobs'
import { log } from '@/lib/server/log'
import { hasEnded, type Job } from '@/lib/transcript/job'
import { apiRoutes } from './support/routes'
import { actorIn, makeWorld, send, type Who, type World } from './support/world'

const routes = await apiRoutes()
const handlerOf = (verb: string, path: string) => {
  const found = routes.find((route) => route.verb === verb && route.path === path)
  if (found === undefined) throw new Error(`there is no route ${verb} ${path}`)
  return found.handler
}
const POST = handlerOf('POST', 'desks/[desk]/transcripts')
const GET = handlerOf('GET', 'jobs/[jobId]')
const DELETE = handlerOf('DELETE', 'jobs/[jobId]')

let world: World
let end = async () => {}
beforeAll(async () => {
  world = await makeWorld()
  // Once, so that pg-boss's tables are there for jobs that wait while nobody works.
  await (await startJobs())()
})
const work = async () => {
  end = await startJobs()
}
afterEach(async () => {
  await end()
  end = async () => {}
  readWith(undefined)
  await db.job.deleteMany()
  await db.transcript.deleteMany()
})
afterAll(() => readWith(undefined))

it('a fault of the queue is logged by its name and code, without its words', async () => {
  await work()
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined)
  const { verbatimQueue } = globalThis as unknown as { verbatimQueue: { boss: EventEmitter } }
  const fault = Object.assign(new TypeError('secret words of a person'), { code: '57P01' })
  verbatimQueue.boss.emit('error', fault)
  expect(logged.mock.calls.map((call) => call as unknown[])).toEqual([
    [{ name: 'TypeError', code: '57P01' }, 'the queue met a fault'],
  ])
  logged.mockRestore()
})

const line = 'Marrant: We put nine points on one page.\n\nValkov: The leaders could discuss it.\n\n'
const long = line.repeat(26_000)

const post = (text: string, title?: string) =>
  send(POST, 'POST', world.people.checker.sessionId, { params: { desk: world.desk.id }, body: { text, title } })
const queue = async (text = long, title = 'A long call'): Promise<Job> => {
  const answer = await post(text, title)
  expect(answer.status).toBe(202)
  return answer.json()
}
const ask = (id: string, who: Who = 'checker') =>
  send(GET, 'GET', world.people[who].sessionId, { params: { jobId: id } })
const cancel = async (id: string): Promise<Job> =>
  (await send(DELETE, 'DELETE', world.people.checker.sessionId, { params: { jobId: id } })).json()
const read = async (id: string): Promise<Job> => (await ask(id)).json()
const ended = (id: string) =>
  expect.poll(async () => hasEnded(await read(id)), { timeout: 15_000, interval: 50 }).toBe(true)
const left = async () => ({ transcripts: await db.transcript.count(), files: await db.jobFile.count() })
const nothing = { transcripts: 0, files: 0 }

/** Begins to read and never ends by itself; says when it began. */
const endless = () => {
  let begun = () => {}
  const began = new Promise<void>((done) => {
    begun = done
  })
  const reader: Reader = (_, { signal }) =>
    new Promise((_, reject) => {
      begun()
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  readWith(reader)
  return began
}

describe('a long import', () => {
  it('is a job from two million bytes on, and done at once below', async () => {
    const short = await post('x '.repeat(999_999))
    expect([short.status, short.headers.get('location')]).toEqual([
      201,
      `/api/v1/transcripts/${(await short.json()).id}`,
    ])
    const answer = await post(long)
    const job: Job = await answer.json()
    expect([answer.status, answer.headers.get('location')]).toEqual([202, `/api/v1/jobs/${job.id}`])
    expect(job).toMatchObject({ state: 'queued', progress: 0, result: null, problem: null, finishedAt: null })
  })

  it('ends as a transcript with the very text, and leaves no bytes behind', async () => {
    await work()
    const { id } = await queue()
    await ended(id)
    const job = await read(id)
    expect(job).toMatchObject({ state: 'done', progress: 1, problem: null })
    const made = await db.transcript.findUniqueOrThrow({
      where: { id: job.result?.transcript.id },
      include: { revisions: { include: { text: true } }, original: true },
    })
    expect(made).toMatchObject({ title: 'A long call', createdById: world.people.checker.id, words: 364_000 })
    expect(made.revisions[0]?.text?.text).toBe(long)
    expect(Buffer.from(made.original?.bytes ?? []).toString()).toBe(long)
    expect(await db.jobFile.count()).toBe(0)
  })

  it('fails with the sentence of its reader, and stores nothing', async () => {
    await work()
    const { id } = await queue(`${'a\n'.repeat(1_000_000)}b`)
    await ended(id)
    expect(await read(id)).toMatchObject({
      state: 'failed',
      problem: { status: 413, detail: expect.stringContaining('1,000,001 words') },
    })
    expect(await left()).toEqual(nothing)
  })

  it('says in the record by which token it was asked for, as a short one does', async () => {
    const actor = await actorIn(world.people.checker.sessionId)
    const made = await createApiToken(actor, { desk: world.desk.slug, name: 'Nightly', scope: 'write', expires: 7 })
    const headers = { authorization: `Bearer ${made.token}` }
    const more = { params: { desk: world.desk.id }, body: { text: long }, origin: null }
    const answer = await send(POST, 'POST', null, { ...more, headers })
    const { id }: Job = await answer.json()
    await work()
    await ended(id)
    const scopeId = (await read(id)).result?.transcript.id ?? ''
    const { payload } = await db.changePayload.findFirstOrThrow({ where: { scopeId } })
    expect(payload).toMatchObject({ token: made.id })
  })

  it('is not stored for someone who has left the desk meanwhile', async () => {
    const { id } = await queue()
    const membership = { deskId: world.desk.id, userId: world.people.checker.id }
    await db.membership.delete({ where: { deskId_userId: membership } })
    await work()
    await expect.poll(async () => (await db.job.findUniqueOrThrow({ where: { id } })).state).toBe('failed')
    expect((await ask(id)).status).toBe(404)
    await db.membership.create({ data: { ...membership, role: 'checker' } })
    expect(await left()).toEqual(nothing)
  })
})

describe('cancelling', () => {
  it('takes a job that waits out of the queue', async () => {
    const { id } = await queue()
    expect(await cancel(id)).toMatchObject({ state: 'cancelled' })
    await work()
    const after = await queue(`${long}Clerk: After it.\n`)
    await ended(after.id)
    expect([(await read(id)).state, (await read(after.id)).state]).toEqual(['cancelled', 'done'])
    expect(await left()).toEqual({ transcripts: 1, files: 0 })
  })

  it('stops a job that runs', async () => {
    const began = endless()
    await work()
    const { id } = await queue()
    await began
    expect((await read(id)).state).toBe('running')
    expect(await cancel(id)).toMatchObject({ state: 'cancelled' })
    // Its workers are free again.
    readWith(undefined)
    const next = await queue()
    await ended(next.id)
    expect((await read(id)).state).toBe('cancelled')
    expect(await left()).toEqual({ transcripts: 1, files: 0 })
  })

  it('comes too late for one that is done, says so, and takes it off the list', async () => {
    await work()
    const { id } = await queue()
    await ended(id)
    expect(await cancel(id)).toMatchObject({ state: 'done', result: { transcript: { title: 'A long call' } } })
    expect((await ask(id)).status).toBe(404)
    expect(await db.transcript.count()).toBe(1)
  })
})

describe('a server that goes away', () => {
  it('puts what it runs back when it is asked to stop, and another carries it out', async () => {
    const began = endless()
    await work()
    const { id } = await queue()
    await began
    await end()
    expect(await read(id)).toMatchObject({ state: 'queued', progress: 0 })
    readWith(undefined)
    await work()
    await ended(id)
    expect((await read(id)).state).toBe('done')
    expect(await left()).toEqual({ transcripts: 1, files: 0 })
  })

  /** As a job stands when its server was killed a minute ago. */
  const killed = async (id: string, attempts = 1) => {
    const run = { id, run: randomUUID() }
    await beginRun(run)
    await pool.query(`UPDATE job SET updated_at = now() - interval '1 minute' WHERE id = $1`, [id])
    const sql = `UPDATE pgboss.job SET state = 'active', retry_count = $2, started_on = now() - interval '1 minute' WHERE id = $1`
    await pool.query(sql, [id, attempts - 1])
    return run
  }

  it('without a word has its job begun again, and its own late word does not count', async () => {
    const { id } = await queue()
    const old = await killed(id)
    await work()
    await ended(id)
    expect((await read(id)).state).toBe('done')
    const late = { transcript: { id: randomUUID(), title: 'Twice' }, notes: [] }
    await expect(db.$transaction((tx) => finishRun(tx, old, late))).rejects.toThrow(Overtaken)
    expect(await left()).toEqual({ transcripts: 1, files: 0 })
  })

  it('again and again under the same job has it failed with a sentence', async () => {
    const { id } = await queue()
    await killed(id, 4)
    await recoverJobs()
    expect(await read(id)).toMatchObject({ state: 'failed', problem: { detail: expect.stringMatching(/given up/) } })
    expect(await left()).toEqual(nothing)
  })

  it('and took the queue with it leaves no job waiting for ever', async () => {
    const { id } = await queue()
    await pool.query('DELETE FROM pgboss.job')
    await pool.query(`UPDATE job SET updated_at = now() - interval '1 minute' WHERE id = $1`, [id])
    await recoverJobs()
    expect((await read(id)).state).toBe('failed')
  })

  it('is not suspected while it lives, or while its job only waits', async () => {
    const [waits, runs] = [await queue(), await queue()]
    await pool.query(`UPDATE job SET updated_at = now() - interval '1 minute' WHERE id = $1`, [waits.id])
    await beginRun({ id: runs.id, run: randomUUID() })
    await recoverJobs()
    expect([(await read(waits.id)).state, (await read(runs.id)).state]).toEqual(['queued', 'running'])
  })
})

it('ended jobs are swept after a week, others never', async () => {
  const [old, open] = [await queue(), await queue()]
  await cancel(old.id)
  await sweepJobs(new Date(Date.now() + 6 * 86_400_000))
  expect(await db.job.count()).toBe(2)
  await sweepJobs(new Date(Date.now() + 8 * 86_400_000))
  expect((await db.job.findMany()).map(({ id }) => id)).toEqual([open.id])
})

it('a retry with the same key makes no second transcript and no second job', async () => {
  const headers = { 'idempotency-key': 'one-evening' }
  const ask = { params: { desk: world.desk.id }, headers, body: { text: long, title: 'Sent twice' } }
  const twice = [await send(POST, 'POST', world.people.checker.sessionId, ask)]
  twice.push(await send(POST, 'POST', world.people.checker.sessionId, ask))
  const [first, second]: Job[] = await Promise.all(twice.map((answer) => answer.json()))
  expect(twice.map(({ status, headers: told }) => [status, told.get('location')])).toEqual(
    Array(2).fill([202, `/api/v1/jobs/${first?.id}`]),
  )
  expect(second?.id).toBe(first?.id)
  expect(await db.job.count()).toBe(1)
  const short = { ...ask, headers: { 'idempotency-key': 'another' }, body: { text: line } }
  for (const _ of twice) expect((await send(POST, 'POST', world.people.checker.sessionId, short)).status).toBe(201)
  expect(await db.transcript.count()).toBe(1)
})
