import { randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { v7 as newId } from 'uuid'
import { startPostgres } from '@/lib/server/postgres'
import { temporaryDataFolder } from '@/lib/server/postgres-temporary'
import { onStop } from '@/lib/server/stop'
import { startServer } from '@/tests/support/server'

/** How many people write at once. */
export const writers = 50

const words = 'the north quay and maybe a road to islands where nobody reads an annex but Marrant did say so'.split(' ')

/** Paragraphs of speakers, 10,000 words, no two alike. */
const text = `${Array.from({ length: 200 }, (_, turn) => {
  const said = Array.from({ length: 49 }, (_, at) => words[(turn * 7 + at * (1 + (turn % 5))) % words.length])
  return `${['Marrant', 'Valkov', 'Clerk'][turn % 3]}: ${said.join(' ')}.`
}).join('\n\n')}\n`

/** Notes on places all over the text, as a page would send them. */
export const notes: readonly object[] = Array.from({ length: 40 }, (_, at) => {
  const start = 40 + at * Math.floor((text.length - 200) / 40)
  const end = start + 24
  const said = { type: 'text', text: 'As said on the second page.' }
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [said] }] }
  return { kind: 'note', revision: 1, start, end, exact: text.slice(start, end), body, tags: ['second call'] }
})

/**
 * The built server as `npm start` runs it, on a Postgres of its own with the settings of a desk that is used, durable; a desk
 * with fifty checkers, and two times fifty transcripts. Everything is gone after `stopAll`.
 */
export const startDesk = async () => {
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
  const { importTranscript } = await import('@/lib/data/import')
  const { readActor } = await import('@/lib/data/sessions')
  onStop(closeDatabase)
  const expiresAt = new Date(Date.now() + 3_600_000)
  const people = Array.from({ length: writers }, (_, at) => ({
    id: newId(),
    name: `Writer ${at + 1}`,
    session: newId(),
  }))
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
  const owner = await actor()
  const transcripts: string[] = []
  for (let at = 0; at < 2 * writers; at += 1) {
    transcripts.push((await importTranscript(owner, { desk: desk.id, title: `Call ${at + 1}`, text })).id)
  }
  const cookies = await Promise.all(
    people.map(
      async ({ session }) => `next-auth.session-token=${await encode({ token: { sessionId: session }, secret })}`,
    ),
  )
  return {
    url: postgres.url,
    address: server.address,
    port: Number(new URL(server.address).port),
    cookies,
    people: people.map(({ id }) => id),
    ours: transcripts.slice(0, writers),
    bares: transcripts.slice(writers),
  }
}
