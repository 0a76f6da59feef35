import { randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { v7 as newId } from 'uuid'
import { startPostgres } from '@/lib/server/postgres'
import { temporaryDataFolder } from '@/lib/server/postgres-temporary'
import { onStop } from '@/lib/server/stop'
import { startServer } from '@/tests/support/server'

/**
 * The built server as `npm start` runs it, on a Postgres of its own with the settings of a desk that is used, durable; and a
 * desk with so many people, the first its owner, the others checkers. Everything is gone after `stopAll`.
 */
export const startServing = async (count: number) => {
  const data = await temporaryDataFolder()
  const postgres = await startPostgres({ root: process.cwd(), data })
  onStop(postgres.stop)
  const secret = randomBytes(32).toString('hex')
  const server = await startServer({
    ...{ DATABASE_URL: postgres.url, DATABASE_DIRECT_URL: postgres.url, AUTH_SECRET: secret },
  })
  onStop(server.stop)
  process.env.DATABASE_URL = postgres.url
  const { db, closeDatabase } = await import('@/lib/data/db')
  const { addDesk } = await import('@/lib/data/desks')
  const { readActor } = await import('@/lib/data/sessions')
  onStop(closeDatabase)
  const expiresAt = new Date(Date.now() + 3_600_000)
  const people = Array.from({ length: count }, (_, at) => ({ id: newId(), name: `Writer ${at + 1}`, session: newId() }))
  await db.user.createMany({
    data: people.map(({ id, name }) => ({ id, name, email: `${id}@desk.example`, passwordHash: 'x' })),
  })
  await db.session.createMany({ data: people.map(({ id, session }) => ({ id: session, userId: id, expiresAt })) })
  const actor = async () => (await readActor(people[0]?.session ?? '')) ?? Promise.reject(new Error('nobody is there'))
  const founder = await actor()
  const desk = await db.$transaction((tx) => addDesk(tx, { name: 'Foreign desk', slug: 'foreign' }, founder))
  await db.membership.createMany({
    data: people.slice(1).map(({ id }) => ({ deskId: desk.id, userId: id, role: 'checker' as const })),
  })
  const sessions = await Promise.all(people.map(({ session }) => encode({ token: { sessionId: session }, secret })))
  return {
    url: postgres.url,
    address: server.address,
    pid: server.pid,
    desk: desk.id,
    owner: await actor(),
    people: people.map(({ id }) => id),
    /** The value of each person's session cookie. */
    sessions,
  }
}

/** The name of the cookie that holds a session. */
export const sessionCookie = 'next-auth.session-token'
