import { describe, expect, test } from 'vitest'
import { dateInWords, relative } from './relative'

const now = new Date('2031-03-11T12:00:00Z').getTime()
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('relative times', () => {
  test.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [-20_000, 'just now'],
    [minute, '1 min ago'],
    [59 * minute, '59 min ago'],
    [hour, '1 h ago'],
    [23 * hour + 59 * minute, '23 h ago'],
    [day, '1 day ago'],
    [13 * day, '13 days ago'],
    [-3 * day, 'in 3 days'],
    [-(7 * day - 5_000), 'in 7 days'],
    [-80 * minute, 'in 1 h'],
    [20 * day, '19 Feb'],
    [400 * day, '4 Feb 2030'],
  ])('%d ms before reads "%s"', (before, words) => expect(relative(now - before, now)).toBe(words))

  test('a printed date does not move with the time zone', () => expect(dateInWords('2031-03-11')).toBe('11 March 2031'))
})
