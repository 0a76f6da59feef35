import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/annotation/annotation'
import { everything, openOnly } from '@/lib/annotation/filter'
import { countMarks } from './counts'

const mark = (rest: Partial<Mark>): Mark => ({
  id: 'a',
  start: 0,
  end: 1,
  kind: 'note',
  state: 'open',
  author: 'mira',
  placed: 'exact',
  ...rest,
})
const marks = [
  mark({ kind: 'flag', sort: 'name', tags: ['later'] }),
  mark({ kind: 'flag', sort: 'date', author: 'teodor' }),
  mark({ kind: 'flag', sort: 'name', state: 'dismissed' }),
  mark({ kind: 'note', tags: ['later', 'legal'] }),
  mark({ kind: 'check', state: 'resolved', author: 'teodor' }),
]

describe('counting marks', () => {
  it('counts nothing as nothing', () => {
    const counts = countMarks([], openOnly)
    expect(counts.all).toBe(0)
    expect(counts.kind.get('flag')).toBeUndefined()
  })
  it('counts kinds among what is open while that is the filter', () => {
    const { all, kind, state } = countMarks(marks, openOnly)
    expect(all).toBe(5)
    expect([...kind]).toEqual([
      ['flag', 2],
      ['note', 1],
    ])
    expect([...state]).toEqual([
      ['open', 3],
      ['dismissed', 1],
      ['resolved', 1],
    ])
  })
  it('counts every state when all are shown', () => {
    expect(countMarks(marks, everything).kind.get('flag')).toBe(3)
    expect(countMarks(marks, everything).sort.get('name')).toBe(2)
  })
  it('leaves a choice out of its own counts, so that the others stay true', () => {
    const { kind, state, author } = countMarks(marks, { ...openOnly, kind: ['flag'] })
    expect(kind.get('note')).toBe(1)
    expect(state.get('open')).toBe(2)
    expect([...author]).toEqual([
      ['mira', 1],
      ['teodor', 1],
    ])
  })
  it('lets a sort of flag not hide how many notes there are', () => {
    const { kind, sort } = countMarks(marks, { ...openOnly, kind: ['flag'], sort: ['date'] })
    expect(kind.get('note')).toBe(1)
    expect(kind.get('flag')).toBe(2)
    expect(sort.get('name')).toBe(1)
  })
  it('counts a mark once for each of its tags', () => {
    expect([...countMarks(marks, openOnly).tag]).toEqual([
      ['later', 2],
      ['legal', 1],
    ])
  })
  it('narrows the other counts by a tag', () => {
    expect(countMarks(marks, { ...openOnly, tag: ['legal'] }).kind.get('flag')).toBeUndefined()
  })
})
