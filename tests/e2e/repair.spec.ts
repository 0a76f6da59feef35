import type { Page } from '@playwright/test'
import { annotate, highlight, noteOf, post, takeOut } from './annotating'
import { press, tabTo } from './keys'
import {
  cardsOf,
  dragOver,
  expect,
  fresh,
  importText,
  marksOf,
  open,
  ready,
  selectionBar,
  test,
  textOf,
} from './support'

const days = 'Fridays and Saturdays'
const night = 'counted by hand, night by night'

/** A text of which words under a note and under a highlight of the checker's were taken out. */
const torn = async (asChecker: Page, asEditor: Page, title: string) => {
  const id = await importText(asChecker, fresh(title))
  const note = await annotate(asChecker, id, days, noteOf('Which Fridays?'))
  const marked = await highlight(asChecker, id, night)
  await takeOut(asEditor, id, `on ${days}`)
  await takeOut(asEditor, id, night)
  return { id, note, highlight: marked }
}
const stands = async (page: Page, id: string) => {
  const { placed, state, start, end, transcriptId } = await (await page.request.get(`/api/v1/annotations/${id}`)).json()
  const { revision } = await (await page.request.get(`/api/v1/transcripts/${transcriptId}`)).json()
  return `${placed} ${state} “${revision.text.slice(start, end)}”`
}
const openQueue = async (page: Page, id: string) => {
  await page.goto(`/transcripts/${id}/repair`)
  await ready(page)
}
const card = (page: Page, name: string) => page.getByRole('article', { name })
const places = (page: Page) => page.getByRole('group', { name: /^It may be attached/ }).getByRole('radio')
const left = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: 'left' })).toContainText(words)

test('what lost its words is attached to others, archived, and taken back, all by keyboard', async ({
  asChecker,
  asEditor: page,
}) => {
  const { id, note, highlight } = await torn(asChecker, page, 'Torn and mended')
  await open(page, id)
  await expect(page.getByRole('link', { name: '2 annotations to repair' })).toBeVisible()
  await page.goto(`/desks/foreign-desk?q=${fresh('mended')}`)
  await page.getByRole('link', { name: '2 annotations to repair' }).click()
  await expect(page.getByRole('heading', { name: 'Repair queue' })).toBeVisible()
  await ready(page)
  await left(page, '2 left')
  const first = card(page, 'Note')
  await expect(first).toContainText('Which Fridays?')
  await expect(first.getByRole('region', { name: 'Where it stood' })).toContainText(
    'the later boat on Fridays and Saturdays',
  )
  await expect(first).toContainText('Taken out by a correction, in revision 2 by Mira Okafor')
  await expect(places(page)).toHaveCount(3)
  await expect(places(page).first()).toBeChecked()

  await press(page, '2')
  await expect(places(page).nth(1)).toBeChecked()
  await press(page, 'a')
  await left(page, '1 of 2 left')
  await expect(card(page, 'Highlight').getByRole('heading', { level: 2 })).toBeFocused()
  expect(await stands(page, note)).toBe(`exact open “${days}”`)

  await press(page, 'z')
  await expect(first.getByRole('heading', { level: 2 })).toBeFocused()
  expect(await stands(page, note)).toBe('lost open “”')
  await press(page, 'l')
  await expect(card(page, 'Highlight')).toBeVisible()
  await press(page, 'k')
  await expect(first).toBeVisible()
  await press(page, 'Enter')
  await left(page, '1 of 2 left')
  expect(await stands(page, note)).toBe(`exact open “${days}”`)

  await press(page, 'e')
  await expect(page.getByText('All annotations hold their places')).toBeVisible()
  expect(await stands(page, highlight)).toBe('lost archived “”')
  await page.route('**/archive', (route) => route.abort())
  await press(page, 'z')
  await expect(page.getByRole('alert').filter({ hasText: 'The desk cannot be reached' })).toBeVisible()
  await page.unroute('**/archive')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(card(page, 'Highlight')).toBeVisible()
  expect(await stands(page, highlight)).toBe('lost open “”')
})

test('where nothing waits there is nothing to press but the way back', async ({ asEditor: page }) => {
  await openQueue(page, await importText(page, fresh('Whole')))
  await expect(page.getByText('All annotations hold their places')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link')).toHaveText(['Back to the text'])
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
})

test('the card in the text leads to its own place in a long queue', async ({ asEditor: page }) => {
  const id = await importText(page, fresh('Far down the queue'))
  for (let count = 0; count < 11; count += 1) await highlight(page, id, days)
  const note = await annotate(page, id, night, noteOf('By whom?'))
  await takeOut(page, id, `on ${days}`)
  await takeOut(page, id, night)
  await open(page, id)
  await cardsOf(page, /^Note by Mira Okafor/).click()
  await page.getByRole('link', { name: 'Repair', exact: true }).click()
  await page.waitForURL(new RegExp(`/repair#${note}$`))
  await expect(card(page, 'Note')).toContainText('By whom?')
  await left(page, '12 left')
})

test('with single keys off nothing happens by letters, and Tab and Enter lead through', async ({
  asChecker,
  asEditor: page,
}) => {
  const { id, note } = await torn(asChecker, page, 'Mended by Tab')
  await page.addInitScript(() => localStorage.setItem('verbatim:single-keys', 'off'))
  await openQueue(page, id)
  await press(page, 'a', 'e')
  await left(page, '2 left')
  await tabTo(page, places(page).first())
  await press(page, 'ArrowDown')
  await expect(places(page).nth(1)).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Attach here' }))
  await press(page, 'Enter')
  await left(page, '1 of 2 left')
  expect(await stands(page, note)).toBe(`exact open “${days}”`)
})

test('the place is picked in the text: a sign and a card stand where the words were, and other words take the note', async ({
  asChecker,
  asEditor: page,
}) => {
  const { id, note } = await torn(asChecker, page, 'Mended in the text')
  await openQueue(page, id)
  await page.getByRole('link', { name: 'Pick the place yourself' }).click()
  await expect(textOf(page)).not.toBeEmpty()
  await ready(page)
  const lost = cardsOf(page, /^Note by Teodor Sand/)
  await expect(lost).toContainText('Lost: its words were taken out of the text.')
  await expect(textOf(page).locator(`ins.gone[data-id="${note}"]`)).toHaveCount(1)
  const card = await lost.boundingBox()
  const line = await textOf(page).getByText('Give us until the autumn timetable').boundingBox()
  expect(Math.abs((card?.y ?? 0) - (line?.y ?? 0))).toBeLessThan(200)

  await dragOver(page, 'until the autumn timetable')
  await expect(lost.getByRole('button', { name: 'Attach to the selected words' })).toBeVisible()
  await press(page, 'Enter')
  await expect(selectionBar(page).getByRole('button', { name: 'Attach here' })).toBeFocused()
  await press(page, 'Enter')
  await expect(marksOf(page, 'note').filter({ hasText: 'until the autumn timetable' })).toHaveCount(1)
  await expect(textOf(page).locator('ins.gone')).toHaveCount(1)
  await expect(page.getByRole('link', { name: '1 annotation to repair' })).toBeVisible()
  expect(await stands(page, note)).toBe('moved open “until the autumn timetable”')
  await press(page, 'z')
  await expect(textOf(page).locator('ins.gone')).toHaveCount(2)
  expect(await stands(page, note)).toBe('lost open “”')
})

test('what somebody else attached meanwhile is told, and the queue goes on', async ({ asChecker, asEditor: page }) => {
  const { id, note } = await torn(asChecker, page, 'Mended by two')
  await openQueue(page, id)
  const { items, revision } = await (await asChecker.request.get(`/api/v1/transcripts/${id}/repairs`)).json()
  const { start, end } = items[0].places[1]
  await post(asChecker, `/annotations/${note}/attach`, { revision, start, end })
  await press(page, 'a')
  await expect(page.getByRole('alert').filter({ hasText: 'somebody has attached it meanwhile' })).toBeVisible()
  await expect(card(page, 'Highlight')).toBeVisible()
  await left(page, '1 left')
  // The checker's place stands.
  const now = await (await page.request.get(`/api/v1/annotations/${note}`)).json()
  expect([now.start, now.end]).toEqual([start, end])
})
