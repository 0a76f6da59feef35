import type { Page } from '@playwright/test'
import { press } from './keys'
import { cardsOf, expect, fresh, importText, marksOf, open, saved, test } from './support'

/** Holds back whatever scripts are asked for from now on; gives the way to let them come. */
const holdScripts = async (page: Page) => {
  let letThemCome = () => {}
  const coming = new Promise<void>((resolve) => {
    letThemCome = resolve
  })
  await page.route('**/*.js', async (route) => {
    await coming
    await route.continue()
  })
  return letThemCome
}

/** Opens a page on which nothing is fetched before it is needed. */
const openBare = async (page: Page, id: string) => {
  await page.unrouteAll()
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await open(page, id)
}

/** Holds most letters that are a key of the page, and two that only a field knows. */
const early = 'Jack checked next / four words? Yes.'

for (const [key, field] of [
  ['n', 'Note'],
  ['c', 'Claim'],
  ['f', 'Reason'],
  ['r', 'Replace with'],
] as const) {
  test(`what is typed after ${key.toUpperCase()} while the form is being fetched comes into “${field}”, and is saved`, async ({
    asChecker: page,
  }) => {
    const id = await importText(page, fresh('Typed early'))
    await openBare(page, id)
    const letThemCome = await holdScripts(page)
    await press(page, 'w', key)
    await page.keyboard.type(early)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('form')).toHaveCount(0)
    letThemCome()
    const box = page.getByRole('form').getByRole('textbox', { name: field })
    await expect(box).toBeFocused()
    await page.keyboard.type(' And on.')
    const whole = `${early} And on.`
    if (field === 'Note') await expect(box).toHaveText(whole)
    else await expect(box).toHaveValue(whole)
    await press(page, 'ControlOrMeta+Enter')
    await expect(cardsOf(page)).toContainText(whole)
    await saved(page)
  })
}

test('a form is saved or left by keys that come before it does, and its words are kept', async ({
  asChecker: page,
}) => {
  const id = await importText(page, fresh('Left early'))
  await openBare(page, id)
  let letThemCome = await holdScripts(page)
  await press(page, 'w', 'n')
  await page.keyboard.type(early)
  await press(page, 'ControlOrMeta+Enter')
  letThemCome()
  await expect(cardsOf(page)).toContainText(early)
  await expect(marksOf(page, 'note')).toHaveCount(1)
  await saved(page)

  await openBare(page, id)
  await marksOf(page, 'note').click()
  letThemCome = await holdScripts(page)
  await press(page, 'm')
  await page.keyboard.type('Asked.')
  await press(page, 'Escape')
  letThemCome()
  await expect(page.getByRole('button', { name: /^Continue/ })).toBeVisible()
  await expect(cardsOf(page)).toBeFocused()
  await press(page, 'm')
  await page.keyboard.type(' Twice.')
  await press(page, 'ControlOrMeta+Enter')
  await expect(cardsOf(page).getByRole('list', { name: 'Replies' })).toContainText('Asked. Twice.')

  await openBare(page, id)
  await holdScripts(page)
  await press(page, 'w', 'n', 'Escape')
  await expect(page.getByRole('main')).toBeFocused()
})
