import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

// Prisma's own migration engine as WebAssembly: the same SQL and the same _prisma_migrations table as its command line,
// which would download a program first.

const lockText = 'provider = "postgresql"\n'
const filters = { externalTables: [], externalEnums: [] }
// Any number that nobody else takes: servers that start together on one database migrate one after the other.
const lockKey = 7_031_954_220

let loaded = false
async function load(): Promise<void> {
  if (loaded) return
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': { ...engine } })
  engine.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === 'function') begin()
  loaded = true
}

/** Prisma's adapter, but for scripts: it cuts them at every semicolon, which bodies of functions hold too. */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool)
  }
  override async connect() {
    const connection = await super.connect()
    return Object.assign(connection, { executeScript: async (script: string) => void (await this.pool.query(script)) })
  }
}

async function withEngine<T>(url: string, use: (schemaEngine: engine.SchemaEngine) => Promise<T>): Promise<T> {
  await load()
  const pool = new pg.Pool({ connectionString: url })
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool))
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
  try {
    return await use(schemaEngine)
  } finally {
    schemaEngine.free()
    await pool.end()
  }
}

function migrationsIn(folder: string) {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
    : []
  return {
    baseDir: resolve(folder),
    lockfile: { path: 'migration_lock.toml', content: lockText },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/**
 * Applies the migrations that the database at `url` does not have yet, in name order, and answers with their names.
 * Throws with the engine's own message when one fails.
 */
export async function applyMigrations(url: string, folder = 'prisma/migrations'): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: url })
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [lockKey])
    const migrationsList = migrationsIn(folder)
    const done = await withEngine(url, (schemaEngine) => schemaEngine.applyMigrations({ migrationsList, filters }))
    return done.appliedMigrationNames
  } finally {
    await lock.end()
  }
}

/**
 * The SQL from one schema text to another; the empty string when nothing differs. `before` null means an empty database.
 * `url` is any reachable Postgres: the engine wants a connection, and changes nothing there.
 */
export async function schemaDifference(url: string, before: string | null, after: string): Promise<string> {
  const from: engine.DiffTarget = before === null ? { tag: 'empty' } : datamodel(before)
  const params = { from, to: datamodel(after), script: true, exitCode: true, shadowDatabaseUrl: null, filters }
  const found = await withEngine(url, (schemaEngine) => schemaEngine.diff(params))
  return found.exitCode === 2 ? (found.stdout ?? '') : ''
}

function datamodel(content: string): engine.DiffTarget {
  return { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] }
}

/**
 * Writes the next migration, from the schema as the last one left it (kept beside the migrations as `last.prisma`) to the
 * schema now. Answers with its folder, or null when nothing differs and `evenEmpty` does not ask for hand-written SQL.
 */
export async function writeMigration(
  url: string,
  name: string,
  now: Date,
  evenEmpty: boolean,
  folder = 'prisma',
): Promise<string | null> {
  const after = readFileSync(join(folder, 'schema.prisma'), 'utf8')
  const last = join(folder, 'migrations', 'last.prisma')
  const sql = await schemaDifference(url, existsSync(last) ? readFileSync(last, 'utf8') : null, after)
  if (sql === '' && !evenEmpty) return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const path = join(folder, 'migrations', `${stamp}_${name}`)
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'migration.sql'), sql)
  await writeFile(join(folder, 'migrations', 'migration_lock.toml'), lockText)
  await writeFile(last, after)
  return path
}
