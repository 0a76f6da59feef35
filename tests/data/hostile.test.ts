import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/data/db'
import { expectDescribed } from './support/described'
import { hostileRequests, words } from './support/hostile'
import { type ApiRoute, apiRoutes } from './support/routes'
import { choices, oneOfEverything, parametersOf } from './support/scene'
import { makeWorld, send, type Who } from './support/world'

/** A sum of each table. How often something was tried is counted whatever comes of it. */
const sums = async (): Promise<unknown> => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'rate_limit'`,
  )
  const each = rows.map(({ name }) => `(SELECT sum(hashtextextended(t::text, 0)) FROM ${name} t)::text AS ${name}`)
  return (await pool.query(`SELECT ${each.join(', ')}`)).rows[0]
}

/** From now on every statement that writes is counted, those too that were undone, so that the sums are seldom needed. */
const countWrites = () =>
  pool.query(`
    CREATE SEQUENCE writes;
    CREATE FUNCTION count_write() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('writes'); RETURN NULL; END $$;
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT quote_ident(relname) FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'rate_limit'
      LOOP EXECUTE 'CREATE TRIGGER count_write AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ' || name
        || ' EXECUTE FUNCTION count_write()'; END LOOP;
    END $$`)
const writes = async (): Promise<string> => (await pool.query('SELECT last_value FROM writes')).rows[0].last_value

const routes = await apiRoutes()
const requests = Number(process.env.HOSTILE_REQUESTS ?? 8_000)
const runs = Math.ceil(requests / routes.length)

// Requests that no page of ours sends, from people of every standing. HOSTILE_REQUESTS sets how many in all.
describe('a hostile request is answered or refused, and leaves nothing behind when refused', () => {
  beforeAll(countWrites)
  const cases = routes.map((route) => ({ ...route, name: `${route.verb} ${route.path}` }))
  it.each(cases)('$name', { timeout: 600_000 }, async ({ verb, path, handler }: ApiRoute) => {
    const world = await makeWorld()
    const params = { ...choices, ...(await oneOfEverything(world.desk, world.people.owner.sessionId, 'Minutes')) }
    const named = parametersOf(path, params)
    const oneOf = (name: string) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(params[name] as string) },
        { weight: 1, arbitrary: fc.constantFrom(...words, ...Object.values(params)) },
      )
    const address = fc.record(Object.fromEntries(named.map((name) => [name, oneOf(name)])))
    const who = fc.constantFrom<Who>('owner', 'owner', 'owner', 'editor', 'viewer', 'outsider', 'administrator')
    let known: { readonly writes: string; readonly sums: unknown } = { writes: '', sums: null }
    const property = fc.asyncProperty(hostileRequests(verb, path), address, who, async (ask, at, by) => {
      const before = await writes()
      if (verb !== 'GET' && known.writes !== before) known = { writes: before, sums: await sums() }
      const response = await send(handler, verb, world.people[by].sessionId, { ...ask, params: at })
      const text = await response.text()
      expect(response.status, text.slice(0, 300)).toBeLessThan(500)
      if (response.status >= 400) expect(JSON.parse(text).status).toBe(response.status)
      expectDescribed({ verb, path, handler }, response, text)
      if ((await writes()) === before) return
      expect(verb, 'a question that writes').not.toBe('GET')
      if (response.status >= 400) expect(await sums()).toEqual(known.sums)
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
