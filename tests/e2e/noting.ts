import type { Page } from '@playwright/test'
import { dragOver, expect } from './support'

/** What is typed in the stories of words that must not be lost, and the words of the text that it is about. */
export const words = 'Ask the clerk for the minutes'
export const passage = 'no third crew to be had this year'
/** The name of the card that it becomes. */
export const mine = /^Note by Teodor Sand/

/** Waits until what was typed, to its last word, is written down. */
export const written = (page: Page, typed = words) =>
  expect(async () => {
    const kept = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('verbatim', 1)
          opening.onsuccess = () => {
            const all = opening.result.transaction('kept').objectStore('kept').getAll()
            all.onsuccess = () => {
              opening.result.close()
              resolve(JSON.stringify(all.result))
            }
          }
        }),
    )
    expect(kept).toContain(typed)
  }).toPass()

/** Begins a note on words of the text. */
export const begin = async (page: Page, on = passage) => {
  await dragOver(page, on)
  await page.keyboard.press('n')
  await expect(page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })).toBeFocused()
}
/** Begins a note and types it. */
export const typeNote = async (page: Page, on = passage) => {
  await begin(page, on)
  await page.keyboard.type(words)
}
/** Saves the form that one is in. */
export const save = (page: Page) => page.keyboard.press('ControlOrMeta+Enter')
/** Takes up the note that was begun; gives its field. */
export const continueNote = async (page: Page) => {
  await page.getByRole('button', { name: /^Continue: Note on/ }).click()
  return page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })
}

/** The notes on the desk, as somebody who looks there finds them. */
export const notesOf = async (page: Page, id: string): Promise<readonly { readonly replies: readonly unknown[] }[]> =>
  (await (await page.request.get(`/api/v1/transcripts/${id}/annotations?kind=note`)).json()).items
