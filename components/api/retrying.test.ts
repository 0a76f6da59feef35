import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { at, type Desk, note, openDesk, page, paragraph } from './fake-desk'
import { markOf } from './provisional'
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
    expect(desk.state().unsent[0]?.mayRetry()).toBe(true)
    const theirs = note('a', 10, { version: 4, body: paragraph('Theirs.') })
    const actor = { id: 'p2', name: 'Mira' }
    const change = { number: 11, action: 'x', actor, subject: { type: 'annotation', id: 'a' }, at, payload: {} }
    const marks = { change: 11, revision: 1, marks: [markOf(theirs), markOf(note('b', 20))], people: {} }
    desk.say(page(change), marks, page(theirs))
    await desk.state().refresh()
    expect(desk.state().unsent[0]?.mayRetry()).toBe(false)
  })

  it.each([
    ['does not send a reply again whose answer may have been lost', noConnection, false],
    ['sends a reply that never left', new ApiProblem(0, 'No connection', 'Away.', [], undefined, false), true],
  ])('%s', async (_, problem, may) => {
    desk.say(problem)
    await desk.state().reply('a', paragraph('Confirmed by phone.'))
    expect(desk.state().unsent[0]?.mayRetry()).toBe(may)
  })

  it('takes no decision about the transcript', async () => {
    desk.say(noConnection)
    await desk.state().move('in-review')
    const asked = desk.asked.length
    await desk.state().retryAll(true)
    expect(desk.asked).toHaveLength(asked)
  })
})
