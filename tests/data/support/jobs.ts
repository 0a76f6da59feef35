import { expect } from 'vitest'
import { createApiToken } from '@/lib/data/api-tokens'
import { db } from '@/lib/data/db'
import { type Reader, readWith } from '@/lib/data/reading'
import { startJobs } from '@/lib/server/jobs'
import { hasEnded, type Job } from '@/lib/transcript/job'
import { apiRoutes } from './routes'
import { actorIn, makeWorld, send, type Who } from './world'

const routes = await apiRoutes()
const handlerOf = (verb: string, path: string) => {
  const found = routes.find((route) => route.verb === verb && route.path === path)
  if (found === undefined) throw new Error(`there is no route ${verb} ${path}`)
  return found.handler
}
export const postTranscript = handlerOf('POST', 'desks/[desk]/transcripts')
const GET = handlerOf('GET', 'jobs/[jobId]')
const DELETE = handlerOf('DELETE', 'jobs/[jobId]')

/** A short text, and one that is long enough to be a job. */
export const line = 'Marrant: We put nine points on one page.\n\nValkov: The leaders could discuss it.\n\n'
export const long = line.repeat(26_000)

/** How long a job may take to be where a test waits for it. */
export const patient = { timeout: 15_000, interval: 50 }
export const nothing = { transcripts: 0, files: 0 }

/** Begins to read and never ends by itself; says when it began. */
export const endless = () => {
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

/** A world whose checker imports what is long; call `clear` after each test. */
export const makeJobs = async () => {
  const world = await makeWorld()
  // Once, so that pg-boss's tables are there for jobs that wait while nobody works.
  await (await startJobs())()
  let end = async () => {}
  const work = async () => {
    end = await startJobs()
  }
  const stop = () => end()
  const clear = async () => {
    await end()
    end = async () => {}
    readWith(undefined)
    await db.job.deleteMany()
    await db.transcript.deleteMany()
  }
  const post = (text: string, title?: string) =>
    send(postTranscript, 'POST', world.people.checker.sessionId, {
      params: { desk: world.desk.id },
      body: { text, title },
    })
  const queue = async (text = long, title = 'A long call'): Promise<Job> => {
    const answer = await post(text, title)
    expect(answer.status).toBe(202)
    return answer.json()
  }
  /** As queue, by a script; with the id of its token. */
  const queueByToken = async (): Promise<Job & { token: string }> => {
    const actor = await actorIn(world.people.checker.sessionId)
    const made = await createApiToken(actor, { desk: world.desk.slug, name: 'Nightly', scope: 'write', expires: 7 })
    const headers = { authorization: `Bearer ${made.token}` }
    const more = { params: { desk: world.desk.id }, body: { text: long }, origin: null }
    return { ...(await (await send(postTranscript, 'POST', null, { ...more, headers })).json()), token: made.id }
  }
  const ask = (id: string, who: Who = 'checker') =>
    send(GET, 'GET', world.people[who].sessionId, { params: { jobId: id } })
  const cancel = async (id: string): Promise<Job> =>
    (await send(DELETE, 'DELETE', world.people.checker.sessionId, { params: { jobId: id } })).json()
  const read = async (id: string): Promise<Job> => (await ask(id)).json()
  const ended = (id: string) => expect.poll(async () => hasEnded(await read(id)), patient).toBe(true)
  const left = async () => ({ transcripts: await db.transcript.count(), files: await db.jobFile.count() })
  return { world, work, stop, clear, post, queue, queueByToken, ask, cancel, read, ended, left } as const
}
