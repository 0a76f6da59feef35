import type { Locator, Page } from '@playwright/test'
import { press, selectedIn, selects, tabTo } from './keys'
import {
  cardsOf,
  expect,
  ferry,
  filterBar,
  fresh,
  importText,
  listenForFaults,
  marksOf,
  open,
  people,
  ready,
  saved,
  selectionBar,
  test,
  topBar,
} from './support'

/** What those who hear the page were told last. */
const heard = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).not.toHaveCount(0)
const chosenCard = (page: Page) => page.locator('[data-card][data-chosen]')
/** Everything of the page lets go of what it holds. */
const letGo = (page: Page) => press(page, 'Escape', 'Escape', 'Escape')

test('a whole session without a mouse: from signing in to signing out', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  const faults = listenForFaults(page)

  await test.step('signs in', async () => {
    await page.goto('/sign-in')
    await ready(page)
    await tabTo(page, page.getByLabel('Email'))
    await page.keyboard.type(people.editor.email)
    await tabTo(page, page.getByLabel('Password', { exact: true }))
    await page.keyboard.type('verbatim-demo')
    await press(page, 'Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
  })

  await test.step('imports a file', async () => {
    await page.goto('/desks/foreign-desk')
    await ready(page)
    await press(page, 'Tab')
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
    await press(page, 'Enter')
    await tabTo(page, page.getByRole('button', { name: 'Import' }))
    await press(page, 'Enter')
    const window = page.getByRole('dialog')
    const choose = window.getByRole('button', { name: 'Choose files' })
    await expect(choose).toBeFocused()
    const choosing = page.waitForEvent('filechooser')
    await press(page, 'Enter')
    await (await choosing).setFiles(ferry.path)
    await tabTo(page, window.getByLabel('Title'))
    await page.keyboard.type(fresh('By keyboard'))
    await press(page, 'Enter')
    await expect(page.getByRole('heading', { name: fresh('By keyboard'), level: 1 })).toBeVisible()
    await ready(page)
  })

  await test.step('selects by word, sentence and turn, and moves both ends', async () => {
    await press(page, 'w')
    await selects(page, 'The')
    await heard(page, 'Selected: The')
    await press(page, 'ArrowDown')
    await selects(page, 'The Evening Lantern, 2 April 2031.')
    await press(page, 'Control+ArrowDown')
    await selects(
      page,
      'Good evening. We have one thing on the table, and it is the timetable. The last boat leaves at 21:40. The islands want it at 22:30.',
    )
    await press(page, 'w')
    await selects(page, 'Good')
    await press(page, 'w')
    await selects(page, 'Good evening.')
    await press(page, 'ArrowDown', 'ArrowDown')
    await selects(page, 'The last boat leaves at 21:40.')
    await press(page, 'Shift+ArrowDown')
    await selects(page, 'The last boat leaves at 21:40. The islands want it at 22:30.')
    await press(page, 'Shift+ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowLeft')
    await selects(page, 'The last boat leaves at')
    await press(page, 'o', 'Shift+ArrowRight')
    await selects(page, 'last boat leaves at')
    await press(page, 'Shift+ArrowLeft', 'o', 'Shift+ArrowDown')
    await selects(page, 'The last boat leaves at 21:40.')
    await press(page, 'ArrowUp')
    await selects(page, 'We have one thing on the table, and it is the timetable.')
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft')
    await selects(page, 'The')
    await press(page, 'w')
  })

  await test.step('flags the sentence, and the focus comes to its card', async () => {
    await press(page, 'f')
    const form = page.getByRole('form', { name: 'New flag' })
    await expect(form.getByLabel('Reason')).toBeFocused()
    await page.keyboard.type('The islands say a later hour.')
    await press(page, 'ControlOrMeta+Enter')
    await expect(marksOf(page, 'flag')).toHaveText('The last boat leaves at 21:40.')
    await heard(page, /Flag added\. Press Z to undo\./)
    await expect(chosenCard(page)).toBeFocused()
    await expect(marksOf(page, 'flag')).toHaveAttribute(
      'aria-description',
      `Flag: Other by ${people.editor.name}, open`,
    )
  })

  await test.step('checks the next sentence, with evidence', async () => {
    await press(page, 'w', 'w', 'ArrowDown')
    await selects(page, 'The islands want it at 22:30.')
    await press(page, 'Enter')
    await expect(selectionBar(page).getByRole('button', { name: 'Highlight' })).toBeFocused()
    await press(page, 'ArrowRight', 'ArrowRight')
    await expect(selectionBar(page).getByRole('button', { name: 'Check' })).toBeFocused()
    await press(page, 'Enter')
    const form = page.getByRole('form', { name: 'New source check' })
    await expect(form.getByLabel('Claim')).toBeFocused()
    await page.keyboard.type('The islands want a boat at half past ten')
    await press(page, 'ControlOrMeta+Enter')
    await expect(chosenCard(page)).toBeFocused()
    await saved(page)
    await press(page, 'v')
    const evidence = page.getByRole('form', { name: /evidence/i })
    await expect(evidence.getByRole('textbox', { name: 'Source' })).toBeFocused()
    await page.keyboard.type('The islands’ letter')
    await press(page, 'ControlOrMeta+Enter')
    await expect(chosenCard(page).getByRole('list', { name: 'Evidence' })).toContainText('The islands’ letter')
    await expect(chosenCard(page)).toBeFocused()
    await saved(page)
  })

  await test.step('leaves a form and is back on the card; goes from card to card with the focus', async () => {
    await press(page, 'm')
    await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused()
    await press(page, 'Escape')
    await expect(chosenCard(page)).toBeFocused()
    await press(page, 'k')
    await expect(cardsOf(page, /^Flag by/)).toBeFocused()
    await press(page, 'ArrowDown')
    await expect(cardsOf(page, /^Source check by/)).toBeFocused()
    await press(page, 'ArrowUp')
    await expect(cardsOf(page, /^Flag by/)).toBeFocused()
  })

  await test.step('replies and resolves', async () => {
    // Nobody waits for the editor, and nobody has to.
    await press(page, 'm')
    await page.keyboard.type('Asked the operator.')
    await press(page, 'ControlOrMeta+Enter')
    await expect(chosenCard(page).getByRole('list', { name: 'Replies' })).toContainText('Asked the operator.')
    await saved(page)
    await press(page, 's')
    await heard(page, /Flag resolved\. Press Z to undo\./)
    await press(page, 'z')
    await heard(page, 'Undone.')
    await expect(marksOf(page, 'flag')).toHaveAttribute('aria-description', /open$/)
    await saved(page)
  })

  await test.step('deletes a card, goes on to the one beside it, and takes it back', async () => {
    await press(page, 'ArrowDown')
    await expect(cardsOf(page, /^Source check by/)).toBeFocused()
    await press(page, 'Delete')
    await expect(marksOf(page, 'check')).toHaveCount(0)
    await expect(cardsOf(page, /^Flag by/)).toBeFocused()
    await press(page, 'ControlOrMeta+z')
    await expect(cardsOf(page, /^Source check by/)).toBeFocused()
    await saved(page)
  })

  await test.step('goes through the parts of the page, and filters', async () => {
    await letGo(page)
    await expect(page.getByRole('main')).toBeFocused()
    const inside = (part: Locator) =>
      expect.poll(() => part.evaluate((box) => box.contains(document.activeElement))).toBe(true)
    await press(page, 'F6')
    await inside(page.locator('[data-region=cards]'))
    await press(page, 'F6')
    await inside(filterBar(page))
    await press(page, 'F6')
    await inside(page.getByRole('complementary', { name: 'Outline and annotations' }))
    await press(page, 'Shift+F6')
    await inside(filterBar(page))
    await tabTo(page, filterBar(page).getByRole('button', { name: /^Flags/ }))
    await press(page, 'Enter')
    await expect(cardsOf(page)).toHaveCount(1)
    await heard(page, /1 of 2 shown/)
    await press(page, 'Enter')
    await expect(cardsOf(page)).toHaveCount(2)
    await press(page, '/')
    await expect(filterBar(page).getByRole('combobox')).toBeFocused()
    await press(page, 'Escape', 'Escape')
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('finds what can be done by name, over the selection as it was', async () => {
    await letGo(page)
    await press(page, 'Shift+F6', 'Shift+F6', 'w', 'w')
    const before = (await selectedIn(page)) ?? ''
    await press(page, 'Control+k')
    await expect(page.getByRole('combobox', { name: 'What to do' })).toBeFocused()
    await page.keyboard.type('highl')
    await press(page, 'Enter')
    await expect(marksOf(page, 'highlight').first()).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect((await marksOf(page, 'highlight').allTextContents()).join('').replace(/\s+/g, ' ')).toBe(before)
    await saved(page)
  })

  await test.step('exports', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Export' }), true)
    await press(page, 'Enter')
    await expect(page.getByRole('menuitem', { name: /Web page/ })).toBeFocused()
    await press(page, 'ArrowDown', 'ArrowDown')
    const coming = page.waitForEvent('download')
    await press(page, 'Enter')
    expect((await coming).suggestedFilename()).toMatch(/\.csv$/)
    await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()
  })

  await test.step('takes the next step, and signs out', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Start checking' }))
    await press(page, 'Enter')
    await expect(topBar(page)).toContainText('Checking')
    await tabTo(page, page.getByRole('button', { name: /account menu/ }), true)
    await press(page, 'Enter')
    // The menu is fetched when it is first opened.
    await expect(page.locator('[role=menu]:focus, [role=menuitem]:focus')).toHaveCount(1)
    await press(page, 'ArrowUp')
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
    await press(page, 'Enter')
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  expect(faults).toEqual([])
  await context.close()
})

test('words let go of and selected again in one breath have their bar', async ({ asEditor: page }) => {
  await open(page, await importText(page, fresh('In one breath')))
  await page.keyboard.press('w')
  await expect(selectionBar(page)).toBeVisible()
  // All within one frame, as a slow machine gets them.
  await page.evaluate(() => {
    for (const key of ['Escape', 'Escape', 'w'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  await selects(page, 'The')
  await expect(selectionBar(page)).toBeVisible()
})
