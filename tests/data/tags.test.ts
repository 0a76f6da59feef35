import { beforeAll, describe, expect, it } from 'vitest'
import { firstBrokenChange } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { exportTags, importTags } from '@/lib/data/tag-files'
import { createTag, deleteTag, editTag, listTags } from '@/lib/data/tags'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { actorIn, makeWorld, type World } from './support/world'

const refusal = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? `${error.problem}: ${error.message}` : String(error)),
  )

describe('the codebook', () => {
  let world: World
  let editor: Actor
  let viewer: Actor
  let outsider: Actor
  let desk: string
  beforeAll(async () => {
    world = await makeWorld()
    editor = await actorIn(world.people.editor.sessionId)
    viewer = await actorIn(world.people.viewer.sessionId)
    outsider = await actorIn(world.people.outsider.sessionId)
    desk = world.desk.id
  })
  const fields = { colour: 'green' as const, note: 'Said for publication.' }
  const names = async () => (await listTags(viewer, { desk })).items.map(({ name }) => name)

  it('is written by editors, read by all, and kept in the record', async () => {
    const made = await createTag(editor, { desk, name: 'on record', ...fields })
    expect(made).toMatchObject({ name: 'on record', colour: 'green', version: 1 })
    expect(await refusal(createTag(editor, { desk, name: 'on record', ...fields }))).toMatch(/^conflict: .*on record/)
    expect(await refusal(createTag(viewer, { desk, name: 'x', ...fields }))).toMatch(/^forbidden/)
    expect(await refusal(createTag(outsider, { desk, name: 'x', ...fields }))).toMatch(/^not-found/)
    const edited = await editTag(editor, { tagId: made.id, version: 1, name: 'for the record' })
    expect(edited).toMatchObject({ name: 'for the record', note: fields.note, version: 2 })
    expect(await refusal(editTag(editor, { tagId: made.id, version: 1, note: '' }))).toMatch(/^conflict/)
    expect(await refusal(editTag(outsider, { tagId: made.id, version: 2, note: '' }))).toMatch(/^not-found/)
    expect(await refusal(deleteTag(viewer, { tagId: made.id, version: 2 }))).toMatch(/^forbidden/)
    expect(await names()).toEqual(['for the record'])
    await deleteTag(editor, { tagId: made.id, version: 2 })
    expect(await names()).toEqual([])
    const changes = await db.change.findMany({
      where: { scopeId: desk, subjectType: 'tag' },
      orderBy: { number: 'asc' },
    })
    expect(changes.map(({ action }) => action)).toEqual(['tag.create', 'tag.edit', 'tag.delete'])
    expect(await firstBrokenChange(desk)).toBeNull()
  })

  it('is looked at before it is taken in, and handed out as it came', async () => {
    await createTag(editor, { desk, name: 'later', colour: 'grey', note: '' })
    await createTag(editor, { desk, name: 'legal', colour: 'red', note: '' })
    const text = 'name,colour,note\nlater,blue,Not today\nlegal,red,\n"a, b",red,\n'
    expect(await refusal(importTags(editor, { desk, text, apply: true }))).toMatch(/^invalid: Row 4: A tag cannot hold/)
    expect(await names()).toEqual(['later', 'legal'])
    const good = text.replace('"a, b"', 'names')
    const later = {
      name: 'later',
      before: { colour: 'grey', note: '' },
      after: { colour: 'blue', note: 'Not today' },
    }
    const told = { added: ['names'], changed: [later], same: ['legal'] }
    expect(await importTags(editor, { desk, text: good, apply: false })).toEqual({ ...told, done: false })
    expect(await names()).toEqual(['later', 'legal'])
    expect(await importTags(editor, { desk, text: good, apply: true })).toEqual({ ...told, done: true })
    expect((await listTags(viewer, { desk })).items[0]).toMatchObject({ colour: 'blue', note: 'Not today', version: 2 })
    expect(await refusal(importTags(viewer, { desk, text: good, apply: false }))).toMatch(/^forbidden/)
    for (const format of ['csv', 'json'] as const) {
      const { content, name } = await exportTags(viewer, { desk, format })
      expect(name).toBe(`${world.desk.slug}-tags.${format}`)
      const again = await importTags(editor, { desk, text: content, apply: false })
      expect(again).toMatchObject({ added: [], changed: [], same: ['later', 'legal', 'names'] })
    }
  })
})
