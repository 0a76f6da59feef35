import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/annotation/annotation'
import { alternativesIn } from './alternatives'

const proposal = (id: string, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  ...{ id, start, end, kind: 'correction', state: 'open', author: 'p', placed: 'exact', ...more },
})

const cases: readonly (readonly [string, readonly Mark[], Readonly<Record<string, readonly string[]>>])[] = [
  ['says nothing of proposals side by side', [proposal('a', 0, 5), proposal('b', 5, 9)], {}],
  ['names two for the same words', [proposal('a', 0, 5), proposal('b', 0, 5)], { a: ['a', 'b'], b: ['a', 'b'] }],
  [
    'names what a long one shares with each of two short ones',
    [proposal('long', 0, 20), proposal('a', 2, 5), proposal('b', 8, 12)],
    { long: ['long', 'a', 'b'], a: ['long', 'a'], b: ['long', 'b'] },
  ],
  ['leaves out what is decided', [proposal('a', 0, 5), proposal('b', 0, 5, { state: 'accepted' })], {}],
  ['leaves out what is lost', [proposal('a', 3, 3, { placed: 'lost' }), proposal('b', 0, 5)], {}],
  ['leaves out other kinds', [proposal('a', 0, 5), proposal('b', 0, 5, { kind: 'note' })], {}],
]

describe('proposals for the same words', () => {
  it.each(cases)('%s', (_, marks, expected) => {
    expect(Object.fromEntries(alternativesIn(marks))).toEqual(expected)
  })
})
