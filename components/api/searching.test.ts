import { describe, expect, it } from 'vitest'
import { openOnly } from '@/lib/annotation/filter'
import { ApiProblem } from './client'
import { note, openDesk } from './fake-desk'
import { markOf } from './provisional'

const marks = ['a', 'b', 'c'].map((id, at) => markOf(note(id, at * 10)))
const boat = { ...openOnly, text: ['boat'] }

describe('words in the filter', () => {
  it('are looked for on the desk, while marks go on answering the rest', async () => {
    const desk = openDesk(marks)
    const answer = desk.hold()
    desk.state().setFilter(boat)
    expect(desk.state()).toMatchObject({ searched: 'asking', shown: ['a', 'b', 'c'] })
    answer({ ids: ['a', 'c', 'gone'] })
    await expect.poll(() => desk.state().searched).toBe('done')
    expect(desk.state().shown).toEqual(['a', 'c'])
    expect(desk.asked[0]?.path).toBe('/transcripts/t/annotations/ids?text=boat')
  })

  it('are not asked about again when only marks have to answer', async () => {
    const desk = openDesk(marks)
    desk.say({ ids: ['b'] })
    desk.state().setFilter(boat)
    await expect.poll(() => desk.state().searched).toBe('done')
    desk.state().setFilter({ ...boat, kind: ['flag'] })
    expect(desk.state().shown).toEqual([])
    desk.state().setFilter(openOnly)
    expect(desk.state()).toMatchObject({ shown: ['a', 'b', 'c'], found: null })
    await expect.poll(() => desk.state().searched).toBe('none')
    expect(desk.asked).toHaveLength(1)
  })

  it('give way to newer words: a late answer is not shown', async () => {
    const desk = openDesk(marks)
    const late = desk.hold()
    desk.say({ ids: ['c'] })
    desk.state().setFilter(boat)
    desk.state().setFilter({ ...openOnly, text: ['crew'] })
    late({ ids: ['a'] })
    await expect.poll(() => desk.state().searched).toBe('done')
    expect(desk.state().shown).toEqual(['c'])
  })

  it('that could not be looked for are said so, and can be tried again', async () => {
    const desk = openDesk(marks)
    desk.say(new ApiProblem(0, 'No connection', 'The desk cannot be reached.'))
    desk.state().setFilter(boat)
    await expect.poll(() => desk.state().searched).toEqual({ failed: 'The desk cannot be reached.' })
    desk.say({ ids: ['a'] })
    await desk.state().search()
    expect(desk.state().shown).toEqual(['a'])
  })

  it('send times as moments, so that a day is the day of this machine', async () => {
    const desk = openDesk(marks)
    desk.say({ ids: [] })
    desk.state().setFilter({ ...openOnly, since: 'today' })
    await expect.poll(() => desk.state().searched).toBe('done')
    const day = new Date('2031-03-11T09:00:00.000Z')
    day.setHours(0, 0, 0, 0)
    expect(new URLSearchParams(desk.asked[0]?.path.split('?')[1]).get('since')).toBe(day.toISOString())
  })

  it('do not hide what is made meanwhile', async () => {
    const desk = openDesk(marks)
    desk.say({ ids: ['a'] })
    desk.state().setFilter(boat)
    await expect.poll(() => desk.state().searched).toBe('done')
    desk.say(note('new', 40, { kind: 'highlight', body: null }))
    await desk.state().create({ kind: 'highlight', revision: 1, start: 40, end: 45, tags: [] })
    expect(desk.state().shown).toEqual(['a', 'new'])
  })
})
