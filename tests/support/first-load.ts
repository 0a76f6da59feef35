import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Scripts of a page, by the bytes they take gzipped, each on its own. */
export type FirstLoad = {
  /** Fetched before anyone did anything: what the page needs to be read and worked with. */
  readonly before: number
  /** Fetched once the page had nothing better to do, so that what opens later opens at once. */
  readonly quietly: number
}

/** Whether a script brings the editor of notes. */
export const isEditor = (script: string): boolean => script.includes('ProseMirror')

/** Waits until the page answers to clicks and keys, which is a moment after it is drawn. */
export const ready = (page: Page) =>
  page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber'))
  })

/** The addresses of the scripts that a page fetches from now on; grows with them. */
export const listScripts = (page: Page): readonly string[] => {
  const scripts: string[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  return scripts
}

/** The scripts at these addresses, asked for anew: a browser does not keep the bodies of a page that it has left. */
export const readScripts = (page: Page, addresses: readonly string[]): Promise<readonly string[]> =>
  Promise.all(addresses.map(async (address) => (await page.request.get(address)).text()))

/**
 * Opens a page with its quiet hours held back, and counts its scripts; then lets them come. Gives the sums, and every
 * script of the first load.
 */
export const countScripts = async (
  page: Page,
  path: string,
): Promise<FirstLoad & { readonly scripts: readonly string[] }> => {
  await page.addInitScript(() => {
    const held: IdleRequestCallback[] = []
    window.requestIdleCallback = (work) => held.push(work)
    window.addEventListener('quiet-hours', () => {
      for (const work of held.splice(0)) work({ didTimeout: false, timeRemaining: () => 10 })
    })
  })
  const scripts = listScripts(page)
  await page.goto(path)
  await ready(page)
  await page.waitForLoadState('networkidle')
  const first = scripts.length
  await page.evaluate(async () => {
    window.dispatchEvent(new Event('quiet-hours'))
    // The page has been idle before, so that Playwright takes it for idle: until nothing has come for half a second.
    let last = performance.now()
    new PerformanceObserver(() => {
      last = performance.now()
    }).observe({ type: 'resource' })
    while (performance.now() - last < 500) await new Promise((next) => setTimeout(next, 100))
  })
  const all = await readScripts(page, scripts)
  const packed = (some: readonly string[]) => some.reduce((sum, script) => sum + gzipSync(script).length, 0)
  return { before: packed(all.slice(0, first)), quietly: packed(all.slice(first)), scripts: all.slice(0, first) }
}
