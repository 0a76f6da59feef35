import { describe, expect, it } from 'vitest'
import { momentOf } from './moment'

const now = new Date('2031-03-11T15:30:00Z')

describe('the moment that words name', () => {
  const cases: readonly (readonly [string, 'since' | 'until', string | null])[] = [
    ['30m', 'since', '2031-03-11T15:00:00.000Z'],
    ['2h', 'since', '2031-03-11T13:30:00.000Z'],
    ['3d', 'since', '2031-03-08T15:30:00.000Z'],
    ['1week', 'since', '2031-03-04T15:30:00.000Z'],
    ['today', 'since', '2031-03-11T00:00:00.000Z'],
    ['yesterday', 'since', '2031-03-10T00:00:00.000Z'],
    ['yesterday', 'until', '2031-03-11T00:00:00.000Z'],
    ['2031-03-01', 'since', '2031-03-01T00:00:00.000Z'],
    ['2031-02-28', 'until', '2031-03-01T00:00:00.000Z'],
    ['2031-03-01T08:15', 'since', '2031-03-01T08:15:00.000Z'],
    ['2031-03-01T08:15:00+02:00', 'since', '2031-03-01T06:15:00.000Z'],
    ['2031-02-29', 'since', null],
    ['2031-13-01', 'since', null],
    ['2031-03-01T25:00', 'since', null],
    ['soon', 'since', null],
    ['2 fortnights', 'since', null],
    ['', 'since', null],
  ]
  it.each(cases)('%s (%s)', (words, edge, expected) => {
    expect(momentOf(words, edge, now, 'utc')?.toISOString() ?? null).toBe(expected)
  })
  it('counts days by the clock of the machine where nothing else is said', () => {
    const today = new Date(now)
    today.setHours(0, 0, 0, 0)
    expect(momentOf('today', 'since', now)).toEqual(today)
  })
})
