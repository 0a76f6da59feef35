import type { Page } from '@playwright/test'
import { correct, highlight } from './annotating'
import { cardsOf, expect, filterBar, fresh, importText, open, ready, test } from './support'

const openDemo = async (page: Page) => {
  await page.goto('/desks/foreign-desk?q=harbour')
  await page.getByRole('link', { name: 'The harbour call' }).click()
  await page.waitForURL(/\/transcripts\//)
  await ready(page)
  await expect(cardsOf(page).first()).toBeVisible()
}

/** What can be worked and has no name, as one who listens meets the page. */
const unnamed = async (page: Page) => {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n')
  return lines.filter((line) =>
    /^\s*- '?(?:button|link|checkbox|combobox|textbox|option|menuitem|tab|dialog|region|navigation|listbox)(?: \[[^\]]*\])*:?$/.test(
      line,
    ),
  )
}

test('the workbench is whole to those who listen: landmarks, headings in order, a name for every control', async ({
  asEditor: page,
}) => {
  await openDemo(page)
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the annotations"
    - banner:
      - navigation "You are here":
        - link "Foreign desk"
      - button "Mira Okafor, account menu"
      - button "Export"
    - complementary "Outline and annotations":
      - navigation "Outline":
        - button /The first call/
      - navigation "Speakers"
      - region "Annotations by kind"
    - main:
      - heading "The harbour call" [level=1]
      - article
    - region "Annotations":
      - region "Filter the annotations"
    - contentinfo:
      - button "Next card"
      - button "Card before"
      - button "Keys"
  `)
  expect(await unnamed(page)).toEqual([])
  const levels = await page
    .locator('main :is(h1, h2, h3, h4, h5, h6)')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])))
  expect(levels[0]).toBe(1)
  const skipped = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)
  expect(skipped, `of ${levels.join(' ')}`).toEqual([])
})

test('a card says what it is, whose, and what can be done with it', async ({ asEditor: page }) => {
  await openDemo(page)
  const card = cardsOf(page, /^Source check by Mira Okafor/).first()
  await card.click()
  await expect(card).toMatchAriaSnapshot(`
    - article /Source check by Mira Okafor/:
      - checkbox /Pick. Source check by Mira Okafor/
      - paragraph: "True"
      - list "Tags":
        - listitem: quotation
      - list "Evidence":
        - listitem:
          - paragraph: /Supports/
      - button /Reply/
      - button /Evidence/
      - button /Resolve/
      - button "More to do with this card"
  `)
  expect(await unnamed(page)).toEqual([])
})

test('the filter and the list of what can be done say what they hold', async ({ asEditor: page }) => {
  await openDemo(page)
  await page.keyboard.press('/')
  await page.keyboard.press('End')
  await page.keyboard.type(' kind:')
  await expect(filterBar(page)).toMatchAriaSnapshot(`
    - region "Filter the annotations":
      - combobox "Filter the annotations by words" [expanded]
      - listbox "What can be filtered by":
        - option /^Flags/
        - option /^Highlights/
      - button /Open/ [pressed]
      - button /Flags/
      - button "Pick all"
  `)
  expect(await unnamed(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "What to do":
      - heading "What to do"
      - combobox "What to do" [expanded]
      - listbox "What can be done now":
        - option /Select a word/ [selected]
        - option "Next card"
        - 'option "Review: Send to review"'
        - 'option "Export: Web page"'
      - status: /\\d+ to choose from/
  `)
  expect(await unnamed(page)).toEqual([])
})

test('the history says what differs, where, and whose words they are', async ({ asEditor: page }) => {
  const id = await importText(page, fresh('Listened to as it was'))
  await highlight(page, id, 'Two crews, two boats')
  await correct(page, id, 'Good evening', 'Good night', 'It was late.')
  await page.goto(`/transcripts/${id}/history`)
  await ready(page)
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - heading "History of the text" [level=1]
      - navigation "Revisions":
        - list:
          - listitem:
            - link /Revision 2 the present text Corrected at 1 place “It was late.” by Mira Okafor/
          - listitem:
            - link /Revision 1 As imported/
      - region "What differs":
        - heading "Revision 2 against revision 1" [level=2]
        - status: Revision 2 differs from revision 1 at 1 place.
        - link "Read revision 2"
        - button "Take revision 2 back"
        - form "Compare two revisions":
          - spinbutton "Compare revision"
          - spinbutton "with"
          - button "Show"
        - navigation "How it is shown"
        - article "Change 1, Lindqvaer":
          - paragraph:
            - deletion: /taken out/
            - insertion: /put in/
          - list "Annotations here at revision 2"
  `)
  expect(await unnamed(page)).toEqual([])
  await page.getByRole('link', { name: 'Read revision 2' }).click()
  await page.waitForURL(/\/history\/2$/)
  await ready(page)
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - heading /Listened to as it was/ [level=1]
      - article
      - region "Annotations at revision 2":
        - heading "2 annotations then" [level=2]
        - list:
          - listitem:
            - button /Correction/
            - link /Card of Correction/
  `)
  expect(await unnamed(page)).toEqual([])
})

/** What the page says from now on. */
const listen = async (page: Page) => {
  const said: string[] = []
  await page.exposeFunction('heard', (words: string) => said.push(words.replaceAll('\u00a0', '').trim()))
  await page.evaluate(() => {
    const { heard } = window as unknown as { readonly heard: (words: string) => void }
    for (const place of document.querySelectorAll('[role=status]')) {
      const tell = () => heard(place.textContent ?? '')
      new MutationObserver(tell).observe(place, { childList: true, subtree: true, characterData: true })
    }
  })
  return (words: string) => expect.poll(() => said).toContain(words)
}

test('what happens is said: a selection, a mark, a note, a filter, and what is taken back', async ({
  asEditor: page,
}) => {
  await open(page, await importText(page, fresh('Listened to')))
  const hears = await listen(page)
  await page.getByRole('main').focus()
  await page.keyboard.press('w')
  await hears('Selected: The')
  await page.keyboard.press('h')
  await hears('Highlight added. Press Z to undo.')
  await page.keyboard.press('z')
  await hears('Undone.')
  await page.keyboard.press('w')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Asked the clerk.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await hears('Note added. Press Z to undo.')
  await hears('1 of 1 shown')
  await filterBar(page)
    .getByRole('button', { name: /^Flags/ })
    .click()
  await hears('0 of 1 shown')
})
