import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { demoPassword, demoPeople } from '@/prisma/demo/desk'
import { chromiumFlags, findChromium } from '@/tests/support/chromium'
import { startServer, type TestServer } from '@/tests/support/server'
import { setScene } from './scene'
import { type Shot, shots } from './shots'
import { buildPages, step } from './steps'

const looks = {
  wide: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
} as const
type Look = keyof typeof looks

/**
 * `npm run screenshots -- [folder [name …]]`: pictures of every screen, or of those that one of these patterns names, wide,
 * dark and narrow, and public/workbench.png. VERBATIM_TEST_ADDRESS names a server that runs already.
 */
export async function main(args: readonly string[]): Promise<void> {
  const [folder = 'test-results/screenshots', ...names] = args
  const server = await served()
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  try {
    for (const path of [folder, 'public']) mkdirSync(path, { recursive: true })
    for (const look of Object.keys(looks) as Look[]) {
      await step(`Taking the pictures, ${look}`, () => takeAll(browser, server.address, look, folder, names))
    }
    console.log(`The pictures are in ${folder}; the one of the README is public/workbench.png`)
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** A server with the demo: one that runs already, or one of its own. */
async function served(): Promise<Pick<TestServer, 'address' | 'stop'>> {
  const address = process.env.VERBATIM_TEST_ADDRESS
  if (address) return { address, stop: async () => undefined }
  await buildPages()
  return step('Starting the demo', () => startServer())
}

async function takeAll(browser: Browser, address: string, look: Look, folder: string, names: readonly string[]) {
  const contexts = new Map<Shot['as'], Page>()
  const pageOf = async (as: Shot['as']) => {
    const known = contexts.get(as)
    if (known) return known
    const context = await browser.newContext({ ...looks[look], baseURL: address, reducedMotion: 'reduce' })
    const page = await context.newPage()
    if (as) await signIn(page, demoPeople[as].email)
    contexts.set(as, page)
    return page
  }
  const scene = await setScene(await pageOf('Rhea'), await pageOf('Mira'))
  for (const shot of shots(scene)) {
    if (names.length > 0 && !names.some((name) => new RegExp(name).test(shot.name))) continue
    const page = await pageOf(shot.as === undefined ? 'Mira' : shot.as)
    await page.goto(shot.path)
    await page.waitForLoadState('networkidle')
    const attempt = async (work: Shot['before']) => {
      try {
        await work?.(page)
      } catch (error) {
        console.error(`${shot.name}, ${look}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
      }
    }
    await attempt(shot.before)
    // A card that was chosen comes to its line, and what opens takes a moment.
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(folder, `${shot.name}-${look}.png`), animations: 'disabled' })
    if (shot.name === 'workbench' && look === 'wide') await page.screenshot({ path: 'public/workbench.png' })
    await attempt(shot.after)
  }
  for (const page of contexts.values()) await page.context().close()
}

async function signIn(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
