import { writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, ferry, ferryText, fresh, importText, ready, test, textOf } from './support'

const desk = '/desks/foreign-desk'

test.describe('the desk’s list', () => {
  test('shows the demo’s transcripts with state and counts, and finds them by title', async ({ asChecker: page }) => {
    await page.goto(desk)
    await ready(page)
    const article = page.getByRole('row', { name: /The harbour call/ })
    await expect(article).toContainText('The Quay Courier')
    await expect(article).toContainText('Checking')
    await expect(page.getByRole('row', { name: /Full transcript, port authority recording/ })).toContainText('Approved')

    await page.getByRole('searchbox', { name: 'Search by title' }).fill('harbour')
    await expect(page).toHaveURL(/q=harbour/)
    await expect(page.getByRole('row', { name: /port authority recording/ })).toHaveCount(0)
    await expect(article).toBeVisible()

    await page.getByRole('searchbox', { name: 'Search by title' }).fill('no such title anywhere')
    await expect(article).toHaveCount(0)
    await page.goto(`${desk}?state=approved`)
    await expect(page.getByRole('row', { name: /port authority recording/ })).toBeVisible()
    await expect(article).toHaveCount(0)
  })

  test('is put in order by title, and the order stands in the address', async ({ asChecker: page }) => {
    const [first, last] = [fresh('Aardvark, in order'), fresh('Zebra, in order')]
    for (const title of [first, last]) await importText(page, title)
    await page.goto(`${desk}?q=${encodeURIComponent(fresh(', in order'))}`)
    await ready(page)
    const titles = page.getByRole('rowheader').getByRole('link')
    await expect(titles).toHaveText([last, first])
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Title, A to Z' })
    await expect(titles).toHaveText([first, last])
    await expect(page).toHaveURL(/sort=title/)
    await page.reload()
    await expect(titles).toHaveText([first, last])
  })

  test('gives an owner a trash, from which things come back; a checker has none', async ({ asOwner, asChecker }) => {
    const title = fresh('To throw away')
    await importText(asOwner, title)
    await asOwner.goto(desk)
    await ready(asOwner)
    await asOwner.getByRole('button', { name: `Actions for ${title}` }).click()
    await asOwner.getByRole('menuitem', { name: 'Move to trash' }).click()
    const row = asOwner.getByRole('row', { name: title })
    await expect(row).toHaveCount(0)
    await asOwner.getByRole('link', { name: 'Trash' }).click()
    await expect(row).toBeVisible()
    await row.getByRole('button', { name: /Restore/ }).click()
    await expect(row).toHaveCount(0)
    await asOwner.goto(desk)
    await expect(row).toBeVisible()

    await asChecker.goto(desk)
    await ready(asChecker)
    await asChecker.getByRole('button', { name: `Actions for ${title}` }).click()
    await expect(asChecker.getByRole('menuitem', { name: 'Edit details' })).toBeVisible()
    await expect(asChecker.getByRole('menuitem', { name: 'Move to trash' })).toHaveCount(0)
    expect((await asChecker.goto(`${desk}/trash`))?.status()).toBe(404)
  })

  test('takes back a deletion from its notice', async ({ asOwner: page }) => {
    const title = fresh('Thrown away by mistake')
    await importText(page, title)
    await page.goto(desk)
    await ready(page)
    await page.getByRole('button', { name: `Actions for ${title}` }).click()
    await page.getByRole('menuitem', { name: 'Move to trash' }).click()
    await expect(page.getByText(`“${title}” is in the trash.`)).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('row', { name: title })).toBeVisible()
  })

  test('keeps what one writes about a transcript', async ({ asChecker: page }) => {
    const title = fresh('Without details')
    await importText(page, title)
    await page.goto(desk)
    await ready(page)
    await page.getByRole('button', { name: `Actions for ${title}` }).click()
    await page.getByRole('menuitem', { name: 'Edit details' }).click()
    const details = page.getByRole('dialog', { name: 'Details' })
    await details.getByLabel('Outlet').fill('The Evening Lantern')
    await details.getByLabel('Date printed').fill('2031-04-02')
    await details.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('row', { name: title })).toContainText('The Evening Lantern, 2 April 2031')
  })
})

/** Opens the window to import into the desk. */
const openImport = async (page: Page): Promise<Locator> => {
  await page.goto(desk)
  await ready(page)
  await page.getByRole('button', { name: 'Import' }).click()
  return page.getByRole('dialog')
}

test.describe('bringing in', () => {
  test('takes a text that is pasted, character by character', async ({ asChecker: page }) => {
    const text = 'Chair: We begin.\n\nClerk:  Two  spaces, a tab\tand a boat 🚢.\n\n\n\nChair: We end.'
    const window = await openImport(page)
    await window.getByRole('tab', { name: 'Paste' }).click()
    await window.getByLabel('Title').fill('Pasted')
    await window.getByRole('textbox', { name: 'Text', exact: true }).fill(text)
    await window.getByRole('button', { name: 'Import' }).click()
    await expect(page.getByRole('heading', { name: 'Pasted', level: 1 })).toBeVisible()
    await expect.poll(() => textOf(page).evaluate((article) => article.textContent)).toBe(text)
  })

  test('takes files that are dropped on the page', async ({ asChecker: page }) => {
    await page.goto(desk)
    await ready(page)
    const files = await page.evaluateHandle((text) => {
      const held = new DataTransfer()
      held.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
      return held
    }, ferryText())
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.dispatchEvent('body', type, { dataTransfer: files })
    const window = page.getByRole('dialog')
    await expect(window.getByRole('list', { name: 'Files' })).toContainText('dropped.txt')
    await window.getByRole('button', { name: 'Import' }).click()
    await expect(page.getByRole('heading', { name: ferry.title, level: 1 })).toBeVisible()
  })

  const refused = [
    ['empty', Buffer.alloc(0), /empty|no text/i],
    ['only blanks', Buffer.from(' \n\n \t\n'), /empty|no text|nothing/i],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 255, 254]), /not (a )?(plain )?text|binary/i],
    ['wrong-encoding', Buffer.from('Caf\xe9 au lait, tr\xe8s bien.', 'latin1'), /UTF-8/],
    ['too-large', Buffer.alloc(20 * 1024 * 1024 + 1, 'word '), /20 MB is the most a file may have/],
  ] as const
  for (const [name, buffer, sentence] of refused) {
    test(`refuses a file that is ${name}, says why, and stores nothing`, async ({ asChecker: page }, test) => {
      const path = test.outputPath(`refused ${name}.txt`)
      await writeFile(path, buffer)
      const window = await openImport(page)
      await window.locator('input[type=file]').setInputFiles(path)
      const file = window.getByRole('list', { name: 'Files' }).getByRole('listitem')
      await expect(file).toContainText(`refused ${name}.txt`)
      const send = window.getByRole('button', { name: 'Import' })
      // One that is too large is refused before it travels: nothing is left to import, and another can be chosen.
      if (name === 'too-large') await expect(send).toHaveCount(0)
      else await send.click()
      await expect(file.getByRole('alert')).toHaveText(sentence)
      await expect(window.getByRole('button', { name: 'Choose files' })).toBeEnabled()
      await expect(window.getByText('Close', { exact: true })).toBeVisible()
      await page.goto(`${desk}?q=refused`)
      await expect(page.getByRole('row', { name: /refused/ })).toHaveCount(0)
    })
  }

  test('asks for the text before it sends', async ({ asChecker: page }) => {
    const window = await openImport(page)
    await window.getByRole('tab', { name: 'Paste' }).click()
    await window.getByRole('button', { name: 'Import' }).click()
    await expect(window.getByText('Paste the text here.')).toBeVisible()
  })

  test('gives back the file byte by byte, whatever its line ends', async ({ asChecker: page }) => {
    const bytes = Buffer.from(`\ufeff${ferryText().replaceAll('\n', '\r\n')}`)
    const window = await openImport(page)
    await window
      .locator('input[type=file]')
      .setInputFiles({ name: 'from windows.txt', mimeType: 'text/plain', buffer: bytes })
    await window.getByRole('button', { name: 'Import' }).click()
    await expect(page.getByRole('heading', { name: ferry.title, level: 1 })).toBeVisible()
    await expect
      .poll(() => textOf(page).evaluate((article) => article.textContent?.trimEnd()))
      .toBe(ferryText().trimEnd())
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const original = await page.request.get(`/api/v1/transcripts/${id}/original`)
    expect((await original.body()).equals(bytes)).toBe(true)
  })
})

test('who is not signed in is asked to, and brought back', async ({ page }) => {
  await page.goto(`${desk}?q=${ferry.title}`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect((await page.request.get('/api/v1/me', { maxRedirects: 0 })).status()).toBe(401)
  await page.getByLabel('Email').fill('checker@demo.local')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('verbatim-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${desk}\\?q=`))
})
