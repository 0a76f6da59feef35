import type { Page } from '@playwright/test'
import {
  cardOn,
  cardsOf,
  comeBack,
  dragOver,
  expect,
  filterBar,
  importText,
  marksOf,
  open,
  ready,
  saved,
  test,
} from './support'

const words = 'Ask the clerk for the minutes'
const passage = 'no third crew to be had this year'

/** Begins a note on words of the text and types it. */
const typeNote = async (page: Page, on: string, note: string) => {
  await dragOver(page, on)
  await page.keyboard.press('n')
  const form = page.getByRole('form', { name: 'New note' })
  await expect(form.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type(note)
  return form
}

const save = (page: Page) => page.keyboard.press('ControlOrMeta+Enter')

test('a note saved without a connection stays, is said to wait, and is saved once there is one', async ({
  asChecker: page,
}) => {
  await open(page, await importText(page, 'Without a connection'))
  await typeNote(page, passage, words)
  await page.context().setOffline(true)
  await save(page)
  await expect(page.getByRole('button', { name: /1 change waiting/ })).toBeVisible()
  await expect(cardsOf(page, /^Note by Teodor Sand/)).toContainText(words)
  await expect(cardsOf(page, /^Note by Teodor Sand/)).toContainText('waiting to be sent')

  // It is sent by itself.
  await page.context().setOffline(false)
  await saved(page)
  await expect(cardsOf(page, /^Note by Teodor Sand/)).toHaveCount(1)
  await page.reload()
  await ready(page)
  await expect(await cardOn(page, 'note', /^Note by Teodor Sand/)).toContainText(words)
  await expect(cardsOf(page)).toHaveCount(1)
})

test('words typed in a note survive a reload', async ({ asChecker: page }) => {
  await open(page, await importText(page, 'Typed and not saved'))
  await typeNote(page, passage, words)
  // The page asks before it is left; the person leaves all the same.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: /^Continue: Note on/ }).click()
  const form = page.getByRole('form', { name: 'New note' })
  await expect(form.getByRole('textbox', { name: 'Note' })).toHaveText(words)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(cardsOf(page, /^Note by Teodor Sand/)).toContainText(words)
  await saved(page)
})

test('what an editor resolves shows on the checker’s open page after coming back to it', async ({
  asChecker,
  asEditor,
}) => {
  const id = await importText(asChecker, 'Two people on one page')
  await open(asChecker, id, '?state=any')
  await typeNote(asChecker, passage, words)
  await save(asChecker)
  await saved(asChecker)

  await open(asEditor, id)
  const theirs = await cardOn(asEditor, 'note', /^Note by Teodor Sand/)
  await theirs.click()
  await theirs.getByRole('button', { name: /^Resolve/ }).click()
  await saved(asEditor)

  await comeBack(asChecker)
  await expect(cardsOf(asChecker, /^Note by Teodor Sand, resolved/)).toContainText(words)
})

test('a mark under the pointer lights its card, and a card its mark', async ({ asChecker: page }) => {
  await open(page, await importText(page, 'Lit from both sides'))
  for (const [on, note] of [
    [passage, words],
    ['Petra Lindqvaer', 'Ask her'],
  ] as const) {
    await typeNote(page, on, note)
    await save(page)
    await saved(page)
  }
  const [mark, other] = [passage, 'Petra Lindqvaer'].map((on) => marksOf(page, 'note').filter({ hasText: on }).first())
  if (!mark || !other) throw new Error('There are two marks.')
  await mark.scrollIntoViewIfNeeded()
  const card = cardsOf(page, /^Note by Teodor Sand: Ask the clerk/)
  await mark.hover()
  await expect(card).toHaveAttribute('data-lit', 'true')
  await expect(page.locator('[data-lit]')).toHaveCount(1)
  await card.hover()
  await expect(mark).toHaveClass(/hovered/)
  await expect(other).not.toHaveClass(/hovered/)
  await page.getByRole('banner').first().hover()
  await expect(card).not.toHaveAttribute('data-lit')
  await expect(mark).not.toHaveClass(/hovered/)
})

test('“Mine” and a tag filter the cards, and stand in the address', async ({ asChecker, asEditor }) => {
  const id = await importText(asEditor, 'Mine and a tag')
  await open(asEditor, id)
  await typeNote(asEditor, 'Petra Lindqvaer', 'The editor’s')
  await save(asEditor)
  await saved(asEditor)

  const page = asChecker
  await open(page, id)
  const form = await typeNote(page, passage, words)
  await form.getByRole('button', { name: '+ Tags' }).click()
  await form.getByLabel('Tags').fill('minutes')
  await form.getByRole('button', { name: 'Save' }).click()
  await saved(page)
  await typeNote(page, 'in full', 'Without a tag')
  await save(page)
  await saved(page)

  const shown = (of: string) => expect(page.getByText(`${of} shown`, { exact: true })).toBeVisible()
  const mine = filterBar(page).getByRole('button', { name: /^Mine 2/ })
  await mine.click()
  await shown('2 of 3')
  await expect(page).toHaveURL(/author=/)

  await filterBar(page).getByRole('button', { name: 'Filter…' }).click()
  await page.getByRole('checkbox', { name: /^minutes/ }).check()
  await shown('1 of 3')
  await expect(page).toHaveURL(/tag=minutes/)

  await page.reload()
  await ready(page)
  await expect(page).toHaveURL(/author=.*tag=minutes/)
  await shown('1 of 3')
  await expect(filterBar(page).getByRole('button', { name: /^Mine/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(await cardOn(page, 'note', /^Note by Teodor Sand/)).toContainText(words)
  await expect(cardsOf(page)).toHaveCount(1)
  await filterBar(page).getByRole('button', { name: 'Clear' }).click()
  await expect(page).not.toHaveURL(/author=|tag=/)
})
