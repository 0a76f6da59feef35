import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/prisma/generated/client'

type Database = { readonly pool: pg.Pool; readonly db: PrismaClient }

// One per process, however many bundles load this file.
const shared = globalThis as typeof globalThis & { verbatimDatabase?: Database }

function open(): Database {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, application_name: 'verbatim' })
  // An idle connection that breaks is dropped by the pool and the next query opens another; unheard, it would end the process.
  pool.on('error', () => undefined)
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

shared.verbatimDatabase ??= open()

/** The process's connections to DATABASE_URL, for SQL that Prisma does not write. Connects at the first query. */
export const pool: pg.Pool = shared.verbatimDatabase.pool

/** The Prisma client over the same connections. */
export const db: PrismaClient = shared.verbatimDatabase.db

/** Ends the connections of this process, whichever bundle opened them. The module cannot be used afterwards. */
export async function closeDatabase(): Promise<void> {
  const open = shared.verbatimDatabase
  delete shared.verbatimDatabase
  await open?.db.$disconnect()
  await open?.pool.end()
}
