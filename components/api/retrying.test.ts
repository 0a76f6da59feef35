import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { settle } from './fake-browser'
import { at, type Desk, note, openDesk, page, paragraph } from './fake-desk'
import { markOf } from './provisional'
import { undoTime } from './undoing'
import { wordsOf } from './words'

let desk: Desk
beforeEach(async () => {
  desk = openDesk([markOf(note('a', 10)), markOf(note('b', 20))])
  await desk.load(note('a', 10), note('b', 20))
})
const noConnection = new ApiProblem(0, 'No connection', 'The desk cannot be reached.')
const refused = new ApiProblem(403, 'Not allowed', 'You may not.')
const mine = { body: paragraph('Mine.') }
const saved = (id: string, at: number) => note(id, at, { version: 2, ...mine })

describe('trying again what did not go through', () => {
  it('sends all of it at once, and says that nothing is left', async () => {
    desk.say(noConnection, noConnection)
    await desk.state().save('a', mine)
    await desk.state().save('b', mine)
    desk.say(saved('a', 10), saved('b', 20))
    expect(await desk.state().retryAll()).toBe(true)
    expect(desk.state()).toMatchObject({ unsent: [], saving: 0 })
    expect(desk.asked.slice(-2).map(({ path }) => path)).toEqual(['/annotations/a', '/annotations/b'])
  })

  it('says when some of it failed again', async () => {
    desk.say(noConnection, noConnection)
    await desk.state().save('a', mine)
    await desk.state().save('b', mine)
    desk.say(saved('a', 10), refused)
    expect(await desk.state().retryAll()).toBe(false)
    expect(desk.state().unsent).toMatchObject([{ why: 'You may not.' }])
  })

  it('never lets one’s own words win over another’s unasked', async () => {
    const theirs = note('a', 10, { version: 3, body: paragraph('Theirs.') })
    desk.say(new ApiProblem(409, 'Conflict', 'Changed.', [], theirs), page())
    await desk.state().save('a', mine)
    const asked = desk.asked.length
    expect(await desk.state().retryAll()).toBe(false)
    expect(await desk.state().retryAll(true)).toBe(false)
    expect(desk.asked).toHaveLength(asked)
  })
})

describe('trying again by itself', () => {
  it('sends what could not reach the desk, and nothing that was refused', async () => {
    desk.say(noConnection, refused)
    await desk.state().save('a', mine)
    await desk.state().save('b', mine)
    desk.say(saved('a', 10))
    expect(await desk.state().retryAll(true)).toBe(false)
    expect(desk.state().unsent.map(({ key }) => key)).toEqual([wordsOf.editing({ id: 'b', part: 'annotation' })])
  })

  it('opens no form where it fails again', async () => {
    desk.say(noConnection)
    await desk.state().save('a', mine)
    desk.state().edit(null)
    desk.say(noConnection)
    await desk.state().retryAll(true)
    expect(desk.state()).toMatchObject({ editing: null, unsent: [{ what: 'Edit of a note' }] })
  })

  it('leaves what others changed meanwhile to be looked at', async () => {
    desk.say(noConnection)
    await desk.state().remove('a')
    const theirs = note('a', 10, { version: 4, body: paragraph('Theirs.') })
    const actor = { id: 'p2', name: 'Mira' }
    const change = { number: 11, action: 'x', actor, subject: { type: 'annotation', id: 'a' }, at, payload: {} }
    const marks = { change: 11, revision: 1, marks: [markOf(theirs), markOf(note('b', 20))], people: {} }
    desk.say(page(change), marks, page(theirs))
    await desk.state().refresh()
    desk.say(new ApiProblem(409, 'Conflict', 'Changed.', [], theirs), page(change))
    await desk.state().retryAll(true)
    expect(desk.asked.at(-2)).toMatchObject({ method: 'DELETE', version: 1 })
    expect(desk.state()).toMatchObject({ unsent: [{ met: true }], order: ['a', 'b'] })
  })

  it('sends a reply whose answer may have been lost under the name it had', async () => {
    desk.say(noConnection)
    await desk.state().reply('a', paragraph('Confirmed by phone.'))
    desk.say(note('a', 10))
    await desk.state().retryAll(true)
    const [first, second] = desk.asked.slice(-2)
    expect(first?.name).toBeDefined()
    expect(second).toEqual(first)
  })

  it('asks first where that was so long ago that the desk may have forgotten the name', async () => {
    desk.say(noConnection)
    await desk.state().reply('a', paragraph('Confirmed by phone.'))
    desk.later(21)
    const asked = desk.asked.length
    await desk.state().retryAll(true)
    expect(desk.asked).toHaveLength(asked)
    expect(desk.state().unsent).toMatchObject([{ stands: 'refused' }])
    expect(desk.state().unsent[0]?.why).toMatch(/may have been saved already/)
  })

  it('waits a second, then two, then four, at most thirty, and at once when another went through', async () => {
    desk.say(noConnection, noConnection, noConnection)
    await desk.state().save('a', mine)
    desk.wait()
    await settle()
    desk.wait()
    await settle()
    const ownTimers = (waits: readonly number[]) => waits.filter((wait) => wait !== undoTime)
    expect(ownTimers(desk.waits)).toEqual([1000, 2000, 4000])
    desk.say(saved('b', 20), saved('a', 10))
    await desk.state().save('b', mine)
    await settle()
    expect(desk.state()).toMatchObject({ unsent: [], saving: 0 })
  })

  it('takes no decision about the transcript', async () => {
    desk.say(noConnection)
    await desk.state().move('in-review')
    const asked = desk.asked.length
    await desk.state().retryAll(true)
    expect(desk.asked).toHaveLength(asked)
  })
})
