import { writeMigration } from '@/lib/data/migrate'
import { startTemporaryPostgres } from '@/lib/server/postgres-temporary'

/** `npm run migrate -- <name> [--empty]`: writes the next migration from what changed in prisma/schema.prisma. */
export async function main(args: readonly string[]): Promise<void> {
  const name = args.find((argument) => !argument.startsWith('--'))
  if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
    console.error(
      'npm run migrate -- <name>, in small letters, digits and underscores; --empty for SQL written by hand.',
    )
    process.exit(2)
  }
  const postgres = await startTemporaryPostgres(process.cwd())
  try {
    const path = await writeMigration(postgres.url, name, new Date(), args.includes('--empty'))
    console.log(path === null ? 'The schema has not changed since the last migration.' : `Wrote ${path}/migration.sql`)
  } finally {
    await postgres.stop()
  }
}
