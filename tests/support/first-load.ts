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
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text())
  })
  await page.goto(path)
  await ready(page)
  await page.waitForLoadState('networkidle')
  const scripts = await Promise.all(bodies)
  await page.evaluate(() => window.dispatchEvent(new Event('quiet-hours')))
  await page.waitForLoadState('networkidle')
  const all = await Promise.all(bodies)
  const packed = (some: readonly string[]) => some.reduce((sum, script) => sum + gzipSync(script).length, 0)
  return { before: packed(scripts), quietly: packed(all.slice(scripts.length)), scripts }
}
