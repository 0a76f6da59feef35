import type { Page } from '@playwright/test'
import { press } from './keys'
import { written } from './noting'
import { cardsOf, dragOver, expect, importText, marksOf, open, saved, selectionBar, test, textOf } from './support'

/** The paragraph that is rewritten where it stands. */
const editor = (page: Page) => page.getByRole('textbox', { name: 'The words of this paragraph' })
const card = (page: Page) => page.getByRole('form', { name: 'Edit in the text' })

/** Waits until the editor has the focus, and the caret for good: it puts that back once, 20 milliseconds after. */
const focused = async (page: Page) => {
  await expect(editor(page)).toBeFocused()
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((next) => requestAnimationFrame(next))
  })
}

const text = 'Marrant: The ports open nine days late.\n\nValkov: It was so, and they cost a milion.\n'

/** Opens a text of two turns and its second one, by keyboard alone. */
const openTurn = async (page: Page, title: string) => {
  const id = await importText(page, title, text)
  await open(page, id)
  await press(page, 'w', 'ControlOrMeta+ArrowDown', 'e')
  await focused(page)
  await expect(editor(page)).toHaveText('It was so, and they cost a milion.')
  return id
}
/** Puts the caret before the first letter, whatever was selected. */
const toTheBeginning = (page: Page) => page.keyboard.press('ControlOrMeta+Home')
const words = async (page: Page, count: number) => {
  for (let at = 0; at < count; at += 1) await page.keyboard.press('ControlOrMeta+ArrowRight')
}

/** Three changes: a word put in, one replaced, one mended. */
const threeChanges = async (page: Page) => {
  await toTheBeginning(page)
  await words(page, 2)
  await page.keyboard.type(' not')
  await page.keyboard.press('End')
  for (let at = 0; at < 5; at += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('l')
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('ControlOrMeta+ArrowLeft')
  await page.keyboard.press('ControlOrMeta+Backspace')
  await page.keyboard.type('we ')
}

test('a paragraph is rewritten where it stands, and each change becomes a proposal', async ({ asChecker: page }) => {
  await openTurn(page, 'Rewritten in place')
  const before = await textOf(page).textContent()
  await threeChanges(page)
  await expect(editor(page).locator('ins')).toHaveText(['not ', 'we', 'million'])
  await expect(editor(page).locator('del')).toHaveText(['they', 'milion'])
  await expect(card(page)).toContainText('3 changes')
  // Nothing of the text changes, and nothing on the desk.
  expect(await textOf(page).textContent()).toBe(before)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(editor(page)).toHaveCount(0)
  await expect(marksOf(page, 'correction')).toHaveText(['so', 'they', 'milion'])
  await expect(textOf(page).locator('ins').last()).toHaveAttribute('data-to', 'million')
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText('3 corrections added')
  await saved(page)
  await page.reload()
  await expect(marksOf(page, 'correction')).toHaveText(['so', 'they', 'milion'])
})

test('one undo takes all of them back', async ({ asChecker: page }) => {
  await openTurn(page, 'Taken back at once')
  await threeChanges(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(marksOf(page, 'correction')).toHaveCount(3)
  await saved(page)
  await page.keyboard.press('z')
  await expect(marksOf(page, 'correction')).toHaveCount(0)
  await saved(page)
  await page.reload()
  await expect(textOf(page)).toContainText('It was so')
  await expect(marksOf(page, 'correction')).toHaveCount(0)
})

test('what was typed outlives Escape and a reload, and nothing is kept where nothing was changed', async ({
  asChecker: page,
}) => {
  await openTurn(page, 'Begun and left')
  await page.keyboard.press('Escape')
  await expect(editor(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Begun and not saved' })).toHaveCount(0)
  await press(page, 'w', 'ControlOrMeta+ArrowDown', 'e')
  await focused(page)
  await toTheBeginning(page)
  await page.keyboard.type('Perhaps ')
  await written(page, 'Perhaps')
  await page.reload()
  await page.getByRole('button', { name: /^Continue: Edit in the text/ }).click()
  await expect(editor(page).locator('ins')).toHaveText('Perhaps ')
  await page.keyboard.press('Escape')
  await expect(editor(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Begun and not saved' })).toContainText('It was so')
})

test('words are opened from the bar, pasted as plain text, and undone letter by letter', async ({
  asChecker: page,
}) => {
  const id = await importText(page, 'Opened by mouse', text)
  await open(page, id)
  await dragOver(page, 'nine days')
  await selectionBar(page).getByRole('button', { name: /^Edit/ }).click()
  await expect(editor(page)).toBeFocused()
  // What was selected still is: what is pasted takes its place, on one line.
  await editor(page).evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'ten\nlong days')
    data.setData('text/html', '<b>ten</b><p>long days')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(editor(page).locator('ins')).toHaveText('ten long')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toHaveText('The ports open nineten long days late.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(editor(page)).toHaveText('The ports open nine days late.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card(page).getByRole('alert')).toContainText('Nothing is changed yet')
  expect(await cardsOf(page).count()).toBe(0)
})
