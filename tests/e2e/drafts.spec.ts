import { chromium } from '@playwright/test'
import { chromiumFlags, findChromium } from '../support/chromium'
import { begin, continueNote, mine, notesOf, save, typeNote, words, written } from './noting'
import { cardOn, expect, importText, open, people, ready, saved, signIn, test, textOf } from './support'

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

test('what is wrong with a note is said as long as it is, and the caret stays where one writes', async ({
  asChecker: page,
}) => {
  const id = await importText(page, 'A note begun empty')
  await open(page, id)
  await begin(page)
  await save(page)
  const note = page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })
  await expect(note).toHaveAttribute('aria-invalid', 'true')
  await note.pressSequentially('Ask clerk')
  await expect(note).toHaveAttribute('aria-invalid', 'true')
  for (let left = 0; left < 'clerk'.length; left += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('the ')
  await expect(note).toHaveText('Ask the clerk')
})
