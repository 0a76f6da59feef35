import fc from 'fast-check'
import type { Ask } from './world'

/** Rich text of one paragraph. */
export const said = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})

const account = { name: 'Nell', email: 'nell@desk.test', password: 'long enough', token: 'x' }
const evidence = { source: { title: 'Minutes', url: 'https://a.example' }, quote: 'q', stance: 'supports', note: 'n' }
const place = { revision: 1, start: 0, end: 7, exact: 'Marrant', tags: ['a', 'b'] }
const metadata = {
  ...{
    title: 'A call',
    outlet: 'Courier',
    printedOn: '2031-03-11',
    language: 'pt-BR',
    translator: 'T',
    origin: 'Post',
  },
}
const list = {
  type: 'doc',
  content: [
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: said('Hm.').content }] },
  ],
}
const linked = { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] }
const body = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [linked, { type: 'hardBreak' }] }, ...list.content],
}

/** Bodies that each route takes, to be spoilt in one place. A route that is not named takes none. */
const bodies: Readonly<Record<string, readonly object[]>> = {
  me: [{ name: 'Nell' }],
  'me/password': [{ current: 'wrong', password: 'long enough' }],
  desks: [{ name: 'Desk', slug: 'a-desk' }, { name: 'Desk' }],
  'desks/[desk]': [{ name: 'Desk' }],
  'desks/[desk]/members/[personId]': [{ role: 'editor' }],
  'desks/[desk]/tokens': [
    { name: 'Export', scope: 'read', expires: 30 },
    { name: 'Export', scope: 'write', expires: '2031-03-11' },
  ],
  'desks/[desk]/tags': [{ name: 'later', colour: 'red', note: 'Not today.' }],
  'desks/[desk]/tags/import': [{ text: 'name,colour\nlater,red\n', apply: true }],
  'tags/[tagId]': [{ name: 'sooner', colour: 'blue' }],
  'desks/[desk]/invitations': [{ role: 'viewer', name: 'Nell' }],
  'invitations/accept': [account],
  'set-up': [{ ...account, desk: 'Desk' }],
  'desks/[desk]/transcripts': [{ ...metadata, text: 'A: Some words.\n\nB: Others.\n' }],
  'transcripts/[transcriptId]': [metadata, { state: 'checking', reason: 'r' }],
  'transcripts/[transcriptId]/annotations': [
    { ...place, kind: 'note', body },
    { ...place, kind: 'check', check: { claim: 'Nine.', verdict: 'true', evidence: [evidence] } },
    { ...place, kind: 'flag', flag: { sort: 'name', found: 'Marrant', expected: ['Marant'], reason: 'So.' } },
    { ...place, kind: 'correction', correction: { to: '' } },
    { ...place, kind: 'correction', correction: { to: 'Marrant', turn: { do: 'relabel', speaker: 'Marant' } } },
  ],
  'transcripts/[transcriptId]/annotations/bulk': [
    { verb: 'tag', tag: 'later', ids: ['01890a5d-ac96-774b-bcce-b302099a8057'] },
    { verb: 'dismiss', reason: 'r', ids: ['01890a5d-ac96-774b-bcce-b302099a8057'] },
  ],
  'transcripts/[transcriptId]/annotations/bulk/undo': [{ change: 1 }],
  'transcripts/[transcriptId]/corrections': [
    { action: 'accept', ids: ['01890a5d-ac96-774b-bcce-b302099a8057'], revision: 1, reason: 'r' },
    { action: 'reject', ids: ['01890a5d-ac96-774b-bcce-b302099a8057'], reason: 'r' },
    { action: 'undo', revision: 2, reason: 'r' },
    { action: 'restore', revision: 1, head: 2, reason: 'r' },
  ],
  'transcripts/[transcriptId]/versions': [
    { text: 'Marrant: We put ten points on one page.\n', revision: 1, reason: 'r', sure: true },
    { text: 'Others: Nothing of it.\n', revision: 1, preview: true },
  ],
  'annotations/[annotationId]': [{ body, tags: ['a'], check: { claim: 'Nine.', verdict: 'true' } }],
  'annotations/[annotationId]/accept': [{ revision: 1, to: 'Marant', everywhere: true, reason: 'r' }],
  'annotations/[annotationId]/attach': [{ revision: 1, start: 0, end: 7, exact: 'Marrant' }],
  'annotations/[annotationId]/archive': [{ archived: true, reason: 'r' }],
  'annotations/[annotationId]/resolve': [{ resolved: true }],
  'annotations/[annotationId]/dismiss': [{ reason: 'r' }],
  'annotations/[annotationId]/replies': [{ body }],
  'annotations/[annotationId]/evidence': [evidence],
  'replies/[replyId]': [{ body }],
  'evidence/[evidenceId]': [evidence],
}

/** What may be sent to a route. */
export const bodiesFor = (path: string): readonly object[] => bodies[path] ?? [{}]

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value).replace('1e+300', '1e400')).toString('base64url')
const marks = [1.5, -1, 2 ** 31, 1e300, '1', null, 'x', '2031-13-41', '+275760-09-13T00:00:00Z', '\0', '', '\ud800']
const cursors = marks.flatMap((at) => [cursorOf([at, id]), cursorOf([0, at, id]), cursorOf([at, 1, id])])

/** Words, numbers and structures that something might stumble over. */
export const words: readonly string[] = [
  ...[
    '',
    ' ',
    '\0',
    '\ud800',
    '\r\nSet-Cookie: a=b',
    '=1+1',
    '__proto__',
    'constructor',
    '%',
    '\\',
    "'; DROP TABLE x;",
  ],
  ...[
    '../..',
    '<script>',
    '\u202e',
    'e\u0301'.repeat(200),
    'x'.repeat(70_000),
    'en-aa-aa',
    'en-u',
    '2031-02-30',
    '0000-01-01',
  ],
  ...['NaN', 'Infinity', '1e400', '-0', '1.5', '99999999999999999999', '2147483648', 'null', '[]', 'true', id],
  ...['00000000-0000-0000-0000-000000000000', 'javascript:alert(1)', 'http://[', `a${',a'.repeat(1_900)}`],
]
const numbers = [0, -0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 1e300, Number.MIN_VALUE]
const nested = (depth: number): unknown => (depth === 0 ? 'x' : { type: 'bulletList', content: [nested(depth - 1)] })
const structures: readonly unknown[] = [
  ...[
    [],
    {},
    [[]],
    [null],
    ['\ud800'],
    Array(5_000).fill('x'),
    Array(5_000).fill({}),
    nested(400),
    said('\0'),
    said(' '),
  ],
  ...[null, true, false, { type: 'doc', content: [nested(4)] }, JSON.parse('{"__proto__":{"version":1},"toString":1}')],
]
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom(...structures),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Every place in a value, as the keys that lead there. */
const placesIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([key, held]) => placesIn(held).map((path) => [key, ...path]))]

const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
  if (key === undefined) return by
  const held = value as Record<string, unknown>
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? replaced(item, rest, by) : item))
  return { ...held, [key]: replaced(held[key], rest, by) }
}

const spoilt = (body: object): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...placesIn(body).slice(1), ['id'], ['desk'], ['authorId']), hostile)
    .map(([place, by]) => replaced(body, place, by))

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()

const file = (fields: object) =>
  fc
    .record({
      name: fc.constantFrom(...words.map((name) => name.toWellFormed()), 'a.txt', 'a.md', 'a.pdf'),
      bytes: fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constantFrom('\uFEFF', 'A: b\nB: c\n', '---\n---\n')),
      type: fc.constantFrom('', 'text/plain', 'text/markdown; charset=x', 'application/pdf'),
      more: spoilt(fields),
    })
    .map(({ name, bytes, type, more }) => {
      const form = new FormData()
      form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name)
      for (const [field, value] of Object.entries(more as object)) form.append(field, textOf(value))
      return form
    })

const raw: fc.Arbitrary<Ask> = fc.record({
  raw: fc.constantFrom(
    '',
    '{',
    '[]',
    '"x"',
    'null',
    '{"a":'.repeat(9_000),
    '\0',
    '--x\r\n\r\n--x--',
    '['.repeat(90_000),
  ),
  headers: fc.record({
    'content-type': fc.constantFrom(
      ...['', 'application/json', 'application/json; charset=utf-16', 'multipart/form-data', 'text/plain'],
      ...['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'],
    ),
  }),
})

const sent = (path: string): fc.Arbitrary<Ask> => {
  const taken = bodies[path] ?? [{ x: 1 }]
  return fc.oneof(
    { weight: 12, arbitrary: fc.oneof(...taken.map(spoilt)).map((body): Ask => ({ body })) },
    { weight: 1, arbitrary: fc.constantFrom(...taken).map((body): Ask => ({ body })) },
    {
      weight: /(transcripts|versions)$/.test(path) ? 6 : 1,
      arbitrary: file(taken[0] ?? {}).map((body): Ask => ({ body })),
    },
    { weight: 2, arbitrary: raw },
  )
}

const questions = {
  ...{
    limit: '2',
    after: '1',
    q: 'a',
    kind: 'note',
    state: 'open',
    sort: 'title',
    text: 'false',
    ids: id,
    revision: '1',
  },
  ...{ trash: 'true', tag: 'a,b', author: id, detector: 'x', version: '1' },
}
const asked: fc.Arbitrary<Ask> = fc
  .oneof(
    fc.tuple(
      fc.constantFrom(...Object.keys(questions)),
      fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 20 })),
    ),
    fc.tuple(fc.constant('cursor'), fc.constantFrom(...cursors, ...words)),
    fc.constantFrom<[string, string]>(...Object.entries(questions)),
  )
  .chain(([name, value]) => fc.constantFrom('updated', 'title', 'created').map((sort) => ({ sort, [name]: value })))
  .map((given) => ({
    query: `?${new URLSearchParams(Object.entries(given).map(([name, value]) => [name, value.toWellFormed()]))}`,
  }))

/** Requests to a verb of a route, spoilt in one place: a field, the body, a file, the query or the precondition. */
export const hostileRequests = (verb: string, path: string): fc.Arbitrary<Ask> => {
  const precondition = fc.constantFrom<object>(
    ...Array(6).fill({ version: 1 }),
    {},
    { version: 0 },
    { version: 2 ** 31 },
  )
  return fc.tuple(verb === 'GET' ? asked : sent(path), precondition).map(([ask, more]) => ({ ...more, ...ask }))
}
