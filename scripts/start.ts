import nextEnv from '@next/env'
import { env, readEnv, StartProblem } from '@/lib/server/env'
import { onStop, stopAll, stopOnSignals } from '@/lib/server/stop'
import { buildPages, generateClient, step } from './steps'

// The first, plain part of every script has made this the repository's folder.
const root = process.cwd()

/** `npm start` and, with --dev, `npm run dev`: everything from a fresh clone to a served desk. */
export async function main(args: readonly string[]): Promise<void> {
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

  await generateClient()
  if (!dev) await buildPages()
  const welcome = await prepareDatabase()
  await step('Starting the server', () => serve({ root, host: given.host, port: given.port, dev }))
  console.log(welcome)
}

async function embedded(data: string): Promise<Record<string, string>> {
  const { startPostgres } = await import('@/lib/server/postgres')
  const postgres = await step('Starting the database', () => startPostgres({ root, data }))
  onStop(postgres.stop)
  if (postgres.moved) {
    console.log(
      `The user "postgres" cannot reach this folder, so the database and its programs are kept in ${postgres.folder}`,
    )
  }
  return { DATABASE_URL: postgres.url, DATABASE_DIRECT_URL: postgres.url, VERBATIM_EMBEDDED: '1' }
}

/** Brings the database up to date and answers with the last lines to print. */
async function prepareDatabase(): Promise<string> {
  const { address, directUrl, demo } = env()
  const { applyMigrations } = await import('@/lib/data/migrate')
  await step('Updating the database', () => applyMigrations(directUrl ?? ''))
  const { db, closeDatabase } = await import('@/lib/data/db')
  // Next loads a copy of its own: whoever opened the connections last, they are closed after the server and its streams.
  onStop(closeDatabase)
  try {
    if (demo && (await db.desk.findFirst({ select: { id: true } })) === null) {
      const { seedDemo } = await import('@/prisma/seed')
      await step('Setting up the demo desk', seedDemo)
    }
    const people = await db.user.count({ where: demo ? {} : { NOT: { email: { endsWith: '@demo.local' } } } })
    const demoThere = demo && (await db.user.count({ where: { email: 'editor@demo.local' } })) > 0
    if (people === 0) {
      const { createSetUpToken } = await import('@/lib/data/set-up')
      return `\nVerbatim is ready. Make the first administrator at\n\n  ${address}/set-up?token=${await createSetUpToken()}\n`
    }
    return demoThere ? demoWelcome(address) : `\nVerbatim is ready at ${address}\n`
  } finally {
    await closeDatabase()
  }
}

const demoWelcome = (address: string): string => `
Verbatim is ready at ${address}

  Log in    editor@demo.local or checker@demo.local, password verbatim-demo

  Try this  Open the demo transcript, select a few words and press n for a note.
            Go through the flags in the margin: each says why, and offers a correction.
            Sign in as the checker in a private window beside it, and see each other's marks at once.
`
