import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '@/lib/annotation/annotation'
import { firstBrokenChange } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { forgetOldKeys } from '@/lib/data/once'
import { said } from './support/hostile'
import { type ApiRoute, apiRoutes } from './support/routes'
import { addAnnotation, addPerson, addTranscript, makeWorld, send, type Who, type World } from './support/world'

describe('a POST with an Idempotency-Key', () => {
  let world: World
  let routes: readonly ApiRoute[]
  let transcriptId: string
  let annotationId: string
  beforeAll(async () => {
    world = await makeWorld()
    routes = await apiRoutes()
  })
  beforeEach(async () => {
    transcriptId = (await addTranscript(world)).id
    annotationId = (await addAnnotation(world, transcriptId)).id
  })

  const note = { kind: 'note', revision: 1, start: 0, end: 7, body: said('Hm.') }
  const reply = { body: said('Yes.') }
  type Post = { key?: string; by?: Who; body?: object; params?: Record<string, string> }
  const post = (path: string, sessionId: string, { key, body, params }: Post) => {
    const found = routes.find((route) => route.verb === 'POST' && route.path === path)
    if (found === undefined) throw new Error(`there is no route POST ${path}`)
    return send(found.handler, 'POST', sessionId, { body, params, headers: key ? { 'idempotency-key': key } : {} })
  }
  const sessionOf = (who: Who = 'checker') => world.people[who].sessionId
  const annotate = ({ by, ...ask }: Post) =>
    post('transcripts/[transcriptId]/annotations', sessionOf(by), { body: note, params: { transcriptId }, ...ask })
  const answer = ({ by, ...ask }: Post) =>
    post('annotations/[annotationId]/replies', sessionOf(by), { body: reply, params: { annotationId }, ...ask })
  const told = async (response: Response) => ({
    status: response.status,
    etag: response.headers.get('etag'),
    location: response.headers.get('location'),
    body: await response.text(),
  })
  const replayed = (response: Response) => response.headers.get('idempotency-replayed')
  const notes = () => db.annotation.count({ where: { transcriptId } })
  const replies = () => db.reply.count({ where: { annotationId } })

  const writes = [
    ['an annotation', annotate, notes],
    ['a reply', answer, replies],
  ] as const

  describe.each(writes)('that makes %s', (_, make, count) => {
    it('is carried out once, and answered the second time as the first', async () => {
      const before = await count()
      const first = await make({ key: 'a' })
      const second = await make({ key: 'a' })
      expect([first.status, replayed(first), replayed(second)]).toEqual([201, null, 'true'])
      expect(await told(second)).toEqual(await told(first))
      expect(await count()).toBe(before + 1)
      await make({ key: 'b' })
      expect(await count()).toBe(before + 2)
      await make({})
      await make({})
      expect(await count()).toBe(before + 4)
      expect(await firstBrokenChange(transcriptId)).toBeNull()
    })

    it('is carried out once where twenty come at the same time', async () => {
      const before = await count()
      const all = await Promise.all(Array.from({ length: 20 }, () => make({ key: 'at-once' })))
      expect(await count()).toBe(before + 1)
      const answers = await Promise.all(all.map(told))
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(answers[0]?.status).toBe(201)
      expect(all.filter((one) => replayed(one) === null)).toHaveLength(1)
    })

    it('is refused where the key was used for another request', async () => {
      const before = await count()
      await make({ key: 'once' })
      const other = await make({ key: 'once', body: { ...note, ...reply, body: said('No.') } })
      expect(other.status).toBe(422)
      expect((await other.json()).detail).toContain('another request')
      expect(await count()).toBe(before + 1)
    })

    it('has a key of its own for each person', async () => {
      const before = await count()
      const mine = await make({ key: 'ours' })
      const theirs = await make({ key: 'ours', by: 'editor' })
      expect([mine.status, theirs.status, replayed(theirs)]).toEqual([201, 201, null])
      expect(await count()).toBe(before + 2)
    })

    it('may be sent again corrected where it was refused', async () => {
      const before = await count()
      const wrong = await make({ key: 'again', body: { ...note, body: null } })
      const right = await make({ key: 'again' })
      expect([wrong.status, right.status, replayed(right)]).toEqual([422, 201, null])
      expect(await count()).toBe(before + 1)
    })

    it('is answered again where the transcript has been approved in the meantime', async () => {
      const first = await make({ key: 'approved' })
      await db.transcript.update({ where: { id: transcriptId }, data: { state: 'approved' } })
      const second = await make({ key: 'approved' })
      expect(replayed(second)).toBe('true')
      expect(await told(second)).toEqual(await told(first))
    })

    it('is carried out again a day later, and forgotten', async () => {
      const before = await count()
      await make({ key: 'old' })
      const createdAt = new Date(Date.now() - 25 * 3_600_000)
      const age = () => db.idempotentRequest.updateMany({ data: { createdAt } })
      await age()
      const later = await make({ key: 'old' })
      expect([later.status, replayed(later)]).toEqual([201, null])
      expect(await count()).toBe(before + 2)
      expect(replayed(await make({ key: 'old' }))).toBe('true')
      await age()
      await forgetOldKeys()
      expect(await db.idempotentRequest.count()).toBe(0)
    })

    it.each([
      ['who is no longer in the desk', null, 404],
      ['who has a lower role now', 'viewer', 403],
    ] as const)('tells nothing again to somebody %s', async (_, role, status) => {
      const person = await addPerson('Nell')
      const where = { deskId: world.desk.id, userId: person.id }
      await db.membership.create({ data: { ...where, role: 'editor' } })
      const path = make === annotate ? 'transcripts/[transcriptId]/annotations' : 'annotations/[annotationId]/replies'
      const ask = { key: 'mine', body: make === annotate ? note : reply, params: { transcriptId, annotationId } }
      expect((await post(path, person.sessionId, ask)).status).toBe(201)
      if (role === null) await db.membership.deleteMany({ where })
      else await db.membership.updateMany({ where, data: { role } })
      const again = await post(path, person.sessionId, ask)
      expect(again.status).toBe(status)
      expect(await again.text()).not.toContain('Marrant')
    })
  })

  it('is answered with what it made where the server stopped between the write and its answer', async () => {
    const first = await answer({ key: 'crash' })
    // What stands in the database then: the transaction's own part, and no word that all of it was done.
    await db.idempotentRequest.updateMany({ data: { whole: false } })
    const second = await answer({ key: 'crash' })
    expect(replayed(second)).toBe('true')
    expect(await told(second)).toEqual(await told(first))
    await db.idempotentRequest.updateMany({ data: { whole: false, body: null } })
    const third = await answer({ key: 'crash' })
    expect([third.status, await replies()]).toEqual([409, 1])
  })

  it('is answered as carried out where that could not be noted once it was', async () => {
    await db.$executeRaw`ALTER TABLE idempotent_request ADD CONSTRAINT nothing_noted CHECK (NOT whole) NOT VALID`
    const first = await answer({ key: 'unnoted' })
    const second = await answer({ key: 'unnoted' })
    await db.$executeRaw`ALTER TABLE idempotent_request DROP CONSTRAINT nothing_noted`
    expect([first.status, replayed(second), await replies()]).toEqual([201, 'true', 1])
    expect(await told(second)).toEqual(await told(first))
  })

  it.each([
    ['desks', { name: 'A desk of Ada’s' }],
    ['people/[personId]/end-sessions', {}],
    ['desks/[desk]/invitations', { role: 'owner' }],
  ])('tells nothing again to an administrator who is one no more: %s', async (path, body) => {
    const { id, sessionId } = await addPerson('Ada', { administrator: true })
    await db.membership.create({ data: { deskId: world.desk.id, userId: id, role: 'viewer' } })
    const params = { personId: (await addPerson('Nell')).id, desk: world.desk.id }
    const ask = { key: 'mine', body, params }
    expect((await post(path, sessionId, ask)).ok).toBe(true)
    expect(replayed(await post(path, sessionId, ask))).toBe('true')
    await db.user.update({ where: { id }, data: { administrator: false } })
    const again = await post(path, sessionId, ask)
    expect([again.status, replayed(again)]).toEqual([403, null])
    expect(await again.text()).not.toMatch(/Ada|ended|join/)
  })

  it('leaves no key behind where its write fails', async () => {
    const before = await db.idempotentRequest.count()
    await db.$executeRaw`ALTER TABLE change ADD CONSTRAINT nothing_more CHECK (number < 0) NOT VALID`
    const failed = [await annotate({ key: 'failed' }), await answer({ key: 'failed' })]
    await db.$executeRaw`ALTER TABLE change DROP CONSTRAINT nothing_more`
    expect(failed.map(({ status }) => status)).toEqual([500, 500])
    expect(await db.idempotentRequest.count()).toBe(before)
    expect((await annotate({ key: 'failed' })).status).toBe(201)
  })

  it('gives a link that is shown once to whoever asks again, and keeps it where only they can read it', async () => {
    const ask = { key: 'link', body: { role: 'viewer' }, params: { desk: world.desk.id } }
    const first = await post('desks/[desk]/invitations', sessionOf('owner'), ask)
    const { url } = await first.json()
    const second = await post('desks/[desk]/invitations', sessionOf('owner'), ask)
    expect((await second.json()).url).toBe(url)
    const rows = await db.idempotentRequest.findMany()
    expect(
      rows.some(({ body }) =>
        Buffer.from(body ?? '', 'base64')
          .toString('latin1')
          .includes('join?token'),
      ),
    ).toBe(false)
    expect(JSON.stringify(rows)).not.toContain('"link"')
  })

  it('keeps nothing by which what was asked can be guessed, such as a password', async () => {
    const hashes = async () => (await db.idempotentRequest.findMany()).map(({ requestHash }) => String(requestHash))
    await db.idempotentRequest.deleteMany()
    await answer({ key: 'first' })
    await answer({ key: 'second' })
    const [first, second] = await hashes()
    expect(first).toBeDefined()
    expect(first).not.toBe(second)
  })

  it('makes one transcript where the same import comes five times at once', async () => {
    const ask = { key: 'imports', body: { text: 'A: Some words.' }, params: { desk: world.desk.id } }
    const before = await db.transcript.count()
    const all = await Promise.all(Array.from({ length: 5 }, () => post('desks/[desk]/transcripts', sessionOf(), ask)))
    const ids = await Promise.all(all.map(async (one) => (await one.json()).id))
    expect(new Set(ids).size).toBe(1)
    expect(await db.transcript.count()).toBe(before + 1)
  })

  it.each(['', 'x'.repeat(201), 'two words', 'tâche'])('is refused with the key "%s"', async (key) => {
    const response = await annotate({ key: key || ' ' })
    expect(response.status).toBe(422)
  })

  it('is refused where its body is too deep to be read, with and without a key', async () => {
    const deep = `{"body":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const statuses = ['deep', undefined].map(async (key) => {
      const found = routes.find(({ verb, path }) => verb === 'POST' && path === 'annotations/[annotationId]/replies')
      const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) }
      const ask = { raw: deep, headers, params: { annotationId } }
      return (await send((found as ApiRoute).handler, 'POST', sessionOf(), ask)).status
    })
    expect(await Promise.all(statuses)).toEqual([422, 422])
  })

  it('is not a question of reading: GET takes no key', async () => {
    const made = (await (await annotate({ key: 'read' })).json()) as Annotation
    const found = routes.find(({ verb, path }) => verb === 'GET' && path === 'annotations/[annotationId]')
    const ask = { params: { annotationId: made.id }, headers: { 'idempotency-key': 'read' } }
    const read = await send((found as ApiRoute).handler, 'GET', sessionOf(), ask)
    expect([read.status, replayed(read)]).toEqual([200, null])
  })
})
