import { mine, notesOf, save, typeNote, words } from './noting'
import { cardOn, cardsOf, expect, importText, open, people, ready, saved, signIn, test, textOf } from './support'

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
