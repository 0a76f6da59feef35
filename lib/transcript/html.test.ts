import { describe, expect, it } from 'vitest'
import { transcriptHtml } from './html'
import type { Turn } from './transcript'

/** What a browser gives as textContent of the HTML: enough of a parser for what the writer writes. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#13;/g, '\r')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const paragraphsOf = (html: string) =>
  [...html.matchAll(/<(p|h\d)([^>]*) data-s=(\d+)>(.*?)<\/\1>/gs)].map(([, tag, attributes, start, inside]) => ({
    tag,
    attributes: attributes?.trim(),
    start: Number(start),
    text: textOf(inside ?? ''),
    inside,
  }))

/** Turns over `text`, by the words of each. */
const turnsOver = (text: string, ...words: string[]): Turn[] => {
  let from = 0
  return words.map((part) => {
    const start = text.indexOf(part, from)
    from = start + part.length
    return { start, end: from }
  })
}

describe('the HTML of a transcript', () => {
  const cases: [string, string, readonly Turn[]][] = [
    ['two paragraphs', 'One.\n\nTwo.', turnsOver('One.\n\nTwo.', 'One.', 'Two.')],
    ['signs that HTML reads as its own', 'a < b && "c" > <b>d</b>', [{ start: 0, end: 23 }]],
    ['text without any turn', '\n\n  One.\n\nTwo.  \n', []],
    ['words that no turn holds', 'Head\n\nOne.\n\nTail', turnsOver('Head\n\nOne.\n\nTail', 'One.')],
    ['a turn that ends in line breaks', 'One.\n\n', [{ start: 0, end: 6 }]],
    ['a label before the words', 'Ann: Yes.', [{ start: 5, end: 9, label: { start: 0, end: 4 }, speaker: 'Ann' }]],
    [
      'a label on a line of its own',
      'ANN\n\nYes.',
      [{ start: 5, end: 9, label: { start: 0, end: 3 }, speaker: 'ANN' }],
    ],
    ['a label without words', 'Ann: \nB', [{ start: 5, end: 5, label: { start: 0, end: 4 }, speaker: 'Ann' }]],
    ['something between label and words', 'Ann – Yes.', [{ start: 6, end: 10, label: { start: 0, end: 3 } }]],
    [
      'turns that overlap',
      'One two three',
      [
        { start: 0, end: 7 },
        { start: 4, end: 13 },
      ],
    ],
    ['line breaks within a turn', 'One\n  two\n\nthree', [{ start: 0, end: 16 }]],
    ['a heading and what follows it at once', '# Head\nOne.', [{ start: 0, end: 11 }]],
    ['a carriage return alone', 'One\rtwo', [{ start: 0, end: 7 }]],
    ['a no-break space between paragraphs', 'One.\n\u00a0\nTwo.', turnsOver('One.\n\u00a0\nTwo.', 'One.', 'Two.')],
    ['a paragraph that never ends', 'word '.repeat(9_000).trim(), [{ start: 0, end: 44_999 }]],
    ['a word that never ends', '😀'.repeat(9_001), [{ start: 0, end: 18_002 }]],
    ['an empty text', '', []],
  ]
  it.each(cases)('holds the text and nothing but it: %s', (_, text, turns) => {
    const html = transcriptHtml({ text, turns })
    expect(textOf(html)).toBe(text)
    for (const paragraph of paragraphsOf(html)) {
      expect(text.slice(paragraph.start, paragraph.start + paragraph.text.length)).toBe(paragraph.text)
      expect(paragraph.text.isWellFormed()).toBe(true)
      expect(paragraph.text.length).toBeLessThanOrEqual(6_000)
    }
    expect(
      paragraphsOf(html)
        .map((paragraph) => paragraph.text)
        .join('').length,
    ).toBeGreaterThanOrEqual(text.trim().length * 0.6)
  })

  it('gives every turn an id, counted from 1', () => {
    const html = transcriptHtml({ text: 'One.\n\nTwo.', turns: turnsOver('One.\n\nTwo.', 'One.', 'Two.') })
    expect(paragraphsOf(html).map(({ attributes, start }) => [attributes, start])).toEqual([
      ['id=t1', 0],
      ['id=t2', 6],
    ])
  })

  it('shows the name and the time of a label, and keeps the signs around them', () => {
    const text = '[00:12] Ann Lee: Yes.'
    const turn = { start: 17, end: 21, label: { start: 0, end: 16 }, speaker: 'Ann Lee', from: 12 }
    expect(paragraphsOf(transcriptHtml({ text, turns: [turn] }))[0]?.inside).toBe(
      '<b><i>[</i><em>00:12</em><i>] </i>Ann Lee<i>: </i></b>Yes.',
    )
  })

  it('shows the time of a turn whose label has none', () => {
    const turn = { start: 5, end: 9, label: { start: 0, end: 4 }, speaker: 'Ann', from: 3723.4 }
    expect(transcriptHtml({ text: 'Ann: Yes.', turns: [turn] })).toContain('<b data-t=1:02:03>Ann<i>: </i></b>Yes.')
  })

  it('nests headings without a gap, whatever levels the text leaves out', () => {
    const text = '## A\n\n#### B\n\n##### C\n\n### D\n\n# E\n\n###### F'
    const html = transcriptHtml({ text, turns: [] })
    expect(paragraphsOf(html).map(({ tag }) => tag)).toEqual(['h2', 'h3', 'h4', 'h3', 'h2', 'h3'])
  })
  it('writes a heading as one, its signs apart, and leaves a number sign in words alone', () => {
    const text = '## The call\n\n#1 of them'
    const html = transcriptHtml({ text, turns: turnsOver(text, '## The call', '#1 of them') })
    expect(paragraphsOf(html).map(({ tag, inside }) => [tag, inside])).toEqual([
      ['h2', '<i>## </i>The call'],
      ['p', '#1 of them'],
    ])
  })

  it('says where spaces are to be kept as they are', () => {
    const text = 'Plain words.\n\n  An indent.\nTwo  spaces.'
    const html = transcriptHtml({ text, turns: turnsOver(text, 'Plain words.', '  An indent.\nTwo  spaces.') })
    expect(paragraphsOf(html).map(({ attributes }) => attributes)).toEqual(['id=t1', 'id=t2 class=w'])
  })

  it('lets a paragraph with letters from right to left find its own direction', () => {
    const html = transcriptHtml({ text: 'One.\n\nשלום', turns: turnsOver('One.\n\nשלום', 'One.', 'שלום') })
    expect(paragraphsOf(html).map(({ attributes }) => attributes)).toEqual(['id=t1', 'id=t2 dir=auto'])
  })

  it('puts paragraphs into sections and sections into blocks, with what their height is guessed from', () => {
    const text = Array.from({ length: 650 }, (_, index) => `Paragraph ${String(index).padStart(3, '0')}.`).join('\n')
    const turns = Array.from({ length: 650 }, (_, index) => ({ start: index * 15, end: index * 15 + 14 }))
    const html = transcriptHtml({ text, turns })
    expect(html.match(/<div class=k /g)).toHaveLength(2)
    expect(html.match(/<div (id=text-begins )?class=s /g)).toHaveLength(33)
    expect(html.match(/<div id=/g)).toHaveLength(1)
    expect(html).toContain('<div class=s style=--c:280;--p:20;--l:0>')
    expect(html.startsWith('<div class=k style=--c:8400;--p:600;--l:0>')).toBe(true)
  })

  it('stays within 1.15 of a million words with labels and times', () => {
    const words = 'The courier obtained a recording of the call between them before. '.repeat(6).trim()
    const label = (index: number) => `Marrant [00:${String(index % 60).padStart(2, '0')}]: `
    const turns: Turn[] = []
    const parts: string[] = []
    let at = 0
    for (let index = 0; index < 14_000; index += 1) {
      const head = label(index)
      turns.push({
        start: at + head.length,
        end: at + head.length + words.length,
        label: { start: at, end: at + head.length - 1 },
        speaker: 'Marrant',
        from: index,
      })
      parts.push(head + words)
      at += head.length + words.length + 2
    }
    const text = parts.join('\n\n')
    expect(transcriptHtml({ text, turns }).length / text.length).toBeLessThan(1.15)
  })
})
