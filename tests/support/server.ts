import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/lib/server/postgres'
import { temporaryDataFolder } from '@/lib/server/postgres-temporary'

/** A real server as `npm start` runs it, with a demo desk in a folder of its own. */
export type TestServer = {
  readonly address: string
  readonly pid: number
  /** Everything it has printed so far. */
  output(): string
  /** SIGTERM, the wait for its end, and its folder taken away. */
  stop(): Promise<void>
}

const startSeconds = 180

/** Starts a server on a free port; `variables` are added to its environment. Throws with its output when it does not come up. */
export async function startServer(variables: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const data = await temporaryDataFolder()
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const cleared = Object.fromEntries(ours.map((name) => [name, '']))
  const env = {
    ...process.env,
    ...cleared,
    HOST: '127.0.0.1',
    PORT: `${port}`,
    VERBATIM_DATA: data,
    // As under npm, it stops when whoever started it is gone.
    npm_lifecycle_event: 'start',
    LOG_LEVEL: 'warn',
    ...variables,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const killWithUs = () => void child.kill('SIGTERM')
  process.once('exit', killWithUs)
  const stop = async () => {
    process.off('exit', killWithUs)
    await end(child)
    const moved = output.match(/programs are kept in (\S+)/)?.[1]
    for (const folder of [data, moved])
      if (folder && existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  }
  const until = Date.now() + startSeconds * 1000
  while (!(await answers(address))) {
    if (child.exitCode === null && Date.now() < until) {
      await new Promise((done) => setTimeout(done, 100))
      continue
    }
    const log = join(data, 'postgres', 'server.log')
    const postgres = existsSync(log) ? readFileSync(log, 'utf8') : ''
    await stop()
    throw new Error(`The server did not start:\n${output}\n${postgres}`)
  }
  return { address, pid: child.pid ?? 0, output: () => output, stop }
}

// What the developer's own environment may say must not reach the server under test; empty means absent.
const ours = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'AUTH_SECRET',
  'NEXTAUTH_SECRET',
  'AUTH_URL',
  'NEXTAUTH_URL',
  'SMTP_URL',
  'AUTH_OIDC_ISSUER',
  'AUTH_OIDC_CLIENT_ID',
  'AUTH_OIDC_CLIENT_SECRET',
  'VERBATIM_EMBEDDED',
]

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    const force = setTimeout(() => child.kill('SIGKILL'), 12_000)
    child.once('exit', () => {
      clearTimeout(force)
      done()
    })
    child.kill('SIGTERM')
  })
}
