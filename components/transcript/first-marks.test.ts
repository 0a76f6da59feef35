import { describe, expect, it } from 'vitest'
import type { Mark, Marks } from '@/lib/annotation/annotation'
import { firstMarks } from './first-marks'

const mark = (start: number): Mark => ({
  id: `${start}`,
  start,
  end: start + 1,
  kind: 'note',
  state: 'open',
  author: 'mira',
  placed: 'exact',
})
const marks = (count: number): Marks => ({
  change: 7,
  revision: 1,
  people: { mira: 'Mira Okafor' },
  marks: Array.from({ length: count }, (_, at) => mark(at * 10)),
})
const turns = (count: number) => Array.from({ length: count }, (_, at) => ({ start: at * 100, end: at * 100 + 90 }))

describe('the marks that come with the page', () => {
  it('are all of them when they are few', () => {
    expect(firstMarks(marks(400), turns(1000))).toEqual({ marks: marks(400), complete: true })
  })
  it('are all of them in a short text, however many', () => {
    expect(firstMarks(marks(5000), turns(60)).complete).toBe(true)
  })
  it('are those of the first sixty turns in a long text', () => {
    const first = firstMarks(marks(5000), turns(1000))
    expect(first.complete).toBe(false)
    expect(first.marks.marks).toHaveLength(600)
    expect(first.marks.change).toBe(7)
  })
})
