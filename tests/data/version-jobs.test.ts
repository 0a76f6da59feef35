import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/data/db'
import { recoverJobs } from '@/lib/data/job-runs'
import { readHere, readWith } from '@/lib/data/reading'
import { hasEnded, type Job } from '@/lib/transcript/job'
import { endless, long, makeJobs, patient } from './support/jobs'
import { apiRoutes } from './support/routes'
import { addAnnotation, addTranscript, send } from './support/world'

const routes = await apiRoutes()
const POST = routes.find(({ verb, path }) => verb === 'POST' && path === 'transcripts/[transcriptId]/versions')?.handler

/** A long text as printed again. */
const newer = long.replace('nine points', 'ten points')

describe('a long newer version', () => {
  let jobs: Awaited<ReturnType<typeof makeJobs>>
  beforeAll(async () => {
    jobs = await makeJobs()
  })
  afterEach(() => jobs.clear())

  const start = async () => {
    const { id } = await addTranscript(jobs.world, 'Marrant: We put nine points on one page.\n')
    await addAnnotation(jobs.world, id)
    return id
  }
  const post = async (transcriptId: string, more: object = {}): Promise<Job> => {
    if (POST === undefined) throw new Error('there is no route for newer versions')
    const ask = { params: { transcriptId }, body: { text: newer, revision: 1, sure: true, ...more } }
    const answer = await send(POST, 'POST', jobs.world.people.editor.sessionId, ask)
    expect(answer.status).toBe(202)
    return answer.json()
  }
  const read = async (id: string): Promise<Job> => (await jobs.ask(id, 'editor')).json()
  const ended = async (id: string): Promise<Job> => {
    await expect.poll(async () => hasEnded(await read(id)), patient).toBe(true)
    return read(id)
  }
  const headOf = async (id: string) => (await db.transcript.findUniqueOrThrow({ where: { id } })).head

  it('is a job that tells what would come of it, and stores nothing', async () => {
    await jobs.work()
    const id = await start()
    const { state, result } = await ended((await post(id, { preview: true })).id)
    expect([state, result?.version]).toEqual(['done', expect.objectContaining({ made: false, revision: 2 })])
    expect([await headOf(id), await db.jobFile.count()]).toEqual([1, 0])
  })

  it('is a job that ends with the revision, its text, its file and the annotations', async () => {
    await jobs.work()
    const id = await start()
    const { state, result } = await ended((await post(id)).id)
    expect([state, result?.transcript.id, result?.version?.made]).toEqual(['done', id, true])
    const text = await db.revisionText.findFirst({ where: { transcriptId: id, number: 2 } })
    const file = await db.original.findFirst({ where: { transcriptId: id, revision: 2 } })
    expect(text?.text === newer && Buffer.from(file?.bytes ?? []).toString() === newer).toBe(true)
    expect(await db.annotation.count({ where: { transcriptId: id, start: 0, end: 7, placed: 'exact' } })).toBe(1)
  })

  it('makes nothing where it is cancelled while it is read', async () => {
    const began = endless()
    await jobs.work()
    const id = await start()
    const job = await post(id)
    await began
    const handler = routes.find(({ verb, path }) => verb === 'DELETE' && path === 'jobs/[jobId]')?.handler
    if (handler === undefined) throw new Error('there is no route to cancel by')
    await send(handler, 'DELETE', jobs.world.people.editor.sessionId, { params: { jobId: job.id } })
    expect([(await ended(job.id)).state, await headOf(id)]).toEqual(['cancelled', 1])
  })

  it('fails with a sentence where the transcript is approved while it is read', async () => {
    const id = await start()
    readWith(async (given, watch) => {
      const outcome = await readHere(given, watch)
      await db.transcript.update({ where: { id }, data: { state: 'approved' } })
      return outcome
    })
    await jobs.work()
    const { state, problem } = await ended((await post(id)).id)
    expect([state, problem?.status, await headOf(id)]).toEqual(['failed', 409, 1])
    expect(problem?.detail).toMatch(/approved/)
  })

  it('that is given up says to upload it again', async () => {
    const job = await post(await start())
    await pool.query('DELETE FROM pgboss.job')
    await pool.query(`UPDATE job SET updated_at = now() - interval '1 minute' WHERE id = $1`, [job.id])
    await recoverJobs()
    expect((await read(job.id)).problem).toMatchObject({
      ...{ title: 'Not stored', detail: expect.stringMatching(/given up.* Upload it again/) },
    })
  })

  it('fails with a sentence where its asker is an editor no more', async () => {
    const id = await start()
    const job = await post(id)
    const where = { deskId_userId: { deskId: jobs.world.desk.id, userId: jobs.world.people.editor.id } }
    await db.membership.update({ where, data: { role: 'checker' } })
    await jobs.work()
    const { state, problem } = await ended(job.id)
    await db.membership.update({ where, data: { role: 'editor' } })
    expect([state, problem?.status, await headOf(id)]).toEqual(['failed', 403, 1])
  })
})
