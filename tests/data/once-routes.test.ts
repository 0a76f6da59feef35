import { v7 as newId } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { invite } from '@/lib/data/invitations'
import { hashPassword } from '@/lib/data/passwords'
import { said } from './support/hostile'
import { type ApiRoute, apiRoutes } from './support/routes'
import {
  actorIn,
  addAnnotation,
  addPerson,
  addTranscript,
  makeWorld,
  sampleText,
  send,
  type Who,
  type World,
} from './support/world'

describe('a POST that comes twice with one Idempotency-Key', async () => {
  const routes = await apiRoutes()
  let world: World
  let transcriptId: string
  let annotationId: string
  beforeAll(async () => {
    world = await makeWorld()
  })
  beforeEach(async () => {
    transcriptId = (await addTranscript(world)).id
    annotationId = (await addAnnotation(world, transcriptId)).id
  })

  const nothing = () => ({})
  const annotated = async (kind: 'flag' | 'check') => ({
    annotationId: (await addAnnotation(world, transcriptId, kind)).id,
  })
  const lost = async () => {
    const gone = { start: 0, end: 0, placed: 'lost' } as const
    await db.annotation.update({ where: { id: annotationId }, data: gone })
    return {}
  }
  const attached = async () => {
    await lost()
    const ask = { params: { annotationId }, body: { revision: 1, start: 0, end: 7 } }
    await send(handlerOf('annotations/[annotationId]/attach'), 'POST', world.people.checker.sessionId, ask)
    return {}
  }
  const deletedAt = new Date()
  const removedReply = async () => {
    const replyId = newId()
    const authorId = world.people.checker.id
    await db.reply.create({ data: { id: replyId, annotationId, authorId, body: said('So.'), words: 'So.', deletedAt } })
    return { replyId }
  }
  const removedEvidence = async () => {
    const found = await annotated('check')
    const evidenceId = newId()
    const said = { title: 'Minutes', quote: '', stance: 'context', note: '' } as const
    const byId = world.people.checker.id
    await db.evidence.create({ data: { id: evidenceId, ...found, byId, ...said, deletedAt } })
    return { evidenceId }
  }
  const stepped = async () => {
    const ask = { params: { transcriptId }, body: { verb: 'resolve', ids: [annotationId] } }
    const handler = handlerOf('transcripts/[transcriptId]/annotations/bulk')
    const { change } = await (await send(handler, 'POST', world.people.editor.sessionId, ask)).json()
    return { body: { change } }
  }
  const proposed = async () => {
    const ask = {
      params: { transcriptId },
      body: { ...note, kind: 'correction', body: null, correction: { to: 'Marant' } },
    }
    const handler = handlerOf('transcripts/[transcriptId]/annotations')
    const { id } = await (await send(handler, 'POST', world.people.checker.sessionId, ask)).json()
    return { body: { ids: [id] } }
  }
  const linked = async () => {
    const owner = await actorIn(world.people.owner.sessionId)
    const link = await invite(owner, { desk: world.desk.id, role: 'viewer', name: '', address: 'http://desk.test' })
    return { body: { token: new URL(link.url).searchParams.get('token') } }
  }
  const known = async () => {
    const data = { passwordHash: await hashPassword('nine points on one page') }
    await db.user.update({ where: { id: world.people.viewer.id }, data })
  }

  /** What each route needs to be asked, by whom, and what is there before: more of its path, or its body. */
  type Case = readonly [path: string, by: Who, body: object, prepare: () => unknown]
  const note = { kind: 'note', revision: 1, start: 0, end: 7, body: said('Hm.') }
  const password = { current: 'nine points on one page', password: 'ten points on two pages' }
  const cases: readonly Case[] = [
    ['annotations/[annotationId]/accept', 'editor', { revision: 1, to: 'Marant' }, () => annotated('flag')],
    ['annotations/[annotationId]/archive', 'checker', { reason: 'So.' }, nothing],
    ['annotations/[annotationId]/attach', 'checker', { revision: 1, start: 0, end: 7 }, lost],
    ['annotations/[annotationId]/detach', 'checker', {}, attached],
    ['annotations/[annotationId]/dismiss', 'editor', { reason: 'So.' }, () => annotated('flag')],
    ['annotations/[annotationId]/evidence', 'checker', { source: { title: 'Minutes' } }, () => annotated('check')],
    ['annotations/[annotationId]/replies', 'viewer', { body: said('Yes.') }, nothing],
    ['annotations/[annotationId]/resolve', 'editor', {}, nothing],
    [
      ...(['annotations/[annotationId]/restore', 'checker', {}] as const),
      () => db.annotation.update({ where: { id: annotationId }, data: { deletedAt } }).then(nothing),
    ],
    ['desks', 'administrator', { name: 'A desk made once' }, nothing],
    ['desks/[desk]/invitations', 'owner', { role: 'viewer' }, nothing],
    ['desks/[desk]/tags', 'editor', { name: 'lede' }, nothing],
    ['desks/[desk]/tags/import', 'editor', { text: 'name,colour,note\nnumber,red,', apply: true }, nothing],
    ['desks/[desk]/tokens', 'checker', { name: 'Nightly', scope: 'read', expires: 7 }, nothing],
    ['desks/[desk]/transcripts', 'checker', { text: 'A: Some words.' }, nothing],
    ['evidence/[evidenceId]/restore', 'checker', {}, removedEvidence],
    ['invitations/accept', 'outsider', {}, linked],
    ['me/password', 'viewer', password, () => known().then(nothing)],
    ['people/[personId]/end-sessions', 'administrator', {}, async () => ({ personId: (await addPerson('Nell')).id })],
    ['replies/[replyId]/restore', 'checker', {}, removedReply],
    ['transcripts/[transcriptId]/annotations', 'checker', note, nothing],
    [
      ...(['transcripts/[transcriptId]/annotations/bulk', 'editor', { verb: 'resolve' }] as const),
      () => ({ body: { ids: [annotationId] } }),
    ],
    ['transcripts/[transcriptId]/annotations/bulk/undo', 'editor', {}, stepped],
    ['transcripts/[transcriptId]/corrections', 'editor', { action: 'accept', revision: 1 }, proposed],
    [
      'transcripts/[transcriptId]/versions',
      'editor',
      { text: `${sampleText}Marrant: So be it.`, revision: 1 },
      nothing,
    ],
    [
      ...(['transcripts/[transcriptId]/restore', 'owner', {}] as const),
      () => db.transcript.update({ where: { id: transcriptId }, data: { deletedAt } }).then(nothing),
    ],
  ]
  /** Those that take no key, and why. */
  const without: Readonly<Record<string, string>> = { 'set-up': 'nobody is signed in there, and its link works once' }

  const handlerOf = (path: string) =>
    (routes.find((route) => route.verb === 'POST' && route.path === path) as ApiRoute).handler
  const told = async (response: Response) => ({
    ...{ status: response.status, etag: response.headers.get('etag'), location: response.headers.get('location') },
    body: await response.text(),
  })
  const replayed = (response: Response) => response.headers.get('idempotency-replayed')

  it('is one of these: whoever makes a new one adds a row for it', () => {
    const posts = routes.filter(({ verb }) => verb === 'POST').map(({ path }) => path)
    expect([...cases.map(([path]) => path), ...Object.keys(without)].sort()).toEqual([...posts].sort())
  })

  it.each(cases)('is carried out once: %s', async (path, by, said, prepare) => {
    const { body, ...more } = (await prepare()) as { readonly body?: object }
    const params = { desk: world.desk.id, annotationId, transcriptId, ...more }
    const ask = { params, body: { ...said, ...body }, headers: { 'idempotency-key': path } }
    const post = () => send(handlerOf(path), 'POST', world.people[by].sessionId, ask)
    const first = await post()
    expect(first.ok).toBe(true)
    const changes = await db.change.count()
    const second = await post()
    expect([replayed(first), replayed(second)]).toEqual([null, 'true'])
    expect(await told(second)).toEqual(await told(first))
    expect(await db.change.count()).toBe(changes)
  })
})
