import { connect, type Socket } from 'node:net'

/** A keep-alive connection that costs next to nothing: it shares its two cores with what it measures. */
export type Wire = {
  /** Sends one request as it is and gives the status of its answer, once all of that is there. */
  ask(request: Uint8Array): Promise<number>
  close(): void
}

/** An HTTP request as bytes. */
export const requestOf = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Uint8Array => {
  const sent = body === undefined ? '' : JSON.stringify(body)
  const length =
    body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) }
  const lines = Object.entries({ ...headers, ...length }).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${sent}`)
}

/** Whether these bytes, as latin1, are a whole answer. JSON holds no line breaks, so no body looks like the end of one. */
const isWhole = (answer: string): boolean => {
  const end = answer.indexOf('\r\n\r\n')
  if (end === -1) return false
  const head = answer.slice(0, end).toLowerCase()
  const length = /\r\ncontent-length: (\d+)/.exec(head)
  if (length !== null) return answer.length >= end + 4 + Number(length[1])
  return !head.includes('transfer-encoding: chunked') || answer.endsWith('\r\n0\r\n\r\n')
}

/** Connects to a port of this machine. */
export const openWire = (port: number): Promise<Wire> =>
  new Promise((opened, failed) => {
    let answer = ''
    let waiting: { done: (status: number) => void; failed: (error: Error) => void } | null = null
    const fail = (error: Error) => {
      failed(error)
      waiting?.failed(error)
    }
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      answer += chunk
      if (!isWhole(answer)) return
      const status = Number(answer.slice(9, 12))
      answer = ''
      waiting?.done(status)
    })
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('The server closed the connection.')))
    const ask = (request: Uint8Array) =>
      new Promise<number>((done, refused) => {
        waiting = { done, failed: refused }
        socket.write(request)
      })
    const close = () => {
      waiting = null
      socket.destroy()
    }
    socket.on('connect', () => opened({ ask, close }))
  })
