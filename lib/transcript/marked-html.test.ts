import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/annotation/annotation'
import { transcriptHtml } from './html'
import { withFirstMarks } from './marked-html'
import type { Turn } from './transcript'

const text = 'Marrant: Goods & <transport>\r\nof that “call”.\n\nThe second paragraph 🚢 goes on.\n'
const turns: readonly Turn[] = [
  { start: 9, end: 46, label: { start: 0, end: 8 }, speaker: 'Marrant' },
  { start: text.indexOf('The second'), end: text.length - 1 },
]
const html = transcriptHtml({ text, turns })

const mark = (words: string, more: Partial<Mark> = {}): Mark => ({
  ...{ id: `m${text.indexOf(words)}`, start: text.indexOf(words), end: text.indexOf(words) + words.length },
  ...{ kind: 'highlight', state: 'open', placed: 'exact', author: 'mira' },
  ...more,
})

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', '#13': '\r' }
const textOf = (written: string) =>
  written.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|#13);/g, (_, name) => signs[name] ?? '')
/** What stands inside the marks of one id, joined. */
const under = (written: string, id: string) => {
  const parts: string[] = []
  let depth = 0
  for (const part of written.match(/<[^>]*>|[^<]+/g) ?? []) {
    if (part.startsWith(`<mark data-id="${id}"`) || (depth > 0 && part.startsWith('<mark'))) depth += 1
    else if (part === '</mark>' && depth > 0) depth -= 1
    else if (depth > 0 && !part.startsWith('<')) parts.push(part)
  }
  return textOf(parts.join(''))
}

describe('marks on the first screens', () => {
  const cases: readonly (readonly [says: string, marks: readonly Mark[]])[] = [
    ['one word', [mark('Goods')]],
    ['a word of the label and what follows it', [mark('Marrant: Goods')]],
    ['signs that are written as references', [mark('& <transport>\r\nof')]],
    ['over two paragraphs', [mark('call”.\n\nThe second')]],
    ['an emoji', [mark('🚢 goes')]],
    ['one inside the other', [mark('second paragraph 🚢 goes on'), mark('paragraph')]],
  ]
  for (const [says, marks] of cases)
    it(`stand around ${says}, and the text stays the text`, () => {
      const written = withFirstMarks(html, marks)
      expect(textOf(written)).toBe(textOf(html))
      for (const { id, start, end } of marks) {
        // The line breaks between paragraphs are under no mark.
        const words = text.slice(start, end).replaceAll('\n\n', '')
        expect(under(written, id)).toBe(words)
      }
    })

  it('overlap as pieces that nest', () => {
    const written = withFirstMarks(html, [mark('The second paragraph'), mark('paragraph 🚢 goes on')])
    expect(written.match(/<mark/g)).toHaveLength(4)
    expect(textOf(written)).toBe(textOf(html))
  })

  it('say what they are once, quoted, and show a replacement', () => {
    const written = withFirstMarks(html, [mark('call', { kind: 'correction', to: '"<talk>"' })])
    expect(written).toContain('aria-description="Correction to “&quot;&lt;talk&gt;&quot;”, open"')
    expect(written).toContain('data-to="&quot;&lt;talk&gt;&quot;"')
  })

  it('are left out where they lost their place, and where there are none nothing is touched', () => {
    expect(withFirstMarks(html, [mark('Goods', { placed: 'lost' })])).toBe(html)
    expect(withFirstMarks(html, [])).toBe(html)
  })
})
