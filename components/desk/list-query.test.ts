import { describe, expect, test } from 'vitest'
import { fromSearch, toSearch } from './list-query'

describe('the list in the address', () => {
  test.each([
    [{}, { q: '', sort: 'updated', state: null }],
    [
      { q: 'harbour', sort: 'title', state: 'in-review' },
      { q: 'harbour', sort: 'title', state: 'in-review' },
    ],
    [
      { sort: 'toString', state: 'lost' },
      { q: '', sort: 'updated', state: null },
    ],
    [
      { q: ['a', 'b'], sort: undefined },
      { q: '', sort: 'updated', state: null },
    ],
  ])('%j is read', (search, query) => expect(fromSearch(search)).toEqual(query))

  test.each([
    [{ q: '', sort: 'updated', state: null }, ''],
    [{ q: '  ', sort: 'updated', state: null }, ''],
    [{ q: 'a & b', sort: 'created', state: 'draft' }, '?q=a+%26+b&state=draft&sort=created'],
  ] as const)('%j is written', (query, search) => expect(toSearch(query)).toBe(search))
})
