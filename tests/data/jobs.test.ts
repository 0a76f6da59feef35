import { randomUUID } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/data/db'
import { beginRun, finishRun, Overtaken, recoverJobs, sweepJobs } from '@/lib/data/job-runs'
import { addJob, mostOpen } from '@/lib/data/jobs'
import { readWith } from '@/lib/data/reading'
import { log } from '@/lib/server/log'
import type { Job } from '@/lib/transcript/job'
import { endless, line, long, makeJobs, nothing, patient, postTranscript } from './support/jobs'
import { actorIn, send } from './support/world'

const jobs = await makeJobs()
const { world, work, stop, post, queue, queueByToken, ask, cancel, read, ended, left } = jobs
afterEach(jobs.clear)

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
      include: { revisions: { include: { text: true } }, originals: true },
    })
    expect(made).toMatchObject({ title: 'A long call', createdById: world.people.checker.id, words: 364_000 })
    expect(made.revisions[0]?.text?.text).toBe(long)
    expect(Buffer.from(made.originals[0]?.bytes ?? []).toString()).toBe(long)
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
    const { id, token } = await queueByToken()
    await work()
    await ended(id)
    const scopeId = (await read(id)).result?.transcript.id ?? ''
    const { payload } = await db.changePayload.findFirstOrThrow({ where: { scopeId } })
    expect(payload).toMatchObject({ token })
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
    await stop()
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
    expect(await read(id)).toMatchObject({
      state: 'failed',
      problem: { detail: expect.stringMatching(/given up.* Import it/) },
    })
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

it('many jobs of one person let the job of another go first', async () => {
  for (const title of ['one', 'two', 'three']) await queue(long, title)
  const body = { text: long, title: 'other' }
  await send(postTranscript, 'POST', world.people.editor.sessionId, { params: { desk: world.desk.id }, body })
  const order: string[] = []
  readWith(async ({ name }) => {
    order.push(name)
    return { refused: { problem: 'invalid', message: 'Not today.', extras: {} } }
  })
  await work()
  await expect.poll(() => order.length, patient).toBe(4)
  expect(order.indexOf('other')).toBeLessThan(2)
})

it('a job that fails each time says so, and that it was the server', async () => {
  const { id } = await queue()
  await pool.query('UPDATE pgboss.job SET retry_count = retry_limit WHERE id = $1', [id])
  readWith(() => Promise.reject(new TypeError('secret words')))
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined)
  await work()
  await ended(id)
  logged.mockRestore()
  const detail = expect.stringMatching(/^The server met a fault each time .* stored nothing of it\./)
  expect(await read(id)).toMatchObject({ state: 'failed', problem: { status: 500, detail } })
  expect(await left()).toEqual(nothing)
})

it('no more than fifty jobs of a person wait or run, however many are asked for at once', async () => {
  const checker = await actorIn(world.people.checker.sessionId)
  const of = { deskId: world.desk.id, kind: 'import', title: 'A call', input: {} } as const
  const open = Array.from({ length: mostOpen - 1 }, () => ({ ...of, id: randomUUID(), userId: checker.id }))
  await db.job.createMany({ data: open })
  const file = { name: 'call.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(line) }
  const add = () => addJob(checker, { ...of, id: randomUUID(), file })
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, add))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ problem: 'too-many' })
  expect(await db.job.count()).toBe(mostOpen)
})

it('a retry with the same key makes no second transcript and no second job', async () => {
  const headers = { 'idempotency-key': 'one-evening' }
  const ask = { params: { desk: world.desk.id }, headers, body: { text: long, title: 'Sent twice' } }
  const twice = [await send(postTranscript, 'POST', world.people.checker.sessionId, ask)]
  twice.push(await send(postTranscript, 'POST', world.people.checker.sessionId, ask))
  const [first, second]: Job[] = await Promise.all(twice.map((answer) => answer.json()))
  expect(twice.map(({ status, headers: told }) => [status, told.get('location')])).toEqual(
    Array(2).fill([202, `/api/v1/jobs/${first?.id}`]),
  )
  expect(second?.id).toBe(first?.id)
  expect(await db.job.count()).toBe(1)
  const short = { ...ask, headers: { 'idempotency-key': 'another' }, body: { text: line } }
  for (const _ of twice)
    expect((await send(postTranscript, 'POST', world.people.checker.sessionId, short)).status).toBe(201)
  expect(await db.transcript.count()).toBe(1)
})
