import { describe, expect, it } from 'vitest'
import { escapeHtml, escapeMarkdown, escapeMarkdownLine } from './escape'
import { likeness } from './likeness'

describe('escapeHtml', () => {
  it('writes the five signs as references, and nothing else', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp; é😀`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp; é😀',
    )
  })
})

describe('escapeMarkdown', () => {
  const pieces: [what: string, text: string, escaped: string][] = [
    ['emphasis and code', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
    ['links and footnotes', '[a](b) [^1]', '\\[a\\](b) \\[\\^1\\]'],
    ['an entity, but no lone ampersand', '&amp; & &#35;', '\\&amp; & \\&#35;'],
    ['addresses', 'http://a.b www.a.b a@b.c', 'http\\://a.b www\\.a.b a\\@b.c'],
    ['an emoji by name, but no time of day', ':smile: 12:30', '\\:smile: 12:30'],
    ['a mark that what follows would make an image', 'Yes!', 'Yes\\!'],
    ['plain words stay as they are', 'It’s 5 - 3 = 2; see p. 4 (no. 2).', 'It’s 5 - 3 = 2; see p. 4 (no. 2).'],
  ]
  it.each(pieces)('%s', (_, text, escaped) => expect(escapeMarkdown(text)).toBe(escaped))

  const lines: [what: string, text: string, escaped: string][] = [
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '12. a', '12\\. a'],
    ['a year at the beginning stays', '1999 was', '1999 was'],
    ['a quotation', '> a', '\\> a'],
    ['a rule', '---', '\\---'],
    ['an indent', '\t  a', '&#9;&#32;&#32;a'],
  ]
  it.each(lines)('at the beginning of a line: %s', (_, text, escaped) => expect(escapeMarkdownLine(text)).toBe(escaped))
})

describe('likeness', () => {
  it.each([
    ['same', 'same', 1],
    ['', '', 1],
    ['a', '', 0],
    ['abcd', 'wxyz', 0],
    ['abcd', 'abxd', 0.75],
    ['Ushkov', 'Ushakov', 1 - 1 / 7],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected)
    expect(likeness(b, a)).toBeCloseTo(expected)
  })
})
