import { describe, expect, it } from 'vitest'
import { describe as anchorOf, locate } from './anchor'
import { call, cases, place } from './anchor-cases'

describe('locate', () => {
  it.each(cases)('$what', ({ before, words, nth, after, placed, found, at }) => {
    const located = locate(after, anchorOf(before, place(before, words, nth)))
    expect(located?.placed ?? 'lost').toBe(placed)
    if (found !== undefined) expect(after.slice(located?.start, located?.end)).toBe(found)
    if (at !== undefined) expect(located?.start).toBe(at)
  })

  it('says lost for an anchor without words, and for a place beyond the text', () => {
    expect(locate(call, { start: 3, end: 3, exact: '', prefix: '', suffix: '' })).toBeNull()
    expect(locate('short', { start: 900, end: 905, exact: 'other', prefix: 'one ', suffix: '' })).toBeNull()
  })

  it('finds the head and the tail of a long quote whose ends were changed', () => {
    const long = Array.from({ length: 80 }, (_, i) => `Line ${i} says that item ${i * 37} was paid in full.`).join('\n')
    const after = `Heading\n${long.replace('item 370 was', 'item 370, it is said, was').replace('item 2590', 'item 2,590')}`
    const from = long.indexOf('Line 10 ')
    const to = long.indexOf('\nLine 71 ')
    const located = locate(after, anchorOf(long, { start: from, end: to }))
    expect(located?.placed).toBe('moved')
    expect(located?.start).toBe(after.indexOf('Line 10 '))
    expect(located?.end).toBe(after.indexOf('\nLine 71 '))
  })
})

describe('describe', () => {
  it('remembers what stands on both sides', () => {
    const text = `${'a'.repeat(40)}WORDS${'b'.repeat(40)}`
    expect(anchorOf(text, { start: 40, end: 45 })).toEqual({
      start: 40,
      end: 45,
      exact: 'WORDS',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    })
  })
  it('widens to whole clusters and cuts none in prefix or suffix', () => {
    const flag = '🇳🇴'
    const text = `${flag.repeat(9)}x${flag.repeat(9)}`
    const anchor = anchorOf(text, { start: 36, end: 37 })
    expect(anchor.prefix).toBe(flag.repeat(8))
    expect(anchor.suffix).toBe(flag.repeat(8))
    expect(anchorOf('a😀b', { start: 2, end: 3 }).exact).toBe('😀')
  })
  it('refuses an empty range and one outside the text', () => {
    for (const range of [
      { start: 1, end: 1 },
      { start: -1, end: 2 },
      { start: 2, end: 9 },
      { start: 0.5, end: 2 },
    ])
      expect(() => anchorOf('words', range)).toThrow(RangeError)
  })
})

describe('effort', () => {
  const words =
    'so the minister of trade and her envoy in the north said that no deal would be signed before May'.split(' ')
  const draw = (length: number, seed: number) => {
    let state = seed
    const out: string[] = []
    for (let size = 0; size < length; ) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      const word = words[state % words.length] + (state % 7 === 0 ? String(state % 9_973) : '')
      out.push(word)
      size += word.length + 1
    }
    return out.join(' ')
  }
  const text = draw(6_000_000, 7)
  const other = draw(6_000, 99)
  const a = 'a'.repeat(6_000_000)
  const hostile: [what: string, text: string, anchor: ReturnType<typeof anchorOf>][] = [
    ['5,000 characters that are not there', text, anchorOf(other, { start: 100, end: 5_100 })],
    ['200 characters that are not there', text, anchorOf(other, { start: 100, end: 300 })],
    ['12 characters that are not there', text, anchorOf('xxxx qqqq zzzz vvvv wwww', { start: 5, end: 17 })],
    ['the whole of 6 MB with its first word changed', `Now ${text}`, anchorOf(text, { start: 0, end: text.length })],
    ['one letter over and over', a, anchorOf(`${'a'.repeat(200)}b${'a'.repeat(200)}`, { start: 100, end: 300 })],
    [
      'one letter over and over, 5,000 long',
      a,
      anchorOf(`${'a'.repeat(4_000)}b${'a'.repeat(2_000)}`, { start: 100, end: 5_100 }),
    ],
    ['one letter', a, anchorOf('bab', { start: 1, end: 2 })],
    ['a common word whose place is gone', text, anchorOf('qqqq zzzz and vvvv wwww', { start: 10, end: 13 })],
  ]
  it.each(hostile)(
    'is bounded: %s',
    (_, text, anchor) => {
      const began = process.cpuUsage()
      locate(text, anchor)
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_500)
    },
    60_000,
  )
})
