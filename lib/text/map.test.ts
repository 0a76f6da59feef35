import { describe, expect, it } from 'vitest'
import { applyEdits, carryEdits, type Edit, type Fate, invert, mapRange, prepareEdits } from './map'
import { tidyEdits, tighten } from './tighten'

/**
 * A text with edits written into it: `{old|new}` replaces, `{|new}` inserts, `{old|}` deletes. `[` and `]` are the range
 * before the edits.
 */
const read = (written: string) => {
  let text = ''
  const edits: Edit[] = []
  const range = { start: 0, end: 0 }
  let open: { start: number; to: string | null } | null = null
  for (const sign of written) {
    if (sign === '[') range.start = text.length
    else if (sign === ']') range.end = text.length
    else if (sign === '{') open = { start: text.length, to: null }
    else if (sign === '|' && open) open.to = ''
    else if (sign === '}' && open) {
      edits.push({ start: open.start, end: text.length, text: open.to ?? '' })
      open = null
    } else if (open && open.to !== null) open.to += sign
    else text += sign
  }
  return { text, edits, range }
}

const shown = (text: string, { start, end }: { start: number; end: number }) =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`

const cases: readonly (readonly [what: string, before: string, after: string, fate: Fate])[] = [
  ['no edit at all', 'ab[cd]ef', 'ab[cd]ef', 'kept'],
  ['an edit before it moves it', '{a|xyz}b[cd]ef', 'xyzb[cd]ef', 'kept'],
  ['an edit behind it leaves it', 'ab[cd]e{f|xyz}', 'ab[cd]exyz', 'kept'],
  ['an edit that ends where it begins leaves its words', 'a{b|xyz}[cd]ef', 'axyz[cd]ef', 'kept'],
  ['an edit that begins where it ends leaves its words', 'ab[cd]{e|xyz}f', 'ab[cd]xyzf', 'kept'],
  ['an insertion at its beginning stays outside', 'ab[{|xyz}cd]ef', 'abxyz[cd]ef', 'kept'],
  ['an insertion at its end stays outside', 'ab[cd{|xyz}]ef', 'ab[cd]xyzef', 'kept'],
  ['an insertion inside makes it longer', 'ab[c{|xyz}d]ef', 'ab[cxyzd]ef', 'changed'],
  ['a deletion inside makes it shorter', 'a[b{cd|}e]f', 'a[be]f', 'changed'],
  ['a replacement inside is part of it', 'a[b{cd|xyz}e]f', 'a[bxyze]f', 'changed'],
  ['a replacement up to its beginning is part of it', 'ab[{c|xyz}d]ef', 'ab[xyzd]ef', 'changed'],
  ['a replacement up to its end is part of it', 'ab[c{d|xyz}]ef', 'ab[cxyz]ef', 'changed'],
  ['a replacement of just the range is the range', 'ab[{cd|xyz}]ef', 'ab[xyz]ef', 'changed'],
  ['a selection around it that was replaced is put in its place', 'a{b[cd]e|xyz}f', 'a[xyz]f', 'replaced'],
  ['a selection that begins where it begins, and ends later', 'ab[{cd]e|xyz}f', 'ab[xyz]f', 'replaced'],
  ['a selection that ends where it ends, and begins before', 'a{b[cd|xyz}]ef', 'a[xyz]ef', 'replaced'],
  ['a deletion of just the range leaves an empty place', 'ab[{cd|}]ef', 'ab[]ef', 'deleted'],
  ['a deletion of more leaves an empty place', 'a{b[cd]e|}f', 'a[]f', 'deleted'],
  ['a replacement over its beginning is not part of it', 'a{b[c|xyz}d]ef', 'axyz[d]ef', 'changed'],
  ['a replacement over its end is not part of it', 'ab[c{d]e|xyz}f', 'ab[c]xyzf', 'changed'],
  ['both ends cut, one letter left', 'a{b[c|1}d{e]f|2}', 'a1[d]2', 'changed'],
  ['both ends cut, nothing left between the two', 'a{b[c|1}{d]e|2}f', 'a1[]2f', 'deleted'],
  ['two edits side by side inside', 'a[b{c|1}{d|2}e]f', 'a[b12e]f', 'changed'],
  ['edits on both sides and inside', '{a|}b[c{d|xy}]e{f|}', 'b[cxy]e', 'changed'],
  ['the whole text replaced', '{[abc]|x}', '[x]', 'changed'],
  ['the whole turn replaced around a word of it', '{a [word] here|something else}', '[something else]', 'replaced'],
  ['an empty place moves with the letter behind it', 'a{|xyz}[]b', 'axyz[]b', 'kept'],
  ['an empty place stays before an edit behind it', 'a[]b{c|xyz}', 'a[]bxyz', 'kept'],
  ['an empty place in what was replaced', 'a{b[]c|xyz}', 'a[]xyz', 'deleted'],
  ['an empty place at the end of the text', 'ab{|x}[]', 'abx[]', 'kept'],
]

/** The faults that were reported of QualCoder, which also lets annotated text be edited, as cases of ours. */
const scars: typeof cases = [
  ['offset 0 is a place: a range at the very beginning stays', '[ab]{c|xyz}d', '[ab]xyzd', 'kept'],
  ['an insertion before the first letter moves a range at 0 by just its length', '{|x}[ab]c', 'x[ab]c', 'kept'],
  ['the last letter of the text is in the range that ends there', 'ab[c{d|x}]', 'ab[cx]', 'changed'],
  ['one letter typed before a range moves it by one, not by none or two', 'a{|x}b[cd]', 'axb[cd]', 'kept'],
  ['what is typed where two ranges meet is in neither: the first', '[ab]{|x}cd', '[ab]xcd', 'kept'],
  ['what is typed where two ranges meet is in neither: the second', 'ab{|x}[cd]', 'abx[cd]', 'kept'],
  ['a letter deleted at the seam is the first range’s loss only: the first', '[a{b|}]cd', '[a]cd', 'changed'],
  ['a letter deleted at the seam is the first range’s loss only: the second', 'a{b|}[cd]', 'a[cd]', 'kept'],
  ['a line break of two units before it moves it by two', 'a{|\r\n}[b]', 'a\r\n[b]', 'kept'],
  ['CRLF made LF before it moves it by one a line', 'a{\r|}\nb{\r|}\n[c]', 'a\nb\n[c]', 'kept'],
  ['a replaced selection over its end cuts it there', '[abc{de]fg|xyz}h', '[abc]xyzh', 'changed'],
  ['a selection replaced by as long a text is a change', 'a[b{c|x}d]e', 'a[bxd]e', 'changed'],
]

describe('a range is followed through edits', () => {
  it.each([...cases, ...scars])('%s', (_, before, after, fate) => {
    const { text, edits, range } = read(before)
    const mapped = mapRange(range, prepareEdits(edits))
    expect([shown(applyEdits(text, edits), mapped), mapped.fate]).toEqual([after, fate])
    expect(applyEdits(applyEdits(text, edits), invert(text, edits))).toBe(text)
  })

  it('refuses edits that are out of order, overlap, change nothing or stand outside the text', () => {
    const wrong: readonly (readonly Edit[])[] = [
      [
        { start: 2, end: 3, text: '' },
        { start: 0, end: 1, text: '' },
      ],
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
      [{ start: 1, end: 1, text: '' }],
      [{ start: 2, end: 1, text: 'x' }],
      [{ start: -1, end: 1, text: 'x' }],
      [{ start: 0, end: 5, text: 'x' }],
      [{ start: 0.5, end: 1, text: 'x' }],
    ]
    for (const edits of wrong) expect(() => applyEdits('abcd', edits)).toThrow(RangeError)
  })
})

describe('edits are carried over those of others', () => {
  it.each([
    ['to where their letters stand', 'ab{cd|x}', '{a|xyz}bcd', 'xyzbx'],
    ['beside one that touches theirs', 'a{b|x}c', '{a|1}b{c|2}', '1x2'],
    ['an insertion stays before its letter', 'ab{|x}c', 'ab{|y}c', 'abyxc'],
    ['not where their letters were changed', 'a{bc|x}d', 'ab{c|1}d', null],
    ['not where something was typed inside', 'a{bc|x}d', 'ab{|1}cd', null],
    ['not where the letter behind an insertion is gone', 'a{|x}b', 'a{b|}', null],
  ])('%s', (_, ours, theirs, both) => {
    const { text, edits } = read(ours)
    const others = read(theirs).edits
    const carried = carryEdits(edits, prepareEdits(others))
    expect(carried && applyEdits(applyEdits(text, others), carried)).toBe(both)
  })
})

describe('an edit is made as small as it can be', () => {
  const family = '👩‍👩‍👧'
  it.each<[string, string, Edit, Edit | null]>([
    ['nothing is changed', 'abc', { start: 0, end: 3, text: 'abc' }, null],
    ['one letter in the middle', 'abcde', { start: 0, end: 5, text: 'abxde' }, { start: 2, end: 3, text: 'x' }],
    ['a letter put in', 'abde', { start: 0, end: 4, text: 'abcde' }, { start: 2, end: 2, text: 'c' }],
    ['a word said twice', 'the the', { start: 0, end: 7, text: 'the' }, { start: 3, end: 7, text: '' }],
    ['not half of a pair', 'a😀b', { start: 0, end: 4, text: 'a😁b' }, { start: 1, end: 3, text: '😁' }],
    [
      'an accent takes its letter along',
      'cafe x',
      { start: 4, end: 4, text: '\u0301' },
      { start: 3, end: 4, text: 'e\u0301' },
    ],
    ['an accent taken off', 'cafe\u0301 x', { start: 4, end: 5, text: '' }, { start: 3, end: 5, text: 'e' }],
    ['CRLF is one sign', 'a\r\nb', { start: 1, end: 2, text: '' }, { start: 1, end: 3, text: '\n' }],
    ['LF to CRLF', 'a\nb', { start: 1, end: 1, text: '\r' }, { start: 1, end: 2, text: '\r\n' }],
    ['one of a family', `x${family}y`, { start: 7, end: 9, text: '👦' }, { start: 1, end: 9, text: '👩‍👩‍👦' }],
    [
      'half a flag put before flags changes them all',
      '🇳🇴🇸🇪.',
      { start: 0, end: 0, text: '🇺' },
      { start: 0, end: 8, text: '🇺🇳🇴🇸🇪' },
    ],
    [
      'a word of three',
      'the big house is',
      { start: 0, end: 16, text: 'the small house is' },
      { start: 4, end: 7, text: 'small' },
    ],
    [
      'words whole when several change',
      'the big house',
      { start: 0, end: 13, text: 'a small horse' },
      { start: 0, end: 13, text: 'a small horse' },
    ],
    ['a word put behind another', 'it is so', { start: 3, end: 5, text: 'is not' }, { start: 5, end: 5, text: ' not' }],
    ['at 0', 'abc', { start: 0, end: 1, text: 'x' }, { start: 0, end: 1, text: 'x' }],
    ['at the end', 'abc', { start: 3, end: 3, text: 'd' }, { start: 3, end: 3, text: 'd' }],
  ])('%s', (_, text, edit, smallest) => {
    expect(tighten(text, edit)).toEqual(smallest)
    expect(tidyEdits(text, [edit])).toEqual(smallest ? [smallest] : [])
  })

  it('puts several in order, and makes one of those that belong together', () => {
    const edit = (start: number, end: number, text: string): Edit => ({ start, end, text })
    expect(tidyEdits('abcdef', [edit(4, 6, 'ex'), edit(0, 2, 'ab'), edit(2, 3, 'y')])).toEqual([
      edit(2, 3, 'y'),
      edit(5, 6, 'x'),
    ])
    expect(tidyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y')])).toEqual([edit(1, 1, 'xy')])
    expect(tidyEdits('abcd', [edit(0, 2, ''), edit(2, 3, '')])).toEqual([edit(0, 3, '')])
    expect(tidyEdits('abc', [edit(0, 1, '🇳'), edit(1, 2, '🇴')])).toEqual([edit(0, 2, '🇳🇴')])
    expect(tidyEdits('ab', [edit(0, 0, 'x'), edit(0, 1, '\u0301')])).toEqual([edit(0, 1, 'x\u0301')])
    expect(tidyEdits('e\u0301', [edit(0, 0, 'e'), edit(0, 1, '')])).toEqual([])
    expect(() => tidyEdits('abc', [edit(0, 2, 'x'), edit(1, 3, 'y')])).toThrow(RangeError)
  })
})
