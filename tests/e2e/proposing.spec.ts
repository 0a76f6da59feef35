import type { Page } from '@playwright/test'
import { highlight, post, propose } from './annotating'
import { choose, sameAfterReload } from './correcting'
import { press } from './keys'
import { written } from './noting'
import {
  cardsOf,
  comeBack,
  dragOver,
  expect,
  importText,
  marksOf,
  open,
  saved,
  selectionBar,
  test,
  textOf,
} from './support'

/** The paragraph that is rewritten where it stands. */
const editor = (page: Page) => page.getByRole('textbox', { name: 'The words of this paragraph' })
const card = (page: Page) => page.getByRole('form', { name: 'Edit in the text' })

const text = 'Marrant: The ports open nine days late.\n\nValkov: It was so, and they cost a milion.\n'

/** Opens a text of two turns and its second one, by keyboard alone. */
const openTurn = async (page: Page, title: string) => {
  const id = await importText(page, title, text)
  await open(page, id)
  await press(page, 'w', 'ControlOrMeta+ArrowDown', 'e')
  await expect(editor(page)).toBeFocused()
  await expect(editor(page)).toHaveText('It was so, and they cost a milion.')
  return id
}
/**
 * Puts the caret before the first letter, whatever was selected. In the first moments after it got the focus the editor takes a
 * caret at the beginning for one that the browser has put there, and puts it back.
 */
const toTheBeginning = (page: Page) =>
  expect(async () => {
    await page.keyboard.press('ControlOrMeta+Home')
    const isThere = await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise((next) => requestAnimationFrame(next))
      const selection = document.getSelection()
      return selection?.isCollapsed && selection.anchorOffset === 0
    })
    expect(isThere).toBe(true)
  }).toPass()
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
  await expect(editor(page)).toBeFocused()
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

test('what is typed stays while others correct the same paragraph, and both stand', async ({
  asChecker: page,
  asEditor,
}) => {
  const id = await openTurn(page, 'Corrected meanwhile')
  await toTheBeginning(page)
  await page.keyboard.type('Perhaps it')
  await press(page, 'Delete', 'Delete')
  const ids = [await propose(asEditor, id, 'milion', 'million')]
  await post(asEditor, `/transcripts/${id}/corrections`, { action: 'accept', ids, revision: 1 })
  await comeBack(page)
  await expect(card(page)).toContainText('corrected here meanwhile')
  await expect(card(page)).toContainText('stand beside')
  await expect(editor(page)).toHaveText(/Perhaps it ?was so, and they cost a million\.$/)
  await page.keyboard.type(' all')
  await expect(editor(page).locator('ins')).toHaveText(['Perhaps it all'])

  // The same words: what was typed is kept, and says so.
  const again = [await propose(asEditor, id, 'It was', 'That was')]
  await post(asEditor, `/transcripts/${id}/corrections`, { action: 'accept', ids: again, revision: 2 })
  await comeBack(page)
  await expect(card(page)).toContainText('You both changed the same words')
  await expect(editor(page)).toContainText('Perhaps it all was so')
  await expect(editor(page).locator('del').first()).toContainText('That')
  await page.keyboard.press('ControlOrMeta+Enter')
  await saved(page)
  await expect(textOf(page)).toContainText('That was so, and they cost a million.')
  await expect(marksOf(page, 'correction').first()).toHaveText('That')
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

test('an editor accepts what a checker has changed in a paragraph', async ({ asChecker, asEditor: page }) => {
  const id = await openTurn(asChecker, 'Checked and accepted')
  await threeChanges(asChecker)
  await asChecker.keyboard.press('ControlOrMeta+Enter')
  await saved(asChecker)
  await open(page, id)
  for (const words of ['so', 'they', 'milion']) {
    await choose(page, new RegExp(`proposed: ${words} becomes`))
    await page.keyboard.press('a')
    await expect(marksOf(page, 'correction').filter({ hasText: new RegExp(`^${words}$`) })).toHaveCount(0)
  }
  await expect(textOf(page)).toContainText('It was not so, and we cost a million.')
})
