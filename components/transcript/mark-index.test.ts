import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/annotation/annotation'
import { createMarkIndex, lastAtOrBefore } from './mark-index'

const mark = (id: string, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  id,
  start,
  end,
  kind: 'highlight',
  state: 'open',
  author: 'ann',
  placed: 'exact',
  ...more,
})

/** Ten characters a paragraph. */
const starts = Int32Array.from({ length: 200 }, (_, index) => index * 10)
const indexOf = (...marks: Mark[]) => {
  const index = createMarkIndex(starts)
  index.set(marks)
  return index
}
const ids = (marks: readonly Mark[]) => marks.map(({ id }) => id).join(' ')

describe('the paragraph of an offset', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [1995, 199],
    [99_999, 199],
    [-1, 0],
  ])('%d', (offset, paragraph) => {
    expect(lastAtOrBefore(starts, offset)).toBe(paragraph)
  })
})

describe('marks by paragraph', () => {
  it('gives them in document order, the longer first where two begin together', () => {
    const index = indexOf(mark('c', 5, 7), mark('b', 2, 4), mark('a', 2, 9))
    expect(ids(index.at(0))).toBe('a b c')
  })

  it('has a mark in every paragraph it reaches, and in none that it only touches', () => {
    const index = indexOf(mark('a', 5, 20))
    expect([0, 1, 2].map((paragraph) => ids(index.at(paragraph)))).toEqual(['a', 'a', ''])
  })

  it('has a mark over half of the text wherever it reaches', () => {
    const index = indexOf(mark('wide', 0, 1000), mark('a', 12, 14))
    expect([0, 1, 99, 100].map((paragraph) => ids(index.at(paragraph)))).toEqual(['wide', 'wide a', 'wide', ''])
  })

  it('leaves out what holds no character, unless it lost its words and waits for others', () => {
    const put = mark('put', 2, 2, { placed: 'lost', state: 'archived' })
    const edge = mark('edge', 10, 10, { placed: 'lost' })
    const index = indexOf(mark('lost', 1, 1, { placed: 'lost' }), put, mark('empty', 2, 2), edge)
    expect([ids(index.at(0)), ids(index.at(1))]).toEqual(['lost', 'edge'])
    expect(index.get('put')?.id).toBe('put')
  })

  it('begins anew when all are set', () => {
    const index = indexOf(mark('a', 1, 4))
    index.set([mark('b', 11, 14)])
    expect([ids(index.at(0)), ids(index.at(1)), index.get('a')]).toEqual(['', 'b', undefined])
  })
})

describe('changes of single marks', () => {
  it('touch the paragraph that a mark left and the one it came to', () => {
    const index = indexOf(mark('a', 1, 4))
    expect(index.change([mark('a', 31, 44)], [])).toEqual([
      { first: 0, last: 0 },
      { first: 3, last: 4 },
    ])
    expect([ids(index.at(0)), ids(index.at(3))]).toEqual(['', 'a'])
  })

  it('touch nothing for an unknown id or a mark that cannot be painted', () => {
    const index = indexOf(mark('a', 1, 4))
    expect(index.change([mark('b', 3, 3)], ['nobody'])).toEqual([])
  })

  it('take out a wide mark again', () => {
    const index = indexOf(mark('wide', 0, 1500))
    expect(index.change([], ['wide'])).toEqual([{ first: 0, last: 149 }])
    expect(ids(index.at(70))).toBe('')
  })

  it('turn a wide mark into a narrow one', () => {
    const index = indexOf(mark('a', 0, 1500))
    index.change([mark('a', 0, 5)], [])
    expect([ids(index.at(0)), ids(index.at(70))]).toEqual(['a', ''])
  })
})
