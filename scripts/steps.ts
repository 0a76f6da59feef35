import { spawn } from 'node:child_process'
import { StartProblem } from '@/lib/server/env'
import { onStop } from '@/lib/server/stop'
import { buildInputs, makeOnce } from './stamp'

/** Shows a line for a step that takes a while, with the seconds it took once it is done. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  process.stdout.write(`${title} … `)
  const begun = Date.now()
  try {
    const result = await work()
    console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s`)
    return result
  } catch (error) {
    console.log('failed')
    throw error
  }
}

/** Runs one of our packages' commands, in silence. Throws StartProblem with everything it said when it fails. */
export function command(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const forget = onStop(() => void child.kill())
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', failed)
    child.on('close', (code) => {
      forget()
      if (code === 0) done()
      else
        failed(
          new StartProblem(`${output.trim()}\n\n${script.replace(/^node_modules\//, '')} ${args.join(' ')} failed.`),
        )
    })
  })
}

/** Writes the database client to prisma/generated, when the schema is newer. */
export function generateClient(): Promise<boolean> {
  const inputs = ['prisma/schema.prisma', 'node_modules/prisma/package.json']
  return makeOnce('prisma/generated/.stamp', inputs, () =>
    step('Preparing the database client', () =>
      command('node_modules/prisma/build/index.js', ['generate', '--config', 'prisma/config.ts'], {
        // It would download this program although it does not run it here; any program will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
    ),
  )
}

/** Builds the pages, and the client they are built with, when their sources are newer. */
export async function buildPages(): Promise<boolean> {
  await generateClient()
  return makeOnce('.next/verbatim-stamp', buildInputs, () =>
    step('Building the pages (a minute or two, only after a change)', () =>
      command('node_modules/next/dist/bin/next', ['build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
    ),
  )
}
