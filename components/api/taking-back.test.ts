import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from './client'
import { openBrowser, settle } from './fake-browser'
import { type Desk, note, openDesk, page, paragraph } from './fake-desk'
import { markOf } from './provisional'
import { wordsOf } from './words'

const away = new ApiProblem(0, 'No connection', 'Away.', [], undefined, false)
const unheard = new ApiProblem(0, 'No connection', 'Away.')
const draft = { kind: 'note', start: 24, end: 29, exact: 'words' } as const
const input = { ...draft, revision: 1, body: paragraph('New.'), tags: [] }
const made = (id: string) => note(id, 24, { body: paragraph('New.') })
const resolved = note('a', 10, { version: 2, state: 'resolved' })

type Case = readonly [string, () => Promise<boolean>, unknown, unknown, readonly string[], readonly string[]]

let desk: Desk
beforeEach(async () => {
  desk = openDesk([markOf(note('a', 10)), markOf(note('b', 20))])
  await desk.load(note('a', 10), note('b', 20))
  desk.asked.length = 0
})
const sent = () => desk.asked.map(({ method, path }) => `${method} ${path}`)
const undo = async () => {
  await desk.state().undo?.run()
  await settle()
}

describe('taking back what the desk has not answered', () => {
  it('takes back the last thing done, and not what was saved before it, where that never left', async () => {
    desk.say(made('A'), made('B'), away)
    for (const _ of [1, 2, 3]) await desk.state().create(input)
    expect(desk.state().done).toHaveLength(3)
    await undo()
    expect(desk.state()).toMatchObject({ order: ['a', 'b', 'A', 'B'], unsent: [], chosen: null })
    expect(sent()).toHaveLength(3)
    desk.say(undefined)
    await undo()
    expect(sent().at(-1)).toBe('DELETE /annotations/B')
    expect(desk.state().undo?.what).toBe('Note added.')
  })

  it('withdraws a deletion that never left', async () => {
    desk.say(away)
    await desk.state().remove('a')
    expect(desk.state().order).toEqual(['b'])
    await undo()
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], unsent: [], undo: null })
    expect(sent()).toEqual(['DELETE /annotations/a'])
  })

  it('makes what was typed a draft again', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(away)
    await desk.state().create(input)
    await undo()
    expect(desk.state()).toMatchObject({ kept: [draft], order: ['a', 'b'] })
  })

  it.each([
    [
      'a deletion',
      () => desk.state().remove('a'),
      undefined,
      note('a', 10, { version: 3 }),
      ['DELETE /annotations/a', 'POST /annotations/a/restore'],
      ['a', 'b'],
    ],
    [
      'a new note',
      () => desk.state().create(input),
      made('n'),
      undefined,
      ['POST /transcripts/t/annotations', 'DELETE /annotations/n'],
      ['a', 'b'],
    ],
    [
      'what was resolved',
      () => desk.state().resolve('a', true),
      resolved,
      note('a', 10, { version: 3 }),
      ['POST /annotations/a/resolve', 'POST /annotations/a/resolve'],
      ['a', 'b'],
    ],
  ] as readonly Case[])(
    '%s that is being sent is taken back at once, and its opposite is sent behind it',
    async (_, write, answer, after, paths, shown) => {
      const heard = desk.hold()
      const writing = write()
      await settle()
      await undo()
      expect(desk.state().shown).toEqual(shown)
      expect(sent()).toEqual(paths.slice(0, 1))
      desk.say(after)
      heard(answer)
      await writing
      await settle()
      expect(sent()).toEqual(paths)
      expect(desk.state()).toMatchObject({ shown, unsent: [], saving: 0, undo: null })
    },
  )

  it('finds out first where it may have arrived, and takes it back then', async () => {
    desk.say(unheard)
    await desk.state().create(input)
    await undo()
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], unsent: [{ what: 'New note, taken back' }] })
    desk.say(made('n'), undefined)
    await desk.state().retryAll(true)
    await settle()
    expect(sent().at(-1)).toBe('DELETE /annotations/n')
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], unsent: [] })
  })

  it('knows of what a page sent that ended before the answer: it is deleted at the desk, and not only here', async () => {
    const browser = openBrowser()
    const first = openDesk([], { browser })
    first.hold()
    void first.state().create(input)
    await settle()
    await first.crash()
    const next = openDesk([], { browser, window: 'w2' })
    next.say(away)
    await settle()
    const [waiting] = next.state().order
    void next.state().remove(waiting as string)
    next.say(made('n'), undefined)
    await next.state().retryAll(true)
    await settle()
    expect(next.asked.map(({ method, path }) => `${method} ${path}`).slice(1)).toEqual([
      'POST /transcripts/t/annotations',
      'DELETE /annotations/n',
    ])
    expect(next.state()).toMatchObject({ order: [], unsent: [] })
  })

  it('stays taken back on the next page, which finds out what became of it', async () => {
    const browser = openBrowser()
    const first = openDesk([], { browser })
    first.say(unheard)
    await first.state().create(input)
    await first.state().undo?.run()
    await settle()
    await first.crash()
    const next = openDesk([], { browser, window: 'w2' })
    next.say(unheard)
    await settle()
    expect(next.state()).toMatchObject({ order: [], unsent: [{ what: 'New note, taken back' }] })
  })

  it('tells who waits for what was queued that it was not saved', async () => {
    const heard = desk.hold()
    void desk.state().resolve('a', true)
    const queued = desk.state().save('a', { tags: ['x'] })
    await undo()
    expect(await queued).toBe(false)
    heard(resolved)
    await settle()
    expect(desk.state()).toMatchObject({ saving: 0, unsent: [] })
  })

  it('gives back the words of a reply with those of the note that it was written to', async () => {
    desk.words.keep(wordsOf.draft(draft), { values: 'New.', draft })
    desk.say(away)
    await desk.state().create(input)
    const id = desk.state().chosen as string
    const key = wordsOf.editing({ id, part: 'reply' })
    desk.words.keep(key, { values: 'Confirmed.' })
    void desk.state().reply(id, paragraph('Confirmed.'))
    await settle()
    await desk.state().done[1]?.run()
    expect(desk.state()).toMatchObject({ kept: [draft], unsent: [], undo: null })
    expect(desk.words.read(key)?.values).toBe('Confirmed.')
  })

  it('asks for nothing where what was taken back is refused', async () => {
    const heard = desk.hold()
    const writing = desk.state().remove('a')
    await settle()
    await undo()
    heard(Promise.reject(new ApiProblem(403, 'Not allowed', 'Only its author may delete this.')))
    await writing
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], unsent: [], undo: null })
  })

  it('has nothing to take back where it was refused', async () => {
    desk.say(new ApiProblem(403, 'Not allowed', 'Only its author may delete this.'))
    await desk.state().remove('a')
    expect(desk.state()).toMatchObject({ undo: null, done: [], told: null })
  })

  it('takes back many that are being changed at once, as soon as that is done', async () => {
    desk.state().pick(['a', 'b'], true)
    const heard = desk.hold()
    const changing = desk.state().changePicked({ verb: 'resolve' })
    const undone = undo()
    const all = [note('a', 10), note('b', 20)]
    desk.say(page(...all), { change: 12, done: 2, left: {} }, page(...all))
    heard({ change: 11, done: 2, left: {} })
    await Promise.all([changing, undone])
    expect(sent()).toContain('POST /transcripts/t/annotations/bulk/undo')
    expect(desk.state()).toMatchObject({ order: ['a', 'b'], shown: ['a', 'b'], undo: null })
  })
})

describe('the state of a transcript', () => {
  it('is read again where a write went through though the page says that it is approved', async () => {
    const { transcript } = desk.state()
    desk.store.setState({ transcript: { ...transcript, state: 'approved' } })
    desk.say(resolved)
    await desk.state().resolve('a', true)
    expect(sent().at(-1)).toMatch(/changes/)
  })
})
