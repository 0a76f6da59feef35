import type { Page } from '@playwright/test'
import { cardsOf, comeBack, expect, filterBar, importText, marksOf, open, saved, test, textOf } from './support'

/** A transcript with three notes, two of them about a boat, and a flag. */
const scene = async (page: Page): Promise<string> => {
  const id = await importText(page, 'Sorted by words')
  const text = (words: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  })
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  const annotate = async (start: number, data: object) => {
    const where = { revision: 1, start, end: start + 9 }
    const url = `/api/v1/transcripts/${id}/annotations`
    const answer = await page.request.post(url, { headers: { Origin: origin }, data: { ...where, ...data } })
    expect(answer.status(), await answer.text()).toBe(201)
  }
  await annotate(0, { kind: 'note', body: text('The boat was late.'), tags: ['timetable'] })
  await annotate(20, { kind: 'note', body: text('Which boat is meant?') })
  await annotate(40, { kind: 'note', body: text('Ask the clerk.'), tags: ['later'] })
  await annotate(60, { kind: 'flag', flag: { sort: 'name', reason: 'Spelled two ways.' } })
  return id
}

const words = (page: Page) => filterBar(page).getByRole('combobox', { name: 'Filter the annotations by words' })

test('a filter is written, completed, shared and told where it means nothing', async ({ asEditor: page, asOwner }) => {
  const id = await scene(page)
  await open(page, id)
  await expect(words(page)).toHaveValue('state:open')
  await page.keyboard.press('/')
  await expect(words(page)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' tag:tim')
  await page.getByRole('option', { name: /timetable/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(words(page)).toHaveValue('tag:timetable state:open')
  await expect(filterBar(page)).toContainText('1 of 4 shown')

  await words(page).fill('text:boat kind:note')
  await page.keyboard.press('Enter')
  await expect(filterBar(page)).toContainText('2 of 4 shown')
  await expect(textOf(page).locator('mark')).toHaveCount(2)
  await expect(filterBar(page).getByRole('button', { name: /^Notes/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/text=boat/)

  await asOwner.goto(page.url())
  await expect(filterBar(asOwner)).toContainText('2 of 4 shown')
  await expect(words(asOwner)).toHaveValue('kind:note text:boat')

  await filterBar(page)
    .getByRole('button', { name: /^Notes/ })
    .click()
  await expect(words(page)).toHaveValue('text:boat')
  await words(page).fill('colour:red')
  await page.keyboard.press('Enter')
  await expect(filterBar(page)).toContainText('There is no filter “colour:”')
  await expect(filterBar(page).getByRole('button', { name: 'Pick all' })).toBeDisabled()
  await words(page).fill('tag:nosuch')
  await page.keyboard.press('Enter')
  await expect(filterBar(page)).toContainText('No annotation has the tag nosuch.')
  await expect(filterBar(page).getByRole('button', { name: 'Pick all' })).toBeDisabled()
  await expect(filterBar(page)).toContainText('2 of 4 shown')
})

test('picked cards are changed at once, elsewhere too, and one undo takes it back', async ({
  asEditor: page,
  asOwner,
}) => {
  const id = await scene(page)
  await open(page, id)
  await open(asOwner, id)
  await expect(marksOf(asOwner, 'note')).toHaveCount(3)
  await cardsOf(page, /The boat was late/)
    .getByRole('checkbox')
    .check()
  await cardsOf(page, /Ask the clerk/).click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: 'The picked annotations' })
  await expect(bar).toContainText('3 picked')
  await bar.getByRole('button', { name: 'Tags…' }).click()
  await bar.getByLabel('Tag to add').fill('checked twice')
  await bar.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('3 tagged “checked twice”.').first()).toBeVisible()
  await expect(cardsOf(page, /Which boat/).getByText('checked twice')).toBeVisible()

  await filterBar(page).getByRole('button', { name: 'Pick all' }).click()
  await expect(bar).toContainText('4 picked')
  await bar.getByRole('button', { name: 'Resolve' }).click()
  await expect(filterBar(page)).toContainText('0 of 4 shown')
  await expect(page.getByRole('main')).toBeFocused()
  await saved(page)
  await comeBack(asOwner)
  await expect(filterBar(asOwner)).toContainText('0 of 4 shown')

  await page.keyboard.press('z')
  await expect(filterBar(page)).toContainText('4 of 4 shown')
  await saved(page)
  await comeBack(asOwner)
  await expect(filterBar(asOwner)).toContainText('4 of 4 shown')
  await expect(cardsOf(asOwner, /Which boat/).getByText('checked twice')).toBeVisible()

  await filterBar(page).getByRole('button', { name: 'Pick all' }).click()
  await bar.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(filterBar(page)).toContainText('4 of 4 shown')
})

test('what is done to many without a connection survives the page, and is done once', async ({ asEditor: page }) => {
  const id = await scene(page)
  await open(page, id)
  await cardsOf(page, /The boat was late/)
    .getByRole('checkbox')
    .check()
  await cardsOf(page, /Ask the clerk/).click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: 'The picked annotations' })
  const tags = bar.getByRole('button', { name: 'Tags…' })
  await tags.click()
  await page.keyboard.type('time')
  // Nothing of the form is under what its field suggests.
  await expect(page.getByRole('option', { name: 'timetable' })).toBeVisible()
  await bar.getByRole('button', { name: 'Add', exact: true }).click({ trial: true })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(bar.getByLabel('Tag to add')).toHaveCount(0)
  await expect(tags).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bar.getByLabel('Tag to add')).toHaveValue('time')
  await page.keyboard.type('keeping')
  await page.context().setOffline(true)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cardsOf(page, /Which boat/).getByText('timekeeping')).toBeVisible()
  await expect(page.getByRole('button', { name: /1 change waiting/ })).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload().catch(() => undefined)

  await page.context().setOffline(false)
  await open(page, id)
  await saved(page)
  await expect(cardsOf(page, /Which boat/).getByText('timekeeping')).toBeVisible()
  const { items } = await (await page.request.get(`/api/v1/transcripts/${id}/changes?limit=500`)).json()
  const steps = (items as { readonly action: string }[]).filter(({ action }) => action === 'annotations.tag')
  expect(steps).toHaveLength(1)
})

test('what was never fetched says so without a connection, and comes once there is one', async ({ asOwner: page }) => {
  const id = await scene(page)
  // The page never rests, so nothing is fetched before it is wanted.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await open(page, id)
  await filterBar(page).getByRole('button', { name: 'Pick all' }).click()
  const bar = page.getByRole('region', { name: 'The picked annotations' })
  await expect(bar).toContainText('4 picked')
  await page.context().setOffline(true)
  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await bar.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => asked.join()).toContain('Delete 4 annotations?')
  await expect(bar).toContainText('4 picked')

  await bar.getByRole('button', { name: 'Tags…' }).click()
  await expect(bar.getByRole('alert')).toContainText('This part of the page could not be fetched.')
  await page.context().setOffline(false)
  await expect(bar.getByLabel('Tag to add')).toBeVisible()
  await expect(bar.getByRole('alert')).toHaveCount(0)
})
