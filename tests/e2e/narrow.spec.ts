import { cardsOf, expect, importText, marksOf, open, ready, saved, test, textOf } from './support'

test.describe('in a window as wide as a telephone', () => {
  test('the chosen card stands in a sheet, and the text keeps its place', async ({ asEditor: page }) => {
    await page.setViewportSize({ width: 420, height: 860 })
    await page.goto('/desks/foreign-desk?q=harbour')
    await page.getByRole('link', { name: 'The harbour call' }).click()
    await page.waitForURL(/\/transcripts\//)
    await ready(page)
    await expect(textOf(page)).toContainText('The Courier obtained')
    await expect(cardsOf(page)).toHaveCount(0)

    const mark = marksOf(page, 'flag').filter({ hasText: 'Volkov' })
    await mark.click()
    const sheet = page.getByRole('region', { name: 'The chosen annotation' })
    await expect(sheet.getByRole('article')).toContainText('One vowel apart')
    await expect(mark).toBeInViewport()
    // The page may still be scrolling.
    await expect(async () => {
      const [markBox, sheetBox] = [await mark.boundingBox(), await sheet.boundingBox()]
      expect((markBox?.y ?? 0) + (markBox?.height ?? 0)).toBeLessThanOrEqual(sheetBox?.y ?? 0)
    }).toPass({ timeout: 20_000 })

    await sheet.getByRole('button', { name: /^Resolve/ }).click()
    await saved(page)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(mark).toHaveCount(1)
    await sheet.getByRole('button', { name: 'Close the card' }).click()
    await expect(sheet).toHaveCount(0)
  })

  test('a note is written in the sheet', async ({ asChecker: page }) => {
    const id = await importText(page, 'In a narrow window')
    await page.setViewportSize({ width: 420, height: 860 })
    await open(page, id)
    await page.getByRole('main').focus()
    await page.keyboard.press('w')
    await page.keyboard.press('n')
    const sheet = page.getByRole('region', { name: 'The chosen annotation' })
    await sheet.getByRole('textbox', { name: 'Note' }).fill('Written on the way')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await expect(sheet.getByRole('article')).toContainText('Written on the way')
    await saved(page)
  })

  test('what the bar leaves out is in the panel: the way back, the outline, filters and export', async ({
    asChecker: page,
  }) => {
    await page.setViewportSize({ width: 420, height: 860 })
    await page.goto('/desks/foreign-desk?q=harbour')
    await page.getByRole('link', { name: 'The harbour call' }).click()
    await page.waitForURL(/\/transcripts\//)
    await ready(page)
    await page.getByRole('button', { name: 'Outline, speakers and filters' }).click()
    const panel = page.getByRole('dialog')
    await expect(panel.getByRole('link', { name: /All transcripts of Foreign desk/ })).toBeVisible()
    await expect(panel.getByRole('link', { name: /Web page/ })).toBeVisible()
    await panel.getByRole('button', { name: /^The second call/ }).click()
    await expect(panel).toHaveCount(0)
    await expect(textOf(page).getByRole('heading', { name: 'The second call' })).toBeInViewport()
  })
})
