import type { Locator, Page } from '@playwright/test'
import { expect } from './support'

/** Presses keys one after another. */
export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on by Tab, or back by Shift+Tab, until something has the focus. */
export const tabTo = async (page: Page, wanted: Locator, back = false): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error('Tab does not lead there.')
}

/** The words that are selected, their white space as one. */
export const selectedIn = (page: Page) =>
  page.evaluate(() => document.getSelection()?.toString().replace(/\s+/g, ' ').trim())
/** Waits until these words are selected. */
export const selects = (page: Page, words: string) => expect.poll(() => selectedIn(page)).toBe(words)
