import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** Flags that keep Chromium from calling home, and let root use it. */
export const chromiumFlags: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * The Chromium to test with: CHROMIUM_PATH, one on the PATH, Playwright's own (installed where it can be), or Debian's where
 * we may install it. Throws a sentence that says what to install when there is none.
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH?.trim()
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which is no program.`)
  }
  const found = onPath() ?? playwrights()
  if (found) return found
  console.log('Installing Chromium for the browser tests …')
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  const installed = playwrights()
  if (installed) return installed
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const options = {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  }
  const last = onPath()
  if (last) return last
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name one with CHROMIUM_PATH.',
  )
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), macPath].find(isProgram)
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return isProgram(path) ? path : undefined
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
