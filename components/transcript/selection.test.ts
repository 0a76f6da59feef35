import { describe, expect, it } from 'vitest'
import { withoutEdges } from './selection'

describe('a selection without the white space at its ends', () => {
  it.each([
    ['words alone', 'two words', { start: 100, end: 109 }],
    ['spaces and line breaks around them', ' \n two words\n\n', { start: 103, end: 112 }],
    ['a no-break space behind', 'word\u00a0', { start: 100, end: 104 }],
    ['a sign that joins emoji is no white space', '👩‍👧 ', { start: 100, end: 105 }],
    ['nothing but white space', ' \n\t', null],
    ['nothing', '', null],
  ])('%s', (_, words, range) => {
    expect(withoutEdges(words, 100)).toEqual(range)
  })
})
