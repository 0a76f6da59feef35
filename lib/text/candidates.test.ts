import { describe, expect, it } from 'vitest'
import { describe as describeAnchor } from './anchor'
import { placesFor } from './candidates'
import { excerptAt } from './excerpt'

const old =
  'Marrant: We put nine points on one page. It was late.\n\nValkov: The leaders could discuss the harbour fees, he said.\n'

const anchorOf = (words: string, now: number) => {
  const start = old.indexOf(words)
  return { ...describeAnchor(old, { start, end: start + words.length }), start: now }
}

/** Words in the old text, a newer text with the place where they stood (`|`) or the words that stand there (in brackets), and what is offered. */
const cases: readonly (readonly [name: string, words: string, now: string, offered: readonly string[]])[] = [
  [
    'words that were taken out: the sentence that they stood in',
    'nine points',
    'Marrant: We put |on one page. It was late.\n',
    ['sentence “Marrant: We put on one page.”'],
  ],
  [
    'the same words elsewhere, then the sentence',
    'nine points',
    'Marrant: We put it |on one page. It was late. There were nine points.\n',
    ['same “nine points”', 'sentence “Marrant: We put it on one page.”'],
  ],
  [
    'of the same words twice, those with the same words around first',
    'harbour fees',
    'Valkov: |No harbour fees. It was late.\n\nValkov: The leaders could discuss the harbour fees, he said.\n',
    ['same “harbour fees”', 'same “harbour fees”', 'sentence “Valkov: No harbour fees.”'],
  ],
  [
    'words like them',
    'could discuss the harbour fees',
    'Marrant: It was late.\n\n|Valkov: They could discus the harbor fee, he said.\n',
    ['alike “could discus the harbor fee”', 'sentence “Valkov: They could discus the harbor fee, he said.”'],
  ],
  [
    'what stands there now, also where it is nothing like them',
    'nine points',
    'Marrant: We [wrote a letter] on one page. It was late.\n',
    ['here “wrote a letter”', 'sentence “Marrant: We wrote a letter on one page.”'],
  ],
  ['nothing in a text without a sentence', 'nine points', '|\n', []],
]

describe('the places that words may be put on', () => {
  it.each(cases)('%s', (_, words, marked, offered) => {
    const start = marked.search(/[|[]/)
    const text = marked.replace(/[|[\]]/g, '')
    const here = { start, end: marked.includes(']') ? marked.indexOf(']') - 1 : start }
    const found = placesFor(text, anchorOf(words, start), here)
    expect(found.map((place) => `${place.why} “${text.slice(place.start, place.end)}”`)).toEqual(offered)
    for (const { alike, around, score } of found)
      for (const share of [alike, around, score]) expect(share >= 0 && share <= 1).toBe(true)
  })

  it('the nearest of many that are equally good, and not more than are asked for', () => {
    const text = 'No. Nine points. '.repeat(1_000)
    const middle = text.indexOf('No.', text.length / 2)
    const anchor = { start: middle, end: middle + 11, exact: 'Nine points', prefix: 'x', suffix: 'y' }
    const found = placesFor(text, anchor, { start: middle, end: middle }, undefined, 3)
    expect(found.map(({ start }) => Math.abs(start - middle) < 40)).toEqual([true, true, true])
  })

  it('a sentence without the label of its turn', () => {
    const text = 'Marrant: We put on one page.'
    const found = placesFor(text, anchorOf('nine points', 16), { start: 16, end: 16 }, { start: 9, end: text.length })
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['We put on one page.'])
  })

  it('never half of a letter', () => {
    const text = 'He said 👩‍👩‍👧 and left.'
    const at = text.indexOf('👩')
    const found = placesFor(
      text,
      { start: at, end: at + 2, exact: '👩', prefix: 'said ', suffix: '' },
      { start: at, end: at + 2 },
    )
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe('👩‍👩‍👧')
  })
})

describe('an excerpt', () => {
  const text = 'One two three four five six seven.'
  it.each([
    ['has whole words around', 'four', 9, { before: 'three ', words: 'four', after: ' five six' }],
    ['ends where the text does', 'One', 100, { before: '', words: 'One', after: ' two three four five six seven.' }],
    ['leaves out a word that it would cut', 'four', 8, { before: 'three ', words: 'four', after: ' five' }],
  ])('%s', (_, words, around, expected) => {
    const start = text.indexOf(words)
    expect(excerptAt(text, { start, end: start + words.length }, around)).toMatchObject({ ...expected, cut: false })
  })
  it('cuts between signs where there are no spaces', () => {
    expect(excerptAt('港口協議由三方簽署', { start: 4, end: 5 }, 2)).toMatchObject({
      before: '協議',
      words: '由',
      after: '三方',
    })
  })
  it('leaves out the rest of very long words', () => {
    const { words, cut, after } = excerptAt(`${'x'.repeat(9_000)} end`, { start: 0, end: 9_000 })
    expect([words.length, cut, after]).toEqual([2_000, true, ' end'])
  })
})
