import { expect, ferry, ferryText, importText, test, textOf } from './support'

const desk = '/desks/foreign-desk'

test.describe('the desk’s list', () => {
  test('shows the demo’s transcripts with state and counts, and finds them by title', async ({ asChecker: page }) => {
    await page.goto(desk)
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
    await importText(page, 'Aardvark, in order')
    await importText(page, 'Zebra, in order')
    await page.goto(`${desk}?q=${encodeURIComponent(', in order')}`)
    const titles = page.getByRole('rowheader').getByRole('link')
    await expect(titles).toHaveText(['Zebra, in order', 'Aardvark, in order'])
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Title, A to Z' })
    await expect(titles).toHaveText(['Aardvark, in order', 'Zebra, in order'])
    await expect(page).toHaveURL(/sort=title/)
    await page.reload()
    await expect(titles).toHaveText(['Aardvark, in order', 'Zebra, in order'])
  })

  test('gives an owner a trash, from which things come back; a checker has none', async ({ asOwner, asChecker }) => {
    await importText(asOwner, 'To throw away')
    await asOwner.goto(desk)
    await asOwner.getByRole('button', { name: 'Actions for To throw away' }).click()
    await asOwner.getByRole('menuitem', { name: 'Move to trash' }).click()
    const row = asOwner.getByRole('row', { name: /To throw away/ })
    await expect(row).toHaveCount(0)
    await asOwner.getByRole('link', { name: 'Trash' }).click()
    await expect(row).toBeVisible()
    await row.getByRole('button', { name: /Restore/ }).click()
    await expect(row).toHaveCount(0)
    await asOwner.goto(desk)
    await expect(row).toBeVisible()

    await asChecker.goto(desk)
    await asChecker.getByRole('button', { name: 'Actions for To throw away' }).click()
    await expect(asChecker.getByRole('menuitem', { name: 'Edit details' })).toBeVisible()
    await expect(asChecker.getByRole('menuitem', { name: 'Move to trash' })).toHaveCount(0)
    expect((await asChecker.goto(`${desk}/trash`))?.status()).toBe(404)
  })

  test('takes back a deletion from its notice', async ({ asOwner: page }) => {
    await importText(page, 'Thrown away by mistake')
    await page.goto(desk)
    await page.getByRole('button', { name: 'Actions for Thrown away by mistake' }).click()
    await page.getByRole('menuitem', { name: 'Move to trash' }).click()
    await expect(page.getByText('“Thrown away by mistake” is in the trash.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('row', { name: /Thrown away by mistake/ })).toBeVisible()
  })

  test('keeps what one writes about a transcript', async ({ asChecker: page }) => {
    await importText(page, 'Without details')
    await page.goto(desk)
    await page.getByRole('button', { name: 'Actions for Without details' }).click()
    await page.getByRole('menuitem', { name: 'Edit details' }).click()
    const details = page.getByRole('dialog', { name: 'Details' })
    await details.getByLabel('Outlet').fill('The Evening Lantern')
    await details.getByLabel('Date printed').fill('2031-04-02')
    await details.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('row', { name: /Without details/ })).toContainText('The Evening Lantern, 2 April 2031')
  })
})

test.describe('bringing in', () => {
  test('takes a text that is pasted, character by character', async ({ asChecker: page }) => {
    const text = 'Chair: We begin.\n\nClerk:  Two  spaces, a tab\tand a boat 🚢.\n\n\n\nChair: We end.'
    await page.goto(desk)
    await page.getByRole('button', { name: 'Import' }).click()
    const window = page.getByRole('dialog')
    await window.getByRole('tab', { name: 'Paste' }).click()
    await window.getByLabel('Title').fill('Pasted')
    await window.getByRole('textbox', { name: 'Text', exact: true }).fill(text)
    await window.getByRole('button', { name: 'Import' }).click()
    await expect(page.getByRole('heading', { name: 'Pasted', level: 1 })).toBeVisible()
    await expect.poll(() => textOf(page).evaluate((article) => article.textContent)).toBe(text)
  })

  test('takes files that are dropped on the page', async ({ asChecker: page }) => {
    await page.goto(desk)
    await expect(page.getByRole('button', { name: 'Import' })).toBeEnabled()
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
    test(`refuses a file that is ${name}, says why, and stores nothing`, async ({ asChecker: page }) => {
      await page.goto(desk)
      await page.getByRole('button', { name: 'Import' }).click()
      const window = page.getByRole('dialog')
      await window
        .locator('input[type=file]')
        .setInputFiles({ name: `refused ${name}.txt`, mimeType: 'text/plain', buffer })
      const file = window.getByRole('list', { name: 'Files' }).getByRole('listitem')
      await expect(file).toContainText(`refused ${name}.txt`)
      const send = window.getByRole('button', { name: 'Import' })
      if (await send.isEnabled()) await send.click()
      await expect(file.getByRole('alert')).toHaveText(sentence)
      await page.goto(`${desk}?q=refused`)
      await expect(page.getByRole('row', { name: /refused/ })).toHaveCount(0)
    })
  }

  test('asks for the text before it sends', async ({ asChecker: page }) => {
    await page.goto(desk)
    await page.getByRole('button', { name: 'Import' }).click()
    const window = page.getByRole('dialog')
    await window.getByRole('tab', { name: 'Paste' }).click()
    await window.getByRole('button', { name: 'Import' }).click()
    await expect(window.getByText('Paste the text here.')).toBeVisible()
  })

  test('gives back the file byte by byte, whatever its line ends', async ({ asChecker: page }) => {
    const bytes = Buffer.from(`\ufeff${ferryText().replaceAll('\n', '\r\n')}`)
    await page.goto(desk)
    await page.getByRole('button', { name: 'Import' }).click()
    const window = page.getByRole('dialog')
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
