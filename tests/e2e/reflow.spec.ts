import type { Page } from '@playwright/test'
import { correct, highlight, takeOut } from './annotating'
import { visit } from './axe'
import { expect, fresh, importText, marksOf, open, test, topBar } from './support'

// A window of 1280 by 1024 at four times its size is 320 by 256 for the page.
const small = { width: 320, height: 256 }
const phone = { width: 320, height: 640 }

/** What stands beyond the sides of the window, be it fixed there or scrolled to; what is only for those who listen does not count. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement
    const out = [...document.querySelectorAll('a, button, input, select, textarea, summary, h1, h2, [role=status]')]
    const held = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { clipPath, overflowX } = getComputedStyle(at)
        if (clipPath !== 'none' || (at !== element && overflowX !== 'visible' && at !== document.body)) return true
      }
      return false
    }
    const seen = out.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !held(element))
    const wide = seen.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (left < -1 || right > window.innerWidth + 1)
    })
    const names = wide.map((element) => element.outerHTML.slice(0, 120))
    return root.scrollWidth > window.innerWidth ? [`${root.scrollWidth} pixels wide`, ...names] : names
  })

const fits = async (page: Page, where: string) => expect(await beyond(page), where).toEqual([])

test('no page is wider than a window of 320 pixels', async ({ asOwner: page }) => {
  await page.setViewportSize(phone)
  const desk = '/desks/foreign-desk'
  const id = await importText(page, fresh('Narrow and whole'))
  await highlight(page, id, 'Two crews')
  await takeOut(page, id, 'Two crews, two boats')
  const paths = ['/sign-in', '/desks', '/people', '/account', '/api-docs', '/nowhere', '/join?token=spent']
  const ofDesk = ['', '/people', '/settings', '/tags', '/trash'].map((path) => `${desk}${path}`)
  const history = `/transcripts/${id}/history`
  const ofText = [`/transcripts/${id}`, `/transcripts/${id}/repair`, history, `${history}?view=side`, `${history}/1`]
  for (const path of [...paths, ...ofDesk, ...ofText]) {
    await visit(path)(page)
    await fits(page, path)
  }
})

test('the workbench at 320 pixels keeps every control in the window', async ({ asEditor: page, asOwner }) => {
  const id = await importText(page, fresh('Worked on in a narrow window'))
  await page.setViewportSize(phone)
  await open(page, id)
  await page.keyboard.press('w')
  await expect(page.getByRole('toolbar', { name: 'Annotate the selection' })).toBeVisible()
  await fits(page, 'the bar under a selection')
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'The words of this paragraph' })).toBeFocused()
  await fits(page, 'words rewritten in their place')
  await page.keyboard.press('Escape')
  for (const key of ['w', 't']) await page.keyboard.press(key)
  await expect(page.getByRole('combobox', { name: 'Who speaks here' })).toBeFocused()
  await fits(page, 'the form of a turn')
  await page.keyboard.press('Escape')
  for (const key of ['w', 'c']) await page.keyboard.press(key)
  await page.getByRole('textbox', { name: 'Claim' }).fill('The third crew is on board.')
  await page.setViewportSize(small)
  await fits(page, 'a form, low')
  await page.getByRole('form').getByRole('button', { name: 'Save' }).click()
  await page.setViewportSize(phone)
  await expect(page.getByRole('region', { name: 'The chosen annotation' })).toContainText('third crew')
  await fits(page, 'a card')
  await page.getByRole('button', { name: 'Start checking' }).click()
  await page.getByRole('button', { name: 'Send to review' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send to review' }).click()
  await expect(topBar(page)).toContainText('In review')

  await asOwner.setViewportSize(phone)
  await open(asOwner, id)
  await expect(asOwner.getByRole('button', { name: 'Approve' })).toBeVisible()
  await fits(asOwner, 'two ways to decide')
  await marksOf(asOwner, 'check').first().click()
  await fits(asOwner, 'the position among source checks')
})

test('the filter is where its key leads in a narrow window, and the keys are in the panel', async ({
  asChecker: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, await importText(page, fresh('Filtered on the way')))
  await page.keyboard.press('/')
  await expect(page.getByRole('dialog').getByRole('combobox', { name: /Filter the annotations/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Outline, speakers and filters' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

/** What has the focus, where something stands over the middle of what the window shows of it, or the window shows nothing. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return []
    const { left, right, top, bottom, width } = focused.getBoundingClientRect()
    if (width < 2) return []
    const middle = (from: number, to: number, end: number) => (Math.max(from, 0) + Math.min(to, end)) / 2
    const over = document.elementFromPoint(
      middle(left, right, window.innerWidth),
      middle(top, bottom, window.innerHeight),
    )
    const seen = over !== null && (focused.contains(over) || over.contains(focused))
    return seen ? [] : [focused.outerHTML.slice(0, 120)]
  })

test('what the keyboard goes to is never covered, at four times the size and as ever', async ({ asOwner: page }) => {
  const id = await importText(page, fresh('Gone through by keyboard'))
  await correct(page, id, 'Amberley', 'Amberly')
  await correct(page, id, 'Good evening', 'Good night')
  for (const size of [small, { width: 1280, height: 500 }]) {
    await page.setViewportSize(size)
    const ofText = ['', '/history?from=1', '/history/1'].map((path) => `/transcripts/${id}${path}`)
    for (const path of ['/desks/foreign-desk', '/desks/foreign-desk/settings', ...ofText]) {
      await visit(path)(page)
      for (const key of [...Array(22).fill('Tab'), ...Array(18).fill('Shift+Tab')]) {
        await page.keyboard.press(key)
        expect(await covered(page), `${path} at ${size.width} by ${size.height}`).toEqual([])
      }
    }
  }
})
