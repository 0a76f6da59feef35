import type { Page } from '@playwright/test'
import { annotate, highlight } from './annotating'
import { look } from './axe'
import { begin } from './noting'
import { comeBack, expect, ferryText, importText, marksOf, open, saved, test, textOf } from './support'

/** The timetable as printed again: a name spelt otherwise, a figure put right, a sentence gone. */
const printedAgain = ferryText()
  .replace('Joss Amberley', 'Joss Amberly')
  .replace('Last winter 312 people', 'Last winter 321 people')
  .replace(' I can carry that to the company.', '')

const annotated = async (page: Page, title: string) => {
  const id = await importText(page, title)
  await highlight(page, id, 'no third crew to be had this year')
  await highlight(page, id, '312 people missed the last boat')
  await annotate(page, id, 'I can carry that to the company.', { kind: 'highlight' })
  return id
}
const window_ = (page: Page) => page.getByRole('dialog', { name: 'Upload a newer version' })
const upload = (page: Page, text: string, name = 'printed-again.txt') =>
  window_(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

test('a newer version is shown before it is made, takes the annotations along, and can be taken back', async ({
  asChecker,
  asEditor: page,
}) => {
  const id = await annotated(asChecker, 'Printed again')
  await open(asChecker, id)
  await open(page, id)
  const first = await textOf(page).textContent()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'What to do' })).toBeFocused()
  await page.keyboard.type('newer version')
  await expect(page.getByRole('option', { selected: true })).toContainText('newer version')
  await page.keyboard.press('Enter')
  await upload(page, printedAgain)
  const preview = window_(page)
  await expect(preview.getByText('3 places change.')).toBeVisible()
  const fates = preview.getByRole('region', { name: 'What becomes of the annotations' })
  await expect(fates.getByRole('listitem')).toHaveText([/^1 ?stay/, /^1 ?go along/, /^0/, /^1 ?lose/])
  const differences = preview.getByRole('region', { name: 'What changes' })
  await expect(differences.locator('del').first()).toHaveText('Amberley')
  await expect(differences.locator('ins').first()).toHaveText('Amberly')
  // Nothing is stored yet.
  expect(await textOf(page).textContent()).toBe(first)

  await preview.getByLabel('Reason').fill('As printed on 3 April')
  await page.keyboard.press('Enter')
  await expect(preview.getByText('Revision 2: 3 places changed. 1 annotation needs a look.')).toBeVisible()
  await expect(preview.getByRole('link', { name: 'Look at 1 annotation' })).toHaveAttribute(
    'href',
    `/transcripts/${id}/repair`,
  )
  await page.keyboard.press('Enter')
  await expect(preview).toBeHidden()
  await expect(textOf(page)).toContainText('Joss Amberly,')
  await expect(marksOf(page, 'highlight').filter({ hasText: '321 people missed the last boat' })).toHaveCount(1)
  await expect(marksOf(page, 'highlight').filter({ hasText: 'no third crew' })).toHaveCount(1)

  // Another window follows when somebody comes back to it, with what is being written there.
  await begin(asChecker, 'counted by hand')
  await asChecker.keyboard.type('By whom?')
  await comeBack(asChecker)
  await expect(textOf(asChecker)).toContainText('Joss Amberly,')
  const note = asChecker.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })
  await expect(note).toHaveText('By whom?')

  await page.keyboard.press('z')
  await expect(textOf(page)).toContainText('I can carry that to the company.')
  expect(await textOf(page).textContent()).toBe(first)
  await expect(marksOf(page, 'highlight').filter({ hasText: 'I can carry that to the company.' })).toHaveCount(1)
  await saved(page)
})

test('the wrong file is asked about, the same one refused, and pasted words outlive the window', async ({
  asChecker,
  asEditor: page,
}) => {
  const id = await annotated(asChecker, 'Wrong and same')
  await page.goto('/desks/foreign-desk')
  await page.getByRole('button', { name: 'Actions for Wrong and same' }).click()
  await page.getByRole('menuitem', { name: 'Upload a newer version' }).click()
  const here = window_(page)
  await upload(page, ferryText())
  await expect(here.getByRole('alert')).toHaveText('This file has the same text as revision 1.')

  // The page is left before the browser's database has taken anything.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Too late.')
    }
  })
  await here.getByRole('tab', { name: 'Paste' }).click()
  await here.getByLabel('Text').fill('Weather: Rain from the north by noon, and gusts at sea.')
  await page.keyboard.press('Escape')
  await expect(here).toBeHidden()
  await page.reload()
  await page.getByRole('button', { name: 'Upload a newer version' }).click()
  await here.getByRole('tab', { name: 'Paste' }).click()
  await expect(here.getByLabel('Text')).toHaveValue(/^Weather: Rain/)
  await here.getByRole('button', { name: 'Compare' }).click()
  await expect(here.getByRole('alert')).toHaveText(/Is it the right file\?$/)
  await here.getByRole('button', { name: 'Make revision 2 all the same' }).click()
  await here.getByRole('button', { name: 'Go on reading' }).click()
  await expect(textOf(page)).toContainText('Rain from the north')
  const { items } = await (await page.request.get(`/api/v1/transcripts/${id}/annotations`)).json()
  expect(items).toHaveLength(3)
})

test('what would come of it is told anew where the text was corrected meanwhile', async ({
  asChecker,
  asEditor: page,
}) => {
  const id = await annotated(asChecker, 'Corrected meanwhile')
  await open(page, id, '#newer-version')
  await upload(page, printedAgain)
  const here = window_(page)
  await expect(here.getByText('3 places change.')).toBeVisible()
  const corrected = ferryText().replace('Good evening', 'Good morning')
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  const path = `/api/v1/transcripts/${id}/versions`
  await page.request.post(path, { headers: { Origin: origin }, data: { text: corrected, revision: 1 } })
  await here.getByLabel('Reason').fill('As printed on 3 April')
  await here.getByRole('button', { name: 'Make revision 2' }).click()
  await expect(here.getByRole('alert')).toContainText('revision 2 is the newest now')
  await here.getByRole('button', { name: 'Compare again' }).click()
  await expect(here.getByText('4 places change.')).toBeVisible()
  await expect(here.getByRole('button', { name: 'Make revision 3' })).toBeVisible()
  await expect(here.getByLabel('Reason')).toHaveValue('As printed on 3 April')
})

test('axe finds nothing on the window for a newer version, and a narrow one holds it', async ({ asEditor: page }) => {
  const id = await annotated(page, 'Under axe')
  const here = window_(page)
  const shown = (name: string) => expect(here.getByRole('button', { name })).toBeVisible()
  await look(page, [
    [
      'choosing',
      async () => {
        await open(page, id, '#newer-version')
        await shown('Choose a file')
      },
    ],
    [
      'a refusal',
      async () => {
        await upload(page, ferryText())
        await expect(here.getByRole('alert')).toBeVisible()
      },
    ],
    ['pasting', () => here.getByRole('tab', { name: 'Paste' }).click()],
    [
      'the wrong text',
      async () => {
        await here.getByLabel('Text').fill('Weather: Rain from the north by noon.')
        await here.getByRole('button', { name: 'Compare' }).click()
        await shown('Make revision 2 all the same')
      },
    ],
    [
      'the preview',
      async () => {
        await here.getByRole('button', { name: 'Choose another' }).click()
        await here.getByRole('tab', { name: 'File' }).click()
        await upload(page, printedAgain)
        await shown('Make revision 2')
      },
    ],
  ])
  await page.setViewportSize({ width: 320, height: 480 })
  const wide = await here.evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await here.getByRole('button', { name: 'Make revision 2' }).click()
  await shown('Go on reading')
  await look(page, [['what was made', async () => undefined]])
})
