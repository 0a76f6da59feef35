import { demoPassword, expect, importText, marksOf, open, people, saved, signIn, test, textOf } from './support'

// What a page may load and run is told to the browser in its policy; what breaks it, or any other fault, is in the console.
for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page breaks its policy or writes an error to the console, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, colorScheme })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    const visit = async (path: string) => {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
    }

    await visit('/sign-in')
    await visit('/join?token=spent')
    await visit('/set-up?token=spent')
    await signIn(page, people.owner.email, demoPassword)
    for (const path of ['/', '/desks', '/people', '/account']) await visit(path)
    for (const path of ['', '/people', '/settings', '/trash']) await visit(`/desks/foreign-desk${path}`)
    await visit('/desks/foreign-desk')
    await page.getByRole('button', { name: 'Import' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()

    const id = await importText(page, `Policy, ${colorScheme}`)
    await open(page, id)
    await page.keyboard.press('w')
    await page.keyboard.press('n')
    const note = page.getByRole('textbox', { name: 'Note' })
    await note.fill('Written under the policy')
    await page.keyboard.press('ControlOrMeta+Enter')
    await saved(page)
    await expect(marksOf(page, 'note')).toHaveCount(1)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()

    const demo = page.getByRole('link', { name: 'The harbour call' })
    await visit('/desks/foreign-desk?q=harbour')
    await demo.click()
    await expect(textOf(page)).toContainText('The Courier obtained')
    await expect(marksOf(page, 'flag').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(faults).toEqual([])
    await context.close()
  })
}

test('every page says which policy it is under, and no other site may frame it', async ({ page }) => {
  const answer = await page.goto('/sign-in')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src [^;]*'nonce-[^']+'/)
  expect(policy).not.toMatch(/script-src [^;]*'unsafe-(inline|eval)'/)
  expect(policy).toMatch(/frame-ancestors 'none'/)
  expect(answer?.headers()['x-content-type-options']).toBe('nosniff')
})
