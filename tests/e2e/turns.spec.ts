import type { Page } from '@playwright/test'
import { highlight } from './annotating'
import { sameAfterReload } from './correcting'
import { press } from './keys'
import { cardsOf, dragOver, expect, importText, marksOf, open, saved, selectionBar, test, textOf } from './support'

const dialogue =
  'Ushkov: We open on Monday. The road is clear.\n\nMarrant: And the quay?\n\nUshkov: That as well.\n\nMarrant: Good.\n\nMarrant: Until then.\n'
const turnForm = (page: Page) => page.getByRole('form', { name: 'Correct the turn' })
/** The names in the labels of the text. */
const speakers = (page: Page) => textOf(page).locator('[data-s] > b').allTextContents()

test('a speaker is named anew everywhere, a turn split and one joined, and the page follows', async ({
  asEditor: page,
}) => {
  const id = await importText(page, 'Turns put right', dialogue)
  await highlight(page, id, 'the quay')
  await open(page, id)
  await press(page, 'w', 't')
  const speaker = turnForm(page).getByRole('combobox', { name: 'Who speaks here' })
  await expect(speaker).toBeFocused()
  await page.keyboard.type('Ushakov')
  await press(page, 'Escape', 'Tab', 'Space')
  await expect(turnForm(page).getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(marksOf(page, 'turn-relabel')).toHaveText(['Ushkov', 'Ushkov'])
  await expect(textOf(page).locator('ins').first()).toHaveAttribute('data-to', 'Ushakov')
  await saved(page)
  await page.keyboard.press('z')
  await expect(marksOf(page, 'turn-relabel')).toHaveCount(0)
  await saved(page)
  await page.keyboard.press('Escape')

  // One by one: the first speaker, then a turn of its own, then one that goes on.
  await press(page, 'w', 't')
  await expect(speaker).toBeFocused()
  await page.keyboard.type('Ushakov')
  await page.keyboard.press('ControlOrMeta+Enter')
  const card = cardsOf(page, /Ushkov: Speaker: Ushakov/)
  await expect(card).toBeFocused()
  await expect(card).toContainText('Speaker: Ushkov → Ushakov')
  await saved(page)
  await page.keyboard.press('a')
  await expect.poll(() => speakers(page)).toEqual(['Ushakov: ', 'Marrant: ', 'Ushkov: ', 'Marrant: ', 'Marrant: '])
  await page.keyboard.press('Escape')

  await dragOver(page, 'The road')
  await selectionBar(page).getByRole('button', { name: /^Turn/ }).click()
  await expect(speaker).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await press(page, 'ArrowRight', 'ArrowRight', 'Tab')
  await expect(turnForm(page)).toContainText('begins with “The”')
  await page.keyboard.type('Valkov')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cardsOf(page, /A new turn from here, of Valkov/)).toBeFocused()
  await saved(page)
  await page.keyboard.press('a')
  await expect
    .poll(() => speakers(page))
    .toEqual(['Ushakov: ', 'Valkov: ', 'Marrant: ', 'Ushkov: ', 'Marrant: ', 'Marrant: '])
  await expect(page.getByRole('button', { name: /^Valkov/ })).toBeVisible()
  await page.keyboard.press('Escape')

  await dragOver(page, 'Until then')
  await page.keyboard.press('t')
  await expect(speaker).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await press(page, 'ArrowLeft')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cardsOf(page, /Joined to the turn before/)).toBeFocused()
  await saved(page)
  await page.keyboard.press('a')
  await expect(textOf(page)).toContainText('Marrant: Good. Until then.')
  await page.keyboard.press('Escape')
  await sameAfterReload(page)
  await page.keyboard.press('Escape')
})

test('the times of a turn are corrected, and undo takes that back', async ({ asEditor: page }) => {
  const id = await importText(
    page,
    'Times put right',
    '[00:12] Marrant: We open.\n\n[00:31] Valkov: We do not.\n\n[00:40] And so on.\n',
  )
  await highlight(page, id, 'We do not')
  await open(page, id)
  await press(page, 'w', 't')
  await expect(turnForm(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await press(page, 'ArrowRight', 'Tab', 'ControlOrMeta+a')
  await page.keyboard.type('soon')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(turnForm(page)).toContainText('Write a time as 1:02')
  await expect(turnForm(page).getByRole('textbox', { name: 'From' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('0:15')
  await page.keyboard.press('Tab')
  await page.keyboard.type('0:05')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(turnForm(page)).toContainText('It ends before it begins.')
  await turnForm(page).getByRole('textbox', { name: 'To' }).fill('')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cardsOf(page, /Times: from 00:15/)).toBeFocused()
  await saved(page)
  await page.keyboard.press('a')
  await expect(textOf(page)).toContainText('[00:15] Marrant')
  await page.keyboard.press('Escape')

  // Where nobody is named the first word is marked, and is nobody's name.
  await dragOver(page, 'so on')
  await page.keyboard.press('t')
  await expect(turnForm(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Ushkov')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cardsOf(page, /Speaker: Ushkov/)).toContainText('Speaker: Ushkov')
  await expect(cardsOf(page, /Speaker: Ushkov/)).not.toContainText('→')
  await saved(page)
  await sameAfterReload(page)
})
