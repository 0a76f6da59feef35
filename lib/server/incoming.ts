import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import proxyAddress from 'proxy-addr'
import { env } from './env'
import { log } from './log'

/** The header in which a request carries its own id to whoever answers it. */
export const requestId = 'x-request-id'
/** The header in which a request carries the address it came from. What a client writes there itself is thrown away. */
export const clientAddress = 'x-client-address'

/** The headers of every answer, whatever it is. `path` is the address asked for; pages add their own policy. */
const headersFor = (path: string, https: boolean): Readonly<Record<string, string>> => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Nothing else that we answer with is a document. Not on scripts: a worker would take its script's policy.
  ...(!path.startsWith('/_next/') && { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" }),
  ...(https && { 'Strict-Transport-Security': 'max-age=31536000' }),
})

/**
 * Makes a request one that the application can rely on: it has an id, which the answer carries too, and the address it
 * came from, as the trusted proxies tell it. The answer has the headers that every answer has, and is logged when it is
 * over: without its query, which may hold a one-time token.
 */
export const receiver = (): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const { trustedProxies, address } = env()
  const trusts = proxyAddress.compile([...trustedProxies])
  const https = address.startsWith('https:')
  return (request, response) => {
    const peer = request.socket.remoteAddress ?? ''
    const given = request.headers[requestId]
    const known = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) && trusts(peer, 0)
    const id = known ? given : randomUUID()
    request.headers[requestId] = id
    request.headers[clientAddress] = peer === '' ? '' : proxyAddress(request, trusts)
    const path = (request.url ?? '/').replace(/[?#].*$/s, '')
    for (const [name, value] of Object.entries(headersFor(path, https))) response.setHeader(name, value)
    response.setHeader('X-Request-Id', id)
    if (!log.isLevelEnabled('debug')) return
    const begun = performance.now()
    response.once('close', () => {
      const ms = Math.round(performance.now() - begun)
      log.debug({ id, method: request.method, path, status: response.statusCode, ms }, 'answered')
    })
  }
}
