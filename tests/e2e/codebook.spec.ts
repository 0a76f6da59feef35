import { expect, fresh, ready, test } from './support'

test('a tag that somebody else changed meanwhile: what is typed stays, and what stands now is shown each time before it is replaced', async ({
  asOwner,
  asEditor: page,
}) => {
  const name = fresh('harbour')
  await asOwner.goto('/desks/foreign-desk/tags')
  await ready(asOwner)
  await asOwner.getByRole('button', { name: 'Add a tag' }).click()
  await asOwner.getByRole('textbox', { name: 'Tag' }).fill(name)
  await asOwner.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(asOwner.getByRole('button', { name: 'Add a tag' })).toBeFocused()
  await page.goto('/desks/foreign-desk/tags')
  await ready(page)
  await page.getByRole('button', { name: `Edit ${name}` }).click()
  await page.getByLabel('When to use it').fill('For whatever lies at the quay.')

  const change = async (note: string) => {
    await asOwner.getByRole('button', { name: `Edit ${name}` }).click()
    await asOwner.getByLabel('When to use it').fill(note)
    await asOwner.getByRole('button', { name: 'Save' }).click()
    await expect(asOwner.getByRole('form', { name: 'Edit tag' })).toHaveCount(0)
    await expect(asOwner.getByText(note)).toBeVisible()
  }
  const mine = 'For whatever lies at the quay.'
  const met = page.getByRole('alert').filter({ hasText: 'Someone else has changed this tag in the meantime.' })
  await change('Theirs.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(met).toContainText('Theirs.')
  await expect(page.getByLabel('When to use it')).toHaveValue(mine)

  await change('Theirs again.')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(met).toContainText('Theirs again.')
  await expect(page.getByLabel('When to use it')).toHaveValue(mine)
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByText(mine)).toBeVisible()
  await expect(page.getByRole('form', { name: 'Edit tag' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: `Edit ${name}` })).toBeFocused()

  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: `Edit ${name}` }).click()
  await page.getByLabel('When to use it').fill('Never saved.')
  await asOwner.reload()
  await ready(asOwner)
  await change('Theirs at last.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect(page.getByText('Theirs at last.')).toBeVisible()
})

test('who takes a tag out by keyboard goes on at the tag beside it', async ({ asOwner: page }) => {
  const headers = { Origin: new URL(test.info().project.use.baseURL ?? '').origin }
  await page.request.post('/api/v1/desks', { headers, data: { name: fresh('Few tags') } })
  const desk = fresh('few-tags')
  for (const name of ['boats', 'clerks']) {
    const data = { name, colour: 'blue', note: '' }
    expect((await page.request.post(`/api/v1/desks/${desk}/tags`, { headers, data })).status()).toBe(201)
  }
  await page.goto(`/desks/${desk}/tags`)
  await ready(page)
  const takeOut = async (name: string) => {
    await page.getByRole('button', { name: `Take out ${name}` }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Take it out' }).focus()
    await page.keyboard.press('Enter')
  }
  await takeOut('boats')
  await expect(page.getByRole('button', { name: 'Edit clerks' })).toBeFocused()
  await takeOut('clerks')
  await expect(page.getByRole('button', { name: 'Add a tag' })).toBeFocused()
})
