import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/annotation/annotation'
import { openOnly } from '@/lib/annotation/filter'
import { changeIndex, differences, indexMarks, refilter, sieveOf } from './marks-index'

const open = sieveOf(openOnly, null)

const mark = (id: string, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  id,
  start,
  end,
  kind: 'note',
  state: 'open',
  author: 'p',
  placed: 'exact',
  ...more,
})

describe('document order', () => {
  it('goes by start, then the longer first, then the older', () => {
    const marks = [mark('d', 5, 6), mark('c', 0, 9), mark('b', 0, 4), mark('a', 0, 4)]
    expect(indexMarks(marks, open).order).toEqual(['c', 'a', 'b', 'd'])
  })

  it('shows only what passes the filter, and all again without it', () => {
    const index = indexMarks([mark('a', 0, 1, { state: 'resolved' }), mark('b', 2, 3)], open)
    expect(index.shown).toEqual(['b'])
    expect(refilter(index, () => true).shown).toEqual(['a', 'b'])
  })
})

const anyMark = fc
  .record({ id: fc.integer({ min: 0, max: 30 }), start: fc.nat(20), length: fc.nat(5), open: fc.boolean() })
  .map(({ id, start, length, open }) => mark(`m${id}`, start, start + length, { state: open ? 'open' : 'resolved' }))
const marksOf = (max: number) => fc.uniqueArray(anyMark, { selector: ({ id }) => id, maxLength: max })

describe('changing the index', () => {
  it('ends where indexing the result anew ends, whatever comes and goes', () => {
    fc.assert(
      fc.property(marksOf(25), marksOf(8), fc.uniqueArray(fc.integer({ min: 0, max: 30 })), (before, changed, out) => {
        const kept = changed.filter(({ id }) => !out.includes(Number(id.slice(1))))
        const removed = out.map((id) => `m${id}`)
        const step = changeIndex(indexMarks(before, open), kept, removed, open)
        const all = new Map(before.map((one) => [one.id, one]))
        for (const id of removed) all.delete(id)
        for (const one of kept) all.set(one.id, one)
        const anew = indexMarks(all.values(), open)
        expect({ order: step.order, shown: step.shown }).toEqual({ order: anew.order, shown: anew.shown })
        expect(new Map(step.marks)).toEqual(new Map(anew.marks))
      }),
    )
  })
})

describe('differences', () => {
  it('names what is new, what looks different and what is gone, and nothing else', () => {
    const before = indexMarks([mark('a', 0, 1), mark('b', 2, 3, { tags: ['x'] }), mark('c', 4, 5)], open).marks
    const after = indexMarks([mark('a', 0, 1, { tags: [] }), mark('b', 2, 3, { tags: ['y'] }), mark('d', 6, 7)], open)
    const found = differences(before, after.marks)
    expect(found.changed.map(({ id }) => id)).toEqual(['b', 'd'])
    expect(found.removed).toEqual(['c'])
  })
})
