import { describe, expect, it } from 'vitest'
import { changeOf } from './change-of'

describe('what a replacement changes', () => {
  it.each([
    ['one word', 'reccomend', 'recommend', ['', 'reccomend', 'recommend', '']],
    [
      'a word between others',
      'he would reccomend it',
      'he would recommend it',
      ['he would ', 'reccomend', 'recommend', ' it'],
    ],
    ['nothing', 'the same', 'the same', ['the same', '', '', '']],
    ['a word more', 'a b', 'a new b', ['a ', '', 'new ', 'b']],
    ['a word twice', 'the the quay', 'the quay', ['the ', 'the ', '', 'quay']],
    ['everything taken out', 'um', '', ['', 'um', '', '']],
    ['everything new', '', 'um', ['', '', 'um', '']],
    ['a space more', 'a b', 'a  b', ['a', ' ', '  ', 'b']],
  ])('%s', (_, from, to, [before, deleted, inserted, after]) => {
    expect(changeOf(from, to)).toEqual({ before, deleted, inserted, after })
  })
})
