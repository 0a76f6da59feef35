import { describe, expect, it } from 'vitest'
import { exportFormats, fileName } from '.'
import { csvColumns } from './csv'
import { annotationOn, sample } from './sample'

const written = (name: string, input = sample) => {
  const format = exportFormats.find((one) => one.name === name)
  return [...(format?.write(input) ?? [])].join('')
}

/** A reader of RFC 4180, strict: CRLF ends a record, quotation marks are doubled, what has no marks holds no line break. */
const parseCsv = (text: string): string[][] => {
  const records: string[][] = []
  let fields: string[] = []
  let at = 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error('a quotation mark is not closed')
        field += text[at]
        if (text[at] === '"') at += 1
      }
      at += 1
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`a bare ${JSON.stringify(text[at])} at ${at}`)
        field += text[at++]
      }
    }
    fields.push(field)
    if (text[at] === ',') at += 1
    else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no CRLF at ${at}`)
      at += 2
      records.push(fields)
      fields = []
    }
  }
  return records
}

const rows = (input = sample) => {
  const [head, ...records] = parseCsv(written('csv', input).slice(1))
  return records.map((record) => Object.fromEntries(record.map((cell, index) => [head?.[index] ?? '?', cell])))
}

/** What a browser shows of a page: tags away, references resolved. */
const shown = (html: string) =>
  html
    .replaceAll(/<(style|title)>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name as string] ?? '',
    )

/** What Markdown shows, roughly: backslashes before signs away. */
const unescaped = (markdown: string) => markdown.replaceAll(/\\([\\`*_[\]<|~^$@:&.#>+=()-])/g, '$1')

const plain: Readonly<Record<string, (text: string) => string>> = {
  html: shown,
  markdown: unescaped,
  csv: (text) => parseCsv(text.slice(1)).flat().join('\n'),
  json: (text) => JSON.stringify(JSON.parse(text)).replaceAll('\\"', '"').replaceAll('\\n', ' '),
}

const things: [what: string, words: string, otherwise?: Record<string, string>][] = [
  ['an author', 'Mira <b>Okafor</b>'],
  ['the words an annotation is on', 'We put nine points on one page'],
  ['a note', 'The vote was on the </script> Monday. [^1]'],
  ['a reply', 'Confirmed by `phone`'],
  ['who replied', 'Teodor Sand'],
  ['a claim', 'Marrant proposed nine points'],
  ['a verdict', 'Mostly false', { json: 'mostly-false' }],
  ['a source of evidence', 'Port authority, minutes'],
  ['the passage in it', 'Nine points, agreed <on> paper'],
  ['how it bears on the claim', 'Contradicts', { json: 'contradicts' }],
  ['what is noted about it', 'second line'],
  [
    'when it was looked at',
    '12 March 2031, 10:40 UTC',
    { csv: '2031-03-12T10:40:00.000Z', json: '2031-03-12T10:40:00.000Z' },
  ],
  ['a tag', 'nine | points'],
  ['a state', 'resolved'],
  ['what a flag found', 'Volkov'],
  ['what it expected', 'Valkow'],
  ['why it was raised', 'One vowel apart'],
  ['why it was dismissed', 'Two people'],
  ['a correction', 'naive <café>'],
  [
    'when it was made',
    '11 March 2031, 09:05 UTC',
    { csv: '2031-03-11T09:05:00.000Z', json: '2031-03-11T09:05:00.000Z' },
  ],
  ['an annotation that lost its place', 'words that went'],
  ['its note', 'Its words are gone'],
]

describe.each(['html', 'markdown', 'csv', 'json'])('%s', (name) => {
  const text = written(name)
  it.each(things)('holds %s', (_, words, otherwise) => {
    expect(plain[name]?.(text)).toContain(otherwise?.[name] ?? words)
  })
  it('holds the address of a source', () => {
    expect(text.replaceAll('&amp;', '&').replaceAll('\\"', '"')).toContain('https://example.org/minutes?a=1&b=')
  })
  it('can be empty of annotations', () =>
    expect(written(name, { ...sample, annotations: [], signOffs: [] })).not.toBe(''))
})

describe.each(['html', 'markdown', 'json'])('%s of the whole', (name) => {
  const text = plain[name]?.(written(name)) ?? ''
  it.each([
    'The harbour call </title><script>alert(1)</script>',
    'The Quay Courier',
    'N. Ost',
    'Foreign desk',
    'ab'.repeat(32),
    'cd'.repeat(32),
    'Names first',
  ])('holds %s', (words) => {
    const title = name === 'html' && words.includes('title')
    expect(title ? shown(written(name).replaceAll(/<\/?title>/g, '')) : text).toContain(words)
  })
})

describe.each(['html', 'markdown'])('%s, of what is open,', (name) => {
  const read = (annotations = sample.annotations) => plain[name]?.(written(name, { ...sample, annotations })) ?? ''
  const stateOf = (id: string) => {
    const one = sample.annotations.filter((annotation) => annotation.id === id)
    if (name === 'markdown') return /UTC(?:, (\w+))?$/m.exec(read(one).split('[^1]:')[1] ?? '')?.[1]
    return /<h3>.*?<span class="tag[^"]*">(\w+)<\/span><\/h3>/.exec(written(name, { ...sample, annotations: one }))?.[1]
  }
  it('counts it in the head', () => {
    const head = read().split('We put nine points')[0]
    expect(head).toContain('4 of 10 annotations are open: 1 correction, 1 source check, 2 notes.')
  })
  it('says so where there is one', () =>
    expect(read(sample.annotations.filter(({ id }) => id === 'stars'))).toContain('1 of 1 annotation is open: 1 note.'))
  it('says so where there is nothing, and takes no highlight for work', () => {
    for (const annotations of [[], sample.annotations.filter(({ kind }) => kind === 'highlight' || kind === 'flag')])
      expect(read(annotations)).toContain('Nothing is open.')
  })
  it.each([
    ['check', 'open'],
    ['stars', 'open'],
    ['note', 'resolved'],
    ['flag', 'dismissed'],
    ['correction', 'proposed'],
    ['first', undefined],
  ])('says of %s that it is %s', (id, state) => expect(stateOf(id)).toBe(state))
})

describe('the web page', () => {
  const page = written('html')
  it('runs nothing and fetches nothing', () => {
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"`,
    )
    expect(page).not.toMatch(/<(script|img|link|iframe|object)\b|\son\w+=(?![^<]*&gt;)|@import|url\(/)
  })
  it('shows the text of the transcript, character by character but for white space and the signs of labels', () => {
    const main = page.slice(page.indexOf('<main>'), page.indexOf('</main>'))
    const words = shown(
      main
        .replaceAll(/<div class="card"[\s\S]*?<\/div>(?=<div class="card"|<\/div>)/g, '')
        .replaceAll(/<sup>[\s\S]*?<\/sup>| <ins>[\s\S]*?<\/ins>/g, ''),
    )
    const want = sample.revision.text.replaceAll(/^\[(00:\d\d)\] ([^:]+):/gm, '$2$1').replace('# no', 'no')
    expect(words.replaceAll(/\s+/g, '')).toContain(want.replaceAll(/\s+/g, ''))
  })
  it('leads from each mark to its note and back', () => {
    const ids = (pattern: RegExp) => [...page.matchAll(pattern)].map((found) => Number(found[1]))
    expect(ids(/id="r(\d+)"/g)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(ids(/href="#r(\d+)"/g)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(ids(/id="n(\d+)"/g)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
  it('opens and closes marks in order where annotations overlap', () => {
    const open: string[] = []
    for (const [tag, close, name] of page
      .slice(page.indexOf('<body>'), page.indexOf('</html>'))
      .matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (name === 'br') continue
      if (close) expect(open.pop(), tag).toBe(name)
      else open.push(name as string)
    }
    expect(open).toEqual([])
  })
})

describe('Markdown', () => {
  const text = written('markdown')
  it('has a footnote for every reference, in the order of the text', () => {
    const refs = [...text.matchAll(/(?<!\\)\[\^(\d+)\](?!:)/g)].map((found) => Number(found[1]))
    const notes = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map((found) => Number(found[1]))
    expect(refs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(notes).toEqual(refs)
  })
  it('keeps signs of the text as signs', () => {
    expect(text).toContain(
      '\\*Stars\\*[^4], \\_lines\\_, \\`code\\`, \\[links\\](http\\://example.org), a \\| table, \\[\\^1\\] and \\$x\\$.',
    )
    expect(text).toContain('1\\. no list')
  })
  it.each([
    ['a colon behind a reference at the beginning of a line', 'one\n: two', 0, 4, 'one\\\n[^1]\\: two'],
    ['a bracket behind a reference', 'one(two)', 0, 3, 'one[^1]\\(two)'],
    ['an exclamation mark before a reference', 'one! two', 0, 4, 'one\\![^1] two'],
    ['an empty line inside a paragraph', 'one\n\n# two', 0, 3, 'one[^1]\n\n\\# two'],
    ['an address', 'www.a_b.org', 4, 7, 'www\\.a\\_b[^1].org'],
  ])('takes %s for nothing but words', (_, words, start, end, out) => {
    const turns = [{ start: 0, end: words.length }]
    const one = [annotationOn(words, 'one', 'highlight', start, end)]
    expect(
      written('markdown', { ...sample, revision: { ...sample.revision, text: words, turns }, annotations: one }),
    ).toContain(`\n${out}\n`)
  })
  it('lets no line break of a claim, a source or a reason begin a block', () => {
    const check = sample.annotations.find((annotation) => annotation.check)
    const hostile = { ...check, check: { ...check?.check, claim: 'one\n# two', evidence: [] } } as typeof check
    expect(written('markdown', { ...sample, annotations: hostile ? [hostile] : [] })).toContain('Claim: one # two')
  })
  it('knows a carriage return for a line break, which is one to Markdown', () => {
    const note = annotationOn(sample.revision.text, 'n', 'note', 0, 3, {
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one\r# two' }] }] },
      author: { id: 'p', name: 'Mira\r# Okafor', kind: 'person' },
      tags: ['a\r# b'],
    })
    const transcript = { ...sample.transcript, title: 'A\r# call', outlet: 'The\r# Courier' }
    expect(written('markdown', { ...sample, transcript, annotations: [note] })).not.toContain('\r')
  })
})

describe('CSV', () => {
  it('is UTF-8 with a byte order mark, a fixed header, and CRLF behind every record', () => {
    const text = written('csv')
    expect(text.startsWith(`\uFEFF${csvColumns.join(',')}\r\n`)).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
  })
  it('has a row for each annotation, row of evidence and reply, all as wide as the header', () => {
    expect(
      rows()
        .map((row) => row.row)
        .sort(),
    ).toEqual([...Array(10).fill('annotation'), 'evidence', 'reply'])
    expect(new Set(parseCsv(written('csv').slice(1)).map((record) => record.length))).toEqual(
      new Set([csvColumns.length]),
    )
    expect(rows().filter((row) => row.annotation_id === 'check')).toHaveLength(2)
  })
  it('reads back as it was written, line breaks and quotation marks included', () => {
    const whole = rows().find((row) => row.id === 'whole')
    expect(whole?.quote).toBe(sample.revision.text)
    expect(rows().find((row) => row.id === 'e1')?.note).toBe('Page 4,\nsecond line')
    expect(whole?.start).toBe('0')
  })
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1+1', '＠x'])(
    'makes words of the formula %j',
    (claim) => {
      const one = annotationOn(sample.revision.text, 'f', 'check', 0, 3, {
        check: { claim, verdict: 'true', evidence: [] },
      })
      expect(rows({ ...sample, annotations: [one] })[0]?.claim).toBe(`'${claim}`)
    },
  )
})

describe('JSON', () => {
  it('reads back as what was handed over', () => {
    const { annotations, ...rest } = JSON.parse(written('json'))
    const bare = annotations.map(({ address: _, ...annotation }: Record<string, unknown>) => annotation)
    expect({ ...rest, annotations: bare }).toEqual({ format: 'verbatim', version: 1, ...sample })
  })
})

describe('fileName', () => {
  const names: [title: string, name: string][] = [
    ['The harbour call', '2031-03-13-the-harbour-call.html'],
    ['../../etc/passwd\u0000', '2031-03-13-etc-passwd.html'],
    ['“…”', '2031-03-13-transcript.html'],
    ['Звонок: Ильза', '2031-03-13-звонок-ильза.html'],
    ['word '.repeat(30), `2031-03-13-${'word-'.repeat(10).slice(0, -1)}.html`],
  ]
  it.each(names)('of %j', (title, name) => {
    expect(fileName(exportFormats[0] as (typeof exportFormats)[number], { title }, sample.exportedAt)).toBe(name)
  })
})
