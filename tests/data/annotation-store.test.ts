import { beforeAll, describe, expect, it } from 'vitest'
import { CreateInput, createAnnotation } from '@/lib/data/annotations'
import { db } from '@/lib/data/db'
import { actorIn, addPerson, addTranscript, makeWorld, type World } from './support/world'

// A write believes what was last seen of its transcript, and looks again under the lock.
describe('a new annotation', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  const inputOn = (transcriptId: string) =>
    CreateInput.parse({ transcriptId, revision: 1, kind: 'highlight', start: 0, end: 7 })

  const held = (personId: string) => ({ deskId: world.desk.id, userId: personId })
  it.each([
    ['was approved', (id: string) => db.transcript.update({ where: { id }, data: { state: 'approved' } }), 'conflict'],
    ['was corrected', (id: string) => db.transcript.update({ where: { id }, data: { head: 2 } }), 'conflict'],
    [
      'went to the trash',
      (id: string) => db.transcript.update({ where: { id }, data: { deletedAt: new Date() } }),
      'gone',
    ],
    ['is gone', (id: string) => db.transcript.delete({ where: { id } }), 'not-found'],
    [
      'went to another desk',
      (id: string) => db.transcript.update({ where: { id }, data: { deskId: world.other.id } }),
      'not-found',
    ],
    [
      'is read only for its writer',
      (_: string, by: string) => db.membership.updateMany({ where: held(by), data: { role: 'viewer' } }),
      'forbidden',
    ],
    [
      'is out of its writer’s reach',
      (_: string, by: string) => db.membership.deleteMany({ where: held(by) }),
      'not-found',
    ],
  ])(
    'are refused where the transcript %s since the writer last looked, and nothing is stored',
    async (_, happens, problem) => {
      const { id } = await addTranscript(world)
      const person = await addPerson('Nell')
      await db.membership.create({ data: { ...held(person.id), role: 'checker' } })
      const nell = await actorIn(person.sessionId)
      const input = inputOn(id)
      await createAnnotation(nell, input)
      await happens(id, person.id)
      await expect(createAnnotation(nell, input)).rejects.toMatchObject({ problem })
      const [left, scope] = [await db.annotation.count({ where: { transcriptId: id } }), { where: { id } }]
      expect(left).toBeLessThanOrEqual(1)
      expect((await db.scope.findUnique(scope))?.number ?? 2).toBe(2)
    },
  )

  it('is taken where the transcript has been opened again since the writer was refused', async () => {
    const { id } = await addTranscript(world)
    const checker = await actorIn(world.people.checker.sessionId)
    const attempt = () => createAnnotation(checker, inputOn(id))
    await db.transcript.update({ where: { id }, data: { state: 'approved' } })
    await expect(attempt()).rejects.toMatchObject({ problem: 'conflict' })
    await db.transcript.update({ where: { id }, data: { state: 'checking' } })
    expect((await attempt()).state).toBe('open')
  })
})
