import { beforeAll, describe, expect, it } from 'vitest'
import { createApiToken, revokeApiToken } from '@/lib/data/api-tokens'
import { listChanges } from '@/lib/data/change-list'
import { siteScope } from '@/lib/data/changes'
import { db, pool } from '@/lib/data/db'
import { removeMember, setRole } from '@/lib/data/members'
import { endSessions } from '@/lib/data/sessions'
import { tokenHash } from '@/lib/data/tokens'
import { apiRoutes } from './support/routes'
import { type Ask, actorIn, addPerson, addTranscript, makeWorld, send, type Who, type World } from './support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const make = async (who: Who, scope: 'read' | 'write' = 'write') =>
  createApiToken(await actorIn(world.people[who].sessionId), { desk: world.desk.id, name: 'Script', scope, expires: 7 })

/** Asks as a script would: no cookie, no Origin, the token in its header. */
const ask = async (name: string, token: string, more: Ask = {}, sessionId: string | null = null) => {
  const asked = (await apiRoutes()).find(({ verb, path }) => `${verb} ${path}` === name)
  if (asked === undefined) throw new Error(`there is no route ${name}`)
  const headers = { authorization: `Bearer ${token}` }
  return send(asked.handler, asked.verb, sessionId, { origin: null, ...more, headers })
}
const place = { kind: 'highlight', revision: 1, start: 0, end: 7 }

describe('a token', () => {
  it('is told once, is recognisable, and only its hash is kept', async () => {
    const { token, id } = await make('checker')
    expect(token).toMatch(/^vbt_[\w-]{43}$/)
    const row = await db.apiToken.findUniqueOrThrow({ where: { id } })
    expect(row.tokenHash).toEqual(tokenHash(token))
    const { rows } = await pool.query(
      'SELECT t::text AS row FROM api_token t UNION SELECT p::text FROM change_payload p',
    )
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([])
  })

  it('acts as its maker, in its own desk alone and never as an administrator', async () => {
    const person = await addPerson('Nell', { administrator: true })
    for (const deskId of [world.desk.id, world.other.id]) {
      await db.membership.create({ data: { deskId, userId: person.id, role: 'editor' } })
    }
    const given = { desk: world.desk.id, name: 'Script', scope: 'write', expires: 7 } as const
    const { token } = await createApiToken(await actorIn(person.sessionId), given)
    const me = await (await ask('GET me', token)).json()
    expect(me).toMatchObject({ id: person.id, administrator: false, desks: [{ id: world.desk.id, role: 'editor' }] })
    expect((await ask('GET desks/[desk]', token, { params: { desk: world.other.id } })).status).toBe(404)
    expect((await ask('GET people', token)).status).toBe(403)
    expect((await ask('POST desks', token, { body: { name: 'Mine' } })).status).toBe(403)
  })

  it('writes without an Origin, and the record says which token it was', async () => {
    const { token, id } = await make('checker')
    const { id: transcriptId } = await addTranscript(world)
    const route = 'POST transcripts/[transcriptId]/annotations'
    const response = await ask(route, token, { params: { transcriptId }, body: place })
    expect(response.status).toBe(201)
    const owner = await actorIn(world.people.owner.sessionId)
    const { items } = await listChanges(owner, { transcriptId, after: 1, limit: 10 })
    expect(items).toMatchObject([{ actor: { id: world.people.checker.id }, payload: { token: id } }])
  })

  it('that may only read is refused every write, with a sentence', async () => {
    const { token } = await make('owner', 'read')
    const { id: transcriptId, version } = await addTranscript(world)
    expect((await ask('GET transcripts/[transcriptId]', token, { params: { transcriptId } })).status).toBe(200)
    for (const { verb, path } of await apiRoutes()) {
      if (verb === 'GET') continue
      const params = { transcriptId, desk: world.desk.id, annotationId: transcriptId, personId: transcriptId }
      const response = await ask(`${verb} ${path}`, token, { params, body: {}, version })
      expect(`${verb} ${path} ${response.status}`).toBe(`${verb} ${path} 403`)
      expect((await response.json()).detail).toBe('This token may only read. Make one that may write as well.')
    }
  })

  it.each<[string, Ask]>([
    ['POST desks/[desk]/tokens', { body: { name: 'More', scope: 'write', expires: 365 } }],
    ['DELETE tokens/[tokenId]', {}],
    ['POST me/password', { body: { current: 'x', password: 'long enough' } }],
    ['PATCH me', { body: { name: 'Someone else' } }],
    ['PATCH desks/[desk]/members/[personId]', { body: { role: 'owner' }, version: 1 }],
    ['DELETE desks/[desk]/members/[personId]', { version: 1 }],
    ['POST desks/[desk]/invitations', { body: { role: 'owner' } }],
    ['GET desks/[desk]/invitations', {}],
    ['POST people/[personId]/end-sessions', {}],
    ['POST invitations/accept', { body: { token: 'x' } }],
  ])('of an owner who administers the site cannot decide who gets in: %s', async (name, more) => {
    const { token, id } = await make('owner')
    await db.user.update({ where: { id: world.people.owner.id }, data: { administrator: true } })
    const params = { desk: world.desk.id, personId: world.people.viewer.id, tokenId: id }
    const response = await ask(name, token, { params, ...more })
    await db.user.update({ where: { id: world.people.owner.id }, data: { administrator: false } })
    expect(`${response.status} ${await response.text()}`).toMatch(/^403/)
  })

  it.each<[string, (token: { id: string }) => Promise<unknown>]>([
    ['was revoked', async ({ id }) => revokeApiToken(await actorIn(world.people.owner.sessionId), { tokenId: id })],
    [
      'has expired',
      ({ id }) => db.apiToken.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } }),
    ],
    ['is unknown', ({ id }) => db.apiToken.delete({ where: { id } })],
  ])('that %s is refused, even beside a cookie that holds', async (_, end) => {
    const { token, id } = await make('checker')
    expect((await ask('GET me', token)).status).toBe(200)
    await end({ id })
    const response = await ask('GET me', token, {}, world.people.checker.sessionId)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Verbatim"')
    expect((await response.json()).type).toBe('urn:verbatim:problem:unauthenticated')
  })

  it('comes before a cookie: what it may not do is not done by the session', async () => {
    const { token } = await make('viewer', 'read')
    const more = { params: { desk: world.desk.id }, body: { title: 'T', text: 'Words.' }, origin: 'http://desk.test' }
    const response = await ask('POST desks/[desk]/transcripts', token, more, world.people.owner.sessionId)
    expect(response.status).toBe(403)
  })

  it('has the role its maker has at that moment, and ends when they leave the desk', async () => {
    const person = await addPerson('Nell')
    await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role: 'checker' } })
    const given = { desk: world.desk.id, name: 'Script', scope: 'write', expires: 7 } as const
    const { token } = await createApiToken(await actorIn(person.sessionId), given)
    const owner = await actorIn(world.people.owner.sessionId)
    const member = { desk: world.desk.id, personId: person.id }
    const { version } = await setRole(owner, { ...member, version: 1, role: 'viewer' })
    const { id: transcriptId } = await addTranscript(world)
    const more = { params: { transcriptId }, body: place }
    expect((await ask('POST transcripts/[transcriptId]/annotations', token, more)).status).toBe(403)
    await removeMember(owner, { ...member, version })
    expect((await ask('GET me', token)).status).toBe(401)
    await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role: 'checker' } })
    expect((await ask('GET me', token)).status).toBe(401)
  })

  it('ends in every desk when an administrator ends the sessions of its maker, on record', async () => {
    const person = await addPerson('Nell')
    const tokens: string[] = []
    for (const desk of [world.desk.id, world.other.id]) {
      await db.membership.create({ data: { deskId: desk, userId: person.id, role: 'checker' } })
      const given = { desk, name: 'Script', scope: 'write', expires: 7 } as const
      tokens.push((await createApiToken(await actorIn(person.sessionId), given)).token)
    }
    const { token: others } = await make('viewer')
    const administrator = await actorIn(world.people.administrator.sessionId)
    expect(await endSessions(administrator, { personId: person.id })).toEqual({ ended: 1, tokens: 2 })
    for (const token of tokens) expect((await ask('GET me', token)).status).toBe(401)
    expect((await ask('GET me', others)).status).toBe(200)
    const where = { scopeId: siteScope, subjectId: person.id, action: 'account.end-sessions' }
    const change = await db.change.findFirstOrThrow({ where, include: { payload: true } })
    expect(change.payload?.payload).toEqual({ ended: 1, tokens: 2 })
  })

  it('notes when it was used, once a minute at most', async () => {
    const { token, id } = await make('checker')
    const used = async () => (await db.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime() ?? 0
    expect(await used()).toBe(0)
    await ask('GET me', token)
    const first = await used()
    expect(first).toBeGreaterThan(0)
    await ask('GET me', token)
    expect(await used()).toBe(first)
    await db.apiToken.update({ where: { id }, data: { lastUsedAt: new Date(first - 61_000) } })
    await ask('GET me', token)
    expect(await used()).toBeGreaterThanOrEqual(first)
  })

  it.each([
    ['yesterday', -1, false],
    ['today', 0, true],
    ['in a year', 365, true],
    ['in two years', 730, false],
  ])('may hold until %s: %s days from now', async (_, days, may) => {
    const expires = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const actor = await actorIn(world.people.checker.sessionId)
    const made = createApiToken(actor, { desk: world.desk.id, name: 'Script', scope: 'read', expires })
    if (may) expect((await made).expiresAt).toBe(`${expires}T23:59:59.999Z`)
    else await expect(made).rejects.toMatchObject({ problem: 'invalid' })
  })

  it('is listed to its maker and to owners, and to nobody else', async () => {
    const { id } = await make('viewer')
    const seen = async (who: Who) => {
      const asked = (await apiRoutes()).find(({ verb, path }) => `${verb} ${path}` === 'GET desks/[desk]/tokens')
      const response = await send(asked?.handler as never, 'GET', world.people[who].sessionId, {
        params: { desk: world.desk.slug },
      })
      const { items } = await response.json()
      expect(JSON.stringify(items)).not.toContain('vbt_')
      return items.some((item: { id: string }) => item.id === id)
    }
    expect([await seen('viewer'), await seen('owner'), await seen('editor')]).toEqual([true, true, false])
  })
})
