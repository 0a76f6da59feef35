import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { withDatabase } from './cluster'

// Before each test file: a migrated, empty database of its own, in DATABASE_URL before lib/data/db is imported.

const template = inject('template')
const name = `test_${randomBytes(6).toString('hex')}`

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(template, 'postgres') })
  await client.connect()
  await client.query(sql)
  await client.end()
}

await administer(`create database ${name} template verbatim`)
process.env.DATABASE_URL = withDatabase(template, name)
process.env.DATABASE_DIRECT_URL = process.env.DATABASE_URL
process.env.AUTH_SECRET = 'for tests, and nothing but tests'

afterAll(async () => {
  const { stopAll } = await import('@/lib/server/stop')
  await stopAll()
  const { closeDatabase } = await import('@/lib/data/db')
  await closeDatabase()
  await administer(`drop database ${name} with (force)`)
})
