import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyMigrations, schemaDifference } from '@/lib/data/migrate'

const url = process.env.DATABASE_URL ?? ''

test('a database that is up to date stays as it is', async () => {
  expect(await applyMigrations(url)).toEqual([])
})

test('every change of the schema has its migration (else: npm run migrate -- <name>)', async () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  expect(await schemaDifference(url, readFileSync('prisma/migrations/last.prisma', 'utf8'), schema)).toBe('')
})
