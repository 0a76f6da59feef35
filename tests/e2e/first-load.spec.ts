import { countScripts, isEditor, listScripts, readScripts } from '../support/first-load'
import { expect, fresh, importText, ready, test } from './support'

test('the workbench opens with 250 kB of script, and the editor comes when something is written', async ({
  asChecker: page,
}) => {
  const id = await importText(page, fresh('First load'))
  const { before, scripts } = await countScripts(page, `/transcripts/${id}`)
  expect(before).toBeLessThanOrEqual(250_000)
  expect(scripts.filter(isEditor)).toHaveLength(0)

  // Without the quiet hours too, the first form brings it. A new page: this one has had them.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  const fetched = listScripts(page)
  const editors = async () => (await readScripts(page, fetched)).filter(isEditor)
  await page.goto(`/transcripts/${id}`)
  await ready(page)
  await page.keyboard.press('w')
  expect(await editors()).toHaveLength(0)
  await page.keyboard.press('n')
  const form = page.getByRole('form', { name: 'New note' })
  await form.waitFor()
  // Whoever goes on typing while it comes finds every letter in it.
  await page.keyboard.type('Ask the clerk.')
  const note = form.getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()
  await expect(note).toHaveText('Ask the clerk.')
  expect(await editors()).not.toHaveLength(0)
})
