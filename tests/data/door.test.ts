import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { describeTranscript } from '@/lib/data/transcripts'
import { type ApiRoute, apiRoutes } from './support/routes'
import { actorIn, addPerson, addTranscript, makeWorld, send, type World } from './support/world'

describe('the door', () => {
  let world: World
  let routes: readonly ApiRoute[]
  beforeAll(async () => {
    world = await makeWorld()
    routes = await apiRoutes()
  })
  const route = (name: string) => {
    const found = routes.find(({ verb, path }) => `${verb} ${path}` === name)
    if (found === undefined) throw new Error(`there is no route ${name}`)
    return found.handler
  }

  it.each([
    ['whose session ends', (id: string) => db.session.deleteMany({ where: { userId: id } }), 401],
    ['who is taken out of the desk', (id: string) => db.membership.deleteMany({ where: { userId: id } }), 404],
    [
      'who becomes a viewer',
      (id: string) => db.membership.updateMany({ where: { userId: id }, data: { role: 'viewer' } }),
      403,
    ],
  ])('lets nothing in from someone %s while they are still sending', async (_, meanwhile, status) => {
    const person = await addPerson('Nell')
    await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role: 'checker' } })
    const raw = new ReadableStream(
      {
        async pull(controller) {
          await meanwhile(person.id)
          controller.enqueue(new TextEncoder().encode('{"text":"Some words."}'))
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const ask = { params: { desk: world.desk.id }, raw, headers: { 'content-type': 'application/json' } }
    const before = await db.transcript.count()
    const response = await send(route('POST desks/[desk]/transcripts'), 'POST', person.sessionId, ask)
    expect(response.status).toBe(status)
    expect(await db.transcript.count()).toBe(before)
  })

  it('does not let a stranger wait for those who write to a transcript', async () => {
    const { id: transcriptId, version } = await addTranscript(world)
    const stranger = await actorIn(world.people.outsider.sessionId)
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM scope WHERE id = ${transcriptId}::uuid FOR UPDATE`
      const asked = describeTranscript(stranger, { transcriptId, version, title: 'Mine' })
      await expect(asked).rejects.toMatchObject({ problem: 'not-found' })
    })
  })

  it('does not take what one person’s page sends for the words of whoever has signed in since', async () => {
    const { id: transcriptId } = await addTranscript(world)
    const ask = (person: string) => ({
      params: { transcriptId },
      body: { kind: 'highlight', revision: 1, start: 0, end: 7 },
      headers: { 'verbatim-person': person },
    })
    const handler = route('POST transcripts/[transcriptId]/annotations')
    const { owner, editor } = world.people
    const as = (person: string) => send(handler, 'POST', owner.sessionId, ask(person))
    expect((await as(editor.id)).status).toBe(401)
    expect(await db.annotation.count({ where: { transcriptId } })).toBe(0)
    expect((await as(owner.id)).status).toBe(201)
  })

  it('names fifty faults at most, however many there are', async () => {
    const { id: transcriptId } = await addTranscript(world)
    const content = Array(2_000).fill({ type: 'script' })
    const body = { kind: 'note', revision: 1, start: 0, end: 7, body: { type: 'doc', content } }
    const ask = { params: { transcriptId }, body }
    const handler = route('POST transcripts/[transcriptId]/annotations')
    const response = await send(handler, 'POST', world.people.owner.sessionId, ask)
    expect(response.status).toBe(422)
    expect((await response.json()).errors).toHaveLength(50)
  })
})
