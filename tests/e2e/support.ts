import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Browser, test as base, expect, type Locator, type Page } from '@playwright/test'
import { ready } from '../support/first-load'

export { expect, ready }

/** The people of the demo desk, and the password they share. */
export const people = {
  owner: { name: 'Rhea Anand', email: 'owner@demo.local' },
  editor: { name: 'Mira Okafor', email: 'editor@demo.local' },
  checker: { name: 'Teodor Sand', email: 'checker@demo.local' },
} as const
export const demoPassword = 'verbatim-demo'
type Who = keyof typeof people

const run = randomUUID().slice(0, 6)
/** Words that no earlier run on the same desk used, for titles and addresses. */
export const fresh = (words: string): string => `${words}-${run}`

/** The fixture the stories import: an invented meeting, with an emoji and phrases that stand in it more than once. */
export const ferry = { path: 'tests/fixtures/ferry-timetable.txt', title: 'The ferry timetable' }
export const ferryText = (): string => readFileSync(ferry.path, 'utf8')

/** Signs in as a person would, and waits for the page that follows. */
export const signIn = async (page: Page, email: string, password = demoPassword): Promise<void> => {
  await page.goto('/sign-in')
  await ready(page)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

type Fixtures = Readonly<Record<'asOwner' | 'asEditor' | 'asChecker', Page>>
type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

/** Gives a signed-in page of its own browser context for each of the demo's people; signs each in once a worker. */
export const test = base.extend<Fixtures, { sessions: Map<Who, Cookies> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it is to give from this pattern.
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  asOwner: async ({ browser, baseURL, sessions }, use) => as('owner', { browser, baseURL, sessions }, use),
  asEditor: async ({ browser, baseURL, sessions }, use) => as('editor', { browser, baseURL, sessions }, use),
  asChecker: async ({ browser, baseURL, sessions }, use) => as('checker', { browser, baseURL, sessions }, use),
})

type Place = { readonly browser: Browser; readonly baseURL: string | undefined; readonly sessions: Map<Who, Cookies> }

const as = async (who: Who, { browser, baseURL, sessions }: Place, use: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({ baseURL, storageState: sessions.get(who) })
  const page = await context.newPage()
  const faults = listenForFaults(page)
  if (!sessions.has(who)) {
    await signIn(page, people[who].email)
    sessions.set(who, await context.storageState())
  }
  await use(page)
  expect(faults, `what went wrong in the ${who}'s browser`).toEqual([])
  await context.close()
}

/** Collects what a page throws, and what breaks its own security policy. */
export const listenForFaults = (page: Page): readonly string[] => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text())
  })
  return faults
}

/** Imports a text through the API, as whoever is signed in on `page`, and gives the new transcript's id; a long one is waited for. */
export const importText = async (page: Page, title: string, text = ferryText()): Promise<string> => {
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  const answer = await page.request.post('/api/v1/desks/foreign-desk/transcripts', {
    headers: { Origin: origin },
    data: { title, text },
  })
  const made = await answer.json()
  if (answer.status() === 201) return made.id
  expect(answer.status(), JSON.stringify(made)).toBe(202)
  const job = async () => (await page.request.get(answer.headers().location ?? '')).json()
  await expect.poll(async () => (await job()).state, { timeout: 60_000 }).toBe('done')
  return (await job()).result.transcript.id
}

/** The text of the transcript on screen. */
export const textOf = (page: Page): Locator => page.locator('.reading article')

/** The marks of one kind in the text. */
export const marksOf = (page: Page, kind: string): Locator => textOf(page).locator(`mark.${kind}`)

/** The cards beside the text, or those of them whose name holds these words: "Note by Teodor Sand: …". */
export const cardsOf = (page: Page, name?: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Annotations', exact: true }).getByRole('article', { name })

/** The chips over the cards. */
export const filterBar = (page: Page): Locator => page.getByRole('region', { name: 'Filter the annotations' })

/** The card of the first mark of a kind, with its line scrolled to: only cards of visible text are drawn. */
export const cardOn = async (page: Page, kind: string, name: string | RegExp): Promise<Locator> => {
  await marksOf(page, kind).first().scrollIntoViewIfNeeded()
  const card = cardsOf(page, name)
  await expect(card).toBeVisible()
  return card
}

/** Opens a transcript and waits until its text can be worked with. */
export const open = async (page: Page, id: string, hash = ''): Promise<void> => {
  await page.goto(`/transcripts/${id}${hash}`)
  await expect(textOf(page)).not.toBeEmpty()
  await ready(page)
}

/** Where words of the text begin and end on screen, scrolled to, in CSS pixels of the window. */
const edges = (page: Page, words: string) =>
  textOf(page).evaluate((article, wanted) => {
    const nodes: Text[] = []
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const start = nodes
      .map((node) => node.data)
      .join('')
      .indexOf(wanted)
    if (start === -1) throw new Error(`The text does not hold "${wanted}".`)
    const point = (offset: number): readonly [Text, number] => {
      let left = offset
      for (const node of nodes) {
        if (left <= node.length) return [node, left]
        left -= node.length
      }
      throw new Error('The offset lies beyond the text.')
    }
    const [first, firstAt] = point(start + 1)
    first.parentElement?.scrollIntoView({ block: 'center' })
    const [last, lastAt] = point(start + wanted.length)
    const range = document.createRange()
    range.setStart(first, firstAt - 1)
    range.setEnd(last, lastAt)
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0)
    const [one, other] = [boxes[0], boxes.at(-1)]
    if (!one || !other) throw new Error(`"${wanted}" is not on screen.`)
    return {
      from: { x: one.left + 0.5, y: one.top + one.height / 2 },
      to: { x: other.right - 0.5, y: other.top + other.height / 2 },
    }
  }, words)

/** Selects words of the text by dragging the mouse over them, and waits for the bar. */
export const dragOver = async (page: Page, words: string): Promise<void> => {
  const { from, to } = await edges(page, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
  await expect(selectionBar(page)).toBeVisible()
  const selected = await page.evaluate(() => document.getSelection()?.toString().replace(/\s+/g, ' ').trim())
  expect(selected).toBe(words)
}

/** The bar that offers the kinds under a selection. */
export const selectionBar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Annotate the selection' })

/** The bar over the workbench: where one is, the state of the transcript, the next step. */
export const topBar = (page: Page): Locator => page.getByRole('banner').filter({ hasText: 'Export' })

/** Says that everything is stored. */
export const saved = (page: Page) => expect(page.getByText('All changes saved')).toBeVisible()

/** The page as it is when a person comes back to its window: what others saved meanwhile is asked for then. */
export const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))
