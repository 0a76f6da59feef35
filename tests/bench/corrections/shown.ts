import type { Page } from '@playwright/test'
import type { Deciding, Probe } from '../render/probe'
import { buildProbe, inBrowser, inPage, type Place } from '../render/visit'

/** What is corrected back and forth: `words` stand in the paragraph that begins at `paragraph` after it, and not before. */
type Correcting = {
  readonly annotation: string
  readonly paragraph: number
  readonly words: string
  readonly runs: number
}

/** Milliseconds until the paragraph is drawn as it then is. */
type Shown = {
  /** Since the desk's answer came. */
  readonly painted: readonly number[]
  /** Since the key was pressed. */
  readonly whole: readonly number[]
  /** In another window, since it was come back to. */
  readonly elsewhere: readonly number[]
}

type Probed = { readonly probe: Probe }

const rest = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.body.textContent?.includes('All changes saved'))
  await page.evaluate(() => new Promise((idle) => setTimeout(() => requestIdleCallback(idle), 250)))
}

const decide = (page: Page, given: Deciding) =>
  inPage(page, 'the correction', (given) => (window as unknown as Probed).probe.deciding(given), given)

/**
 * Accepts a correction by its key and takes it back, over and over, in a browser with the text open twice. The first time is
 * not counted: it fetches the code for it.
 */
export const measureShown = (place: Place, { annotation, runs, ...at }: Correcting): Promise<Shown> =>
  inBrowser(place, async (page, browser) => {
    const [painted, whole, elsewhere]: [number[], number[], number[]] = [[], [], []]
    const content = await buildProbe()
    await page.addInitScript({ content })
    await page.goto(`${place.address}#${annotation}`)
    await page.locator('[data-card][data-chosen]').waitFor()
    // A window of its own: tabs that are not seen draw nothing.
    const context = await browser.newContext({ storageState: await page.context().storageState() })
    await context.addInitScript({ content })
    const other = await context.newPage()
    await other.goto(place.address)
    for (const one of [page, other]) await rest(one)
    for (let run = 0; run <= runs; run += 1) {
      for (const [key, there] of [
        ['a', true],
        ['z', false],
      ] as const) {
        await rest(page)
        const took = await decide(page, { ...at, key, there })
        await rest(page)
        const [back] = await decide(other, { ...at, key: null, there })
        await rest(other)
        if (run === 0) continue
        whole.push(took[0])
        painted.push(took[1])
        elsewhere.push(back)
      }
    }
    return { painted, whole, elsewhere }
  })
