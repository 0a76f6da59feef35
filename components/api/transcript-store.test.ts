import { beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '@/lib/annotation/annotation'
import { openOnly } from '@/lib/annotation/filter'
import { ApiProblem } from './client'
import { settle } from './fake-browser'
import { at, type Desk, note, openDesk, page, paragraph, person } from './fake-desk'
import { markOf } from './provisional'
import { wordsOf } from './words'

let desk: Desk
beforeEach(() => {
  desk = openDesk([markOf(note('a', 10)), markOf(note('b', 20)), markOf(note('c', 30))])
})
const noConnection = new ApiProblem(0, 'No connection', 'The desk cannot be reached.')

describe('loading', () => {
  it('asks once for each, at most a hundred in a request', async () => {
    const many = Array.from({ length: 130 }, (_, at) => note(`m${at}`, at))
    desk = openDesk(many.map(markOf))
    const first = desk.hold()
    desk.say(page(...many.slice(100)))
    const ids = many.map(({ id }) => id)
    const all = Promise.all([
      desk.state().load(ids),
      desk.state().load(ids.slice(5, 9)),
      desk.state().load(['saving-x']),
    ])
    first(page(...many.slice(0, 100)))
    await all
    expect(desk.asked.length).toBe(2)
    expect(desk.state().annotations.size).toBe(130)
    await desk.state().load(ids)
    expect(desk.asked.length).toBe(2)
  })

  it('asks again after a while when there was no connection', async () => {
    desk.say(noConnection)
    await desk.state().load(['a'])
    await desk.state().load(['a'])
    expect(desk.asked.length).toBe(1)
    desk.say(page(note('a', 10)))
    desk.wait()
    await desk.state().load(['a'])
    expect(desk.state().annotations.has('a')).toBe(true)
  })
})

describe('refreshing', () => {
  const changeOf = (type: string, id: string, payload: unknown = {}) =>
    page({ number: 11, action: 'x', actor: { id: 'p2', name: 'Mira' }, subject: { type, id }, at, payload })
  const marks = (...all: Annotation[]) => ({ change: 11, revision: 1, marks: all.map(markOf), people: { p2: 'Mira' } })

  it('asks for nothing more when nothing changed', async () => {
    desk.say(page())
    await desk.state().refresh()
    expect(desk.asked.map(({ path }) => path)).toEqual(['/transcripts/t/changes?after=10&limit=500'])
  })

  it('takes in new, changed and deleted marks, and reads loaded cards again', async () => {
    await desk.load(note('a', 10), note('b', 20))
    desk.painted.length = 0
    const moved = note('b', 20, { version: 2, tags: ['fish'] })
    const fresh = note('d', 40, { author: person('p2', 'Mira') })
    desk.say(changeOf('reply', 'r', { annotation: 'b' }), marks(note('a', 10), moved, fresh), page(moved))
    await desk.state().refresh()
    expect(desk.state()).toMatchObject({ order: ['a', 'b', 'd'], change: 11, people: { p2: 'Mira' } })
    expect(desk.state().annotations.get('b')?.tags).toEqual(['fish'])
    expect(desk.painted[0]).toEqual({ changed: ['b', 'd'], removed: ['c'] })
  })

  it('leaves what is being saved as it is, whatever the desk says of it', async () => {
    await desk.load(note('a', 10))
    const answer = desk.hold()
    const saving = desk.state().save('a', { tags: ['mine'] })
    const created = desk.hold()
    const making = desk.state().create({ kind: 'highlight', revision: 1, start: 24, end: 29, tags: [] })
    const temporary = desk.state().chosen as string
    await settle()
    desk.say(changeOf('annotation', 'a'), marks(note('a', 10), note('b', 20)), page(note('a', 10)))
    await desk.state().refresh()
    expect(desk.state().annotations.get('a')?.tags).toEqual(['mine'])
    expect(desk.state().order).toEqual(['a', 'b', temporary])
    answer(note('a', 10, { version: 2, tags: ['mine'] }))
    created(note('n', 24, { kind: 'highlight' }))
    await Promise.all([saving, making])
    expect(desk.state().order).toEqual(['a', 'b', 'n'])
  })

  it('does not lose what was saved while the marks were on their way', async () => {
    desk.say(changeOf('annotation', 'b'))
    const answer = desk.hold()
    const refreshed = desk.state().refresh()
    await Promise.resolve()
    await new Promise((resolve) => setTimeout(resolve))
    desk.say(note('n', 24))
    await desk.state().create({ kind: 'note', revision: 1, start: 24, end: 29, tags: [], body: paragraph('New.') })
    answer(marks(note('a', 10), note('b', 20), note('c', 30)))
    await refreshed
    expect(desk.state().order).toEqual(['a', 'b', 'n', 'c'])
  })

  it('asks again for the cards that it could not read', async () => {
    await desk.load(note('b', 20))
    const moved = note('b', 20, { version: 2, body: paragraph('Theirs.') })
    desk.say(changeOf('annotation', 'b'), marks(note('a', 10), moved), noConnection)
    await desk.state().refresh()
    expect(desk.state().annotations.get('b')?.body).toEqual(paragraph('First.'))
    desk.say(changeOf('annotation', 'b'), marks(note('a', 10), moved), page(moved))
    await desk.state().refresh()
    expect(desk.state().annotations.get('b')?.body).toEqual(paragraph('Theirs.'))
    expect(desk.state().change).toBe(11)
  })

  it('does not go back to a state from before a step of one’s own', async () => {
    desk.say(changeOf('transcript', 't'), marks(note('a', 10)))
    const before = desk.hold()
    const refreshed = desk.state().refresh()
    await new Promise((resolve) => setTimeout(resolve))
    desk.say({ id: 't', version: 2, state: 'checking' })
    await desk.state().move('checking')
    before({ id: 't', version: 1, state: 'draft' })
    await refreshed
    expect(desk.state().transcript.state).toBe('checking')
  })

  it('keeps quiet when there is no connection', async () => {
    desk.say(noConnection)
    await desk.state().refresh()
    expect(desk.state().order).toEqual(['a', 'b', 'c'])
  })
})

describe('looking', () => {
  it('filters, and steps through what is shown', () => {
    desk = openDesk([markOf(note('a', 10)), markOf(note('b', 20, { kind: 'highlight' })), markOf(note('c', 30))])
    desk.state().setFilter({ ...openOnly, kind: ['note'] })
    expect(desk.state().shown).toEqual(['a', 'c'])
    desk.say(page(), page(), page(), page())
    desk.state().step(1)
    expect(desk.state().chosen).toBe('a')
    desk.state().step(1)
    expect(desk.state().chosen).toBe('c')
    desk.state().step(1)
    expect(desk.state().chosen).toBe('c')
    desk.state().choose(null)
    desk.state().step(-1, 25)
    expect(desk.state().chosen).toBe('a')
  })

  it('widens a filter that would hide what was just made', async () => {
    desk.state().setFilter({ ...openOnly, kind: ['flag'] })
    desk.say(note('n', 0, { kind: 'highlight' }))
    await desk.state().create({ kind: 'highlight', revision: 1, start: 0, end: 5, tags: [] })
    expect(desk.state().filter.kind).toEqual(['flag', 'highlight'])
    expect(desk.state().shown).toEqual(['n'])
  })

  it('keeps a filter while single marks come and go', async () => {
    desk.state().setFilter({ ...openOnly, kind: ['highlight'] })
    desk.say(note('n', 0, { kind: 'highlight' }))
    await desk.state().create({ kind: 'highlight', revision: 1, start: 0, end: 5, tags: [] })
    expect(desk.state().shown).toEqual(['n'])
  })

  it('lists what was begun until it is thrown away, and brings it back by undo', async () => {
    const draft = { kind: 'flag', start: 0, end: 5, exact: 'Words' } as const
    desk.words.keep(wordsOf.draft(draft), { values: {}, draft })
    desk.words.keep('reply:b', { values: {} })
    expect(desk.state().kept).toEqual([draft])
    expect([...desk.state().begun]).toEqual(['b'])
    desk.state().discard(wordsOf.draft(draft))
    expect(desk.state().kept).toEqual([])
    await desk.state().undo?.run()
    expect(desk.state().kept).toEqual([draft])
  })
})

describe('the transcript itself', () => {
  it('keeps the reason of a step until it is taken', async () => {
    desk.words.keep(wordsOf.step, { values: { reason: 'The figure.' } })
    desk.say(noConnection, { id: 't', version: 2, state: 'checking' })
    await desk.state().move('checking', 'The figure.')
    expect(desk.words.read(wordsOf.step)).toBeDefined()
    await desk.state().unsent[0]?.retry()
    expect(desk.words.read(wordsOf.step)).toBeUndefined()
  })

  it('moves when the desk says so, and not before', async () => {
    const answer = desk.hold()
    const moved = desk.state().move('checking')
    expect(desk.state()).toMatchObject({ saving: 1, transcript: { state: 'draft' } })
    answer({ id: 't', version: 2, state: 'checking', revision: { text: 'long' } })
    expect(await moved).toBe(true)
    expect(desk.state().transcript).toEqual({ id: 't', version: 2, state: 'checking' })
  })

  it('shows the present state when somebody else moved it first', async () => {
    desk.say(new ApiProblem(409, 'Changed', '', [], { id: 't', version: 3, state: 'in-review' }))
    expect(await desk.state().move('checking')).toBe(false)
    expect(desk.state().transcript.state).toBe('in-review')
    expect(desk.state().unsent).toMatchObject([{ key: 'transcript:state' }])
  })
})
