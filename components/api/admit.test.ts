import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/annotation/annotation'
import { type Filter, matches, openOnly } from '@/lib/annotation/filter'
import { admit } from './admit'

const mark: Mark = { id: 'a', start: 0, end: 1, kind: 'note', state: 'open', author: 'me', placed: 'exact' }

describe('a filter that shows what was just made', () => {
  it.each<[string, Partial<Filter>, Partial<Filter>]>([
    ['stays as it is where the mark passes', { kind: ['note', 'flag'] }, { kind: ['note', 'flag'] }],
    ['takes in its kind', { kind: ['flag'] }, { kind: ['flag', 'note'] }],
    ['takes in its state', { state: ['resolved'] }, { state: ['resolved', 'open'] }],
    [
      'takes in its author and leaves other parts alone',
      { author: ['you'], kind: ['note'] },
      { author: ['you', 'me'], kind: ['note'] },
    ],
    [
      'lets tags, sorts and detectors go that it has none of',
      { tag: ['x'], sort: ['name'], detector: ['d'] },
      { tag: [], sort: [], detector: [] },
    ],
  ])('%s', (_, given, expected) => {
    const admitted = admit({ ...openOnly, ...given }, mark)
    expect(admitted).toEqual({ ...openOnly, ...expected })
    expect(matches(admitted, mark)).toBe(true)
  })
})
