import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, importText, test } from './support'

const requests = Number(process.env.HOSTILE_REQUESTS ?? 8_000) / 4
const odd = [
  '',
  ' ',
  '%',
  '%00',
  '%c0%af',
  '%ff',
  '..',
  '../..',
  '..%2f..',
  '//',
  '\\',
  ';',
  '?',
  '#',
  '%F0%9F',
  'x'.repeat(9_000),
]
const ids = ['01890a5d-ac96-774b-bcce-b302099a8057', '0', '-1', 'null', '[object Object]', '__proto__', 'foreign-desk']
const places = [
  '',
  'api',
  'v1',
  'auth',
  'desks',
  'transcripts',
  'annotations',
  'export',
  'html',
  'marks',
  'text',
  'callback',
]
const path = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...places) }, fc.constantFrom(...odd, ...ids)), {
    maxLength: 6,
  })
  .map((parts) => `/${parts.join('/')}`)
const known = fc
  .tuple(
    fc.constantFrom(
      '/api/v1/me',
      '/api/v1/desks',
      '/api/v1/desks/foreign-desk/transcripts',
      '/sign-in',
      '/api/auth/session',
    ),
    fc.constantFrom(
      '',
      '?',
      '?limit=1e9',
      '?q=%00',
      '?cursor=%',
      '?a[b]=c',
      '?__proto__[x]=1',
      `?q=${'x'.repeat(8_000)}`,
    ),
  )
  .map((parts) => parts.join(''))
const methods = [
  'GET',
  'GET',
  'POST',
  'POST',
  'PATCH',
  'DELETE',
  'PUT',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  'X',
  '\u00e9',
]
const headers = [
  ...['Cookie: next-auth.session-token=x', 'Cookie: ;;;=;', 'Cookie: next-auth.session-token=e30.e30.e30.e30.e30'],
  ...[
    'Authorization: Bearer',
    'Authorization: Bearer \u00ff',
    'Authorization: Basic Og==',
    'If-Match: *',
    'If-Match: "1e9"',
  ],
  ...[
    'Range: bytes=0-',
    'Range: bytes=-1,-2,5-1',
    'Range: x',
    'If-None-Match: *',
    'If-Modified-Since: never',
    'Expect: x',
  ],
  ...[
    'Content-Length: -1',
    'Content-Length: 99999999999',
    'Content-Length: 1, 1',
    'Transfer-Encoding: chunked, chunked',
  ],
  ...['Transfer-Encoding: x', 'Content-Type: multipart/form-data', 'Content-Type: application/json; charset=utf-7'],
  ...[
    'Content-Encoding: gzip',
    'Accept: text/event-stream',
    'Accept-Encoding: *;q=0',
    'Last-Event-ID: -1',
    'Origin: null',
  ],
  ...[
    'Idempotency-Key: \u00e9',
    `Idempotency-Key: ${'k'.repeat(5_000)}`,
    'X-Forwarded-For: x, y',
    'X-Forwarded-Host: evil.example',
  ],
  ...[
    'X-Request-Id: \u0001',
    'X-Client-Address: 1.1.1.1',
    'Next-Action: 0',
    'RSC: 1',
    'Next-Router-State-Tree: %',
    'Upgrade: websocket',
  ],
  ...[
    'X-Middleware-Subrequest: proxy',
    'Connection: Upgrade',
    'Host: evil.example',
    ' Folded: header',
    'No colon',
    `X: ${'h'.repeat(20_000)}`,
  ],
]
const bodies = [
  '',
  '{',
  '{"text":"\\ud800"}',
  '\0\0\0',
  '0\r\n\r\n',
  'ffffffff\r\nx',
  '--x\r\nContent-Disposition: form-data; name="file"',
]
const message = fc.record({
  method: fc.constantFrom(...methods),
  at: fc.oneof(path, known),
  more: fc.array(fc.constantFrom(...headers), { maxLength: 4 }),
  body: fc.constantFrom(...bodies),
  version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9'),
})

/** Sends bytes and gives the status of each answer to them; none where the server hung up without one. */
const statuses = (host: string, port: number, bytes: Buffer) =>
  new Promise<number[]>((done, failed) => {
    let heard = ''
    const socket = connect(port, host, () => socket.end(bytes))
    socket.setTimeout(20_000, () => failed(new Error('no answer within 20 seconds')))
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : failed(error),
    )
    socket.on('close', () => {
      socket.setTimeout(0)
      done([...heard.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status)))
    })
  })

test('whatever is sent to its port, the server refuses it or answers, and goes on', async ({
  asEditor: page,
  baseURL,
}) => {
  test.setTimeout(600_000)
  const { hostname, port } = new URL(baseURL ?? '')
  await importText(page, 'Still there')
  const listed = async () => (await page.request.get('/api/v1/desks/foreign-desk/transcripts?limit=500')).json()
  const before = await listed()
  const property = fc.asyncProperty(message, async ({ method, at, more, body, version }) => {
    const lines = [`${method} ${at} ${version}`, `Host: ${hostname}:${port}`, 'Connection: close', ...more, '', body]
    for (const status of await statuses(hostname, Number(port), Buffer.from(lines.join('\r\n'), 'latin1'))) {
      // 505 is what a version is refused with, 501 a way of sending.
      expect([501, 505].includes(status) ? 400 : status, lines.join('\n').slice(0, 500)).toBeLessThan(500)
    }
  })
  await fc.assert(property, { numRuns: requests, seed: 20311103 })
  expect(await listed()).toEqual(before)
  expect((await page.request.get('/readyz')).status()).toBe(200)
})
