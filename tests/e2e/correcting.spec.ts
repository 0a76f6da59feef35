import { highlight, post, propose } from './annotating'
import { choose, sameAfterReload } from './correcting'
import { begin, words as typed } from './noting'
import { comeBack, expect, importText, marksOf, open, people, test, textOf } from './support'

test('an accepted correction changes text and marks without a reload, and undo takes it back', async ({
  asChecker,
  asEditor: page,
}) => {
  const id = await importText(asChecker, 'Corrected in place')
  await highlight(asChecker, id, 'We have one thing on the table')
  await highlight(asChecker, id, 'Two crews, two boats')
  await propose(asChecker, id, 'Good evening', 'Good evening to you all')
  await propose(asChecker, id, 'Amberley', 'Amberly', 1)
  await open(page, id)
  const first = await textOf(page).textContent()
  await choose(page, /Good evening becomes/)
  await page.keyboard.press('a')
  await expect(textOf(page)).toContainText('Good evening to you all. We have')
  await expect(marksOf(page, 'highlight').filter({ hasText: 'Two crews, two boats' })).toHaveCount(1)
  await expect(page.locator('main')).toContainText('revision 2, as corrected')
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText('revision 2')

  // The name in a speaker's label.
  await choose(page, /Amberley becomes Amberly/)
  await page.keyboard.press('a')
  await expect(textOf(page).locator('b', { hasText: 'Amberly' })).toHaveCount(1)
  await sameAfterReload(page)

  await propose(asChecker, id, 'the clerk', 'the secretary')
  await comeBack(page)
  await choose(page, /the clerk becomes/)
  await page.keyboard.press('a')
  await expect(textOf(page)).toContainText('the secretary')
  await page.keyboard.press('z')
  await expect(textOf(page)).toContainText('the clerk')
  await expect(page.locator('main')).toContainText('revision 5')
  await sameAfterReload(page)
  expect(first).toContain('the clerk')
})

test('another browser shows it when one comes back to it, and what is being typed there stays', async ({
  asChecker: page,
  asEditor,
}) => {
  const id = await importText(page, 'Corrected while typing')
  await highlight(page, id, 'One thing'.toLowerCase())
  const proposal = await propose(page, id, 'Good evening', 'Good evening to everybody')
  await open(page, id)
  await begin(page)
  await page.keyboard.type(typed)
  await post(asEditor, `/transcripts/${id}/corrections`, { action: 'accept', ids: [proposal], revision: 1 })
  await comeBack(page)
  await expect(textOf(page)).toContainText('Good evening to everybody')
  await expect(page.getByText(`${people.editor.name} corrected the text. Revision 2.`)).toBeVisible()
  // The field has kept the focus and the words: one types on.
  await page.keyboard.type(' today')
  const field = page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })
  await expect(field).toHaveText(`${typed} today`)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(marksOf(page, 'note')).toHaveText('no third crew to be had this year')
  await expect(page.getByText('All changes saved')).toBeVisible()
  await sameAfterReload(page)
  await expect(marksOf(page, 'note')).toHaveText('no third crew to be had this year')
})

test('two proposals for the same words are alternatives, and one whose words changed says so', async ({
  asChecker,
  asEditor: page,
}) => {
  const id = await importText(asChecker, 'Two for the same words')
  await highlight(asChecker, id, 'one thing')
  const one = await propose(asChecker, id, 'Good evening', 'Good night')
  await propose(asChecker, id, 'Good evening', 'Good afternoon')
  await open(page, id)
  const other = await choose(page, /Good evening becomes Good afternoon/)
  await expect(other).toContainText('2 proposals for the same words')
  // Another editor is first.
  await post(page, `/transcripts/${id}/corrections`, { action: 'accept', ids: [one], revision: 1 })
  await page.keyboard.press('a')
  await expect(other.getByRole('alert')).toContainText('Good night')
  await expect(textOf(page)).toContainText('Good night')
  await expect(other).toContainText('Now “Good night” stands there')
  await page.keyboard.press('a')
  await expect(textOf(page)).toContainText('Good afternoon')
  await expect(page.getByText('All changes saved')).toBeVisible()
  // The address of an annotation that is decided would show all of them after a reload.
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-card][data-chosen]')).toHaveCount(0)
  await sameAfterReload(page)
})
