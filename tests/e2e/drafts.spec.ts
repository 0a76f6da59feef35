import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../support/chromium'
import {
  cardOn,
  cardsOf,
  dragOver,
  expect,
  importText,
  open,
  people,
  ready,
  saved,
  signIn,
  test,
  textOf,
} from './support'

const words = 'Ask the clerk for the minutes'
const passage = 'no third crew to be had this year'
const mine = /^Note by Teodor Sand/

/** Waits until what was typed, to its last word, is written down. */
const written = (page: Page, typed = words) =>
  expect(async () => {
    const kept = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('verbatim', 1)
          opening.onsuccess = () => {
            const all = opening.result.transaction('kept').objectStore('kept').getAll()
            all.onsuccess = () => {
              opening.result.close()
              resolve(JSON.stringify(all.result))
            }
          }
        }),
    )
    expect(kept).toContain(typed)
  }).toPass()

const begin = async (page: Page, on = passage) => {
  await dragOver(page, on)
  await page.keyboard.press('n')
  await expect(page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })).toBeFocused()
}
const typeNote = async (page: Page, on = passage) => {
  await begin(page, on)
  await page.keyboard.type(words)
}
const save = (page: Page) => page.keyboard.press('ControlOrMeta+Enter')
const continueNote = async (page: Page) => {
  await page.getByRole('button', { name: /^Continue: Note on/ }).click()
  return page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })
}

/** The notes on the desk, as somebody who looks there finds them. */
const notesOf = async (page: Page, id: string): Promise<readonly { readonly replies: readonly unknown[] }[]> =>
  (await (await page.request.get(`/api/v1/transcripts/${id}/annotations?kind=note`)).json()).items

test('what is saved without a connection survives the page, and is on the desk once', async ({ asChecker: page }) => {
  const id = await importText(page, 'Saved in the tunnel')
  await open(page, id)
  await typeNote(page)
  await page.context().setOffline(true)
  await save(page)
  await expect(page.getByRole('button', { name: /1 change waiting/ })).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  // Without a connection there is no page to come back to.
  await page.reload().catch(() => undefined)
  expect(await page.locator('main').count()).toBe(0)

  await page.context().setOffline(false)
  await page.goto(`/transcripts/${id}`)
  await ready(page)
  await expect(cardsOf(page, mine)).toContainText(words)
  await saved(page)
  expect(await notesOf(page, id)).toHaveLength(1)
})

test('a note whose answer is lost is made once, however it is sent again', async ({ asChecker: page }) => {
  const id = await importText(page, 'The answer never came')
  await open(page, id)
  let lost = 0
  await page.route('**/annotations', async (route) => {
    if (route.request().method() !== 'POST' || lost > 1) return route.continue()
    lost += 1
    // It arrives and is carried out; its answer is not heard.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await typeNote(page)
  await save(page)
  await expect.poll(() => lost, { timeout: 30_000 }).toBe(2)
  await saved(page)
  await expect(cardsOf(page, mine)).toHaveCount(1)
  expect(await notesOf(page, id)).toHaveLength(1)
})

test('an edit whose answer is lost is no conflict with oneself', async ({ asChecker: page }) => {
  const id = await importText(page, 'Edited and unheard')
  await open(page, id)
  await typeNote(page)
  await save(page)
  await saved(page)
  let lost = 0
  await page.route('**/annotations/*', async (route) => {
    if (route.request().method() !== 'PATCH' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await (await cardOn(page, 'note', mine)).click()
  await page.keyboard.press('e')
  await expect(page.getByRole('form', { name: 'Edit note' }).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type(', all of them')
  await save(page)
  await expect.poll(() => lost).toBe(1)
  await saved(page)
  await expect(cardsOf(page, mine)).toContainText('all of them')
  await expect(page.getByText(/Changed meanwhile/)).toHaveCount(0)
})

test('words outlive a crash of the page, and the card says so', async ({ asChecker: page }) => {
  const id = await importText(page, 'The page that crashed')
  await open(page, id)
  await typeNote(page)
  await save(page)
  await saved(page)
  await (await cardOn(page, 'note', mine)).click()
  await page.keyboard.press('m')
  await expect(page.getByRole('form', { name: 'New reply' }).getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await page.keyboard.type(`${words}, says Petra`)
  await written(page, `${words}, says Petra`)
  const after = await page.context().newPage()
  const crashed = page.waitForEvent('crash')
  void page.goto('chrome://crash').catch(() => undefined)
  await crashed

  await open(after, id)
  const card = await cardOn(after, 'note', mine)
  await expect(card).toContainText('unsaved words')
  await after.getByRole('button', { name: '1 draft not saved' }).click()
  const drafts = after.getByRole('region', { name: 'Not sent yet' })
  await expect(drafts).toContainText(`${words}, says Petra`)
  await drafts.getByRole('button', { name: 'Throw away' }).click()
  await expect(card).not.toContainText('unsaved words')
  await after.getByRole('button', { name: 'Undo' }).click()
  await card.click()
  await after.getByRole('button', { name: 'Continue your reply' }).click()
  await expect(after.getByRole('textbox', { name: 'Reply' })).toHaveText(`${words}, says Petra`)
  await save(after)
  await saved(after)
  const [note] = await notesOf(after, id)
  expect(note?.replies).toHaveLength(1)
})

test('words outlive the browser itself', async ({ asChecker, baseURL }, { outputDir }) => {
  const id = await importText(asChecker, 'The browser that was killed')
  const start = () =>
    chromium.launchPersistentContext(`${outputDir}/profile`, {
      ...{ executablePath: findChromium(), args: [...chromiumFlags] },
      ...(baseURL && { baseURL }),
    })
  const first = await start()
  const page = first.pages()[0] ?? (await first.newPage())
  await signIn(page, people.checker.email)
  await open(page, id)
  await typeNote(page)
  await written(page)
  const session = await (first.browser() ?? page.context().browser())?.newBrowserCDPSession()
  const gone = new Promise((resolve) => first.once('close', resolve))
  void session?.send('Browser.crash').catch(() => undefined)
  await gone

  const second = await start()
  const again = second.pages()[0] ?? (await second.newPage())
  await again.goto('/')
  if (new URL(again.url()).pathname === '/sign-in') await signIn(again, people.checker.email)
  await open(again, id)
  await expect(await continueNote(again)).toHaveText(words)
  await second.close()
})

test('two windows of one transcript show each other’s words and lose none', async ({ asChecker: page }) => {
  const id = await importText(page, 'In two windows')
  await open(page, id)
  const other = await page.context().newPage()
  await open(other, id)
  await typeNote(page)
  await expect(await continueNote(other)).toHaveText(words)
  await other.keyboard.press('End')
  await other.keyboard.type(' and the list')
  const said = page.getByRole('form', { name: 'New note' }).getByRole('status')
  await expect(said).toContainText(`${words} and the list`)
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveText(words)
  await said.getByRole('button', { name: 'Take those' }).click()
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveText(`${words} and the list`)
})

test('a window that is closed leaves what it could not send to the other, which sends it once', async ({
  asChecker: page,
}) => {
  const id = await importText(page, 'Taken over')
  await open(page, id)
  const other = await page.context().newPage()
  await open(other, id)
  await page.route('**/annotations', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  )
  await typeNote(page)
  await save(page)
  await expect(page.getByRole('button', { name: /1 change waiting/ })).toBeVisible()
  expect(await notesOf(other, id)).toHaveLength(0)
  await page.close()
  await expect(cardsOf(other, mine)).toContainText(words)
  await saved(other)
  expect(await notesOf(other, id)).toHaveLength(1)
})

test('nobody else finds the words, and their author does after signing in again', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  await signIn(page, people.checker.email)
  const id = await importText(page, 'One browser, two people')
  await open(page, id)
  await typeNote(page)
  await written(page)
  await page.keyboard.press('Escape')

  await context.clearCookies()
  await signIn(page, people.editor.email)
  await open(page, id)
  await expect(page.getByText('All changes saved')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Continue/ })).toHaveCount(0)

  await context.clearCookies()
  await signIn(page, people.checker.email)
  await open(page, id)
  await expect(await continueNote(page)).toHaveText(words)
  await context.close()
})

test('what is saved after somebody else signed in waits for its author', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  await signIn(page, people.checker.email)
  const id = await importText(page, 'Signed in as another')
  await open(page, id)
  await typeNote(page)
  await context.clearCookies()
  const other = await context.newPage()
  await signIn(other, people.editor.email)
  await save(page)
  await page.getByRole('button', { name: /1 change waiting – signed out/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible()
  expect(await notesOf(other, id)).toHaveLength(0)

  await context.clearCookies()
  await page.getByRole('link', { name: 'Sign in as Teodor Sand' }).click()
  await page.getByLabel('Email').fill(people.checker.email)
  await page.getByLabel('Password', { exact: true }).fill('verbatim-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(textOf(page)).not.toBeEmpty()
  await expect(cardsOf(page, mine)).toContainText(words)
  await saved(page)
  expect(await notesOf(page, id)).toHaveLength(1)
  await context.close()
})

test('a browser without room says so, and what was typed is saved all the same', async ({ asChecker: page }) => {
  const id = await importText(page, 'No room')
  await open(page, id)
  await begin(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 })
  await page.keyboard.type(words)
  await expect(page.getByText(/no room left to keep what you type/)).toBeVisible()
  await save(page)
  await saved(page)
  expect(await notesOf(page, id)).toHaveLength(1)
})

test('a text that is being pasted survives a reload', async ({ asChecker: page }) => {
  await page.goto('/desks/foreign-desk')
  await ready(page)
  const paste = async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('tab', { name: 'Paste' }).click()
    return page.getByRole('dialog').getByLabel('Text')
  }
  await (await paste()).fill(words)
  await page.getByRole('dialog').getByLabel('Title').fill('Pasted by hand')
  await written(page, 'Pasted by hand')
  await page.reload()
  await ready(page)
  await expect(await paste()).toHaveValue(words)
  await expect(page.getByRole('dialog').getByLabel('Title')).toHaveValue('Pasted by hand')
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
  await expect(textOf(page)).toContainText(words)
  await page.goto('/desks/foreign-desk')
  await ready(page)
  await expect(await paste()).toHaveValue('')
})

test('the longest note is kept', async ({ asChecker: page }) => {
  const id = await importText(page, 'Two hundred thousand characters')
  await open(page, id)
  await begin(page)
  await page.keyboard.insertText('word '.repeat(39_000))
  await page.keyboard.type(words)
  await written(page)
  await page.reload()
  await ready(page)
  await expect(await continueNote(page)).toContainText(words)
})
