import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pageSources = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'proxy.ts', 'instrumentation.ts']
// Not tsconfig.json: Next writes to it when it misses something there.
const settings = ['package-lock.json', 'next.config.js', 'postcss.config.cjs']

/** What the built pages are made from. */
export const buildInputs: readonly string[] = [...pageSources, ...settings]

/** A hash of the names and contents of files and folders; tests beside the code do not count. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    if (!existsSync(path) || path.endsWith('.test.ts')) return
    if (!statSync(path).isDirectory()) {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0')
      return
    }
    for (const name of readdirSync(path).sort()) add(join(path, name))
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

/**
 * Runs `make` unless the file `stamp` says that it has run on these same inputs. The stamp is taken away first and written
 * last, so that an interrupted run counts as none. Answers whether it ran.
 */
export async function makeOnce(stamp: string, inputs: readonly string[], make: () => Promise<void>): Promise<boolean> {
  const wanted = hashOf(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  rmSync(stamp, { force: true })
  await make()
  writeFileSync(stamp, wanted)
  return true
}
