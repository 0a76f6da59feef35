import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { paragraphs } from '@/lib/transcript/paragraphs'
import { chromiumFlags, findChromium } from '@/tests/support/chromium'
import { countScripts } from '@/tests/support/first-load'
import { memoryOf } from './memory'
import type { Probe, Wanted } from './probe'
import type { Seeded } from './seed'

/** What one visit measures; times in milliseconds, memory in MB. */
export type Visit = {
  readonly text: number
  readonly painted: number
  readonly added: readonly number[]
  readonly filtered: readonly number[]
  readonly longFrames: number
  readonly worstFrame: number
  readonly hit: number
  readonly memoryAtLoad: number
  readonly memoryAfterScroll: number
}

/** Where to go, and as whom. */
export type Place = {
  readonly address: string
  readonly cookie?: { readonly name: string; readonly value: string }
}

/** How long a page may take for one step, in milliseconds. */
const patience = 60_000

type Watched = { readonly probe: Probe; readonly firstScreen: ReturnType<Probe['watchFirstScreen']> }

/** The first two paragraphs stand on the first screen of both pages. */
export const wantedOf = ({ text, turns, marks }: Seeded): Wanted => {
  const [first, second] = [...paragraphs(text, turns)].slice(0, 2)
  const here = marks.filter(({ start, end }) => start >= (first?.start ?? 0) && end <= (second?.end ?? 0))
  const [hidden, kept] = [here.filter(({ note }) => !note), here.find(({ note }) => note)]
  const ends = <T>(list: readonly T[]) => [list[0], list.at(-1)].filter((one) => one !== undefined)
  if (hidden.length === 0 || !kept) throw new Error('The first screen has too few marks to measure.')
  const ids = (some: readonly (typeof here)[number][]) => ends(some).map(({ id }) => id)
  return { paragraph: second?.start ?? 0, marks: ids(here), hidden: ids(hidden), kept: kept.id }
}

/** Some three words each on the first screen, to be annotated. */
const passagesOf = ({ text }: Seeded) =>
  [60, 90, 120].map((from) => {
    const start = text.indexOf(' ', from) + 1
    return { start, end: text.indexOf(' ', text.indexOf(' ', start) + 1) }
  })

/** What is run in a page before anything of its own: probe.ts, as `window.probe`. */
export const buildProbe = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'probe.ts')],
    ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2023', logLevel: 'error' },
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs in the page; a page that never comes to where it should ends the benchmark with what it was waiting for. */
export const inPage = async <A, B>(
  page: Page,
  what: string,
  run: (given: A) => Promise<B> | B,
  given: A,
): Promise<B> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(
      () => failed(new Error(`${page.url()} did not come to ${what} in ${patience / 1000} s.`)),
      patience,
    )
  })
  try {
    return await Promise.race([page.evaluate(run as never, given) as Promise<B>, late])
  } finally {
    clearTimeout(timer)
  }
}

const measure = async (browser: Browser, page: Page, seeded: Seeded, wanted: Wanted): Promise<Visit> => {
  const firstScreen = await inPage(
    page,
    'its first screen',
    async () => {
      const { firstScreen, probe } = window as unknown as Watched
      const [text, painted] = [await firstScreen.text, await firstScreen.painted]
      // What was drawn before anything was shown was shown with it.
      const shown = await probe.firstShown()
      return { text: Math.max(text, shown), painted: Math.max(painted, shown) }
    },
    null,
  )
  const rest = async () => {
    await page.waitForLoadState('networkidle')
    await inPage(page, 'rest', () => (window as unknown as Watched).probe.rest(), null)
  }
  await rest()
  const memoryAtLoad = await memoryOf(browser, page)
  const hit = await inPage(page, 'a hit', () => (window as unknown as Watched).probe.hitting(), null)
  const filtered = await inPage(page, 'the filter', (on) => (window as unknown as Watched).probe.filtering(on), wanted)
  const added: number[] = []
  for (const passage of passagesOf(seeded)) {
    const add = ({ start, end }: typeof passage) => (window as unknown as Watched).probe.highlighting(start, end)
    added.push(await inPage(page, 'a new highlight', add, passage))
    await rest()
  }
  const { long, worst } = await inPage(page, 'its end', () => (window as unknown as Watched).probe.scrolling(), null)
  await rest()
  const memoryAfterScroll = await memoryOf(browser, page)
  return { ...firstScreen, hit, filtered, added, longFrames: long, worstFrame: worst, memoryAtLoad, memoryAfterScroll }
}

/** A page in a browser of its own, signed in where the place has a cookie. */
export const inBrowser = async <T>(place: Place, use: (page: Page, browser: Browser) => Promise<T>): Promise<T> => {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    if (place.cookie) await context.addCookies([{ ...place.cookie, url: new URL(place.address).origin }])
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    const refused: string[] = []
    page.on('response', (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`)
    })
    const used = await use(page, browser)
    // What was not let in was not measured.
    if (refused.length > 0) throw new Error(`The page was refused: ${refused[0]}`)
    return used
  } finally {
    await browser.close()
  }
}

/** Opens a page in a browser of its own and measures it from the start of the navigation to after a scroll. */
export const visit = (probe: string, place: Place, seeded: Seeded): Promise<Visit> =>
  inBrowser(place, async (page, browser) => {
    const wanted = wantedOf(seeded)
    await page.addInitScript({
      content: `${probe};window.firstScreen = window.probe.watchFirstScreen(${JSON.stringify(wanted)})`,
    })
    await page.goto(place.address, { waitUntil: 'commit' })
    return await measure(browser, page, seeded, wanted)
  })

/** The scripts of the page, gzipped, in MB: those of the first load, and those fetched quietly after it. */
export const scriptsOf = (place: Place): Promise<readonly [before: number, quietly: number]> =>
  inBrowser(place, async (page) => {
    const { before, quietly } = await countScripts(page, place.address)
    return [before / 1e6, quietly / 1e6]
  })
