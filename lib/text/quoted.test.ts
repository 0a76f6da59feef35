import { describe, expect, it } from 'vitest'
import { quoted, quotedLast } from './quoted'

describe('words that a sentence quotes', () => {
  it.each([
    ['stand on one line', 'two\r\n  lines\t here ', '“two lines here”'],
    ['are cut where they are long, not in the middle of a sign', `${'a'.repeat(58)}🚢${'b'.repeat(9)}`, /^“a{58}…”$/],
    ['may be none', '', '“”'],
  ])('%s', (_, words, expected) => {
    if (expected instanceof RegExp) expect(quoted(words)).toMatch(expected)
    else expect(quoted(words)).toBe(expected)
  })

  it.each([
    ['bring a full stop', 'look at cue 3', '“look at cue 3”.'],
    ['do not bring a second one', 'Look at cue 3.', '“Look at cue 3.”'],
    ['keep their question mark', 'Who speaks?', '“Who speaks?”'],
    ['end with their ellipsis where they are cut', 'word '.repeat(30), /…”$/],
  ])('at its end %s', (_, words, expected) => {
    if (expected instanceof RegExp) expect(quotedLast(words)).toMatch(expected)
    else expect(quotedLast(words)).toBe(expected)
  })
})
