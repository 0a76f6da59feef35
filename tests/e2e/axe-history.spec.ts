import { correct, highlight } from './annotating'
import { dialog, look, type State, visit } from './axe'
import { expect, fresh, importText, test } from './support'

test('axe finds nothing in the history of a text', async ({ asEditor: page }) => {
  const bare = await importText(page, fresh('Nothing corrected yet'))
  const id = await importText(page, fresh('Looked back at by axe'))
  await highlight(page, id, 'Two crews, two boats')
  await correct(page, id, 'Amberley', 'Amberly', 'As she signs herself.')
  await correct(page, id, 'Two crews', 'Three crews')
  const history = `/transcripts/${id}/history`
  const states: readonly State[] = [
    ['a text without corrections', visit(`/transcripts/${bare}/history`)],
    ['the newest change', visit(history)],
    ['side by side', visit(`${history}?from=1&to=3&view=side`)],
    [
      'a change that was gone to',
      async (page) => {
        await page.keyboard.press('j')
        await expect(page.getByRole('article').first()).toBeFocused()
      },
    ],
    [
      'the question before restoring',
      async (page) => {
        await page.getByRole('button', { name: 'Restore revision 1' }).click()
        await dialog(page)
      },
    ],
    ['an old revision, to be read', visit(`${history}/1`)],
    [
      'an annotation of then',
      async (page) => {
        await page.keyboard.press('j')
        await expect(page.locator('li[aria-current]')).toBeVisible()
      },
    ],
  ]
  await look(page, states)
  await page.setViewportSize({ width: 390, height: 844 })
  // Where one has scrolled to a change, a link may be half under the bar at the top.
  const narrow = states.filter(([name]) => !name.includes('gone to'))
  await look(
    page,
    narrow.map(([name, go]): State => [`${name}, narrow`, go]),
  )
})
