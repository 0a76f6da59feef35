import type { Page } from '@playwright/test'
import { expect, importText, open, test, topBar } from './support'

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

const importAndAsk = async (page: Page): Promise<string> => {
  const id = await importText(page, 'Asked for by its editor')
  await open(page, id)
  await page.getByRole('button', { name: 'Start checking' }).click()
  await page.getByRole('button', { name: 'Send to review' }).click()
  await expect(topBar(page)).toContainText('In review')
  return id
}
