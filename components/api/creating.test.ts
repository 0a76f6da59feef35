import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { type Desk, note, openDesk, paragraph } from './fake-desk'
import { isTemporary, markOf } from './provisional'
import { wordsOf } from './words'

let desk: Desk
beforeEach(() => {
  desk = openDesk([markOf(note('a', 10)), markOf(note('b', 20)), markOf(note('c', 30))])
})

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

  const refusal = new ApiProblem(422, 'Invalid', 'Too long.')

  it('gives the words back to the form when it is refused, and a second try saves them', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(refusal, note('n', 24))
    expect(await desk.state().create({ ...input, tags: [] })).toBe(false)
    expect(desk.state()).toMatchObject({ order: ['a', 'b', 'c'], draft, chosen: null })
    expect(desk.words.read(wordsOf.draft(draft))?.values).toBe('New.')
    expect(desk.state().unsent).toMatchObject([{ what: 'New note', why: 'Too long.', stands: 'refused' }])
    await desk.state().unsent[0]?.retry()
    expect(desk.state()).toMatchObject({ unsent: [], order: ['a', 'b', 'n', 'c'], draft: null, kept: [] })
    expect(desk.words.read(wordsOf.draft(draft))).toBeUndefined()
  })

  it('asks to save what stands in the form where that was changed after a refusal', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(refusal)
    await desk.state().create({ ...input, tags: [] })
    desk.words.keep(wordsOf.draft(draft), { ...desk.words.read(wordsOf.draft(draft)), values: 'Shorter.' })
    const asked = desk.asked.length
    await desk.state().unsent[0]?.retry()
    expect(desk.asked).toHaveLength(asked)
    expect(desk.state().draft).toMatchObject(draft)
    desk.say(note('n', 24))
    await desk.state().create({ ...input, tags: [] })
    expect(desk.state().unsent).toEqual([])
  })

  it('takes its words along: while it is on its way the same form begins empty', async () => {
    desk.words.keep('reply:a', { values: 'First.' })
    await desk.load(note('a', 10))
    const answer = desk.hold()
    const sent = desk.state().reply('a', paragraph('First.'))
    expect(desk.words.read('reply:a')).toBeUndefined()
    desk.words.keep('reply:a', { values: 'Second.' })
    answer(note('a', 10))
    await sent
    expect(desk.words.read('reply:a')?.values).toBe('Second.')
  })

  it('leaves a second reply in the form when the first is refused, and keeps the first', async () => {
    desk.words.keep('reply:a', { values: 'First.' })
    await desk.load(note('a', 10))
    const answer = desk.hold()
    const sent = desk.state().reply('a', paragraph('First.'))
    desk.words.keep('reply:a', { values: 'Second.' })
    answer(Promise.reject(refusal))
    await sent
    expect(desk.words.read('reply:a')?.values).toBe('Second.')
    desk.say(note('a', 10))
    await desk.state().reply('a', paragraph('Second.'))
    expect(desk.state().unsent).toMatchObject([{ what: 'Reply', why: 'Too long.' }])
    desk.say(note('a', 10))
    await desk.state().unsent[0]?.retry()
    expect(desk.asked.at(-1)?.body).toEqual({ body: paragraph('First.') })
  })

  it('is not among those begun and not saved, neither on its way nor after', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    const answer = desk.hold()
    const saved = desk.state().create({ ...input, tags: [] })
    expect(desk.state().kept).toEqual([])
    answer(note('n', 24))
    await saved
    expect(desk.state().kept).toEqual([])
  })

  it('is among them when it was refused, until it is given up', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(refusal)
    await desk.state().create({ ...input, tags: [] })
    desk.state().begin(null)
    expect(desk.state().kept).toEqual([draft])
    desk.state().unsent[0]?.giveUp()
    expect(desk.state()).toMatchObject({ kept: [], unsent: [] })
    await desk.state().undo?.run()
    expect(desk.state()).toMatchObject({ kept: [draft], unsent: [{ stands: 'refused' }] })
  })

  it('can be taken back by undo', async () => {
    desk.say(note('n', 24), undefined)
    await desk.state().create({ ...input, tags: [] })
    expect(desk.state().undo?.what).toBe('Note added.')
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/annotations/n', version: 1 })
    expect(desk.state().order).toEqual(['a', 'b', 'c'])
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
