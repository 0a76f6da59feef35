import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { answerApi, refuseConnection, refuseMethod } from './api-door'
import { builtFiles } from './built-files'
import { StartProblem } from './env'
import { receiver } from './incoming'
import { pack } from './pack'
import { onStop } from './stop'

export type ServeOptions = {
  readonly root: string
  readonly host: string
  readonly port: number
  readonly dev: boolean
}

// How long answers in progress may take once a stop is asked for; what is open after that is cut.
const drainMilliseconds = 3000

// Next throws at TRACE, and nothing of ours answers to another.
const methods = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']

/** Serves the application until the process stops: then no new connections, answers finish, open streams end. */
export async function serve({ root, host, port, dev }: ServeOptions): Promise<void> {
  const server = createServer()
  onStop(() => drain(server))
  const app = next({ dev, dir: root, hostname: host, port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  const receive = receiver()
  const answerFile = dev ? () => false : await builtFiles(join(root, '.next', 'static'))
  server.on('request', (request, response) => {
    receive(request, response)
    if (!methods.includes(request.method ?? '')) {
      refuseMethod(response, methods.join(', '))
      return
    }
    // Of Express it uses what every request and response of Node has.
    const [asked, answer] = [request, response] as unknown as Parameters<typeof pack>
    const onward = () => pack(asked, answer, () => answerApi(request, response, handle))
    if (!answerFile(request, response, onward)) onward()
  })
  server.on('clientError', refuseConnection)
  await listen(server, host, port)
}

function drain(server: Server): Promise<void> {
  return new Promise((done) => {
    if (!server.listening) return done()
    server.close(() => done())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), drainMilliseconds).unref()
  })
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(listenProblem(error.code, host, port) ?? error))
    server.listen(port, host, done)
  })
}

/** Throws StartProblem when `host` and `port` cannot be listened on. Asked before the slow work of a start. */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer()
  await listen(server, host, port)
  await new Promise((done) => server.close(done))
}

function listenProblem(code: string | undefined, host: string, port: number): StartProblem | null {
  if (code === 'EADDRINUSE') {
    return new StartProblem(
      `Port ${port} is taken by another program; choose another one, for example PORT=${port === 65535 ? port - 1 : port + 1} npm start.`,
    )
  }
  if (code === 'EACCES')
    return new StartProblem(`Port ${port} may not be used by this user; choose one above 1023 with PORT.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new StartProblem(`HOST ${host} is not an address of this machine.`)
  }
  return null
}
