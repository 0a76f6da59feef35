import { connect } from 'node:net'
import { expect, test } from './support'

/** The answer to a request as it is written here, byte for byte: no client would send it. */
const raw = (address: string, request: string): Promise<string> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(address)
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(request))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => done(answer))
    socket.on('error', failed)
  })

test.describe('whatever the API refuses, it refuses as problem+json', () => {
  const id = '0198f2c4-5a10-7c3e-9b41-6d2e8f0a0001'
  const cases: readonly (readonly [string, string, string, number, string?])[] = [
    ['an address it does not have', 'GET', '/api/v1/nothing', 404],
    ['an address outside of its versions', 'GET', '/api/nothing/at/all', 404],
    ['its own root', 'GET', '/api', 404],
    ['an OPTIONS of an address it does not have', 'OPTIONS', '/api/v1/nothing', 404],
    ['an address with a slash too many', 'GET', '/api/v1/me/', 404],
    ['an address with two slashes', 'GET', '/api//v1/me', 404],
    ['an address that cannot be decoded', 'GET', '/api/v1/transcripts/%E0%A4%A', 404],
    ['an address with a lone percent sign', 'GET', '/api/v1/transcripts/%', 404],
    ['an id that is none', 'GET', '/api/v1/transcripts/x', 401],
    ['a method that a route does not have', 'PUT', '/api/v1/me', 405, 'GET, HEAD, OPTIONS, PATCH'],
    [
      'a method that a route with an id does not have',
      'POST',
      `/api/v1/annotations/${id}`,
      405,
      'DELETE, GET, HEAD, OPTIONS, PATCH',
    ],
    ['a GET of what can only be posted', 'GET', '/api/v1/set-up', 405, 'OPTIONS, POST'],
    ['a HEAD of what can only be posted', 'HEAD', '/api/v1/set-up', 405, 'OPTIONS, POST'],
    ['a write to the description', 'POST', '/api/openapi.json', 405, 'GET, HEAD, OPTIONS'],
    ['a method that nothing has', 'TRACE', '/api/v1/me', 405, 'GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS'],
    ['a stranger', 'GET', '/api/v1/me', 401],
    ['a HEAD of a stranger', 'HEAD', '/api/v1/me', 401],
  ]
  for (const [what, method, path, status, allow] of cases) {
    test(`${what}: ${method} ${path} is ${status}`, async ({ baseURL }) => {
      const head = [`${method} ${path} HTTP/1.1`, 'Host: desk.test', 'Connection: close']
      const answer = await raw(baseURL ?? '', `${head.join('\r\n')}\r\n\r\n`)
      const [top = '', ...body] = answer.split('\r\n\r\n')
      expect(top).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(top).toMatch(/^content-type: application\/problem\+json/im)
      expect(top).not.toMatch(/^location:/im)
      if (status === 401) expect(top).toMatch(/^www-authenticate: Bearer/im)
      expect(/^allow: (.*)$/im.exec(top)?.[1]).toBe(allow)
      const words = /\{.*\}/s.exec(body.join('\r\n\r\n'))?.[0]
      if (method === 'HEAD') expect(words).toBeUndefined()
      else
        expect(JSON.parse(words ?? '')).toMatchObject({ status, type: expect.stringMatching(/^urn:verbatim:problem:/) })
    })
  }

  test('headers that are too long, and what is no request at all', async ({ baseURL }) => {
    const long = await raw(baseURL ?? '', `GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)
    expect(long).toMatch(/^HTTP\/1.1 431 .*application\/problem\+json.*"status":431/s)
    const address = await raw(baseURL ?? '', `GET /api/v1/${'x'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`)
    expect(address).toMatch(/^HTTP\/1.1 431 .*"status":431/s)
    expect(await raw(baseURL ?? '', 'Good evening\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .*"status":400/s)
  })
})

test('OPTIONS tells what an address takes, and HEAD is a GET without its body', async ({ asChecker }) => {
  const options = await asChecker.request.fetch('/api/v1/me', { method: 'OPTIONS' })
  expect([options.status(), options.headers().allow]).toEqual([204, 'GET, HEAD, OPTIONS, PATCH'])
  const head = await asChecker.request.head('/api/v1/me')
  expect([head.status(), await head.text()]).toEqual([200, ''])
})

test('the description of the API is there for anybody, and tells this server by its address', async ({
  request,
  baseURL,
}) => {
  const answer = await request.get('/api/openapi.json')
  expect(answer.status()).toBe(200)
  const { openapi, servers, paths } = await answer.json()
  expect([openapi, servers]).toEqual(['3.1.1', [{ url: `${baseURL}/api/v1` }]])
  expect(Object.keys(paths).length).toBeGreaterThan(30)
})
