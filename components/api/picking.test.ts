import { beforeEach, describe, expect, it } from 'vitest'
import { everything } from '@/lib/annotation/filter'
import { ApiProblem } from './client'
import { openBrowser, settle } from './fake-browser'
import { note, openDesk, page } from './fake-desk'
import { pickedOf } from './picking'
import { markOf } from './provisional'
import { wordsOf } from './words'

const marks = ['a', 'b', 'c', 'd'].map((id, at) => markOf(note(id, at * 10, { tags: ['x', 'y'] })))
const openAll = () => {
  const desk = openDesk(marks)
  desk.state().setFilter(everything)
  return desk
}
const picked = (desk: ReturnType<typeof openDesk>) => pickedOf(desk.state())

describe('picking', () => {
  it('takes single ones, a stretch, all that is shown, and lets go', async () => {
    const desk = openAll()
    desk.state().pick(['d'], true)
    desk.state().pickTo('b')
    expect(picked(desk)).toEqual(['b', 'c', 'd'])
    desk.state().pick(['c'], false)
    expect(picked(desk)).toEqual(['b', 'd'])
    await desk.state().pickAll()
    expect(picked(desk)).toEqual(['a', 'b', 'c', 'd'])
    desk.state().pickNone()
    expect(picked(desk)).toEqual([])
  })

  it('does not act on what the filter hides', async () => {
    const desk = openDesk([...marks, markOf(note('r', 90, { state: 'resolved' }))])
    desk.state().setFilter(everything)
    await desk.state().pickAll()
    desk.state().setFilter({ ...everything, state: ['resolved'] })
    expect(picked(desk)).toEqual(['r'])
  })

  it('fetches the marks that are not here before it takes all', async () => {
    const desk = openAll()
    desk.store.setState({ complete: false })
    const more = [...marks, markOf(note('e', 50))]
    desk.say({ change: 10, revision: 1, marks: more, people: {} })
    await desk.state().pickAll()
    expect(picked(desk)).toHaveLength(5)
  })
})

describe('changing what is picked', () => {
  it('is one request, shows what was done at once and says what was left', async () => {
    const desk = openAll()
    await desk.state().pickAll()
    desk.say({ change: 11, done: 3, left: { 'not-yours': ['c'] } })
    expect(await desk.state().changePicked({ verb: 'resolve' })).toBe(true)
    expect(desk.asked.map(({ path }) => path)).toEqual(['/transcripts/t/annotations/bulk'])
    const { marks: now, order } = desk.state()
    expect(order.map((id) => now.get(id)?.state)).toEqual(['resolved', 'resolved', 'open', 'resolved'])
    expect(desk.state().undo?.what).toBe('3 resolved. 1 is not yours to change.')
    // What was left goes back to what it was.
    expect(desk.painted.map(({ changed }) => changed)).toEqual([['a', 'b', 'c', 'd'], ['c']])
    expect(desk.state().picked.size).toBe(0)
  })

  it('is taken back in one go, but for what others changed since', async () => {
    const desk = openAll()
    desk.state().pick(['a', 'b'], true)
    desk.say({ change: 11, done: 2, left: {} })
    await desk.state().changePicked({ verb: 'retag', tag: 'x', to: 'y' })
    expect(desk.state().marks.get('a')?.tags).toEqual(['y'])
    desk.say({ change: 12, done: 1, left: { changed: ['b'] } })
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)).toMatchObject({ path: '/transcripts/t/annotations/bulk/undo', body: { change: 11 } })
    expect(desk.state().marks.get('a')?.tags).toEqual(['x', 'y'])
    expect(desk.state().marks.get('b')?.tags).toEqual(['y'])
    expect(desk.state().undo).toBeNull()
    expect(desk.state().told).toMatch(/Undone on 1. 1 was changed since/)
  })

  it('takes deleted ones away and brings them back to their places', async () => {
    const desk = openAll()
    desk.state().pick(['b', 'c'], true)
    desk.say({ change: 11, done: 2, left: {} })
    await desk.state().changePicked({ verb: 'delete' })
    expect(desk.state().order).toEqual(['a', 'd'])
    desk.say({ change: 12, done: 2, left: {} })
    await desk.state().undo?.run()
    expect(desk.state().order).toEqual(['a', 'b', 'c', 'd'])
  })

  it('reads the loaded cards again, so that the next edit is made on their new version', async () => {
    const desk = openAll()
    await desk.load(note('a', 0, { tags: ['x', 'y'] }))
    desk.state().pick(['a', 'b'], true)
    desk.say({ change: 11, done: 2, left: {} }, page(note('a', 0, { tags: ['x', 'y', 'z'], version: 2 })))
    await desk.state().changePicked({ verb: 'tag', tag: 'z' })
    await expect.poll(() => desk.state().annotations.get('a')?.version).toBe(2)
  })

  it('that was refused stays picked, and stands in the list of what is not saved', async () => {
    const desk = openAll()
    desk.state().pick(['a'], true)
    desk.say(new ApiProblem(409, 'Conflict', 'This transcript is approved.'))
    expect(await desk.state().changePicked({ verb: 'resolve' })).toBe(false)
    expect(desk.state().unsent[0]).toMatchObject({ id: null, why: 'This transcript is approved.' })
    expect(picked(desk)).toEqual(['a'])
  })

  it('each that was refused stands there by itself, and is tried again as it was', async () => {
    const desk = openAll()
    desk.state().pick(['a'], true)
    desk.say(new ApiProblem(409, 'Conflict', 'Not now.'), new ApiProblem(409, 'Conflict', 'Not now.'))
    await desk.state().changePicked({ verb: 'resolve' })
    await desk.state().changePicked({ verb: 'tag', tag: 'z' })
    expect(desk.state().unsent).toHaveLength(2)
    desk.say({ change: 11, done: 1, left: {} })
    await desk.state().unsent[0]?.retry()
    expect(desk.asked.at(-1)?.body).toMatchObject({ verb: 'resolve', ids: ['a'] })
    expect(desk.state().unsent).toHaveLength(1)
  })

  it('lets go of what it changed, and of nothing that was picked meanwhile', async () => {
    const desk = openAll()
    desk.state().pick(['a'], true)
    desk.say({ change: 11, done: 1, left: {} })
    const changing = desk.state().changePicked({ verb: 'resolve' })
    desk.state().pick(['b'], true)
    await changing
    expect(picked(desk)).toEqual(['b'])
  })
})

describe('what is done to many and does not reach the desk', () => {
  const noConnection = new ApiProblem(0, 'No connection', 'The desk cannot be reached.')
  const away = new ApiProblem(0, 'No connection', 'Away.', [], undefined, false)
  const done = { change: 11, done: 2, left: {} }
  let browser: ReturnType<typeof openBrowser>
  let desk: ReturnType<typeof openDesk>
  beforeEach(() => {
    browser = openBrowser()
    desk = openDesk(marks, { browser })
    desk.state().setFilter(everything)
    desk.state().pick(['a', 'b'], true)
  })
  const reload = async (...answers: unknown[]) => {
    await desk.crash()
    const next = openDesk(marks, { browser, window: 'w2' })
    next.state().setFilter(everything)
    next.say(...answers)
    await settle()
    return next
  }
  const statesOf = ({ state }: typeof desk) => ['a', 'b', 'c'].map((id) => state().marks.get(id)?.state)

  it('is shown as done, is said to wait, and is sent by itself under the same name', async () => {
    desk.say(noConnection)
    expect(await desk.state().changePicked({ verb: 'resolve' })).toBe(false)
    expect(statesOf(desk)).toEqual(['resolved', 'resolved', 'open'])
    expect(desk.state()).toMatchObject({ saving: 0, unsent: [{ stands: 'waiting', met: false }] })
    expect(picked(desk)).toEqual([])
    desk.say(done)
    await desk.state().retryAll(true)
    await settle()
    expect(desk.asked[1]).toEqual(desk.asked[0])
    expect(desk.state()).toMatchObject({ saving: 0, unsent: [], undo: { what: '2 resolved.' } })
    expect(browser.disk.size).toBe(0)
  })

  it('outlives a crash, and is sent by the next page, once', async () => {
    desk.hold()
    void desk.state().changePicked({ verb: 'delete' })
    await settle()
    const next = await reload(done)
    expect(next.asked).toEqual(desk.asked)
    expect(next.state()).toMatchObject({ order: ['c', 'd'], unsent: [], saving: 0 })
    expect(browser.disk.size).toBe(0)
  })

  it('takes the words of its form along, which are either there or waiting', async () => {
    desk.words.keep(wordsOf.picked.dismiss, { values: { reason: 'A name.' } })
    desk.say(noConnection)
    await desk.state().changePicked({ verb: 'dismiss', reason: 'A name.' }, wordsOf.picked.dismiss)
    expect(desk.words.keys()).toEqual([])
    const next = await reload(noConnection)
    expect(next.state().unsent).toMatchObject([{ typed: 'A name.', stands: 'waiting' }])
  })

  it('is taken back without the desk hearing of it, where it never left', async () => {
    desk.say(away)
    await desk.state().changePicked({ verb: 'resolve' })
    await desk.state().undo?.run()
    await settle()
    expect(statesOf(desk)).toEqual(['open', 'open', 'open'])
    expect(desk.state()).toMatchObject({ unsent: [], undo: null })
    expect(picked(desk)).toEqual(['a', 'b'])
    expect(desk.asked).toHaveLength(1)
    expect(browser.disk.size).toBe(0)
  })

  it('is taken back at the desk, where it may have arrived, also by the next page', async () => {
    desk.say(noConnection)
    await desk.state().changePicked({ verb: 'resolve' })
    await desk.state().undo?.run()
    await settle()
    expect(statesOf(desk)).toEqual(['open', 'open', 'open'])
    const between = await reload(noConnection)
    expect(statesOf(between)).toEqual(['open', 'open', 'open'])
    await between.crash()
    const next = openDesk(marks, { browser, window: 'w3' })
    next.say(done, { change: 12, done: 2, left: {} })
    await settle()
    expect(next.asked.map(({ path }) => path)).toEqual([
      '/transcripts/t/annotations/bulk',
      '/transcripts/t/annotations/bulk/undo',
    ])
    expect(statesOf(next)).toEqual(['open', 'open', 'open'])
    expect(next.state()).toMatchObject({ unsent: [], undo: null })
  })

  it('is not taken back twice where the answer to that was lost', async () => {
    desk.say(done)
    await desk.state().changePicked({ verb: 'delete' })
    desk.say(noConnection)
    await desk.state().undo?.run()
    expect(desk.state().order).toEqual(['a', 'b', 'c', 'd'])
    const [first] = desk.asked.slice(-1)
    const next = await reload({ change: 12, done: 2, left: {} })
    expect(next.asked).toEqual([first])
    expect(next.state().unsent).toEqual([])
  })

  it('waits for what was written about one of them before', async () => {
    await desk.load(note('a', 0, { tags: ['x', 'y'] }))
    const heard = desk.hold()
    const saving = desk.state().save('a', { body: null })
    await settle()
    const changing = desk.state().changePicked({ verb: 'delete' })
    await settle()
    expect(desk.asked.at(-1)?.method).toBe('PATCH')
    desk.say(done)
    heard(note('a', 0, { version: 2 }))
    await Promise.all([saving, changing])
    expect(desk.asked.at(-1)?.path).toBe('/transcripts/t/annotations/bulk')
  })

  it('goes before what is done to one of them after', async () => {
    await desk.load(note('a', 0, { tags: ['x', 'y'] }))
    desk.say(noConnection)
    await desk.state().changePicked({ verb: 'resolve' })
    const opening = desk.state().resolve('a', false)
    await settle()
    expect(desk.state()).toMatchObject({ saving: 0, unsent: [{ id: 'a' }, { id: null }] })
    desk.say(done, page(note('a', 0, { version: 2, state: 'resolved' })), note('a', 0, { version: 3 }))
    await desk.state().retryAll(true)
    await opening
    await settle()
    expect(desk.asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/transcripts/t/annotations/bulk',
      '/transcripts/t/annotations/bulk',
      '/annotations/a/resolve',
    ])
    expect(statesOf(desk)).toEqual(['open', 'resolved', 'open'])
  })

  it('that was refused is listed by the next page too, and can be thrown away', async () => {
    desk.say(new ApiProblem(409, 'Conflict', 'This transcript is approved.'))
    await desk.state().changePicked({ verb: 'resolve' })
    const next = await reload()
    expect(next.state().unsent).toMatchObject([{ why: 'This transcript is approved.', stands: 'refused' }])
    expect(statesOf(next)).toEqual(['open', 'open', 'open'])
    next.state().unsent[0]?.giveUp()
    await settle()
    expect(next.state().unsent).toEqual([])
    expect(browser.disk.size).toBe(0)
  })
})
