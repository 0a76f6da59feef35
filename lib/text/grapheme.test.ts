import { describe, expect, it } from 'vitest'
import { snap } from './grapheme'

const family = '👩‍👩‍👧'
const cases: [what: string, text: string, start: number, end: number, widened: string][] = [
  ['plain letters stay as they are', 'a call', 2, 4, 'ca'],
  ['half of a surrogate pair takes the other half', 'a😀b', 1, 2, '😀'],
  ['a person of a family takes the family', `x${family}y`, 3, 4, family],
  ['one letter of a flag takes the flag', 'x🇳🇴y', 3, 5, '🇳🇴'],
  ['the second flag of a row is not joined to the first', '🇳🇴🇸🇪', 4, 6, '🇸🇪'],
  ['a letter takes its accents', 'cafe\u0301\u0323 x', 3, 4, 'e\u0301\u0323'],
  ['an accent takes its letter', 'cafe\u0301 x', 4, 5, 'e\u0301'],
  ['a line feed takes its carriage return', 'a\r\nb', 2, 3, '\r\n'],
  ['Hangul made of parts stays one syllable', '\u1112\u1161\u11ab!', 1, 2, '\u1112\u1161\u11ab'],
  ['a skin tone stays with its hand', '👍🏽', 0, 2, '👍🏽'],
  ['an empty range at a boundary stays empty', 'abc', 1, 1, ''],
  ['an empty range inside a cluster takes the cluster', 'a😀b', 2, 2, '😀'],
  ['the whole text', 'a😀', 0, 3, 'a😀'],
  ['a Devanagari conjunct is not cut', 'क्षि ', 1, 2, 'क्षि'],
]

describe('snap', () => {
  it.each(cases)('%s', (_, text, start, end, widened) => {
    const range = snap(text, { start, end })
    expect(text.slice(range.start, range.end)).toBe(widened)
  })

  it('refuses what is outside the text', () => {
    expect(() => snap('abc', { start: 0, end: 4 })).toThrow(RangeError)
    expect(() => snap('abc', { start: -1, end: 2 })).toThrow(RangeError)
    expect(() => snap('abc', { start: 2, end: 1 })).toThrow(RangeError)
  })

  it('is quick in a long text, also where nothing parts for a long way', () => {
    const text = `${'word '.repeat(600_000)}${'🇳🇴'.repeat(20_000)}${`e${'\u0301'.repeat(50_000)}`}`
    const began = process.cpuUsage()
    for (let at = 2_999_000; at < 3_001_000; at++) snap(text, { start: at, end: at + 1 })
    for (let at = text.length - 50; at < text.length; at++) snap(text, { start: at - 1, end: at })
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
  }, 60_000)
})
