import { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Duplex, PassThrough } from 'node:stream'
import { problems } from '@/lib/errors'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What Next and Node refuse by themselves, before a route of ours is asked. */
const refusals = {
  400: {
    type: 'malformed',
    title: 'Not understood',
    detail: 'This request could not be read. Check how it is written.',
  },
  405: { type: 'method', title: 'Not a method of this address', detail: 'This address does not take that method.' },
  431: {
    type: 'header',
    title: 'Headers too large',
    detail: 'The address and the headers are longer than can be read.',
  },
  500: { type: 'fault', title: 'A fault in the server', detail: 'The server met a fault. Try again in a moment.' },
  404: { type: 'not-found', title: problems['not-found'].title, detail: 'There is no such address in this API.' },
} as const

const bodyOf = (status: number, more: object = {}): string => {
  const known = refusals[status as keyof typeof refusals] ?? refusals[status < 500 ? 400 : 500]
  return JSON.stringify({ ...known, type: `urn:verbatim:problem:${known.type}`, status, ...more })
}

const problemType = 'application/problem+json'

const give = (response: ServerResponse, status: number, end: ServerResponse['end'], more: object = {}): void => {
  response.statusCode = status
  for (const name of ['Content-Length', 'Content-Encoding', 'Transfer-Encoding', 'ETag', 'Location'])
    response.removeHeader(name)
  response.setHeader('Content-Type', problemType)
  response.setHeader('Cache-Control', 'no-store')
  const asked = response.req.method === 'HEAD' ? '' : bodyOf(status, more)
  end.call(response, asked, 'utf8')
}

/** The methods an address takes. Next tells them to OPTIONS, and nowhere else: it is asked, within this process. */
const methodsOf = async (url: string, host: string, handle: Handle): Promise<string> => {
  const asked = new IncomingMessage(new PassThrough() as Duplex as Socket)
  Object.assign(asked, { method: 'OPTIONS', url, headers: { host } })
  const answer = new ServerResponse(asked)
  await handle(asked, answer).catch(() => undefined)
  return String(answer.getHeader('Allow') ?? '')
}

/** Whether an address below /api is written as every one of ours is: Next would redirect it, or not find a way to read it. */
const isWellWritten = (path: string): boolean => {
  if (path.includes('//') || path.includes('\\') || path.endsWith('/')) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Lets `handle` answer a request, so that whatever is refused below /api is refused as problem+json: an address that
 * cannot be read, a method that its route does not have, and what Next answers with a page or with nothing.
 */
export const answerApi = (request: IncomingMessage, response: ServerResponse, handle: Handle): void => {
  const path = (request.url ?? '').replace(/[?#].*$/s, '')
  if (!/^\/api(\/|$)/.test(path)) return void handle(request, response)
  const end = response.end
  const write = response.write
  if (!isWellWritten(path)) {
    give(response, 404, end)
    return
  }
  let mended = false
  // Set once the status is known, which is when the first of the body is sent, or its end.
  const mend = (): boolean => {
    if (mended || response.headersSent || response.statusCode < 400) return mended
    if (/json/.test(String(response.getHeader('Content-Type') ?? ''))) return false
    mended = true
    const { statusCode } = response
    const id = statusCode >= 500 ? { id: String(response.getHeader('X-Request-Id') ?? '') } : {}
    if (statusCode !== 405) give(response, statusCode, end, id)
    else {
      void methodsOf(path, request.headers.host ?? '', handle).then((allow) => {
        if (allow !== '') response.setHeader('Allow', allow)
        give(response, 405, end, allow === '' ? {} : { detail: `This address takes ${allow}.` })
      })
    }
    return true
  }
  const guarded = {
    write: (...given: Parameters<typeof write>) => mend() || write.apply(response, given),
    end: (...given: Parameters<typeof end>) => (mend() ? response : end.apply(response, given)),
  }
  Object.assign(response, guarded)
  void handle(request, response)
}

/** Refuses a method that no address of ours takes. */
export const refuseMethod = (response: ServerResponse, allow: string): void => {
  response.setHeader('Allow', allow)
  give(response, 405, response.end)
}

/** The last words to a connection on which no request could be made out: Node has no response for it. */
export const refuseConnection = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const body = bodyOf(status)
  const words = status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'
  const head = [`HTTP/1.1 ${status} ${words}`, `Content-Type: ${problemType}`, 'Connection: close']
  socket.end([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'))
}
