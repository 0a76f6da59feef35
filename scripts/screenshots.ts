import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { demoPassword, demoPeople } from '@/prisma/demo/desk'
import { chromiumFlags, findChromium } from '@/tests/support/chromium'
import { startServer } from '@/tests/support/server'
import { buildPages, step } from './steps'

type Shot = {
  readonly name: string
  readonly path: string
  /** Signed in as the demo's editor unless it says otherwise. */
  readonly as?: keyof typeof demoPeople | null
  /** What to do before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>
}

const looks = {
  wide: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 420, height: 860 }, colorScheme: 'light' },
} as const

/** `npm run screenshots -- [folder]`: pictures of every screen, wide, dark and narrow, and public/workbench.png. */
export async function main(args: readonly string[]): Promise<void> {
  const folder = args[0] ?? 'test-results/screenshots'
  await buildPages()
  const server = await step('Starting the demo', () => startServer())
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  try {
    for (const path of [folder, 'public']) mkdirSync(path, { recursive: true })
    for (const look of Object.keys(looks) as (keyof typeof looks)[]) {
      await step(`Taking the pictures, ${look}`, () => takeAll(browser, server.address, look, folder))
    }
    console.log(`The pictures are in ${folder}; the one of the README is public/workbench.png`)
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function takeAll(browser: Browser, address: string, look: keyof typeof looks, folder: string) {
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
  const editor = await pageOf('Mira')
  const ids = await transcriptIds(editor)
  for (const shot of shots(ids)) {
    const page = await pageOf(shot.as === undefined ? 'Mira' : shot.as)
    await page.goto(shot.path)
    await page.waitForLoadState('networkidle')
    try {
      await shot.before?.(page)
    } catch (error) {
      console.error(`${shot.name}, ${look}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    }
    // A card that was chosen comes to its line, and what opens takes a moment.
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(folder, `${shot.name}-${look}.png`), animations: 'disabled' })
    if (shot.name === 'workbench' && look === 'wide') await page.screenshot({ path: 'public/workbench.png' })
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

type Ids = { readonly article: string; readonly recording: string }

async function transcriptIds(page: Page): Promise<Ids> {
  const answer = await page.request.get('/api/v1/desks/foreign-desk/transcripts')
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] }
  const id = (title: string) => items.find((item) => item.title.startsWith(title))?.id ?? ''
  return { article: id('The harbour call'), recording: id('Full transcript') }
}

const mark = (page: Page, kind: string, words: string) =>
  page.locator(`.reading mark.${kind}`).filter({ hasText: words }).first()

const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.reading article') as Element,
      NodeFilter.SHOW_TEXT,
    )
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const at = node.data.indexOf(wanted)
      if (at === -1) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)

/** Every screen, in the order in which a person meets them. */
const shots = ({ article, recording }: Ids): readonly Shot[] => {
  const text = `/transcripts/${article}`
  return [
    { name: 'sign-in', path: '/sign-in', as: null },
    { name: 'set-up-spent', path: '/set-up?token=spent', as: null },
    { name: 'join-spent', path: '/join?token=spent', as: null },
    { name: 'not-found', path: '/desks/no-such-desk' },
    { name: 'desks', path: '/desks', as: 'Rhea' },
    { name: 'desk', path: '/desks/foreign-desk' },
    { name: 'desk-nothing-found', path: '/desks/foreign-desk?q=nothing' },
    {
      name: 'import',
      path: '/desks/foreign-desk',
      before: (page) => page.getByRole('button', { name: 'Import' }).click(),
    },
    { name: 'trash', path: '/desks/foreign-desk/trash', as: 'Rhea' },
    { name: 'members', path: '/desks/foreign-desk/people', as: 'Rhea' },
    { name: 'settings', path: '/desks/foreign-desk/settings', as: 'Rhea' },
    { name: 'people', path: '/people', as: 'Rhea' },
    { name: 'account', path: '/account' },
    { name: 'workbench', path: text, before: (page) => mark(page, 'flag', 'Volkov').click() },
    {
      name: 'workbench-selecting',
      path: text,
      before: async (page) => {
        await mark(page, 'flag', 'Volkov').click()
        await select(page, 'The north quay and maybe the road')
      },
    },
    ...(['n', 'c', 'f', 'r'] as const).map((key) => ({
      name: `workbench-writing-${key}`,
      path: text,
      before: async (page: Page) => {
        await select(page, 'The north quay and maybe the road')
        await page.getByRole('toolbar', { name: 'Annotate the selection' }).waitFor()
        await page.keyboard.press(key)
      },
    })),
    { name: 'workbench-check', path: text, before: (page) => mark(page, 'check', 'The strike of 2028').click() },
    { name: 'workbench-flags', path: `${text}?kind=flag` },
    { name: 'workbench-keys', path: text, before: (page) => page.keyboard.press('?') },
    { name: 'workbench-filter', path: text, before: (page) => page.keyboard.press('/') },
    {
      name: 'workbench-export',
      path: text,
      before: async (page) => {
        const narrow = page.getByRole('button', { name: 'Outline, speakers and filters' })
        await ((await narrow.isVisible()) ? narrow : page.getByRole('button', { name: 'Export' })).click()
      },
    },
    { name: 'workbench-approved', path: `/transcripts/${recording}` },
  ]
}
