import type { Page } from '@playwright/test'
import { post, propose } from './annotating'
import { choose } from './correcting'
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
