import { expect, fresh, ready, test } from './support'

const desk = '/desks/foreign-desk'
const call = (title: string) =>
  `${title}\n\nMarrant: We put nine points on one page.\n\nValkov: The leaders could discuss it.\n`
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** A text that takes seconds to read: nearly as many lines as one may have, each a speaker's. */
const endless = 'Marrant: Late.\nValkov: Not.\n'.repeat(240_000)

test('several files are brought in at once: each says how it went, and a long one can be left and cancelled', async ({
  asChecker: page,
}) => {
  const [first, second] = [fresh('A first call'), fresh('A second call')]
  await page.goto(desk)
  await ready(page)
  await page.getByRole('button', { name: 'Import' }).click()
  const window = page.getByRole('dialog')
  await window
    .locator('input[type=file]')
    .setInputFiles([
      file('first.txt', call(first)),
      { ...file('broken.txt', ''), buffer: Buffer.from([0x43, 0x61, 0x66, 0xe9]) },
      file('second.txt', call(second)),
      file('long.txt', endless),
    ])
  await window.getByRole('button', { name: 'Import 4 files' }).click()

  const lines = window.getByRole('list', { name: 'Files' }).getByRole('listitem')
  await expect(lines.filter({ hasText: first })).toContainText('Imported')
  await expect(lines.filter({ hasText: second })).toContainText('Imported')
  await expect(lines.filter({ hasText: 'broken.txt' }).getByRole('alert')).toHaveText(/not UTF-8.*Save it as UTF-8/)
  const long = lines.filter({ hasText: 'long.txt' })
  await expect(long).toHaveText(/Waiting to be read|Reading|Storing/)

  // The window is closed and the page left; it goes on.
  await window.getByRole('button', { name: 'Close and go on' }).click()
  const strip = page.getByRole('region', { name: 'Imports' })
  await expect(strip).toContainText('long.txt')
  await expect(page.getByRole('row', { name: new RegExp(first) })).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(strip).toContainText('long.txt')
  await strip.getByRole('button', { name: 'Cancel long.txt' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'long.txt was cancelled. Nothing of it was imported.' }),
  ).toBeAttached()
  await expect(strip).toBeHidden()
  await page.goto(`${desk}?q=long`)
  await expect(page.getByRole('row', { name: /long/ })).toHaveCount(0)
})

test('a file that was refused is told until one takes it off, also when its window is closed', async ({
  asChecker: page,
}) => {
  const title = fresh('Beside a broken file')
  await page.goto(desk)
  await ready(page)
  await page.getByRole('button', { name: 'Import' }).click()
  const window = page.getByRole('dialog')
  const broken = { ...file('broken.txt', ''), buffer: Buffer.from([0x43, 0x61, 0x66, 0xe9]) }
  await window.locator('input[type=file]').setInputFiles([file('good.txt', call(title)), broken])
  await window.getByRole('button', { name: 'Import 2 files' }).click()
  await window.getByRole('button', { name: 'Done' }).click()
  await expect(window).toHaveCount(0)
  const strip = page.getByRole('region', { name: 'Imports' })
  await expect(strip.getByRole('listitem')).toHaveText(/broken.txt.*Not imported.*not UTF-8/)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(window.getByRole('list', { name: 'Files' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await strip.getByRole('button', { name: 'Take broken.txt off this list' }).click()
  await expect(strip).toHaveCount(0)
})

test('a long import is seen from another tab, told at its end, and stands in the list', async ({ asChecker: page }) => {
  const title = fresh('A long call')
  const other = await page.context().newPage()
  await other.goto(desk)
  await ready(other)
  await page.goto(desk)
  await ready(page)
  await page.getByRole('button', { name: 'Import' }).click()
  const window = page.getByRole('dialog')
  await window.locator('input[type=file]').setInputFiles(file('minutes.txt', call(title).repeat(25_000)))
  await window.getByLabel('Title').fill(title)
  await window.getByRole('button', { name: 'Import' }).click()
  await expect(window.getByRole('list', { name: 'Files' })).toHaveText(/Waiting to be read|Reading|Storing|Imported/)
  // As whoever comes back to that tab, again until the file has gone out.
  await expect(async () => {
    await other.evaluate(() => dispatchEvent(new Event('focus')))
    await expect(other.getByRole('region', { name: 'Imports' })).toContainText(title, { timeout: 1_000 })
  }).toPass()
  await expect(window.getByRole('link', { name: title })).toBeVisible()
  await expect(window.getByRole('status').filter({ hasText: `${title} is imported.` })).toBeAttached()
  await window.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row', { name: new RegExp(title) })).toBeVisible()
  await expect(other.getByRole('row', { name: new RegExp(title) })).toBeVisible()
  await other.close()
})

test('an import whose answer was lost is made once when it is sent again', async ({ asChecker: page }) => {
  const [sent, pasted] = [fresh('Lost on its way'), fresh('Lost when pasted')]
  await page.goto(desk)
  await ready(page)
  const dropAnswer = () =>
    page.route(
      '**/api/v1/desks/*/transcripts',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
  await page.getByRole('button', { name: 'Import' }).click()
  const window = page.getByRole('dialog')
  await dropAnswer()
  await window.locator('input[type=file]').setInputFiles(file('lost.txt', call(sent)))
  await window.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(window.getByRole('listitem').filter({ hasText: 'lost.txt' }).getByRole('alert')).toContainText('reached')
  await window.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('heading', { name: sent, level: 1 })).toBeVisible()

  await page.goto(desk)
  await ready(page)
  await page.getByRole('button', { name: 'Import' }).click()
  await window.getByRole('tab', { name: /Paste/ }).click()
  await window.getByRole('textbox', { name: 'Text' }).fill(call(pasted))
  await dropAnswer()
  await window.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(window.getByRole('alert')).toContainText('reached')
  await window.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('heading', { name: pasted, level: 1 })).toBeVisible()

  await page.goto(`${desk}?q=Lost`)
  await expect(page.getByRole('row', { name: new RegExp(sent) })).toHaveCount(1)
  await expect(page.getByRole('row', { name: new RegExp(pasted) })).toHaveCount(1)
})
