import type { Page } from '@playwright/test'
import { cardsOf, expect, marksOf, textOf } from './support'

/** All that the article holds: its text, where each paragraph begins and how it is written, and the words of each mark. */
const whole = (page: Page) =>
  textOf(page).evaluate((article) => ({
    text: article.textContent,
    paragraphs: [...article.querySelectorAll('[data-s]')].map((one) => [
      one.tagName,
      one.id,
      one.className,
      one.getAttribute('data-s'),
      one.textContent,
    ]),
    labels: [...article.querySelectorAll('[data-s] > b')].map((label) =>
      label.innerHTML.replace(/<\/?mark[^>]*>/g, ''),
    ),
    marks: [...article.querySelectorAll<HTMLElement>('mark')].map((mark) => [
      mark.dataset.id,
      mark.className.replace(/ ?\b(chosen|hovered)\b/g, ''),
      mark.textContent,
    ]),
  }))

/** The page after corrections is the page that a reload gives. */
export const sameAfterReload = async (page: Page) => {
  await page.mouse.move(0, 0)
  // A text that was fetched anew gets its marks in the frames after.
  await expect(marksOf(page, 'highlight').first()).toBeVisible()
  const before = await whole(page)
  // Without the chosen annotation in the address: a decided one would have all of them shown.
  await page.goto(new URL(page.url()).pathname)
  await expect(marksOf(page, 'highlight').first()).toBeVisible()
  await expect.poll(() => whole(page)).toEqual(before)
}

/** Chooses the card of this name. */
export const choose = async (page: Page, name: RegExp) => {
  const card = cardsOf(page, name)
  await card.click()
  return card
}
