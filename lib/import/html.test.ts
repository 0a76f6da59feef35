import { describe, expect, it } from 'vitest'
import { importFile } from '.'

const read = (given: string | Uint8Array, name = 'call.html') =>
  importFile({ name, bytes: typeof given === 'string' ? new TextEncoder().encode(given) : given })
const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const filler = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<p>The ferry, number ${at}, left at six, and nobody on the quay, or on board, knew why it had.</p>`,
  ).join('\n')

describe('the text', () => {
  const bodies: [what: string, body: string, text: string][] = [
    [
      'folds white space and has an empty line between paragraphs',
      '<p>One\n  two </p> <div> Three<p>four</div>',
      'One two\n\nThree\n\nfour',
    ],
    [
      'writes headings with signs of Markdown',
      '<h1>The <em>call</em></h1><p>It rang.</p><h3>Night</h3>',
      '# The call\n\nIt rang.\n\n### Night',
    ],
    [
      'writes the numbers and bullets of lists',
      '<ol start=3><li>a<li>b<ul><li>c</ul><li value=9>d</ol><ol type=i reversed><li>e<li>f</ol>',
      '3. a\n\n4. b\n\n• c\n\n9. d\n\nii. e\n\ni. f',
    ],
    [
      'reads tables row by row, and tables that lay out a page as what is in them',
      '<table><tr><th>a<th>b<tr><td>c<td><p>d</p></table><table><tr><td><h2>e</h2><p>f</p></td><td>g</td></tr></table>',
      'a\tb\n\nc\td\n\n## e\n\nf\n\ng',
    ],
    ['breaks lines where the page does', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['keeps the white space of what is set as it stands', '<pre>a\n  b</pre>', 'a\n  b'],
    ['reads references', '<p>Ost &amp; Sons &lt;1&gt; caf&eacute;&#x1F600;&nbsp;x</p>', 'Ost & Sons <1> café😀\u00a0x'],
    ['does not run numbers together', '<p>10<sup>2</sup> on the 3<sup>rd</sup></p>', '10^2 on the 3rd'],
    ['has the quotation marks a browser would draw', '<p><q>Yes</q></p>', '“Yes”'],
    [
      'leaves out scripts, styles, and what is not shown',
      '<script>a</script><style>b</style><template>c</template><noscript>d</noscript><p hidden>e</p><p style="display: none">f</p><p aria-hidden=true>g</p><nav>h</nav><svg><text>i</text></svg><button>j</button><p>k</p><!-- l -->',
      'k',
    ],
    ['leaves out soft hyphens', '<p>fer\u00adry&shy;man</p>', 'ferryman'],
    ['reads what has no body', '<p>Hello', 'Hello'],
  ]
  it.each(bodies)('%s', async (_, body, text) => expect((await read(page(body))).text).toBe(text))

  it('has turns with labels, and reads podcast transcripts with theirs', async () => {
    const { turns } = await read(page('<p><b>Ida Marrant:</b> Hello.</p><p><b>Jon Ost:</b> Yes?</p>'))
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Ida Marrant', 'Jon Ost'])
    const podcast = await read(
      '<cite>Ida:</cite>\n<time>0:02</time>\n<p>Hello.</p>\n<cite>Jon:</cite><time>1:00:05</time><p>Yes?</p>',
    )
    expect(podcast.text).toBe('Ida: [0:02]\n\nHello.\n\nJon: [1:00:05]\n\nYes?')
    expect(podcast.turns.map(({ speaker, from }) => [speaker, from])).toEqual([
      ['Ida', 2],
      ['Jon', 3605],
    ])
  })

  it('is the article of a page, not what stands round it', async () => {
    const { text, notes } = await read(
      page(
        `<nav><a href=#>Home</a></nav><div class="cookie-banner">We use cookies.</div><main><article><h1>The call</h1>${filler(8)}<div class="share"><a href=#>Share this</a></div><p><b>Ida:</b> No.</p><ul><li>Yes.</li></ul>${filler(3)}</article></main><aside class=sidebar><ul><li><a href=#>Other news today</a></li></ul></aside><footer class=footer>All rights reserved</footer>`,
      ),
    )
    expect(text.startsWith('# The call\n\nThe ferry, number 0')).toBe(true)
    expect(text).toContain('Ida: No.\n\n• Yes.')
    for (const clutter of ['Home', 'cookies', 'Share', 'Other news', 'rights']) expect(text).not.toContain(clutter)
    expect(notes).toEqual([
      'Left out beside the article: 11 words of menus, links and the like, the first “We use cookies.”',
      '1 menu of the page was left out: it begins “Home”.',
    ])
  })

  it('keeps every line of a page that is nothing but a transcript', async () => {
    const lines = Array.from({ length: 60 }, (_, at) =>
      at % 2 ? `<p>Jon: Line ${at}.</p>` : `<p>Ida: Line ${at}?</p>`,
    )
    const { text, notes, turns } = await read(page(`<div>${lines.join('')}</div>`))
    expect(text.split('\n\n')).toHaveLength(60)
    expect([turns.length, notes]).toEqual([60, undefined])
  })

  it('is told of words that the page marks as deleted', async () => {
    const { text, notes } = await read(page('<p>The ferry <del>sank</del> <ins>left</ins>.</p>'))
    expect(text).toBe('The ferry left.')
    expect(notes).toEqual(['Words the page marks as deleted were left out: 1 place, the first “sank”.'])
  })
})

describe('what is left out of a page', () => {
  const cases: readonly [string, string, string, readonly string[]][] = [
    [
      'pictures, with their places marked',
      '<p>Above</p><img src=a alt="A ferry [at night]"><p>On <img src=b> it, <img src=c alt="">below.</p>',
      'Above\n\n[picture: A ferry at night]\n\nOn [picture] it, below.',
      ['2 pictures were left out: their places are marked [picture].'],
    ],
    [
      'menus, each told once',
      '<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav><p>It left.</p><div role=navigation>Next page</div><nav hidden></nav>',
      'It left.',
      ['2 menus of the page were left out, the first begins “Home News”.'],
    ],
    [
      'the lines of a table, but not of one that lays out the page',
      '<table><tr><th>Ship<th>At<tr><td>Alma<td>Six</table><table><tr><td><p>One</p><p>Two</p></table>',
      'Ship\tAt\n\nAlma\tSix\n\nOne\n\nTwo',
      ['1 table was read row by row, its cells set apart by tabs.'],
    ],
    [
      'the address of a link',
      '<p>As <a href="https://example.org/x">the minutes</a> and <a href="#n">the note</a> say, it left.</p>',
      'As the minutes and the note say, it left.',
      ['The words of 1 link were kept, its address was left out.'],
    ],
  ]
  it.each(cases)('%s', async (_, body, text, notes) => {
    const imported = await read(page(body))
    expect([imported.text, imported.notes]).toEqual([text, expect.arrayContaining([...notes])])
  })
})

describe('what a page says of itself', () => {
  it('is its language, outlet, date, address and title', async () => {
    const { metadata, title } = await read(
      `<html lang=en-GB><head><title>The call | The Quay</title><meta property="og:title" content="The call"><meta property="og:site_name" content="The Quay"><meta property="article:published_time" content="2031-03-11T10:00:00Z"><link rel=canonical href="https://example.org/call"><meta name=translator content="N. Ost"></head><body>${filler(6)}</body></html>`,
    )
    expect(title).toBe('The call')
    expect(metadata).toEqual({
      ...{ language: 'en-GB', outlet: 'The Quay', printedOn: '2031-03-11' },
      ...{ origin: 'https://example.org/call', translator: 'N. Ost' },
    })
  })
})

describe('encodings', () => {
  const bytes = (text: string) => [...text].map((sign) => sign.charCodeAt(0))
  const cases: [what: string, given: Uint8Array, text: string, notes: number][] = [
    ['what the page says', Uint8Array.from(bytes('<meta charset="iso-8859-1"><p>caf\xe9 \x93x\x94')), 'café “x”', 0],
    [
      'Cyrillic that the page says',
      Uint8Array.from(bytes('<meta charset=windows-1251><p>\xef\xe0\xf0\xee\xec')),
      'паром',
      0,
    ],
    ['nothing, which is told', Uint8Array.from(bytes('<p>The harbour caf\xe9')), 'The harbour café', 1],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...bytes('<p>x').flatMap((code) => [code, 0])]), 'x', 0],
  ]
  it.each(cases)('%s', async (_, given, text, notes) => {
    const imported = await read(given)
    expect([imported.text, imported.notes?.length ?? 0]).toEqual([text, notes])
  })
})

describe('pages that are broken or meant to break', () => {
  it('elements deep in one another are read whole', async () => {
    const { text, notes } = await read(page(`${'<div>'.repeat(900)}deep${'</div>'.repeat(900)}`))
    expect(text).toBe('deep')
    expect(notes).toEqual([
      'The page is too large or too deeply nested to look for the article in it: all of it was read.',
    ])
  })
  it('very many elements that need no end are not deep', async () => {
    const { text } = await read(page(`<ul>${'<li>a<b>b</b>'.repeat(20_000)}</ul>`))
    expect(text.slice(0, 10)).toBe('• ab\n\n• ab')
  })
  it('tags that never close, or close what is not open, lose no words', async () => {
    expect((await read(page('<b><i>a</b></i></p></div>b<table>c<tr>d<td>e'))).text.replaceAll(/\s+/g, ' ')).toContain(
      'b',
    )
  })
  const refused: [what: string, given: string, sentence: RegExp][] = [
    ['a page of pictures', page('<img src=a alt="A ferry">'), /^call\.html has no words that a browser would show/],
    [
      'a page without words',
      page('<script>x()</script><div id=root></div>'),
      /^call\.html has no words that a browser would show/,
    ],
    [
      '100,000 elements inside one another',
      '<div>'.repeat(100_000),
      /^call\.html has elements more than 1,000 deep in one another/,
    ],
    ['as many that would end each other', '<td><li>'.repeat(100_000), /deep in one another/],
    [
      'a page of elements only',
      '<br>'.repeat(2_000_001),
      /^call\.html has more than 2,000,000 elements; no page of words does/,
    ],
  ]
  it.each(refused)('%s is refused', async (_, given, sentence) => expect(read(given)).rejects.toThrow(sentence))

  it('stops when it is asked to', async () => {
    const controller = new AbortController()
    const bytes = new TextEncoder().encode(page(filler(50)))
    const progress = () => controller.abort(new Error('enough'))
    await expect(importFile({ name: 'a.html', bytes }, { progress, signal: controller.signal })).rejects.toThrow(
      'enough',
    )
  })
})
