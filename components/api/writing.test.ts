import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { at, type Desk, note, openDesk, page, paragraph, person } from './fake-desk'
import { markOf } from './provisional'

let desk: Desk
beforeEach(() => {
  desk = openDesk([markOf(note('a', 10)), markOf(note('b', 20)), markOf(note('c', 30))])
})

describe('editing', () => {
  beforeEach(() => desk.load(note('a', 10)))
  const edit = { body: paragraph('Mine.') }

  it('is shown at once and sent with the version that was seen', async () => {
    const answer = desk.hold()
    const saved = desk.state().save('a', edit)
    expect(desk.state().annotations.get('a')?.body).toEqual(edit.body)
    answer(note('a', 10, { version: 2, ...edit }))
    expect(await saved).toBe(true)
    expect(desk.asked.at(-1)).toMatchObject({ version: 1, body: edit })
    expect(desk.state().undo?.what).toBe('Note changed.')
  })

  it('shows the stored words again when it is refused, and keeps what was typed', async () => {
    desk.words.keep('annotation:a', { values: 'Mine.' })
    desk.say(new ApiProblem(403, 'Not allowed', 'You may not.'))
    await desk.state().save('a', edit)
    expect(desk.state().annotations.get('a')?.body).toEqual(paragraph('First.'))
    expect(desk.state().editing).toEqual({ id: 'a', part: 'annotation' })
    expect(desk.words.read('annotation:a')?.values).toBe('Mine.')
  })

  const theirs = note('a', 10, { version: 5, body: paragraph('Theirs.') })
  const old = () => new ApiProblem(409, 'Changed', 'It was changed.', [], theirs)
  const changes = page({
    number: 11,
    action: 'annotation.edit',
    actor: { id: 'p2', name: 'Mira Okafor' },
    subject: { type: 'annotation', id: 'a' },
    at,
    payload: {},
  })

  it('says who changed it meanwhile, keeps both, and saves mine over theirs when told to', async () => {
    desk.state().edit({ id: 'a', part: 'annotation' })
    desk.say(old(), changes)
    expect(await desk.state().save('a', edit)).toBe(false)
    expect(desk.state().conflicts.get('annotation:a')).toEqual({ by: 'Mira Okafor', theirs })
    expect(desk.state().annotations.get('a')?.body).toEqual(paragraph('Theirs.'))
    desk.say(note('a', 10, { version: 6, ...edit }))
    expect(await desk.state().save('a', edit)).toBe(true)
    expect(desk.asked.at(-1)).toMatchObject({ version: 5 })
    expect(desk.state()).toMatchObject({ unsent: [], conflicts: new Map() })
  })

  it('takes theirs when told to, and forgets mine', async () => {
    desk.words.keep('annotation:a', { values: 'Mine.' })
    desk.state().edit({ id: 'a', part: 'annotation' })
    desk.say(old(), changes)
    await desk.state().save('a', edit)
    desk.state().takeTheirs('annotation:a')
    expect(desk.state()).toMatchObject({ unsent: [], editing: null, conflicts: new Map() })
    expect(desk.words.read('annotation:a')).toBeUndefined()
    expect(desk.state().annotations.get('a')?.body).toEqual(paragraph('Theirs.'))
  })

  it('lets both changes stand when they touch different parts', async () => {
    const resolved = note('a', 10, { version: 5, state: 'resolved' })
    desk.say(new ApiProblem(409, 'Changed', '', [], resolved), { ...resolved, version: 6, ...edit })
    expect(await desk.state().save('a', edit)).toBe(true)
    expect(desk.asked.at(-1)).toMatchObject({ version: 5 })
    expect(desk.state().annotations.get('a')).toMatchObject({ state: 'resolved', ...edit })
  })

  it('does not save silently over what a refresh brought while the form was open', async () => {
    desk.state().edit({ id: 'a', part: 'annotation' })
    desk.say(changes, { change: 11, revision: 1, marks: [markOf(theirs)], people: {} }, page(theirs))
    await desk.state().refresh()
    desk.say(old(), changes)
    expect(await desk.state().save('a', edit)).toBe(false)
    expect(desk.asked.at(-2)).toMatchObject({ method: 'PATCH', version: 1 })
    expect(desk.state().conflicts.get('annotation:a')?.theirs).toEqual(theirs)
  })

  it('leaves words alone that were typed after the save was sent', async () => {
    desk.words.keep('annotation:a', { values: 'Mine.' })
    const answer = desk.hold()
    const saved = desk.state().save('a', edit)
    desk.words.keep('annotation:a', { values: 'Mine, and more.' })
    answer(note('a', 10, { version: 2, ...edit }))
    await saved
    expect(desk.words.read('annotation:a')?.values).toBe('Mine, and more.')
  })
})

describe('a conflict about the text', () => {
  it('carries no annotation: the words stay, with the reason', async () => {
    const moved = new ApiProblem(409, 'Changed', 'The text has been corrected.', [], { revision: 2 })
    desk.say(moved)
    await desk.state().create({ kind: 'highlight', revision: 1, start: 0, end: 5, tags: [] })
    expect(desk.state().unsent).toMatchObject([{ what: 'New highlight', why: 'The text has been corrected.' }])
    expect(desk.state().order).toEqual(['a', 'b', 'c'])
  })
})

describe('deleting, resolving and dismissing', () => {
  beforeEach(() => desk.load(note('a', 10)))

  it('takes the card away at once and brings it back by undo', async () => {
    const answer = desk.hold()
    const gone = desk.state().remove('a')
    expect(desk.state().order).toEqual(['b', 'c'])
    answer(undefined)
    await gone
    expect(desk.state().undo?.what).toBe('Note deleted.')
    desk.say(note('a', 10, { version: 3 }))
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)).toMatchObject({ method: 'POST', path: '/annotations/a/restore' })
    expect(desk.state().order).toEqual(['a', 'b', 'c'])
  })

  it('says that a deletion met a change, with nothing to choose between', async () => {
    const theirs = note('a', 10, { version: 5 })
    desk.say(new ApiProblem(409, 'Changed', '', [], theirs), page())
    await desk.state().remove('a')
    expect(desk.state()).toMatchObject({
      conflicts: new Map(),
      unsent: [{ why: 'Changed meanwhile by someone else. It is shown as it is now: look, then try again.' }],
    })
  })

  it('takes back one’s own reply, not one that came in behind it', async () => {
    const replyBy = (id: string, author: ReturnType<typeof person>) => ({
      ...{ id, version: 1, author, body: paragraph('Yes.'), createdAt: at, updatedAt: at },
    })
    const [mine, theirs] = [
      replyBy('mine', person('p1', 'Teodor Sand')),
      replyBy('theirs', person('p2', 'Mira Okafor')),
    ]
    desk.say(note('a', 10, { replies: [mine, theirs] }), note('a', 10, { replies: [theirs] }))
    await desk.state().reply('a', paragraph('Yes.'))
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/replies/mine' })
  })

  it('brings the card back when the deletion is refused', async () => {
    desk.say(new ApiProblem(403, 'Not allowed', 'Only its author may delete this.'))
    await desk.state().remove('a')
    expect(desk.state().order).toEqual(['a', 'b', 'c'])
    expect(desk.state().unsent).toMatchObject([{ why: 'Only its author may delete this.' }])
    desk.state().unsent[0]?.giveUp()
    expect(desk.state().unsent).toEqual([])
  })

  it('resolves at once, drops out of what is open, and undo opens it again', async () => {
    desk.say(note('a', 10, { state: 'resolved' }), note('a', 10))
    const done = desk.state().resolve('a', true)
    expect(desk.state().shown).toEqual(['b', 'c'])
    await done
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)?.body).toEqual({ resolved: false })
    expect(desk.state().shown).toEqual(['a', 'b', 'c'])
  })

  it('undoes a dismissal with a null reason', async () => {
    desk.say(note('a', 10, { state: 'dismissed' }), note('a', 10))
    await desk.state().dismiss('a', 'Two people')
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)?.body).toEqual({ reason: null })
  })

  it('removes one that others deleted already, and says so', async () => {
    const missing = new ApiProblem(404, 'Not found', 'This annotation is no longer there.')
    desk.say(missing, missing)
    await desk.state().resolve('a', true)
    expect(desk.state().order).toEqual(['b', 'c'])
    expect(desk.state().unsent).toMatchObject([{ why: 'This annotation is no longer there.' }])
  })
})
