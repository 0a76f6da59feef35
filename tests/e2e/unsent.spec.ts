import { mine, notesOf, passage, save, typeNote, words } from './noting'
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

test('a note whose answer is cut off on its way is asked for again, and made once', async ({ asChecker: page }) => {
  const id = await importText(page, 'Half an answer')
  await open(page, id)
  const names: (string | undefined)[] = []
  await page.route('**/annotations', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    names.push(route.request().headers()['idempotency-key'])
    const response = await route.fetch()
    if (names.length > 1) return route.fulfill({ response })
    return route.fulfill({ status: 201, contentType: 'application/json', body: '{"id":"' })
  })
  await typeNote(page)
  await save(page)
  await expect.poll(() => names.length, { timeout: 30_000 }).toBe(2)
  await saved(page)
  expect(names[1]).toBe(names[0])
  await expect(cardsOf(page, mine)).toHaveCount(1)
  expect(await notesOf(page, id)).toHaveLength(1)
})

test('what was done without a connection is taken back by Z, and the desk never hears of it', async ({
  asChecker: page,
}) => {
  const id = await importText(page, 'Undone in the tunnel')
  await open(page, id)
  await typeNote(page)
  await save(page)
  await saved(page)
  const card = await cardOn(page, 'note', mine)
  await page.context().setOffline(true)
  await card.click()
  await page.keyboard.press('Delete')
  await expect(cardsOf(page, mine)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /1 change waiting/ })).toBeVisible()
  await page.keyboard.press('z')
  await expect(cardsOf(page, mine)).toContainText(words)

  // A note goes back to what it was before it was saved: words that were begun.
  await typeNote(page, 'the hospital has asked twice')
  await save(page)
  await page.getByRole('button', { name: /1 change waiting/ }).click()
  await expect(page.getByRole('list', { name: 'Waiting to be saved' })).toContainText(`“${words}”`)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('z')
  await expect(cardsOf(page, mine)).toHaveCount(1)
  await page.context().setOffline(false)
  await expect(page.getByRole('button', { name: /^Continue: Note on/ })).toBeVisible()
  expect(await notesOf(page, id)).toHaveLength(1)
})

test('who signs out with something unsent is asked first, and finds it again', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  await signIn(page, people.checker.email)
  const id = await importText(page, 'Signed out in a hurry')
  await open(page, id)
  await page.route('**/annotations', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  )
  await typeNote(page)
  await save(page)
  await expect(page.getByRole('button', { name: /1 change waiting/ })).toBeVisible()
  await typeNote(page, 'the hospital has asked twice')
  await page.keyboard.press('Escape')
  const signOut = async (answer: string) => {
    await page.getByRole('button', { name: 'Teodor Sand, account menu' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    const asked = page.getByRole('dialog', { name: 'Sign out with unsent words?' })
    await expect(asked).toContainText('1 change of yours is not sent, and 1 draft is not saved.')
    await asked.getByRole('button', { name: answer }).click()
    await expect(asked).toHaveCount(0)
  }
  await signOut('Stay signed in')
  await expect(page.getByRole('button', { name: /1 change waiting/ })).toBeVisible()
  // It asks once: the browser does not ask again.
  page.on('dialog', (dialog) => expect(dialog.type(), 'no second question').toBe('none'))
  await signOut('Sign out')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  await signIn(page, people.editor.email)
  await open(page, id)
  await expect(page.getByText('All changes saved')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
  await page.getByRole('button', { name: 'Mira Okafor, account menu' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  await page.unroute('**/annotations')
  await signIn(page, people.checker.email)
  await open(page, id)
  await expect(cardsOf(page, mine)).toContainText(words)
  await expect(page.getByRole('button', { name: /^Continue: Note on/ })).toBeVisible()
  await expect.poll(async () => (await notesOf(page, id)).length).toBe(1)
  await context.close()
})

test('a note that was refused since its transcript went to the trash is shown on the desk, with its words', async ({
  asChecker: page,
  asOwner,
}) => {
  const id = await importText(page, 'Thrown away under a note')
  await open(page, id)
  await typeNote(page)
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  const { version } = await (await asOwner.request.get(`/api/v1/transcripts/${id}?text=false`)).json()
  const headers = { Origin: origin, 'If-Match': `"${version}"` }
  expect((await asOwner.request.delete(`/api/v1/transcripts/${id}`, { headers })).status()).toBe(204)
  await save(page)
  await expect(page.getByRole('button', { name: /1 change was not saved|not saved/ }).first()).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/desks/foreign-desk')
  const left = page.getByRole('region', { name: 'Not saved, and the transcript is gone' })
  await expect(left).toContainText(`New note on “${passage}”`)
  await expect(left).toContainText(words)
  await expect(left.getByRole('button', { name: 'Copy the words' })).toBeVisible()

  const back = await asOwner.request.post(`/api/v1/transcripts/${id}/restore`, { headers: { Origin: origin } })
  expect(back.status()).toBe(200)
  await page.reload()
  await expect(page.getByText('1 not sent, in this browser')).toBeVisible()
  await expect(left).toHaveCount(0)
})
