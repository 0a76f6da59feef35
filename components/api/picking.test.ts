import { describe, expect, it } from 'vitest'
import { everything } from '@/lib/annotation/filter'
import { ApiProblem } from './client'
import { note, openDesk, page } from './fake-desk'
import { pickedOf } from './picking'
import { markOf } from './provisional'

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
    expect(desk.painted.at(-1)).toEqual({ changed: ['a', 'b', 'd'], removed: [] })
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
