import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { at, type Desk, note, openDesk, page, paragraph, person } from './fake-desk'
import { isTemporary, markOf } from './provisional'
import { wordsOf } from './words'

let desk: Desk
beforeEach(() => {
  desk = openDesk([markOf(note('a', 10)), markOf(note('b', 20)), markOf(note('c', 30))])
})
const noConnection = new ApiProblem(0, 'No connection', 'The desk cannot be reached.')

describe('creating', () => {
  const input = {
    kind: 'note',
    revision: 1,
    start: 24,
    end: 29,
    exact: 'words',
    body: paragraph('New.'),
    tags: [],
  } as const
  const draft = { kind: 'note', start: 24, end: 29, exact: 'words' } as const

  it('shows the new annotation at once in its place, and swaps it for the answer', async () => {
    const answer = desk.hold()
    desk.state().begin(draft)
    const saved = desk.state().create({ ...input, tags: [] })
    const temporary = desk.state().chosen as string
    expect(isTemporary(temporary)).toBe(true)
    expect(desk.state().order).toEqual(['a', 'b', temporary, 'c'])
    expect(desk.state().annotations.get(temporary)?.body).toEqual(paragraph('New.'))
    expect(desk.state()).toMatchObject({ saving: 1, draft: null })
    expect(desk.state().busy.has(temporary)).toBe(true)
    answer(note('n', 24))
    expect(await saved).toBe(true)
    expect(desk.state()).toMatchObject({ order: ['a', 'b', 'n', 'c'], chosen: 'n', saving: 0, unsent: [] })
    expect(desk.painted).toEqual([
      { changed: [temporary], removed: [] },
      { changed: ['n'], removed: [temporary] },
    ])
  })

  it('keeps the words and opens the form again when it fails, and a second try saves them', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(noConnection, note('n', 24))
    expect(await desk.state().create({ ...input, tags: [] })).toBe(false)
    expect(desk.state().order).toEqual(['a', 'b', 'c'])
    expect(desk.state().draft).toEqual(draft)
    expect(desk.words.read(wordsOf.draft(draft))?.values).toBe('New.')
    expect(desk.state().unsent).toMatchObject([{ what: 'New note', why: 'The desk cannot be reached.' }])
    await desk.state().unsent[0]?.retry()
    expect(desk.state().unsent).toEqual([])
    expect(desk.words.read(wordsOf.draft(draft))).toBeUndefined()
    expect(desk.state().order).toEqual(['a', 'b', 'n', 'c'])
    expect(desk.state().draft).toBeNull()
  })

  it('leaves the form open when more was typed while it was tried again', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(noConnection)
    await desk.state().create({ ...input, tags: [] })
    const answer = desk.hold()
    const again = desk.state().unsent[0]?.retry()
    desk.words.keep(wordsOf.draft(draft), { values: 'New, and more.', draft })
    answer(note('n', 24))
    await again
    expect(desk.state().draft).toEqual(draft)
  })

  it('is not among those begun and not saved, neither on its way nor after', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    const answer = desk.hold()
    const saved = desk.state().create({ ...input, tags: [] })
    desk.say(page(note('a', 10)))
    desk.state().choose('a')
    expect(desk.state().kept).toEqual([])
    answer(note('n', 24))
    await saved
    expect(desk.state().kept).toEqual([])
  })

  it('is among them when it failed while something else was done, until it is given up', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(noConnection)
    await desk.state().create({ ...input, tags: [] })
    desk.state().begin(null)
    expect(desk.state().kept).toEqual([draft])
    desk.state().unsent[0]?.giveUp()
    expect(desk.state()).toMatchObject({ kept: [], unsent: [] })
  })

  it('can be taken back by undo, for ten seconds', async () => {
    desk.say(note('n', 24), undefined)
    await desk.state().create({ ...input, tags: [] })
    expect(desk.state().undo?.what).toBe('Note added.')
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/annotations/n', version: 1 })
    expect(desk.state().order).toEqual(['a', 'b', 'c'])
    desk.wait()
    expect(desk.state().undo).toBeNull()
  })

  it('sends an edit of a card that is still being saved after it, under its own id', async () => {
    const answer = desk.hold()
    const made = desk.state().create({ ...input, tags: [] })
    const edit = desk.state().save(desk.state().chosen as string, { tags: ['fish'] })
    desk.say(note('n', 24, { version: 2, tags: ['fish'] }))
    answer(note('n', 24))
    expect(await Promise.all([made, edit])).toEqual([true, true])
    expect(desk.asked.at(-1)).toMatchObject({ method: 'PATCH', path: '/annotations/n', version: 1 })
    expect(desk.state().annotations.get('n')?.tags).toEqual(['fish'])
    expect(desk.state().order).toEqual(['a', 'b', 'n', 'c'])
  })
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

  it('shows the stored words again when it fails, and keeps what was typed', async () => {
    desk.words.keep('annotation:a', { values: 'Mine.' })
    desk.say(noConnection)
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
