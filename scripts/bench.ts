import { stopAll, stopOnSignals } from '@/lib/server/stop'
import { buildPages } from './steps'

/**
 * `npm run bench [-- NAME…] [--json]`: measures us beside peers and prints a table, or with --json one row a line. Exit code 0
 * when it ran, whatever the figures; 2 for a name that is no benchmark's.
 */
export async function main(args: readonly string[]): Promise<void> {
  stopOnSignals(console.error)
  // What a step tells goes to standard error: standard output is for the figures.
  const print = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  await buildPages()
  const { bench } = await import('@/tests/bench')
  const code = await bench(args, print)
  await stopAll()
  process.exit(code)
}
