import { defineConfig } from 'prisma/config'

// For Prisma's command line (--config prisma/config.ts); the application itself does not read it.
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL || 'postgresql://localhost/verbatim' },
})
