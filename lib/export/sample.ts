import type { Annotation, Author, Evidence } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { Kind } from '@/lib/annotation/kinds'
import { findTurns } from '@/lib/transcript/turns'
import type { AnnotatedTranscript } from './format'

/** What the export tests hand over: an invented call with every kind of annotation, and words that would break a page. */
const text = `The harbour call

[00:12] Ilse Marrant: We put nine points on one page. <img src=x onerror=alert(1)> "Quoted" & 'so'.

[00:31] Oren Valkov: *Stars*, _lines_, \`code\`, [links](http://example.org), a | table, [^1] and $x$.
# no heading
1. no list

Volkov answered: 👩‍👩‍👧 naïve cafe\u0301. אמר השר כי השיחה התקיימה.

</script><!-- the end -->`

export const mira: Author = { id: 'p1', name: 'Mira <b>Okafor</b>', kind: 'person' }
export const teodor: Author = { id: 'p2', name: 'Teodor Sand', kind: 'person' }

const says = (words: string): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

const evidence: Evidence = {
  id: 'e1',
  version: 1,
  source: { id: null, title: 'Port authority, minutes', url: 'https://example.org/minutes?a=1&b="2"' },
  quote: 'Nine points, agreed <on> paper',
  stance: 'contradicts',
  note: 'Page 4,\nsecond line',
  by: teodor,
  at: '2031-03-12T10:40:00.000Z',
}

/** An annotation on words of the text; `more` says what else it has. */
export const annotationOn = (
  of: string,
  id: string,
  kind: Kind,
  start: number,
  end: number,
  more: Partial<Annotation> = {},
): Annotation => ({
  id,
  transcriptId: 't1',
  kind,
  state: 'open',
  version: 1,
  anchor: { revision: 1, start, end, exact: of.slice(start, end), prefix: '', suffix: '' },
  start,
  end,
  placed: 'exact',
  author: mira,
  body: null,
  tags: [],
  replies: [],
  createdAt: '2031-03-11T09:05:00.000Z',
  updatedAt: '2031-03-11T09:06:00.000Z',
  ...more,
})

const on = (words: string, id: string, kind: Kind, more: Partial<Annotation> = {}) => {
  const start = text.indexOf(words)
  return annotationOn(text, id, kind, start, start + words.length, more)
}

const annotations: readonly Annotation[] = [
  annotationOn(text, 'whole', 'highlight', 0, text.length, { tags: ['whole text'] }),
  on('The harbour', 'first', 'highlight'),
  on('We put nine points on one page', 'check', 'check', {
    check: { claim: '=HYPERLINK("x") Marrant proposed nine points', verdict: 'mostly-false', evidence: [evidence] },
    tags: ['nine | points', '+tag'],
  }),
  on('nine points on one page. <img src=x', 'note', 'note', {
    body: says('The vote was on the </script> Monday. [^1]'),
    replies: [
      {
        id: 'r1',
        version: 1,
        author: teodor,
        body: says('Confirmed by `phone`'),
        createdAt: '2031-03-11T11:00:00.000Z',
        updatedAt: '2031-03-11T11:00:00.000Z',
      },
    ],
    state: 'resolved',
  }),
  on('*Stars*', 'stars', 'note', { body: says('- 1\n@x') }),
  on('Volkov', 'flag', 'flag', {
    state: 'dismissed',
    flag: {
      detector: null,
      sort: 'name',
      found: 'Volkov',
      expected: ['Valkov', 'Valkow'],
      reason: 'One vowel apart',
      tier: null,
      evidence: [],
      dismissedFor: 'Two people',
    },
  }),
  on('👩‍👩‍👧', 'emoji', 'highlight'),
  on('naïve cafe\u0301', 'correction', 'correction', { correction: { from: 'naïve cafe\u0301', to: 'naive <café>' } }),
  on('השיחה', 'rtl', 'highlight'),
  annotationOn(text, 'gone', 'note', 0, 0, {
    placed: 'lost',
    body: says('Its words are gone'),
    anchor: { revision: 1, start: 3, end: 9, exact: 'words that went', prefix: '', suffix: '' },
  }),
].sort((a, b) => a.start - b.start || b.end - a.end)

/** An annotated transcript with all of that. */
export const sample: AnnotatedTranscript = {
  transcript: {
    id: 't1',
    desk: { id: 'd1', slug: 'foreign', name: 'Foreign desk' },
    title: 'The harbour call </title><script>alert(1)</script>',
    state: 'approved',
    version: 7,
    words: 60,
    counts: {},
    createdBy: { id: 'p1', name: 'Mira Okafor' },
    createdAt: '2031-03-11T09:00:00.000Z',
    updatedAt: '2031-03-12T12:00:00.000Z',
    deletedAt: null,
    askedBy: { id: 'p1', name: 'Mira Okafor' },
    approval: { by: { id: 'p2', name: 'Teodor Sand' }, at: '2031-03-12T12:00:00.000Z', revision: 1, stands: true },
    original: { name: 'call.txt', mediaType: 'text/plain', size: 500, sha256: 'ab'.repeat(32) },
    outlet: 'The Quay Courier',
    printedOn: '2031-03-11',
    language: 'en',
    translator: 'N. Ost',
    origin: 'https://example.org/call',
  },
  revision: { number: 1, text, turns: findTurns(text), hash: 'cd'.repeat(32), createdAt: '2031-03-11T09:00:00.000Z' },
  annotations,
  signOffs: [
    {
      by: { id: 'p2', name: 'Teodor Sand' },
      decision: 'sent-back',
      reason: 'Names first',
      at: '2031-03-12T08:00:00.000Z',
      revision: 1,
      stands: false,
    },
    {
      by: { id: 'p2', name: 'Teodor Sand' },
      decision: 'approved',
      reason: null,
      at: '2031-03-12T12:00:00.000Z',
      revision: 1,
      stands: true,
    },
  ],
  exportedAt: '2031-03-13T10:00:00.000Z',
  address: 'https://desk.example.org/transcripts/t1',
}
