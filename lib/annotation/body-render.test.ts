import { describe, expect, it } from 'vitest'
import { type Block, Body, type Inline } from './body'
import { bodyToHtml } from './body-html'
import { bodyToMarkdown } from './body-markdown'
import { bodyToText, saysSomething, textToBody } from './body-text'

const words = (text: string, ...marks: ('bold' | 'italic' | { href: string })[]): Inline => ({
  type: 'text',
  text,
  ...(marks.length > 0 && {
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : { type: 'link' as const, attrs: mark })),
  }),
})
const p = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const li = (...content: Block[]): Block => ({ type: 'listItem', content })
const doc = (...content: Block[]): Body => ({ type: 'doc', content })
const br: Inline = { type: 'hardBreak' }

type Case = { what: string; body: Body; html: string; markdown: string; text: string }

const cases: Case[] = [
  {
    what: 'a paragraph',
    body: doc(p(words('Ask the press office.'))),
    html: '<p>Ask the press office.</p>',
    markdown: 'Ask the press office.',
    text: 'Ask the press office.',
  },
  {
    what: 'an empty paragraph',
    body: doc({ type: 'paragraph' }),
    html: '<p></p>',
    markdown: '',
    text: '',
  },
  {
    what: 'bold and italic, with white space outside the signs',
    body: doc(p(words('It '), words('is ', 'bold'), words('so', 'bold', 'italic'))),
    html: '<p>It <strong>is </strong><em><strong>so</strong></em></p>',
    markdown: 'It **is** ***so***',
    text: 'It is so',
  },
  {
    what: 'a link',
    body: doc(p(words('minutes', { href: 'https://example.org/a?b=1&c="2"' }))),
    html: '<p><a href="https://example.org/a?b=1&amp;c=&quot;2&quot;" target="_blank" rel="noopener noreferrer nofollow">minutes</a></p>',
    markdown: '[minutes](<https://example.org/a?b=1&c="2">)',
    text: 'minutes (https://example.org/a?b=1&c="2")',
  },
  {
    what: 'a link that says where it leads',
    body: doc(p(words('https://example.org', { href: 'https://example.org' }))),
    html: '<p><a href="https://example.org" target="_blank" rel="noopener noreferrer nofollow">https://example.org</a></p>',
    markdown: '[https\\://example.org](<https://example.org>)',
    text: 'https://example.org',
  },
  {
    what: 'an address that is not allowed is left out, its words stay',
    body: doc(p(words('click', { href: 'javascript:alert(1)' }))),
    html: '<p>click</p>',
    markdown: 'click',
    text: 'click',
  },
  {
    what: 'tags and entities are words',
    body: doc(p(words('</script><img src=x onerror=alert(1)> &amp;'))),
    html: '<p>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp;amp;</p>',
    markdown: '\\</script>\\<img src=x onerror=alert(1)> \\&amp;',
    text: '</script><img src=x onerror=alert(1)> &amp;',
  },
  {
    what: 'signs of Markdown are words',
    body: doc(p(words('# no *title* [^1] `x` | 1_2')), p(words('1. one')), p(words('- two'))),
    html: '<p># no *title* [^1] `x` | 1_2</p><p>1. one</p><p>- two</p>',
    markdown: '\\# no \\*title\\* \\[\\^1\\] \\`x\\` \\| 1\\_2\n\n1\\. one\n\n\\- two',
    text: '# no *title* [^1] `x` | 1_2\n\n1. one\n\n- two',
  },
  {
    what: 'line breaks',
    body: doc(p(words('one'), br, words('- two'), br)),
    html: '<p>one<br>- two<br></p>',
    markdown: 'one\\\n\\- two',
    text: 'one\n- two',
  },
  {
    what: 'lists in lists',
    body: doc({
      type: 'bulletList',
      content: [
        li(p(words('a')), {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [li(p(words('b'))), li(p(words('c')))],
        }),
        li(p(words('d'))),
      ],
    }),
    html: '<ul><li><p>a</p><ol start="3"><li><p>b</p></li><li><p>c</p></li></ol></li><li><p>d</p></li></ul>',
    markdown: '- a\n\n  3. b\n  4. c\n- d',
    text: '- a\n  3. b\n  4. c\n- d',
  },
  {
    what: 'a quotation of two paragraphs',
    body: doc({ type: 'blockquote', content: [p(words('one')), p(words('two'))] }, p(words('after'))),
    html: '<blockquote><p>one</p><p>two</p></blockquote><p>after</p>',
    markdown: '> one\n> \n> two\n\nafter',
    text: '> one\n>\n> two\n\nafter',
  },
]

describe('a note', () => {
  it.each(cases)('as HTML: $what', ({ body, html }) => expect(bodyToHtml(body)).toBe(html))
  it.each(cases)('as Markdown: $what', ({ body, markdown }) => expect(bodyToMarkdown(body)).toBe(markdown))
  it.each(cases)('as text: $what', ({ body, text }) => expect(bodyToText(body)).toBe(text))

  it('leaves out nodes and marks nobody allowed', () => {
    const body = {
      type: 'doc',
      content: [
        { type: 'image', attrs: { src: 'x' } },
        p({ type: 'text', text: 'a', marks: [{ type: 'code' }] } as unknown as Inline),
      ],
    } as unknown as Body
    expect(bodyToHtml(body)).toBe('<p>a</p>')
    expect(bodyToMarkdown(body)).toBe('a')
    expect(bodyToText(body)).toBe('a')
  })
})

describe('textToBody', () => {
  const texts: [what: string, text: string, body: Body][] = [
    ['one line', 'Checked.', doc(p(words('Checked.')))],
    [
      'paragraphs and line breaks',
      'one\r\ntwo\n \n\nthree ',
      doc(p(words('one'), br, words('two')), p(words('three'))),
    ],
    ['nothing', '', doc({ type: 'paragraph' })],
    ['only white space', ' \n\n ', doc({ type: 'paragraph' })],
  ]
  it.each(texts)('%s', (_, text, body) => {
    expect(textToBody(text)).toEqual(body)
    expect(Body.parse(textToBody(text))).toEqual(body)
  })
})

describe('saysSomething', () => {
  const item = (...content: Inline[]): Block => ({ type: 'bulletList', content: [li(p(...content))] })
  it.each<[string, Body, boolean]>([
    ['a word', doc(p(words('Hm'))), true],
    ['a sign', doc(p(words('?'))), true],
    ['an emoji', doc(p(words('👍'))), true],
    ['a word in a list behind an empty line', doc(p(), item(words('one'))), true],
    ['an empty paragraph', doc({ type: 'paragraph' }), false],
    ['white space and a break', doc(p(words(' \u00a0'), br)), false],
    ['signs that take no room', doc(p(words('\u200b\u2060'))), false],
    ['an empty list', doc(item()), false],
  ])('%s', (_, body, says) => expect(saysSomething(body)).toBe(says))
})

describe('the schema', () => {
  it('reads a note of a megabyte in a list within a list as fast as a plain one', () => {
    const list = (content: Block[]): Block => ({ type: 'orderedList', content: content.map((block) => li(block)) })
    const deep = list([list([list([list(Array(60).fill(p()))])])])
    const body = doc(...Array(400).fill(deep))
    const began = process.cpuUsage()
    expect(Body.safeParse(body).success).toBe(true)
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(700)
  })
})
