import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bottomOf, type CardBox, placeCards } from './place-cards'

const card = (id: string, top: number, height = 100): CardBox => ({ id, top, height })
const place = (cards: readonly CardBox[], chosen: string | null = null, ceiling = 0) =>
  Object.fromEntries(placeCards(cards, chosen, 10, ceiling))

describe('cards beside their lines', () => {
  it.each<[string, readonly CardBox[], string | null, Record<string, number>]>([
    ['none are nowhere', [], null, {}],
    ['one alone stands at its line', [card('a', 40)], null, { a: 40 }],
    ['two far apart stand at theirs', [card('a', 0), card('b', 300)], null, { a: 0, b: 300 }],
    ['one too close is pushed down', [card('a', 0), card('b', 50)], null, { a: 0, b: 110 }],
    ['a chosen one that is free changes nothing', [card('a', 0), card('b', 300)], 'b', { a: 0, b: 300 }],
    ['the chosen one pushes those before it up', [card('a', 400), card('b', 420)], 'b', { a: 310, b: 420 }],
    ['and those after it down', [card('a', 400), card('b', 420)], 'a', { a: 400, b: 510 }],
    [
      'pushes go on through a stack',
      [card('a', 400), card('b', 410), card('c', 420), card('d', 430)],
      'c',
      { a: 200, b: 310, c: 420, d: 530 },
    ],
    [
      'those that find too little room above push the chosen one down, in the order of the text',
      [card('a', 0), card('b', 0), card('c', 120)],
      'c',
      { a: 0, b: 110, c: 220 },
    ],
    ['a chosen id that is not here counts as none', [card('a', 0), card('b', 50)], 'z', { a: 0, b: 110 }],
  ])('%s', (_, cards, chosen, expected) => {
    expect(place(cards, chosen)).toEqual(expected)
  })

  it('leaves what stands at the top of the column free', () => {
    expect(place([card('a', 0), card('b', 20)], 'a', 60)).toEqual({ a: 60, b: 170 })
  })

  it('never overlap, keep the order of the text, and put the chosen one at its line where there is room', () => {
    const cards = fc
      .array(fc.record({ top: fc.nat(2_000), height: fc.integer({ min: 20, max: 400 }) }), { maxLength: 20 })
      .map((some) => some.sort((a, b) => a.top - b.top).map((one, at) => ({ id: String(at), ...one })))
    fc.assert(
      fc.property(cards, fc.nat(19), (some, at) => {
        const tops = placeCards(some, String(at), 10, 0)
        const placed = some.map((one) => ({ ...one, y: tops.get(one.id) as number }))
        for (const [index, one] of placed.entries()) {
          const next = placed[index + 1]
          expect(one.y).toBeGreaterThanOrEqual(0)
          if (next) expect(next.y).toBeGreaterThanOrEqual(one.y + one.height + 10)
        }
        const chosen = some[at]
        const above = some.slice(0, at).reduce((sum, { height }) => sum + height + 10, 0)
        if (chosen) expect(tops.get(chosen.id)).toBe(Math.max(chosen.top, above))
      }),
    )
  })

  it('end where the lowest one ends', () => {
    const cards = [card('a', 0), card('b', 50, 30)]
    expect(bottomOf(cards, placeCards(cards, null, 10, 0))).toBe(140)
    expect(bottomOf([], new Map())).toBe(0)
  })
})
