import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { editAnnotation } from '@/lib/data/annotation-edits'
import { CreateInput, createAnnotation } from '@/lib/data/annotations'
import { ChangesInput, listChanges } from '@/lib/data/change-list'
import { firstBrokenChange, writeIn } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { setRole } from '@/lib/data/members'
import { addReply, NewReply } from '@/lib/data/replies'
import { moveTranscript } from '@/lib/data/review'
import type { Actor } from '@/lib/permissions/can'
import { said } from './support/hostile'
import { actorIn, addAnnotation, addTranscript, makeWorld, type World } from './support/world'

describe('the record', () => {
  let world: World
  let checker: Actor
  beforeAll(async () => {
    world = await makeWorld()
    checker = await actorIn(world.people.checker.sessionId)
  })
  const changes = async (transcriptId: string, after = 0) =>
    (await listChanges(checker, ChangesInput.parse({ transcriptId, after }))).items

  it('holds one numbered change for each write, with who and what', async () => {
    const { id, version } = await addTranscript(world)
    const note = await addAnnotation(world, id)
    await editAnnotation(checker, { annotationId: note.id, version: 1, tags: ['lede'] })
    await moveTranscript(checker, { transcriptId: id, version, state: 'checking' })
    const items = await changes(id)
    expect(items.map(({ number, action }) => `${number} ${action}`)).toEqual([
      '1 transcript.import',
      '2 annotation.create',
      '3 annotation.edit',
      '4 transcript.start',
    ])
    expect(items[2]).toMatchObject({
      actor: { name: 'Chandra' },
      subject: { type: 'annotation', id: note.id },
      payload: { before: { tags: [] }, after: { tags: ['lede'] } },
    })
    expect((await changes(id, 3)).map(({ number }) => number)).toEqual([4])
    expect(await firstBrokenChange(id)).toBeNull()
  })

  it('numbers writes that come at once without a gap, and its chain holds', async () => {
    const { id } = await addTranscript(world)
    const input = CreateInput.parse({ transcriptId: id, kind: 'highlight', revision: 1, start: 0, end: 7 })
    const note = await addAnnotation(world, id)
    const reply = NewReply.parse({ annotationId: note.id, body: said('Yes.') })
    const write = (_: unknown, at: number) =>
      at % 5 === 0 ? addReply(checker, reply) : createAnnotation(checker, input)
    await Promise.all(Array.from({ length: 50 }, write))
    expect((await changes(id)).map(({ number }) => number)).toEqual(Array.from({ length: 52 }, (_, index) => index + 1))
    expect(await firstBrokenChange(id)).toBeNull()
  })

  it.each([
    [
      'a payload that was altered',
      `UPDATE change_payload SET payload = '{"x":1}' WHERE scope_id = $1::uuid AND number = 2`,
      2,
    ],
    ['a change taken out of the middle', 'DELETE FROM change WHERE scope_id = $1::uuid AND number = 2', 3],
  ])('shows %s', async (_, sql, broken) => {
    const { id } = await addTranscript(world)
    await addAnnotation(world, id)
    await addAnnotation(world, id)
    await db.$executeRawUnsafe(sql, id)
    expect(await firstBrokenChange(id)).toBe(broken)
  })

  it('is given in pages that stay small where single changes are large', async () => {
    const { id } = await addTranscript(world)
    const record = { action: 'annotations.tag', subject: { type: 'annotations', id } }
    // Bytes at random cannot be packed smaller.
    const write = (bytes: number) =>
      writeIn(id, checker, (_, __, append) =>
        append({ ...record, payload: { words: randomBytes(bytes).toString('base64') } }),
      )
    for (const bytes of [600_000, 600_000, 600_000, 2_400_000, 10]) await write(bytes)
    const pages: number[][] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listChanges(checker, ChangesInput.parse({ transcriptId: id, cursor }))
      pages.push(page.items.map(({ number }) => number))
      cursor = page.next
    }
    expect(pages).toEqual([[1, 2, 3], [4], [5], [6]])
  })

  it('lets nobody rewrite a change, and stays whole where a payload was erased', async () => {
    const { id } = await addTranscript(world)
    await addAnnotation(world, id)
    await expect(db.change.updateMany({ where: { scopeId: id }, data: { action: 'x' } })).rejects.toThrow(
      /written once/,
    )
    await db.changePayload.deleteMany({ where: { scopeId: id, number: 2 } })
    expect(await firstBrokenChange(id)).toBeNull()
  })

  it('holds what happens to the members of a desk', async () => {
    const owner = await actorIn(world.people.owner.sessionId)
    const personId = world.people.viewer.id
    await setRole(owner, { desk: world.desk.id, personId, version: 1, role: 'checker' })
    const last = await db.change.findFirst({
      where: { scopeId: world.desk.id },
      orderBy: { number: 'desc' },
      include: { payload: true },
    })
    expect(last).toMatchObject({
      action: 'member.role',
      payload: { payload: { before: { role: 'viewer' }, after: { role: 'checker' } } },
    })
    expect(await firstBrokenChange(world.desk.id)).toBeNull()
  })
})
