import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}tests/support/empty.ts` }

/** Two projects: `unit` needs nothing but the code, `data` a real Postgres that it starts itself. */
export default defineConfig({
  root,
  resolve: { alias },
  test: {
    root,
    passWithNoTests: true,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Generous: a loaded machine is slow, not wrong.
          testTimeout: process.env.PROPERTY_RUNS ? 600_000 : 30_000,
          include: [
            'lib/**/*.test.ts',
            'components/**/*.test.ts',
            'scripts/**/*.test.ts',
            'prisma/**/*.test.ts',
            'tests/floors.test.ts',
            'tests/property/**/*.test.ts',
            'tests/conformance/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
          setupFiles: ['tests/support/database.ts'],
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
