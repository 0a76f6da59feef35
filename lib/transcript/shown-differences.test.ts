import { describe, expect, it } from 'vitest'
import { differences } from '@/lib/text/differences'
import { firstDifferences } from './shown-differences'

/** The differences of two texts as one would read them: what stands before, [was|is], what stands behind. */
const shown = (before: string, after: string) =>
  firstDifferences(before, differences(before, after)).map(
    ({ was, is, places, ...beside }) => `${beside.before}[${was}|${is}]${beside.after} ${places}`,
  )

describe('differences are shown', () => {
  it.each([
    ['in whole words', 'the goverment said', 'the government said', ['the [goverment|government] said 1']],
    ['as one where hardly anything is between', 'one two three', 'uno two tres', ['[one two three|uno two tres] 2']],
    [
      'each by itself on lines of their own',
      'One is here.\nTwo is here.\n',
      'Uno is here.\nDue is here.\n',
      ['[One|Uno] is here.\nTwo is here.\n 1', 'One is here.\n[Two|Due] is here.\n 1'],
    ],
    ['without words put in', 'It was never built.', 'It was built.', ['It was [never |]built. 1']],
    [
      'with whole words beside them',
      `${'far '.repeat(20)}here${' away'.repeat(20)}`,
      `${'far '.repeat(20)}there${' away'.repeat(20)}`,
      [`${'far '.repeat(11)}[here|there]${' away'.repeat(9)} 1`],
    ],
  ])('%s', (_, before, after, told) => expect(shown(before, after)).toEqual(told))

  it('twelve at most, and each cut where it is long', () => {
    const lines = (word: string) => Array.from({ length: 30 }, (_, at) => `Line ${at} has the ${word}.`).join('\n')
    expect(shown(lines('harbour'), lines('market'))).toHaveLength(12)
    const [long] = firstDifferences('a b', [{ start: 0, end: 1, text: 'x '.repeat(1_000) }])
    expect(long?.is).toHaveLength(281)
  })
})
