import { describe, expect, it } from 'vitest'
import { differences } from './differences'
import { applyEdits } from './map'

/** The edits as `old>new`. */
const shown = (before: string, after: string) => {
  const edits = differences(before, after)
  expect(applyEdits(before, edits)).toBe(after)
  return edits.map(({ start, end, text }) => `${before.slice(start, end)}>${text}`)
}

describe('the differences of two texts', () => {
  it.each<[what: string, before: string, after: string, list: readonly string[]]>([
    ['the same text', 'The envoy rang.', 'The envoy rang.', []],
    ['from nothing', '', 'The envoy rang.', ['>The envoy rang.']],
    ['to nothing', 'The envoy rang.', '', ['The envoy rang.>']],
    ['letters of one word', 'was explaning that', 'was explaining that', ['>i']],
    ['one word for another', 'at nine sharp', 'at noon sharp', ['ine>oon']],
    ['a sign only', 'Yes, he said', 'Yes. he said', [',>.']],
    ['several words at once stay whole', 'in the big house now', 'in the small horse now', ['big>small', 'u>r']],
    [
      'words that have nothing to do with each other',
      'the big tree fell',
      'the small boat fell',
      ['big tree>small boat'],
    ],
    ['a paragraph put in', 'One.\n\nTwo.', 'One.\n\nOne and a half.\n\nTwo.', ['>One and a half.\n\n']],
    ['a paragraph taken out', 'One.\n\nHalf.\n\nTwo.', 'One.\n\nTwo.', ['Half.\n\n>']],
    ['line ends made CRLF', 'One.\nTwo.', 'One.\r\nTwo.', ['\n>\r\n']],
    ['an accent written in two signs', 'café x', 'cafe\u0301 x', ['é>e\u0301']],
    ['one of a family', 'so 👩‍👩‍👧 then', 'so 👩‍👩‍👦 then', ['👩‍👩‍👧>👩‍👩‍👦']],
    ['Chinese, sign by sign', '我们明天见面', '我们今天见面', ['明>今']],
  ])('%s', (_, before, after, list) => expect(shown(before, after)).toEqual(list))

  it('finds each of many small changes in a long text', () => {
    const words = Array.from({ length: 50_000 }, (_, at) => `word${(at * 7919) % 5_000}`)
    const changed = words.map((word, at) => (at % 100 === 50 ? 'other' : word))
    const edits = differences(words.join(' '), changed.join(' '))
    expect(edits).toHaveLength(500)
    expect(applyEdits(words.join(' '), edits)).toBe(changed.join(' '))
  })

  it('does not take for ever where nothing comes up only once', () => {
    const of = (seed: number) => Array.from({ length: 100_000 }, (_, at) => ((at * seed) % 7 < 3 ? 'a' : 'b')).join(' ')
    const began = process.cpuUsage()
    expect(applyEdits(of(3), differences(of(3), of(5)))).toBe(of(5))
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(5_000)
  })
})
