import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartProblem } from '@/lib/server/env'
import { startTemporaryPostgres } from '@/lib/server/postgres-temporary'
import { onStop, stopAll, stopOnSignals } from '@/lib/server/stop'
import { buildPages, command, generateClient, step } from './steps'

type Counts = { passed: number; failed: number; skipped: number }

const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
const parts = ['check', 'unit', 'data', 'e2e']
const long = { only: 'long', filter: 'tests/property/edits', runs: 10_000 } as const

/**
 * `npm test [-- unit|data|e2e [filter …]]`: types, lint, unit tests, tests on a real database, tests in a real browser. A step
 * that fails counts as one failed test and does not keep the next from running. The last line is the sum. `long` alone tries
 * each law of text that is edited many thousand times.
 */
export async function main(args: readonly string[]): Promise<void> {
  stopOnSignals(console.log)
  const wanted = [...parts, long.only].filter((part) => args.includes(part))
  const filters = args.filter((argument) => !parts.includes(argument) && argument !== long.only)
  const runs = (part: string) => wanted.length === 0 || wanted.includes(part)
  const reports = mkdtempSync(join(tmpdir(), 'verbatim-reports-'))
  onStop(() => rmSync(reports, { recursive: true, force: true }))
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1' })

  await part('The database client', generateClient)
  if (runs('check')) {
    await part('The types', async () => {
      // Left by an earlier `npm run dev`, it may speak of pages that are gone.
      rmSync('.next/dev/types', { recursive: true, force: true })
      await step('Checking the types', async () => {
        await command('node_modules/next/dist/bin/next', ['typegen'])
        await command('node_modules/typescript/bin/tsc', ['--noEmit'])
      })
    })
    const biome = 'node_modules/@biomejs/biome/bin/biome'
    await part('The lint', () => step('Checking style and lint', () => command(biome, ['ci', '--colors=off', '.'])))
  }
  if (runs('unit')) await part('The unit tests', () => vitest('unit', filters, reports))
  if (wanted.includes(long.only)) {
    const often = { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? String(long.runs) }
    await part('The laws', () => vitest('unit', [long.filter, ...filters], reports, often))
  }
  if (runs('data')) await part('The database tests', () => database(filters, reports))
  if (runs('e2e')) await part('The browser tests', () => browser(filters, reports))

  await stopAll()
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
  process.exit(counts.failed > 0 ? 1 : 0)
}

async function part(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    counts.failed += 1
    console.error(error instanceof StartProblem ? error.message : error)
    console.error(`${name}: failed`)
  }
}

async function database(filters: readonly string[], reports: string): Promise<void> {
  // Started here and not by the tests, so that it is stopped even when they have to be killed.
  const postgres = await startTemporaryPostgres(process.cwd())
  const forget = onStop(postgres.stop)
  await vitest('data', filters, reports, { VERBATIM_TEST_CLUSTER: postgres.url })
  forget()
  await postgres.stop()
}

async function vitest(
  project: string,
  filters: readonly string[],
  reports: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<void> {
  const report = join(reports, `${project}.json`)
  const options = ['run', '--config', 'tests/vitest.config.ts', '--project', project, ...filters]
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await show(`Tests: ${project}`, 10, 'node_modules/vitest/vitest.mjs', [...options, ...output], {
    NODE_ENV: 'test',
    ...variables,
  })
  if (!existsSync(report)) return add({ passed: 0, failed: 1, skipped: 0 }, code)
  const read = JSON.parse(readFileSync(report, 'utf8'))
  // A file that could not even be loaded has no tests to count.
  const unloaded = read.testResults.filter(
    (file: { status: string; assertionResults: unknown[] }) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  )
  add(
    {
      passed: read.numPassedTests,
      failed: read.numFailedTests + unloaded.length,
      skipped: read.numPendingTests + read.numTodoTests,
    },
    code,
  )
}

async function browser(filters: readonly string[], reports: string): Promise<void> {
  if (!existsSync('tests/e2e')) return
  const { findChromium } = await import('@/tests/support/chromium')
  const chromium = findChromium()
  await buildPages()
  const { startServer } = await import('@/tests/support/server')
  const server = await step('Starting a server to test', () => startServer())
  onStop(server.stop)
  const report = join(reports, 'e2e.json')
  const code = await show(
    'Tests: e2e',
    20,
    'node_modules/@playwright/test/cli.js',
    ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json', '--pass-with-no-tests', ...filters],
    { VERBATIM_TEST_ADDRESS: server.address, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  )
  if (!existsSync(report)) return add({ passed: 0, failed: 1, skipped: 0 }, code)
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'))
  add({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }, code)
  if (code !== 0 && server.output().trim() !== '') console.log(`\nThe server said:\n${server.output().trim()}`)
}

function add(found: Counts, code: number): void {
  counts.passed += found.passed
  counts.skipped += found.skipped
  // Whatever went wrong beside the tests themselves must not pass as success.
  counts.failed += found.failed === 0 && code !== 0 ? 1 : found.failed
}

/**
 * Runs a package's command with its output shown, and its time; answers with its exit code. Past `minutes` it is ended with
 * everything it has started, in a process group of its own: a test in an endless loop hears no signal.
 */
function show(
  title: string,
  minutes: number,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  console.log(`\n${title}`)
  const begun = Date.now()
  return new Promise((done, failed) => {
    const grouped = process.platform !== 'win32'
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, ...env },
      detached: grouped,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const kill = () => {
      if (!grouped) child.kill('SIGKILL')
      else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const forget = onStop(kill)
    const limit = setTimeout(() => {
      console.error(`${title}: not finished after ${minutes} minutes, ended.`)
      kill()
    }, minutes * 60_000)
    child.on('error', failed)
    child.on('exit', (code) => {
      forget()
      clearTimeout(limit)
      console.log(`${title} … ${((Date.now() - begun) / 1000).toFixed(1)} s`)
      done(code ?? 1)
    })
  })
}
