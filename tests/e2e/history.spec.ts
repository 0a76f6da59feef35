import type { Page } from '@playwright/test'
import { correct, highlight } from './annotating'
import { press, tabTo } from './keys'
import { expect, fresh, importText, marksOf, open, ready, test, textOf } from './support'

const revisions = (page: Page) => page.getByRole('navigation', { name: 'Revisions' })
const compared = (page: Page) => page.getByRole('region', { name: 'What differs' })
const changes = (page: Page) => compared(page).getByRole('article')
const deleted = (page: Page) => compared(page).locator('del')
const inserted = (page: Page) => compared(page).locator('ins')

test('two corrections are seen in the history, read as they stood, restored and taken back, all by keyboard', async ({
  asEditor: page,
}) => {
  const id = await importText(page, fresh('A text with a history'))
  const note = 'Two crews, two boats'
  await highlight(page, id, note)
  await correct(page, id, 'Amberley', 'Amberly', 'As she signs herself.')
  await correct(page, id, note, 'Two crews and two boats')

  await test.step('the text leads to its history', async () => {
    await open(page, id)
    await press(page, 'Control+k')
    await expect(page.getByRole('combobox', { name: 'What to do' })).toBeFocused()
    await page.keyboard.type('history')
    await press(page, 'Enter')
    await page.waitForURL(/\/history$/)
    await ready(page)
    const rows = revisions(page).getByRole('link', { name: /^Revision/ })
    await expect(rows).toHaveText([
      /^Revision 3the present textCorrected at 1 placeby Mira Okafor/,
      /^Revision 2Corrected at 1 place“As she signs herself.”/,
      /^Revision 1As imported/,
    ])
    await expect(rows.first()).toHaveAttribute('aria-current', 'true')
  })

  await test.step('the newest change is shown in whole words, and each revision leads to its own', async () => {
    await expect(compared(page).getByRole('heading')).toHaveText('Revision 3 against revision 2')
    await expect(deleted(page)).toHaveText(',')
    await expect(inserted(page)).toHaveText(' and')
    await tabTo(page, revisions(page).getByRole('link', { name: /^Revision 2/ }))
    await press(page, 'Enter')
    await expect(deleted(page)).toHaveText('Amberley')
    await expect(inserted(page)).toHaveText('Amberly')
  })

  await test.step('the first is compared with the newest, and J and K go from change to change', async () => {
    await tabTo(page, page.getByRole('spinbutton', { name: 'Compare revision' }))
    await page.keyboard.type('1')
    await press(page, 'Tab')
    await page.keyboard.type('3')
    await press(page, 'Enter')
    await expect(compared(page).getByRole('status')).toHaveText('Revision 3 differs from revision 1 at 2 places.')
    await expect(compared(page).getByRole('heading')).toBeFocused()
    await press(page, 'j')
    await expect(changes(page).first()).toBeFocused()
    await press(page, 'j')
    await expect(changes(page).nth(1)).toBeFocused()
    await expect(page.getByText('Change 2 of 2')).toBeVisible()
    await press(page, 'j', 'k')
    await expect(changes(page).first()).toBeFocused()
    await expect(
      compared(page)
        .getByText(/^\d+ paragraphs? unchanged$/)
        .first(),
    ).toBeVisible()
  })

  await test.step('side by side, each stands in its own text', async () => {
    await tabTo(page, page.getByRole('link', { name: 'As imported beside as corrected' }), true)
    await press(page, 'Enter')
    const first = changes(page).first()
    await expect(first.getByRole('group', { name: 'Revision 1' })).toContainText('Amberley')
    await expect(first.getByRole('group', { name: 'Revision 3' })).toContainText('Amberly')
    await expect(first.getByRole('group', { name: 'Revision 3' }).locator('del')).toHaveCount(0)
  })

  await test.step('the first is read as it stood, with its annotations', async () => {
    await tabTo(page, revisions(page).getByRole('link', { name: /^Revision 1/ }), true)
    await press(page, 'Enter')
    await expect(compared(page).getByRole('heading')).toHaveText('Revision 1')
    await tabTo(page, page.getByRole('link', { name: 'Read revision 1' }))
    await press(page, 'Enter')
    await page.waitForURL(/\/history\/1$/)
    await ready(page)
    await expect(page.getByText(/^Revision 1, as it stood on .*: not the present text\.$/)).toBeVisible()
    await expect(textOf(page)).toContainText('Amberley')
    await expect(marksOf(page, 'highlight')).toHaveText(note)
    await press(page, 'j', 'j', 'j', 'k')
    await expect(page.getByRole('button', { name: `Highlight “${note}”` })).toBeVisible()
    const then = page.getByRole('region', { name: 'Annotations at revision 1' })
    // The second correction was proposed later.
    await expect(then.getByRole('listitem')).toHaveCount(2)
    await expect(then.locator('[aria-current]')).toHaveCount(1)
    await expect(then.locator('[aria-current] button')).toBeFocused()
  })

  await test.step('restoring it makes a new revision, which can be taken back', async () => {
    await page.goto(`/transcripts/${id}/history?from=1&to=3`)
    await ready(page)
    await tabTo(page, page.getByRole('button', { name: 'Restore revision 1' }))
    await press(page, 'Enter')
    const question = page.getByRole('dialog', { name: 'Restore revision 1?' })
    await expect(question).toContainText('This makes revision 4 with the words of revision 1. 2 places change.')
    await expect(question.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('The minutes were right.')
    // The desk has done it and the answer is lost: sent again, it is done once.
    await page.route('**/corrections', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await tabTo(page, question.getByRole('button', { name: 'Restore revision 1' }))
    await press(page, 'Enter')
    await expect(question.getByRole('alert')).toContainText('The desk cannot be reached')
    await expect(revisions(page).getByText('Revision 4')).toHaveCount(1)
    await page.unroute('**/corrections')
    await question.getByRole('button', { name: 'Restore revision 1' }).click()
    await expect(page.getByText('The text is revision 4 now, with the words of revision 1.')).toBeVisible()
    await expect(revisions(page).getByRole('link').first()).toHaveText(
      /^Revision 4the present textRestored revision 1“The minutes were right.”/,
    )
    await expect(compared(page).getByRole('heading')).toHaveText('Revision 4 against revision 3')
    await expect(compared(page).getByRole('heading')).toBeFocused()
    await expect(inserted(page).first()).toHaveText('Amberley')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(revisions(page).getByRole('link').first()).toHaveText(
      /^Revision 5the present textTook back revision 4/,
    )
    await open(page, id)
    await expect(textOf(page)).toContainText('Amberly ')
  })
})

test('one revision alone is taken back, and what stands against it is said', async ({ asEditor: page }) => {
  const id = await importText(page, fresh('Taken back from the history'))
  await correct(page, id, 'Good evening', 'Good night')
  await correct(page, id, 'Good night', 'Good afternoon')
  await page.goto(`/transcripts/${id}/history?to=2`)
  await ready(page)
  await page.getByRole('button', { name: 'Take revision 2 back' }).click()
  const question = page.getByRole('dialog')
  await question.getByRole('textbox').fill('It was evening.')
  await question.getByRole('button', { name: 'Take revision 2 back' }).click()
  await expect(question.getByRole('alert')).toContainText('revision 3')
  await expect(question.getByRole('textbox')).toHaveValue('It was evening.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await revisions(page)
    .getByRole('link', { name: /^Revision 3/ })
    .click()
  await page.getByRole('button', { name: 'Take revision 3 back' }).click()
  // What was typed and not sent is still there.
  await expect(question.getByRole('textbox')).toHaveValue('It was evening.')
  await question.getByRole('button', { name: 'Take revision 3 back' }).click()
  await expect(revisions(page).getByRole('link').first()).toContainText('Took back revision 3')
  await page.getByRole('link', { name: 'Back to the text' }).click()
  await expect(textOf(page)).toContainText('Good night')
  await page.getByRole('link', { name: 'revision 4, as corrected' }).click()
  await page.waitForURL(/\/history$/)
})

test('nothing corrected yet says what will be here, and a checker and an approved text are offered no restoring', async ({
  asChecker,
  asEditor: page,
}) => {
  const id = await importText(asChecker, fresh('Approved with a history'))
  await asChecker.goto(`/desks/foreign-desk?q=${fresh('Approved with a history')}`)
  await ready(asChecker)
  await asChecker.getByRole('button', { name: /^Actions for Approved with a history/ }).click()
  await asChecker.getByRole('menuitem', { name: 'History of the text' }).click()
  await expect(asChecker.getByText('Nothing was corrected yet')).toBeVisible()
  await expect(asChecker.getByRole('link', { name: 'Read revision 1' })).toBeVisible()
  await correct(page, id, 'Good evening', 'Good night')
  await asChecker.goto(`/transcripts/${id}/history?from=2&to=1`)
  await expect(inserted(asChecker)).toHaveText('evening')
  await expect(asChecker.getByRole('button', { name: /Restore|Take/ })).toHaveCount(0)
  await page.goto(`/transcripts/${id}/history?from=2&to=1`)
  await expect(page.getByRole('button', { name: 'Restore revision 1' })).toBeVisible()
  const move = async (by: Page, state: string) => {
    const { version } = await (await by.request.get(`/api/v1/transcripts/${id}?text=false`)).json()
    const origin = new URL(test.info().project.use.baseURL ?? '').origin
    const headers = { Origin: origin, 'If-Match': `"${version}"` }
    const answer = await by.request.patch(`/api/v1/transcripts/${id}`, { headers, data: { state } })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  await move(asChecker, 'checking')
  await move(asChecker, 'in-review')
  await move(page, 'approved')
  await page.reload()
  await expect(inserted(page)).toHaveText('evening')
  await expect(page.getByRole('button', { name: /Restore|Take/ })).toHaveCount(0)
  await page.goto(`/transcripts/${id}/history/2`)
  await expect(textOf(page)).toContainText('Good night')
  await expect(page.getByText(/: the present text\.$/)).toBeVisible()
  for (const path of [
    '/transcripts/no-such-one/history',
    `/transcripts/${id}/history/3`,
    `/transcripts/${id}/history/0`,
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'There is nothing for you at this address' })).toBeVisible()
  }
})
