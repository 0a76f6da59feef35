import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/data/db'
import { addEvidence } from '@/lib/data/evidence'
import { invite } from '@/lib/data/invitations'
import { addReply } from '@/lib/data/replies'
import { hostileRequests, said, words } from './support/hostile'
import { type ApiRoute, apiRoutes } from './support/routes'
import { actorIn, addAnnotation, addTranscript, makeWorld, send, type Who } from './support/world'

/** One of everything that an address can name. */
const scene = async () => {
  const world = await makeWorld()
  const { id: transcriptId } = await addTranscript(world)
  const owner = await actorIn(world.people.owner.sessionId)
  const { id: annotationId } = await addAnnotation(world, transcriptId, 'check', 'owner')
  const { replies } = await addReply(owner, { annotationId, body: said('Yes.') })
  const row = { source: { title: 'Minutes' }, quote: '', stance: 'supports' as const, note: '' }
  const { check } = await addEvidence(owner, { annotationId, ...row })
  const to = { desk: world.desk.id, role: 'viewer' as const, name: '', address: 'http://desk.test' }
  const params: Readonly<Record<string, string>> = {
    ...{ transcriptId, annotationId, replyId: replies[0]?.id ?? '', evidenceId: check?.evidence[0]?.id ?? '' },
    ...{ desk: world.desk.slug, personId: world.people.viewer.id, invitationId: (await invite(owner, to)).id },
    ...{ number: '1', format: 'html' },
  }
  return { world, params }
}

/** All that is stored, as a sum of each table. */
const stored = async (): Promise<unknown> => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  )
  const sums = rows.map(({ name }) => `(SELECT sum(hashtextextended(t::text, 0)) FROM ${name} t)::text AS ${name}`)
  return (await pool.query(`SELECT ${sums.join(', ')}`)).rows[0]
}

const routes = await apiRoutes()
const runs = Number(process.env.HOSTILE_RUNS ?? 15)

// Requests that no page of ours sends, from people of every standing. HOSTILE_RUNS sets how many a route is sent.
describe('a hostile request is answered or refused, and leaves nothing behind when refused', () => {
  const cases = routes.map((route) => ({ ...route, name: `${route.verb} ${route.path}` }))
  it.each(cases)('$name', { timeout: 600_000 }, async ({ verb, path, handler }: ApiRoute) => {
    const { world, params } = await scene()
    const named = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name as string)
    const oneOf = (name: string) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(params[name] as string) },
        { weight: 1, arbitrary: fc.constantFrom(...words, ...Object.values(params)) },
      )
    const address = fc.record(Object.fromEntries(named.map((name) => [name, oneOf(name)])))
    const who = fc.constantFrom<Who>('owner', 'owner', 'owner', 'editor', 'viewer', 'outsider', 'administrator')
    const property = fc.asyncProperty(hostileRequests(verb, path), address, who, async (ask, at, by) => {
      const before = await stored()
      const response = await send(handler, verb, world.people[by].sessionId, { ...ask, params: at })
      const text = await response.text()
      expect(response.status, text.slice(0, 300)).toBeLessThan(500)
      if (response.status >= 400) expect(JSON.parse(text).status).toBe(response.status)
      if (response.status >= 400 || verb === 'GET') expect(await stored()).toEqual(before)
    })
    await fc.assert(property, { numRuns: runs, seed: 20311103 })
  })

  it('what was let in can be read and handed out again', { timeout: 600_000 }, async () => {
    const made = await db.transcript.findMany({ select: { id: true, deskId: true }, where: { deletedAt: null } })
    for (const { id: transcriptId, deskId } of made) {
      const owner = await db.membership.findFirstOrThrow({ where: { deskId, role: 'owner' }, include: { user: true } })
      const session = await db.session.findFirst({ where: { userId: owner.userId } })
      for (const { verb, path, handler } of routes) {
        if (session === null || verb !== 'GET' || !path.startsWith('transcripts/')) continue
        for (const format of path.includes('format') ? ['html', 'markdown', 'csv', 'json'] : ['']) {
          const response = await send(handler, verb, session.id, { params: { transcriptId, number: '1', format } })
          await response.arrayBuffer()
          expect(`${path} ${response.status}`).toBe(`${path} 200`)
        }
      }
    }
  })
})
