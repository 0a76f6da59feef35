import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nextEnv from '@next/env'
import { env, readEnv, StartProblem } from '@/lib/server/env'
import { onStop, stopAll, stopOnSignals } from '@/lib/server/stop'
import { buildPages, generateClient, step } from './steps'

// The first, plain part of every script has made this the repository's folder.
const root = process.cwd()

/** `npm start` and, with --dev, `npm run dev`: everything from a fresh clone to a served desk. */
export async function main(args: readonly string[]): Promise<void> {
  // Prisma sends the queries of one include side by side, and pg 8 warns that its version 9 will mind: not our reader's business.
  process.noDeprecation = true
  stopOnSignals(console.log)
  try {
    await start(args.includes('--dev'))
  } catch (error) {
    console.error(error instanceof StartProblem ? error.message : error)
    await stopAll()
    process.exit(1)
  }
}

async function start(dev: boolean): Promise<void> {
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  nextEnv.loadEnvConfig(root, dev, { info: () => undefined, error: console.error })
  const given = readEnv(process.env)
  if (!given.embedded && given.secret === undefined) {
    throw new StartProblem(
      'AUTH_SECRET is needed with DATABASE_URL: at least 32 random characters, for example from "openssl rand -base64 32".',
    )
  }
  if (given.secret !== undefined && given.secret.length < 32) {
    console.warn('AUTH_SECRET is short: 32 random characters or more keep sessions from being forged.')
  }
  const { openDataFolder, keptSecret } = await import('@/lib/server/data-folder')
  const { checkPort, serve } = await import('@/lib/server/serve')
  const data = openDataFolder(given.data)
  await checkPort(given.host, given.port)

  const database = given.embedded ? await embedded(data) : { DATABASE_URL: given.databaseUrl }
  Object.assign(process.env, database, {
    AUTH_SECRET: given.secret ?? keptSecret(data, 'auth-secret'),
    NEXTAUTH_URL: given.address,
    VERBATIM_DATA: data,
  })
  process.env.NEXTAUTH_SECRET = process.env.AUTH_SECRET

  await reachDatabase(process.env.DATABASE_URL ?? '')
  await (dev ? generateClient() : buildPages())
  const welcome = await prepareDatabase(partialDemo(data))
  const { startReading } = await import('@/lib/server/reading')
  startReading()
  await serve({ root, host: given.host, port: given.port, dev })
  console.log(welcome)
}

async function embedded(data: string): Promise<Record<string, string>> {
  const { startPostgres } = await import('@/lib/server/postgres')
  const postgres = await step('Starting the database', () =>
    startPostgres({ root, data, anew: existsSync(partialDemo(data)) }),
  )
  onStop(postgres.stop)
  if (postgres.moved) {
    console.log(
      `The user "postgres" cannot reach this folder, so the database and its programs are kept in ${postgres.folder}`,
    )
  }
  return { DATABASE_URL: postgres.url, DATABASE_DIRECT_URL: postgres.url, VERBATIM_EMBEDDED: '1' }
}

// There while the demo desk is being set up: a start that finds it was interrupted there, and nobody has used that database.
const partialDemo = (data: string): string => join(data, 'demo.partial')

/** Brings the database up to date and answers with the last lines to print. */
async function prepareDatabase(partial: string): Promise<string> {
  const { address, directUrl, demo, host } = env()
  const { applyMigrations } = await import('@/lib/data/migrate')
  await step('Updating the database', () => applyMigrations(directUrl ?? ''))
  const { db, closeDatabase } = await import('@/lib/data/db')
  // Next loads a copy of its own: whoever opened the connections last, they are closed after the server and its streams.
  onStop(closeDatabase)
  try {
    if (demo && (await db.desk.findFirst({ select: { id: true } })) === null) {
      const { seedDemo } = await import('@/prisma/seed')
      writeFileSync(partial, '')
      await step('Setting up the demo desk', seedDemo)
      rmSync(partial)
    }
    const people = await db.user.count()
    if (people === 0) {
      const { createSetUpToken } = await import('@/lib/data/set-up')
      return `\nVerbatim is ready. Make the first administrator at\n\n  ${address}/set-up?token=${await createSetUpToken()}\n`
    }
    const demoPeople = await db.user.count({ where: { email: { endsWith: '@demo.local' } } })
    if (!demo && demoPeople === people) throw new StartProblem(onlyDemo(host))
    return demo && demoPeople > 0 ? demoWelcome(address) : `\nVerbatim is ready at ${address}\n`
  } finally {
    await closeDatabase()
  }
}

// Asked before the slow work, like the port.
async function reachDatabase(url: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new StartProblem(
      `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : error}.`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

const onlyDemo = (host: string): string =>
  `This data folder holds the demo desk, whose log-ins do not work where others can reach it (HOST ${host}); begin a desk of your own in another folder, for example with VERBATIM_DATA=.desk.`

const demoWelcome = (address: string): string => `
Verbatim is ready at ${address}

  Log in    editor@demo.local or checker@demo.local, password verbatim-demo

  Try this  Open the demo transcript, select a few words and press n for a note.
            Go through the cards in the margin with j and k; r on a selection proposes a correction.
            Sign in as the checker in a private window: what one saves, the other sees on coming back.
`
