import { type SpawnSyncReturns, spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { keptSecret } from './data-folder'
import { StartProblem } from './env'
import { findPostgresHome, type PostgresHome } from './postgres-home'

// Ours alone: PGPORT, PGDATA and the like of the person who starts us mean another server.
const environment = { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT, LC_ALL: 'C' }

/** A running Postgres of our own. */
export type Postgres = {
  /** Address of the database `verbatim` in it. Holds the password: not for logs. */
  readonly url: string
  /** Where its files are. */
  readonly folder: string
  /** Whether they had to move out of the data folder, which is worth telling. */
  readonly moved: boolean
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  readonly root: string
  readonly data: string
  /** Gives up durability for speed: tests. */
  readonly hasty?: boolean
  /** Throws away the database `verbatim` and begins with an empty one. */
  readonly anew?: boolean
}

const user = 'verbatim'
const connectSeconds = 30
// Held while a server uses the cluster, so that a second one started on the same folder notices.
const inUseKey = 4_815_162_342

/**
 * Starts the Postgres of a data folder, making it the first time. One left alive by a server that was killed is stopped first;
 * one that another running server uses is a StartProblem, as is a start that fails (with the last lines of its log).
 */
export async function startPostgres({ root, data, hasty = false, anew = false }: PostgresOptions): Promise<Postgres> {
  const home = findPostgresHome(root, data)
  const cluster = join(home.folder, 'cluster')
  const log = join(home.folder, 'server.log')
  const password = keptSecret(home.folder, 'password')
  await clearWhatIsLeft(home, cluster, password, data)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(home, cluster, password, hasty)
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    // Socket lock files in the temporary folder get in the way of a second clone or user.
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: 100,
    // Our queries are short; compiling them costs more than it saves.
    jit: 'off',
    log_min_messages: 'warning',
    ...(hasty ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  if (existsSync(log)) truncateSync(log)
  const options = [...flags, `-p ${port}`].join(' ')
  // pg_ctl gives the server a session of its own: a Ctrl-C in the terminal must not reach it before the app has drained.
  const started = await program(home, 'pg_ctl', ['start', '-D', cluster, '-l', log, '-o', options, '-w', '-t', '60'])
  if (started.status !== 0)
    throw new StartProblem(`Postgres did not start in ${cluster}:\n${lastLines(log) || started.stderr}`)
  const stop = async () => {
    const fast = await program(home, 'pg_ctl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '4'])
    if (fast.status !== 0) await program(home, 'pg_ctl', ['stop', '-D', cluster, '-m', 'immediate', '-w', '-t', '2'])
  }
  const address = (name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`
  try {
    const holder = await takeCluster(address('postgres'), data)
    if (anew) await holder.query('drop database if exists verbatim with (force)')
    const known = await holder.query("select 1 from pg_database where datname = 'verbatim'")
    if (known.rowCount === 0) await holder.query('create database verbatim')
    return { url: address('verbatim'), folder: home.folder, moved: home.moved, stop: () => holder.end().then(stop) }
  } catch (error) {
    await stop()
    throw error
  }
}

async function takeCluster(url: string, data: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'verbatim start' })
  client.on('error', () => undefined)
  await client.connect()
  const answer = await client.query('select pg_try_advisory_lock($1) as taken', [inUseKey])
  if (answer.rows[0].taken) return client
  await client.end()
  throw new StartProblem(
    `The data folder ${data} is in use by another Verbatim; stop that one, or name another folder with VERBATIM_DATA.`,
  )
}

async function clearWhatIsLeft(home: PostgresHome, cluster: string, password: string, data: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!isPostgresOf(Number(pid), cluster)) {
    // The number may belong to another program by now, and Postgres would refuse to start for it.
    rmSync(file, { force: true })
    return
  }
  const url = `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`
  const until = Date.now() + connectSeconds * 1000
  while (existsSync(file)) {
    try {
      const holder = await takeCluster(url, data)
      await holder.end()
      break
    } catch (error) {
      if (error instanceof StartProblem) throw error
      // Still starting, recovering or shutting down.
      if (Date.now() > until) break
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  await program(home, 'pg_ctl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '15'])
}

function isPostgresOf(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster)
  } catch {
    // No /proc (macOS, Windows), or it ended just now: leave the judgement to pg_ctl.
    return true
  }
}

async function makeCluster(home: PostgresHome, cluster: string, password: string, hasty: boolean): Promise<void> {
  const partial = `${cluster}.partial`
  const passwordFile = join(home.folder, 'password.partial')
  rmSync(partial, { recursive: true, force: true })
  // Made beside its place and moved there whole: an interrupted first start leaves nothing half made.
  const args = ['-D', partial, '-U', user, '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8']
  // The same order and case rules on every system, whatever locales it has.
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (hasty) args.push('--no-sync')
  try {
    writeFileSync(passwordFile, password, { mode: 0o644 })
    const made = await program(home, 'initdb', args)
    if (made.status !== 0) throw new StartProblem(`The database could not be made in ${home.folder}:\n${made.stderr}`)
    renameSync(partial, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function program(
  home: PostgresHome,
  name: string,
  args: readonly string[],
): Promise<Pick<SpawnSyncReturns<string>, 'status' | 'stderr'>> {
  return new Promise((done) => {
    const options = {
      ...home.user,
      cwd: home.folder,
      detached: true,
      env: { ...environment, NODE_ENV: process.env.NODE_ENV },
    }
    const child = spawn(join(home.bin, name), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('error', (error) => done({ status: -1, stderr: error.message }))
    // Not 'close': the server that pg_ctl leaves behind keeps its streams open.
    child.on('exit', (status) => done({ status, stderr }))
  })
}

const lastLines = (file: string) =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') : ''

/** A port of the loopback address that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : failed(new Error('no port')),
      )
    })
  })
}
