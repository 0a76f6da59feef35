import { beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '@/lib/annotation/annotation'
import { ApiProblem } from './client'
import { settle } from './fake-browser'
import { type Desk, note, openDesk } from './fake-desk'
import { markOf } from './provisional'
import { wordsOf } from './words'

const away = new ApiProblem(0, 'No connection', 'Away.', [], undefined, false)
const draft = {
  kind: 'correction',
  how: 'in-place',
  start: 10,
  end: 40,
  exact: 'it was so and they cost a milion',
} as const
const key = wordsOf.draft(draft)
const typed = { to: 'it was not so and we cost a million' }

const correction = (start: number, from: string, to: string) => ({
  input: {
    ...{ kind: 'correction' as const, revision: 1, start, end: start + from.length, exact: from, tags: [] },
    correction: { to },
  },
  typed: { to },
})
const three = [correction(17, 'so', 'not so'), correction(24, 'they', 'we'), correction(36, 'milion', 'million')]
const answer = (id: string, at: number): Annotation => {
  const { input } = three[at] as (typeof three)[number]
  const { start, end, exact } = input
  return note(id, start, { kind: 'correction', end, body: null, correction: { from: exact, to: input.correction.to } })
}

let desk: Desk
beforeEach(() => {
  desk = openDesk([markOf(note('a', 5))])
  desk.words.keep(key, { values: typed, draft })
  desk.state().begin(draft)
})
const undo = async () => {
  await desk.state().undo?.run()
  await settle()
}
const kept = () => desk.words.keys()

describe('several corrections out of one form', () => {
  it('are shown at once, sent each by itself, and leave nothing begun', async () => {
    desk.say(answer('x', 0), answer('y', 1), answer('z', 2))
    expect(await desk.state().propose(three, draft)).toBe(true)
    expect(desk.state()).toMatchObject({ order: ['a', 'x', 'y', 'z'], chosen: 'x', draft: null, unsent: [] })
    expect(new Set(desk.asked.map(({ name }) => name)).size).toBe(3)
    expect(kept()).toEqual([])
    expect(desk.state().done.map(({ what }) => what)).toEqual(['3 corrections added.'])
  })

  it('are taken back by one undo once they are saved', async () => {
    desk.say(answer('x', 0), answer('y', 1), answer('z', 2))
    await desk.state().propose(three, draft)
    desk.say(undefined, undefined, undefined)
    await undo()
    expect(desk.state()).toMatchObject({ order: ['a'], undo: null })
    expect(desk.asked.slice(3).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /annotations/x',
      'DELETE /annotations/y',
      'DELETE /annotations/z',
    ])
    expect(kept()).toEqual([])
  })

  it('are one draft again where they are taken back before any has left', async () => {
    desk.say(away, away, away)
    await desk.state().propose(three, draft)
    await undo()
    expect(desk.state()).toMatchObject({ order: ['a'], unsent: [] })
    expect(kept()).toEqual([key])
    expect(desk.words.read(key)?.values).toEqual(typed)
  })

  it('give one that is refused a form of its own', async () => {
    desk.say(answer('x', 0), new ApiProblem(422, 'Invalid', 'Too long.'), answer('z', 2))
    expect(await desk.state().propose(three, draft)).toBe(false)
    expect(desk.state()).toMatchObject({
      order: ['a', 'x', 'z'],
      draft: { kind: 'correction', start: 24, exact: 'they' },
    })
    expect(desk.state().unsent).toMatchObject([{ on: 'they', why: 'Too long.' }])
    expect(kept().map((one) => desk.words.read(one)?.values)).toEqual([{ to: 'we' }])
    desk.say(undefined, undefined)
    await undo()
    // What was refused is a form that somebody writes in: it stays.
    expect(desk.state()).toMatchObject({ order: ['a'], unsent: [{ on: 'they' }] })
  })

  it('wait for a connection, and are sent then', async () => {
    desk.say(away, away, away)
    await desk.state().propose(three, draft)
    expect(desk.state().unsent.map(({ on }) => on)).toEqual(['so', 'they', 'milion'])
    desk.say(answer('x', 0), answer('y', 1), answer('z', 2))
    expect(await desk.state().retryAll()).toBe(true)
    expect(desk.state().order).toEqual(['a', 'x', 'y', 'z'])
  })
})

describe('a turn out of its form', () => {
  const turn = { do: 'split', speaker: 'Valkov' } as const
  const written = { part: 'split', next: 'Valkov' }
  const onTurn = (start: number, exact: string) => ({
    input: { ...correction(start, exact, exact).input, correction: { to: exact, turn } },
    typed: written,
  })
  const refused = new ApiProblem(422, 'Invalid', 'Too long.')
  const begin = (start: number, exact: string) => {
    const begun = { kind: 'correction', how: 'turn', start, end: start + exact.length, exact } as const
    desk.words.forget(key)
    desk.words.keep(wordsOf.draft(begun), { values: written, draft: begun })
    desk.state().begin(begun)
    return begun
  }

  it.each([
    ['on the word that was selected', 'so'],
    ['elsewhere than what was selected', 'and they'],
  ])('%s comes back to it with its words, each time it is refused', async (_, selected) => {
    const begun = begin(17, selected)
    for (let tries = 0; tries < 2; tries += 1) {
      desk.say(refused)
      expect(await desk.state().propose([onTurn(17, 'so')], desk.state().draft ?? begun)).toBe(false)
      expect(desk.state().unsent).toMatchObject([{ on: 'so', why: 'Too long.' }])
      expect(kept().map((one) => desk.words.read(one)?.values)).toEqual([written])
    }
    desk.say(answer('x', 0))
    expect(await desk.state().propose([onTurn(17, 'so')], desk.state().draft)).toBe(true)
    expect([desk.state().unsent, kept()]).toEqual([[], []])
  })

  it('is a draft again where it is taken back before it has left', async () => {
    const begun = begin(17, 'so')
    desk.say(away)
    await desk.state().propose([onTurn(17, 'so')], begun)
    await undo()
    expect(kept().map((one) => desk.words.read(one)?.values)).toEqual([written])
  })
})
