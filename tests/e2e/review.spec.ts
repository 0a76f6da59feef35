import type { Page } from '@playwright/test'
import { expect, fresh, importText, open, test, topBar } from './support'

test('nobody approves what they asked for themselves', async ({ asEditor, asOwner }) => {
  const id = await importAndAsk(asEditor)
  await expect(asEditor.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  const refused = await asEditor.evaluate(async (transcript) => {
    const { version } = await (await fetch(`/api/v1/transcripts/${transcript}`)).json()
    const headers = { 'Content-Type': 'application/json', 'If-Match': `"${version}"` }
    const body = JSON.stringify({ state: 'approved' })
    return (await fetch(`/api/v1/transcripts/${transcript}`, { method: 'PATCH', headers, body })).status
  }, id)
  expect(refused).toBe(403)

  await open(asOwner, id)
  await asOwner.getByRole('button', { name: 'Send back' }).click()
  const window = asOwner.getByRole('dialog')
  await window.getByLabel('What is still to do').fill('The second figure is not checked.')
  await window.getByRole('button', { name: 'Send back' }).click()
  await expect(topBar(asOwner)).toContainText('Checking')
})

test('who approved it stands over the text and in the list, also once it was reopened', async ({
  asEditor,
  asOwner,
}) => {
  const title = fresh('Approved by name')
  const id = await importAndAsk(asEditor, title)
  await open(asOwner, id)
  const pick = async (words: string) => {
    await asOwner.keyboard.press('ControlOrMeta+k')
    await asOwner.getByRole('combobox', { name: 'What to do' }).fill(words)
    await asOwner.keyboard.press('Enter')
  }
  const coming = asOwner.waitForEvent('download')
  await pick('export csv')
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/)
  await pick('send back')
  await expect(asOwner.getByRole('dialog').getByLabel('What is still to do')).toBeFocused()
  await asOwner.keyboard.press('Escape')
  await pick('approve')
  await expect(topBar(asOwner)).toContainText('Approved')
  await expect(asOwner.getByText('Approved by Rhea Anand at revision 1, just now')).toBeVisible()

  await asEditor.goto(`/desks/foreign-desk?q=${title}`)
  const row = asEditor.getByRole('row', { name: title })
  await expect(row).toContainText('Approved by Rhea Anand at revision 1, just now')
  await open(asEditor, id)
  await asEditor.getByRole('button', { name: 'Reopen' }).click()
  await expect(asEditor.getByText(/Approved by Rhea Anand.*; reopened since/)).toBeVisible()
  await asEditor.goto(`/desks/foreign-desk?q=${title}`)
  await expect(row).toContainText('; reopened since')
})

const importAndAsk = async (page: Page, title = 'Asked for by its editor'): Promise<string> => {
  const id = await importText(page, title)
  await open(page, id)
  await page.getByRole('button', { name: 'Start checking' }).click()
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(topBar(page)).toContainText('In review')
  return id
}

test('who vouches for a text is asked first where something is open, also what was opened meanwhile', async ({
  asEditor,
  asOwner,
  asChecker,
}) => {
  const id = await importAndAsk(asEditor)
  await open(asOwner, id)
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  const flag = { sort: 'name', reason: 'Spelled two ways.' }
  const answer = await asChecker.request.post(`/api/v1/transcripts/${id}/annotations`, {
    headers: { Origin: origin },
    data: { revision: 1, start: 0, end: 9, kind: 'flag', flag },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  await asOwner.getByRole('button', { name: 'Approve' }).click()
  const asked = asOwner.getByRole('dialog', { name: 'Approve with open annotations?' })
  await expect(asked).toContainText('1 annotation is open: 1 flag.')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(asked).toHaveCount(0)
  await expect(topBar(asOwner)).toContainText('In review')

  await asOwner.getByRole('button', { name: 'Approve' }).click()
  await asked.getByRole('button', { name: 'Approve' }).click()
  await expect(topBar(asOwner)).toContainText('Approved')
})
