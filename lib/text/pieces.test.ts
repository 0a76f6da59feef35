import { describe, expect, it } from 'vitest'
import { lanesOf, piecesOf } from './pieces'

const mark = (id: string, start: number, end: number) => ({ id, start, end })

describe('the pieces of a paragraph', () => {
  const cases: [string, ReturnType<typeof mark>[], string][] = [
    ['none without marks', [], ''],
    ['one for one mark', [mark('a', 12, 15)], '12–15 a'],
    ['what lies between marks is left out', [mark('a', 11, 12), mark('b', 15, 16)], '11–12 a, 15–16 b'],
    ['marks that touch share nothing', [mark('a', 11, 13), mark('b', 13, 15)], '11–13 a, 13–15 b'],
    [
      'one mark inside another, the shorter last',
      [mark('a', 11, 19), mark('b', 13, 15)],
      '11–13 a, 13–15 a b, 15–19 a',
    ],
    [
      'two that cross, the shorter last on both sides',
      [mark('a', 11, 15), mark('b', 13, 19)],
      '11–13 a, 13–15 b a, 15–19 b',
    ],
    ['two of one range, the first given outside', [mark('a', 11, 15), mark('b', 11, 15)], '11–15 a b'],
    ['cut at the paragraph on both sides', [mark('a', 0, 12), mark('b', 18, 90)], '10–12 a, 18–20 b'],
    ['nothing of a mark that only touches the paragraph', [mark('a', 0, 10), mark('b', 20, 30)], ''],
    [
      'four deep',
      [mark('a', 0, 40), mark('b', 11, 18), mark('c', 12, 17), mark('d', 13, 14)],
      '10–11 a, 11–12 a b, 12–13 a b c, 13–14 a b c d, 14–17 a b c, 17–18 a b, 18–20 a',
    ],
  ]
  it.each(cases)('%s', (_, marks, expected) => {
    const pieces = piecesOf(marks, { start: 10, end: 20 })
    expect(
      pieces.map(({ start, end, marks: under }) => `${start}–${end} ${under.map(({ id }) => id).join(' ')}`).join(', '),
    ).toBe(expected)
  })
})

describe('the lines below the words', () => {
  it('are the nearest one for marks that do not overlap', () => {
    expect([...lanesOf([mark('a', 0, 5), mark('b', 5, 9)])]).toEqual([
      ['a', 0],
      ['b', 0],
    ])
  })

  it('lie below each other where marks overlap, and come up again behind', () => {
    const lanes = lanesOf([mark('a', 0, 9), mark('b', 3, 12), mark('c', 4, 6), mark('d', 9, 20)])
    expect([...lanes]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ])
  })
})
