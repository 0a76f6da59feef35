import { describe, expect, it } from 'vitest'
import type { BulkResult, BulkStep } from './bulk'
import { resultWords, undoneWords } from './bulk-words'

const ids = (count: number) => Array.from({ length: count }, (_, at) => `id-${at}`)

describe('what a step on many came to', () => {
  const cases: readonly (readonly [BulkStep, number, BulkResult['left'], string])[] = [
    [{ verb: 'resolve' }, 12, {}, '12 resolved.'],
    [{ verb: 'resolve' }, 12, { 'not-yours': ids(3) }, '12 resolved. 3 are not yours to change.'],
    [{ verb: 'delete' }, 1, { 'not-yours': ids(1) }, '1 deleted. 1 is not yours to change.'],
    [{ verb: 'tag', tag: 'later' }, 20_000, { same: ids(1) }, '20,000 tagged “later”. 1 is tagged so already.'],
    [{ verb: 'retag', tag: 'a', to: 'b' }, 2, {}, '2 tagged “b” in place of “a”.'],
    [{ verb: 'dismiss', reason: 'x' }, 0, { unfit: ids(2) }, 'Nothing was changed. 2 are no open flags.'],
    [
      { verb: 'resolve' },
      3,
      { gone: ids(1), unfit: ids(1) },
      '3 resolved. 1 was closed in another way. 1 is no longer there.',
    ],
  ]
  it.each(cases)('%j on %i', (step, done, left, words) => {
    expect(resultWords(step, { change: 1, done, left })).toBe(words)
  })
  it('says what could not be taken back', () => {
    const left = { changed: ids(2) }
    expect(undoneWords({ verb: 'resolve' }, { change: 2, done: 10, left })).toBe(
      'Undone on 10. 2 were changed since and stay as they are.',
    )
  })
})
