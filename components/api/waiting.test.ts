import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { openBrowser, settle } from './fake-browser'
import { type Desk, note, openDesk, page, paragraph, person } from './fake-desk'
import { markOf } from './provisional'
import { wordsOf } from './words'

const marks = [markOf(note('a', 10)), markOf(note('b', 20))]
const noConnection = new ApiProblem(0, 'No connection', 'The desk cannot be reached.')
const draft = { kind: 'note', start: 24, end: 29, exact: 'words' } as const
const input = { ...draft, revision: 1, body: paragraph('New.'), tags: [] }
const made = note('n', 24, { body: paragraph('New.') })

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
const away = async () => {
  desk.say(noConnection)
  return desk.state().create(input)
}

describe('a write that does not reach the desk', () => {
  it('stays on the page, and is said to wait', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    expect(await away()).toBe(false)
    const temporary = desk.state().chosen as string
    expect(desk.state()).toMatchObject({ order: ['a', 'b', temporary], saving: 0, draft: null, kept: [] })
    expect(desk.state().unsent).toMatchObject([{ id: temporary, what: 'New note', stands: 'waiting' }])
  })

  it('is sent by the next page, once, under the same name', async () => {
    await away()
    const [first] = desk.asked.slice(-1)
    const next = await reload(made)
    expect(next.asked).toEqual([first])
    expect(next.state()).toMatchObject({ order: ['a', 'b', 'n'], unsent: [], saving: 0 })
    expect(browser.disk.size).toBe(0)
  })

  it('is shown by the next page while there is still no connection', async () => {
    await away()
    const next = await reload(noConnection)
    expect(next.state().unsent).toMatchObject([{ what: 'New note', stands: 'waiting' }])
    expect(next.state().order).toHaveLength(3)
  })

  it('is kept before it is sent, so that a crash in between loses neither words nor write', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.hold()
    void desk.state().create(input)
    await settle()
    const next = await reload(made)
    expect(next.state()).toMatchObject({ order: ['a', 'b', 'n'], kept: [] })
  })

  it('is sent by one window, however many are open', async () => {
    await away()
    const others = ['w2', 'w3'].map((window) => openDesk(marks, { browser, window }))
    for (const other of others) other.say(made)
    await settle()
    expect(others.flatMap(({ asked }) => asked)).toEqual([])
    await desk.crash()
    await settle()
    expect(others.map(({ asked }) => asked.length)).toEqual([1, 0])
  })

  it('is sent in order: first what was made, then the edit, the reply and the rest, under its own name', async () => {
    await away()
    const temporary = desk.state().chosen as string
    const edited = desk.state().save(temporary, { tags: ['fish'] })
    const replied = desk.state().reply(temporary, paragraph('Yes.'))
    expect(await Promise.all([edited, replied])).toEqual([false, false])
    expect(desk.state().annotations.get(temporary)).toMatchObject({ tags: ['fish'], replies: [{ version: 0 }] })
    expect(desk.state().unsent.map(({ stands }) => stands)).toEqual(['waiting', 'waiting', 'waiting'])
    const tagged = { ...made, version: 2, tags: ['fish'] }
    const next = await reload(made, tagged, tagged)
    expect(next.asked.map(({ method, path, version }) => [method, path, version])).toEqual([
      ['POST', '/transcripts/t/annotations', undefined],
      ['PATCH', '/annotations/n', 1],
      ['POST', '/annotations/n/replies', undefined],
    ])
    expect(next.state().unsent).toEqual([])
  })

  it('goes on under its own name where it is what was begun on', async () => {
    await away()
    const temporary = desk.state().chosen as string
    desk.state().edit({ id: temporary, part: 'reply' })
    desk.words.keep(`reply:${temporary}`, { values: 'Yes.' })
    desk.say(made)
    await desk.state().retryAll(true)
    expect(desk.state()).toMatchObject({ chosen: 'n', editing: { id: 'n', part: 'reply' } })
    expect(desk.words.read('reply:n')?.values).toBe('Yes.')
  })

  it('is not sent by somebody else: it waits for whoever wrote it', async () => {
    desk.say(new ApiProblem(401, 'Sign in', 'Sign in first, then try again.'))
    await desk.state().create(input)
    expect(desk.state()).toMatchObject({ signedOut: true, unsent: [{ stands: 'waiting' }] })
    expect(desk.state().unsent[0]?.why).toMatch(/not signed in as Teodor Sand/)
    desk.say(made)
    await desk.state().retryAll(true)
    expect(desk.state()).toMatchObject({ signedOut: false, unsent: [] })
  })

  it('is kept in memory where the browser has no room, and sent all the same', async () => {
    browser.fill(() => true)
    await away()
    desk.say(made)
    await desk.state().retryAll(true)
    expect(desk.state().unsent).toEqual([])
  })
})

describe('deleting what waits to be sent', () => {
  const neverLeft = new ApiProblem(0, 'No connection', 'Away.', [], undefined, false)

  it('sends nothing where it never left, and undo brings it back with what was written about it', async () => {
    desk.say(neverLeft)
    await desk.state().create(input)
    const temporary = desk.state().chosen as string
    await desk.state().reply(temporary, paragraph('Yes.'))
    const asked = desk.asked.length
    expect(await desk.state().remove(temporary)).toBe(true)
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], unsent: [], chosen: null })
    expect(desk.asked).toHaveLength(asked)
    await settle()
    expect(browser.disk.size).toBe(0)
    desk.say(made, made)
    await desk.state().undo?.run()
    await settle()
    expect(desk.asked.slice(asked).map(({ path }) => path)).toEqual([
      '/transcripts/t/annotations',
      '/annotations/n/replies',
    ])
  })

  it('finds out first where it may have arrived, and deletes it then', async () => {
    await away()
    const temporary = desk.state().chosen as string
    expect(await desk.state().remove(temporary)).toBe(false)
    expect(desk.state().order).toEqual(['a', 'b'])
    const asked = desk.asked.length
    desk.say(made, undefined)
    await desk.state().retryAll(true)
    await settle()
    expect(desk.asked.slice(asked).map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/transcripts/t/annotations'],
      ['DELETE', '/annotations/n'],
    ])
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], unsent: [] })
  })

  it('needs no deletion where it could not be made', async () => {
    await away()
    await desk.state().remove(desk.state().chosen ?? '')
    desk.say(new ApiProblem(422, 'Invalid', 'Too long.'))
    await desk.state().retryAll(true)
    await settle()
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], unsent: [] })
  })
})

describe('a write whose answer was lost', () => {
  const mine = { body: paragraph('Mine.') }
  const stored = note('a', 10, { version: 2, ...mine })
  const conflict = (current: unknown) => new ApiProblem(409, 'Changed', 'Changed.', [], current)

  it.each([
    [
      'an edit that the desk has is saved, not in conflict with itself',
      (to: Desk) => to.state().save('a', mine),
      conflict(stored),
    ],
    [
      'so is one whose fields come back in another order',
      (to: Desk) => to.state().save('a', mine),
      conflict({ ...stored, body: { content: mine.body.content, type: 'doc' } }),
    ],
    [
      'a deletion of what is gone is done',
      (to: Desk) => to.state().remove('a'),
      new ApiProblem(410, 'Gone', 'It was deleted.'),
    ],
  ] as const)('%s', async (_, write, answer) => {
    desk.say(noConnection)
    await write(desk)
    desk.say(answer)
    await desk.state().retryAll(true)
    expect(desk.state()).toMatchObject({ unsent: [], conflicts: new Map(), saving: 0 })
  })

  const reply = {
    id: 'r',
    version: 1,
    author: person('p1', 'Teodor Sand'),
    body: paragraph('One.'),
    createdAt: '',
    updatedAt: '',
  }
  it.each([
    ['an edit of a reply too', paragraph('Two.'), 0],
    ['but not over what somebody else wrote', paragraph('Theirs.'), 1],
  ])('%s', async (_, body, left) => {
    await desk.load(note('b', 20, { replies: [reply] }))
    const now = note('b', 20, { replies: [{ ...reply, version: 2, body }] })
    desk.state().edit({ id: 'b', part: 'reply', item: 'r' })
    desk.say(conflict(now), page())
    await desk.state().editReply('b', 'r', paragraph('Two.'))
    expect(desk.state().unsent).toHaveLength(left)
    expect(desk.state().conflicts.size).toBe(left)
  })
})
