import type { Browser, Page } from '@playwright/test'
import { startServer } from '../support/server'
import { demoPassword, expect, fresh, people, ready, signIn, test } from './support'

const desk = '/desks/foreign-desk'
const password = 'a quiet morning at sea'

/** Makes a one-time link as an owner does, and gives its address. */
const makeLink = async (page: Page, name: string, role: string): Promise<string> => {
  await page.goto(`${desk}/people`)
  await ready(page)
  await page.getByLabel('For whom').fill(name)
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption({ label: role })
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = page.getByRole('textbox', { name: 'Link' })
  await expect(link).toBeVisible()
  return link.inputValue()
}

const freshPage = async (browser: Browser, baseURL: string | undefined) =>
  (await browser.newContext({ baseURL })).newPage()

/** Joins by a link as someone new. */
const join = async (page: Page, link: string, name: string, email: string) => {
  await page.goto(link)
  await ready(page)
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /^Join/ }).click()
  await expect(page.getByRole('heading', { name: 'Foreign desk', exact: true })).toBeVisible()
}

test('a link adds a person once, with the role it names', async ({ asOwner, browser, baseURL }) => {
  const ansel = fresh('Ansel Brook')
  const link = await makeLink(asOwner, ansel, 'Viewer')
  const page = await freshPage(browser, baseURL)
  await join(page, link, ansel, `${fresh('ansel')}@courier.example`)
  // A viewer reads and replies, and brings nothing in.
  await expect(page.getByRole('button', { name: 'Import' })).toHaveCount(0)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()

  await asOwner.goto(`${desk}/people`)
  await ready(asOwner)
  const role = asOwner.getByRole('combobox', { name: `Role of ${ansel}` })
  await expect(role).toHaveValue('viewer')
  await role.selectOption({ label: 'Checker' })
  await expect(asOwner.getByText(`${ansel} is now a checker.`)).toBeVisible()
  await page.goto(desk)
  await expect(page.getByRole('button', { name: 'Import' })).toBeVisible()

  await asOwner.getByRole('button', { name: `Remove ${ansel}` }).click()
  await asOwner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(asOwner.getByRole('row', { name: ansel })).toHaveCount(0)
  expect((await page.goto(desk))?.status()).toBe(404)
  await page.context().close()
})

test('a link that was taken back does not work', async ({ asOwner, browser, baseURL }) => {
  const nobody = fresh('Nobody Now')
  const link = await makeLink(asOwner, nobody, 'Checker')
  await asOwner.getByRole('button', { name: `Take back the link for ${nobody}` }).click()
  await asOwner.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(asOwner.getByRole('row', { name: nobody })).toHaveCount(0)
  const page = await freshPage(browser, baseURL)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await page.context().close()
})

test('only an owner sees how to add people', async ({ asEditor: page }) => {
  await page.goto(`${desk}/people`)
  await expect(page.getByRole('row', { name: /Rhea Anand/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create link' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: /Role of/ })).toHaveCount(0)
  expect((await page.goto('/people'))?.status()).toBe(404)
})

test('a new password ends the other sessions at once, and a new name shows everywhere', async ({
  asOwner,
  browser,
  baseURL,
}) => {
  const link = await makeLink(asOwner, 'Iris Vane', 'Checker')
  const [here, there] = [await freshPage(browser, baseURL), await freshPage(browser, baseURL)]
  await join(here, link, 'Iris Vane', `${fresh('iris')}@courier.example`)
  await signIn(there, `${fresh('iris')}@courier.example`, password)
  await there.goto(desk)
  await expect(there.getByRole('heading', { name: 'Foreign desk', exact: true })).toBeVisible()

  await here.goto('/account')
  await ready(here)
  await here.getByRole('textbox', { name: 'Name', exact: true }).fill('Iris Vane-Ashby')
  await here.getByRole('button', { name: 'Save' }).click()
  await expect(here.getByRole('button', { name: 'Iris Vane-Ashby, account menu' })).toBeVisible()

  await here.getByLabel('Present password').fill('not the one it is')
  await here.getByLabel('New password').fill('another morning at sea')
  await here.getByRole('button', { name: 'Change password' }).click()
  await expect(here.getByText('This is not your present password.')).toBeVisible()
  await here.getByLabel('Present password').fill(password)
  await here.getByRole('button', { name: 'Change password' }).click()
  await expect(here.getByText('Your password is changed. You are signed out everywhere else.')).toBeVisible()

  await there.goto(desk)
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await here.goto(desk)
  await expect(here.getByRole('heading', { name: 'Foreign desk', exact: true })).toBeVisible()
  await signIn(there, `${fresh('iris')}@courier.example`, 'another morning at sea')
  for (const page of [here, there]) await page.context().close()
})

test('an administrator ends a person’s sessions at once', async ({ asOwner, browser, baseURL }) => {
  const tam = fresh('Tam Orwell')
  const link = await makeLink(asOwner, tam, 'Checker')
  const page = await freshPage(browser, baseURL)
  await join(page, link, tam, `${fresh('tam')}@courier.example`)
  await asOwner.goto('/people')
  await ready(asOwner)
  await asOwner.getByRole('button', { name: `End sessions of ${tam}` }).click()
  await asOwner.getByRole('dialog').getByRole('button', { name: 'End sessions' }).click()
  await expect(asOwner.getByText(`${tam} is signed out everywhere, and their API tokens are revoked.`)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.context().close()
})

test('signing out asks to sign in again', async ({ browser, baseURL }) => {
  const page = await freshPage(browser, baseURL)
  await signIn(page, people.checker.email, demoPassword)
  await page.goto(desk)
  await ready(page)
  await page.getByRole('button', { name: `${people.checker.name}, account menu` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goto(desk)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.context().close()
})

test('without a demo, a link from the log makes the first administrator, once', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = await startServer({ HOST: '0.0.0.0' })
  try {
    const link = server.output().match(/\/set-up\?token=\S+/)?.[0] ?? ''
    expect(link).not.toBe('')
    const page = await freshPage(browser, server.address)
    await page.goto('/sign-in')
    await expect(page.getByRole('button', { name: /as the editor/ })).toHaveCount(0)
    await page.goto(link)
    await ready(page)
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Oda Fenn')
    await page.getByLabel('Email').fill('oda@courier.example')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByLabel('Name of the first desk').fill('City desk')
    await page.getByRole('button', { name: 'Set up Verbatim' }).click()
    await expect(page.getByRole('heading', { name: 'City desk', exact: true })).toBeVisible()
    await page.goto('/people')
    await expect(page.getByRole('row', { name: /Oda Fenn.*administrator/ })).toBeVisible()
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'This set-up link does not work' })).toBeVisible()
    await page.context().close()
  } finally {
    await server.stop()
  }
})

test('the set-up page of a desk that is set up does not work', async ({ page }) => {
  await page.goto('/set-up?token=anything')
  await expect(page.getByRole('heading', { name: 'This set-up link does not work' })).toBeVisible()
  await page.goto('/set-up')
  await expect(page.getByRole('heading', { name: 'This set-up link does not work' })).toBeVisible()
})
