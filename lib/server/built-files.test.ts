import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtFiles } from './built-files'

const styles = 'p { color: black }\n'.repeat(40)
const font = Buffer.from([1, 2, 3, 4])
const folder = mkdtempSync(join(tmpdir(), 'verbatim-built-'))
const server = createServer()

beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'))
  writeFileSync(join(folder, 'chunks', 'a.css'), styles)
  writeFileSync(join(folder, 'chunks', 'gone.css'), styles)
  writeFileSync(join(folder, 'serif.woff2'), font)
  writeFileSync(join(folder, 'secret.json'), '{}')
  const answer = await builtFiles(folder)
  rmSync(join(folder, 'chunks', 'gone.css'))
  server.on('request', (asked, response) => {
    const other = () => void response.writeHead(404).end('other')
    if (!answer(asked, response, other)) other()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer }

/** As the path is written: `fetch` would tidy it first. */
const ask = (path: string, accept = '', method = 'GET'): Promise<Answer> =>
  new Promise((done, failed) => {
    const { port } = server.address() as AddressInfo
    const asking = request({ port, host: '127.0.0.1', path, method, headers: { 'accept-encoding': accept } })
    asking.on('error', failed)
    asking.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      )
    })
    asking.end()
  })

describe('the files of a build', () => {
  const path = '/_next/static/chunks/a.css'
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['', undefined, (bytes: Buffer) => bytes],
  ] as const)('come as a browser that accepts "%s" can unpack them', async (accept, packing, unpack) => {
    for (const _ of ['first', 'kept']) {
      const { headers, bytes } = await ask(path, accept)
      expect(headers['content-encoding']).toBe(packing)
      expect(headers['content-type']).toBe('text/css; charset=utf-8')
      expect(headers['cache-control']).toContain('immutable')
      expect(unpack(bytes).toString()).toBe(styles)
    }
  })
  it('are not packed where they are already, and have no body when only asked about', async () => {
    const { headers, bytes } = await ask('/_next/static/serif.woff2', 'br')
    expect([headers['content-encoding'], bytes]).toEqual([undefined, font])
    const asked = await ask(path, 'gzip', 'HEAD')
    expect([asked.status, asked.headers['content-encoding'], asked.bytes.length]).toEqual([200, 'gzip', 0])
  })
  it.each([
    ['a file that is gone', '/_next/static/chunks/gone.css', 'GET'],
    ['a kind that no build makes', '/_next/static/secret.json', 'GET'],
    ['a way out of the folder', '/_next/static/../a.css', 'GET'],
    ['another method', '/_next/static/chunks/a.css', 'POST'],
  ])('are not answered for %s', async (_, path, method) => {
    expect((await ask(path, 'br', method)).status).toBe(404)
  })
})
