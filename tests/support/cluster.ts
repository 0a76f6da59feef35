import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/data/migrate'
import { startTemporaryPostgres } from '@/lib/server/postgres-temporary'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated database that every test file gets a copy of. */
    template: string
  }
}

/**
 * Migrates one database for all data tests, in the Postgres that `npm test` has started (VERBATIM_TEST_CLUSTER) or else in one
 * of its own; answers with what takes that away again.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.VERBATIM_TEST_CLUSTER
  const postgres = given ? { url: given, stop: async () => {} } : await startTemporaryPostgres(project.config.root)
  try {
    await applyMigrations(postgres.url)
    // Nobody may be connected to a database while it is copied.
    const client = new pg.Client({ connectionString: withDatabase(postgres.url, 'postgres') })
    await client.connect()
    await client.query('alter database verbatim allow_connections false')
    await client.end()
  } catch (error) {
    await postgres.stop()
    throw error
  }
  project.provide('template', postgres.url)
  return postgres.stop
}

/** The same server, another database of it. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
