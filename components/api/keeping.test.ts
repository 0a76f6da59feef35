import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { openBrowser, settle } from './fake-browser'
import { type Desk, note, openDesk, page, paragraph, person } from './fake-desk'
import { markOf } from './provisional'

const marks = [markOf(note('a', 10)), markOf(note('b', 20))]

let browser: ReturnType<typeof openBrowser>
let desk: Desk
beforeEach(async () => {
  browser = openBrowser()
  desk = openDesk(marks, { browser })
  await desk.load(note('a', 10))
})
/** The next page of the same browser, once it has taken up what was left. */
const reload = async (...answers: unknown[]) => {
  await desk.crash()
  const next = openDesk(marks, { browser, window: 'w2' })
  next.say(...answers)
  await settle()
  return next
}

describe('words that were typed over something', () => {
  const theirs = note('a', 10, { version: 4, body: paragraph('Theirs.') })

  it('do not win over what others made of it meanwhile, also after a reload', async () => {
    desk.state().edit({ id: 'a', part: 'annotation' })
    const seen = desk.store.baseOf('annotation:a')
    desk.words.keep('annotation:a', { values: { body: paragraph('Mine.') }, ...(seen && { seen }) })
    browser.wait()
    await settle()
    const next = await reload()
    await next.load(theirs)
    next.state().edit({ id: 'a', part: 'annotation' })
    next.say(new ApiProblem(409, 'Changed', '', [], theirs), page())
    await next.state().save('a', { body: paragraph('Mine.') })
    expect(next.asked.at(-2)).toMatchObject({ method: 'PATCH', version: 1 })
    expect(next.state().conflicts.get('annotation:a')?.theirs).toEqual(theirs)
    // Told so, and saved again: now it is meant.
    next.say(note('a', 10, { version: 5, body: paragraph('Mine.') }))
    expect(await next.state().save('a', { body: paragraph('Mine.') })).toBe(true)
    expect(next.asked.at(-1)).toMatchObject({ version: 4 })
  })

  it('still stand against theirs after a reload, until somebody chooses', async () => {
    desk.words.keep('annotation:a', { values: { body: paragraph('Mine.') } })
    desk.say(new ApiProblem(409, 'Changed', '', [], theirs), page())
    await desk.state().save('a', { body: paragraph('Mine.') })
    browser.wait()
    await settle()
    const next = await reload(page(theirs))
    expect(next.state().conflicts.get('annotation:a')?.theirs).toEqual(theirs)
    expect(next.state().unsent).toMatchObject([{ met: true, stands: 'refused' }])
    next.state().takeTheirs('annotation:a')
    expect(next.state()).toMatchObject({ unsent: [], conflicts: new Map(), kept: [] })
    expect(next.words.read('annotation:a')).toBeUndefined()
  })

  it('remember what they were written over when the form is opened again', async () => {
    const seen = note('a', 10)
    desk.words.keep('annotation:a', { values: { body: paragraph('Mine.') }, seen })
    browser.wait()
    await settle()
    const next = await reload()
    await next.load(theirs)
    next.state().edit({ id: 'a', part: 'annotation' })
    expect(next.store.baseOf('annotation:a')).toEqual(seen)
  })

  it('are sent on the version of the reply that the form was opened on, whatever a refresh brought since', async () => {
    const written = { author: person('p1', 'Teodor Sand'), createdAt: '', updatedAt: '' }
    const reply = (version: number, text: string) => ({ id: 'r', version, body: paragraph(text), ...written })
    const now = note('b', 20, { replies: [reply(2, 'Theirs.')] })
    await desk.load(note('b', 20, { replies: [reply(1, 'One.')] }))
    desk.state().edit({ id: 'b', part: 'reply', item: 'r' })
    const change = {
      number: 11,
      action: 'x',
      actor: null,
      subject: { type: 'annotation', id: 'b' },
      at: '',
      payload: {},
    }
    desk.say(page(change), { change: 11, revision: 1, marks, people: {} }, page(now))
    await desk.state().refresh()
    desk.say(new ApiProblem(409, 'Changed', '', [], now), page())
    await desk.state().editReply('b', 'r', paragraph('Mine.'))
    expect(desk.asked.at(-2)).toMatchObject({ method: 'PATCH', path: '/replies/r', version: 1 })
    expect(desk.state().conflicts.size).toBe(1)
  })

  it('follow one’s own edit that was saved while they were typed', async () => {
    desk.state().edit({ id: 'a', part: 'annotation' })
    const answer = desk.hold()
    const first = desk.state().save('a', { body: paragraph('One.') })
    await settle()
    const seen = desk.store.baseOf('annotation:a')
    desk.words.keep('annotation:a', { values: {}, seen: seen ?? note('a', 10) })
    answer(note('a', 10, { version: 2, body: paragraph('One.') }))
    await first
    desk.say(note('a', 10, { version: 3, body: paragraph('Two.') }))
    expect(await desk.state().save('a', { body: paragraph('Two.') })).toBe(true)
    expect(desk.asked.at(-1)).toMatchObject({ version: 2 })
  })
})

describe('undo', () => {
  const tagged = (version: number, ...tags: string[]) => note('a', 10, { version, tags })

  it('goes back step by step, and taking back is not itself taken back', async () => {
    desk.say(tagged(2, 'one'), tagged(3, 'one', 'two'))
    await desk.state().save('a', { tags: ['one'] })
    await desk.state().save('a', { tags: ['one', 'two'] })
    expect(desk.state().done).toHaveLength(2)
    desk.say(tagged(4, 'one'))
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)?.body).toEqual({ tags: ['one'] })
    desk.say(tagged(5))
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)?.body).toEqual({ tags: [] })
    expect(desk.state().done).toEqual([])
    expect(desk.state().undo).toBeNull()
  })

  it('remembers the last ten, and the bar is gone after ten seconds unless somebody is at it', async () => {
    for (let at = 2; at < 14; at++) {
      desk.say(tagged(at, `${at}`))
      await desk.state().save('a', { tags: [`${at}`] })
    }
    expect(desk.state().done).toHaveLength(10)
    desk.state().holdUndo(true)
    desk.wait()
    expect(desk.state().told).toBe('Note changed.')
    desk.state().holdUndo(false)
    desk.wait()
    expect(desk.state().told).toBeNull()
    expect(desk.state().done).toHaveLength(10)
    desk.say(tagged(14, '12'))
    await desk.state().undo?.run()
    expect(desk.asked.at(-1)?.body).toEqual({ tags: ['12'] })
  })
})
