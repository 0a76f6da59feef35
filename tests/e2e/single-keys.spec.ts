import { press, selectedIn, selects, tabTo } from './keys'
import { expect, importText, marksOf, open, ready, saved, selectionBar, test } from './support'

test('single keys can be switched off in the account, and everything is still within reach', async ({
  asChecker: page,
}) => {
  const id = await importText(page, 'Without single keys')
  await page.goto('/account')
  await ready(page)
  const keys = page.getByRole('switch', { name: 'Single keys' })
  await tabTo(page, keys)
  await press(page, 'Space')
  await expect(keys).not.toBeChecked()
  await open(page, id)
  await press(page, 'w', '?', 'j')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await selectedIn(page)).toBe('')
  await expect(page.getByRole('button', { name: 'Keys' })).toHaveText('Keys')

  await press(page, 'Control+k')
  await page.keyboard.type('select word')
  await press(page, 'Enter', 'ArrowDown')
  await selects(page, 'The Evening Lantern, 2 April 2031.')
  await press(page, 'h')
  await expect(marksOf(page, 'highlight')).toHaveCount(0)
  await press(page, 'Enter', 'Enter')
  await expect(marksOf(page, 'highlight').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveText('UndoCtrl Z')
  await saved(page)
  await press(page, 'Control+z')
  await expect(marksOf(page, 'highlight')).toHaveCount(0)

  await press(page, 'Control+k')
  await page.keyboard.type('keys')
  await press(page, 'Enter')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await tabTo(page, help.getByRole('switch', { name: 'Single keys' }))
  await press(page, 'Space', 'Escape')
  await expect(help).toHaveCount(0)
  await press(page, 'w')
  await selects(page, 'The')
})

test('what types elsewhere does nothing here: fields, other alphabets, AltGr, the browser’s own keys', async ({
  asChecker: page,
}) => {
  const id = await importText(page, 'Typed elsewhere')
  await open(page, id)
  // A selection that was drawn goes on to be moved by the browser, letter by letter.
  await page.evaluate(() => {
    const paragraph = document.querySelector('.reading p:not(:has(b))')?.firstChild
    if (paragraph) document.getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, 3)
  })
  await expect(selectionBar(page)).toBeVisible()
  await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight')
  expect(await selectedIn(page)).toHaveLength(5)
  const send = (init: Readonly<Record<string, string | boolean>>) =>
    page.evaluate((given) => {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...given })
      return !document.body.dispatchEvent(event)
    }, init)
  expect(await send({ key: 'h', code: 'KeyH', altKey: true, ctrlKey: true })).toBe(false)
  expect(await send({ key: 'ħ', code: 'KeyH', modifierAltGraph: true })).toBe(false)
  expect(await send({ key: 'h', code: 'KeyH', isComposing: true })).toBe(false)
  expect(await send({ key: 'h', code: 'KeyH', metaKey: true })).toBe(false)
  await expect(marksOf(page, 'highlight')).toHaveCount(0)
  // On a Russian keyboard the key that has an H types р.
  expect(await send({ key: 'р', code: 'KeyH' })).toBe(true)
  await expect(marksOf(page, 'highlight')).toHaveCount(1)
})
