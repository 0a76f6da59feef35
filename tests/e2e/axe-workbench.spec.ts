import type { Page } from '@playwright/test'
import { click, dialog, look, type State, visit } from './axe'
import {
  cardOn,
  expect,
  filterBar,
  fresh,
  importText,
  marksOf,
  open,
  ready,
  selectionBar,
  test,
  topBar,
} from './support'

const demo = async (page: Page) => {
  await visit(`/desks/foreign-desk?q=harbour`)(page)
  await page.getByRole('link', { name: 'The harbour call' }).click()
  await page.waitForURL(/\/transcripts\//)
  await ready(page)
  await expect(marksOf(page, 'flag').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}

test('axe finds nothing on the workbench', async ({ asEditor: page }) => {
  const cards = ['highlight', 'note', 'check', 'flag', 'correction'].map(
    (kind): State => [
      `the card of a ${kind}`,
      async (page) => {
        await page.keyboard.press('Escape')
        await marksOf(page, kind).first().click()
        await expect(page.locator('[data-card][data-chosen]')).toBeVisible()
      },
    ],
  )
  const begin = async (page: Page, key: string) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await expect(selectionBar(page)).toBeVisible()
    await page.keyboard.press(key)
    await expect(page.getByRole('form')).toBeVisible()
  }
  await look(page, [
    ['the demo', demo],
    ...cards,
    ['the menu of a card', click('button', 'More to do with this card')],
    [
      'the list of keys',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('?')
        await dialog(page)
      },
    ],
    [
      'the words of the filter, with what completes them',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('/')
        await page.keyboard.press('End')
        await page.keyboard.type(' ')
        await page.keyboard.press('ArrowDown')
        await expect(page.getByRole('option', { selected: true })).toBeVisible()
      },
    ],
    [
      'a filter that means nothing',
      async (page) => {
        await page.keyboard.type('colour:red')
        await page.keyboard.press('Enter')
        await expect(page.getByText('There is no filter “colour:”')).toBeVisible()
      },
    ],
    [
      'the panel of the filter',
      async (page) => {
        for (let at = 0; at < 10; at++) await page.keyboard.press('Backspace')
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: 'Filter…' }).click()
        await expect(page.getByRole('group', { name: 'State' })).toBeVisible()
      },
    ],
    [
      'cards that are picked',
      async (page) => {
        await page.keyboard.press('Escape')
        await filterBar(page).getByRole('button', { name: 'Pick all' }).click()
        await expect(filterBar(page).getByText(/\d+ picked/)).toBeVisible()
      },
    ],
    [
      'their tags',
      async (page) => {
        await page.getByRole('button', { name: 'Tags…' }).click()
        await expect(filterBar(page).getByLabel('Tag to add')).toBeFocused()
      },
    ],
    [
      'their dismissal, without a reason',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Dismiss…' }).click()
        await page.getByRole('button', { name: 'Dismiss', exact: true }).last().click()
        await expect(page.getByText(/Say why these are no fault/)).toBeVisible()
      },
    ],
    [
      'what can be done, by name',
      async (page) => {
        await filterBar(page).getByRole('button', { name: 'Let go' }).click()
        await page.keyboard.press('ControlOrMeta+k')
        await expect(page.getByRole('combobox', { name: 'What to do' })).toBeFocused()
      },
    ],
    [
      'the export menu',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Export' }).click()
        await expect(page.getByRole('menuitem', { name: /CSV/ })).toBeVisible()
      },
    ],
    [
      'details',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Edit details' }).click()
        await dialog(page)
      },
    ],
    [
      'reply',
      async (page) => {
        await page.keyboard.press('Escape')
        await (await cardOn(page, 'check', /^Source check/)).first().click()
        await page.keyboard.press('m')
        await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused()
      },
    ],
    [
      'a flag that is dismissed without a reason',
      async (page) => {
        await page.keyboard.press('Escape')
        await (await cardOn(page, 'flag', /^Name/)).first().click()
        await page.keyboard.press('x')
        await page.getByRole('form').getByRole('button', { name: 'Dismiss' }).click()
        await expect(page.getByRole('form').locator('[aria-invalid=true]')).toBeVisible()
        await page.keyboard.press('Escape')
        await (await cardOn(page, 'check', /^Source check/)).first().click()
      },
    ],
    [
      'evidence',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('v')
        await expect(page.getByRole('form')).toBeVisible()
      },
    ],
  ])
  const id = await importText(page, fresh('Written on under axe'))
  await look(page, [
    [
      'a text without marks',
      async (page) => {
        await open(page, id)
      },
    ],
    [
      'words selected',
      async (page) => {
        await page.keyboard.press('w')
        await expect(selectionBar(page)).toBeVisible()
      },
    ],
    ...(['n', 'c', 'f', 'r'] as const).map((key): State => [`the form of ${key}`, (page) => begin(page, key)]),
    [
      'words rewritten in their place',
      async (page) => {
        await begin(page, 'e')
        await expect(page.getByRole('textbox', { name: 'The words of this paragraph' })).toBeFocused()
        await page.keyboard.type('Not so')
        await expect(page.getByRole('list', { name: 'What is changed' })).toBeVisible()
      },
    ],
    [
      'a turn',
      async (page) => {
        await page.keyboard.press('ControlOrMeta+z')
        await expect(page.getByRole('list', { name: 'What is changed' })).toHaveCount(0)
        await begin(page, 't')
        await expect(page.getByRole('combobox', { name: 'Who speaks here' })).toBeFocused()
      },
    ],
    [
      'where a turn is split',
      async (page) => {
        await page.getByText('Split', { exact: true }).click()
        await expect(page.getByRole('combobox', { name: 'Who speaks in it' })).toBeVisible()
        await page.keyboard.press('ControlOrMeta+Enter')
      },
    ],
    [
      'a form that misses something',
      async (page) => {
        await begin(page, 'f')
        await page.keyboard.press('ControlOrMeta+Enter')
        await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
      },
    ],
    [
      'a highlight, with its undo',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('w')
        await expect(selectionBar(page)).toBeVisible()
        await page.keyboard.press('h')
        await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
      },
    ],
    [
      'a draft in its list',
      async (page) => {
        await begin(page, 'f')
        await page.getByLabel('Reason').fill('Two figures for one thing.')
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: /1 draft/ }).click()
        await expect(page.getByRole('list', { name: 'Drafts' })).toBeVisible()
      },
    ],
    [
      'what waits for a connection',
      async (page) => {
        await page.getByRole('list', { name: 'Drafts' }).getByRole('button', { name: 'Continue' }).click()
        await page.context().setOffline(true)
        await page.keyboard.press('ControlOrMeta+Enter')
        await page.getByRole('button', { name: /1 change waiting/ }).click()
        await expect(page.getByRole('list', { name: 'Waiting to be saved' })).toBeVisible()
      },
    ],
  ])
})

test('axe finds nothing on the workbench of one who may send it back', async ({ asOwner: page, asEditor }) => {
  const id = await importText(asEditor, fresh('Sent back under axe'))
  await open(asEditor, id)
  for (const step of ['Start checking', 'Send to review']) await asEditor.getByRole('button', { name: step }).click()
  await expect(topBar(asEditor)).toContainText('In review')
  await open(page, id)
  await look(page, [
    [
      'a reason that is not given',
      async (page) => {
        await page.getByRole('button', { name: 'Send back' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click()
        await expect(page.getByText('Say what is still to do.')).toBeVisible()
      },
    ],
    ['the demo', demo],
    [
      'its export, narrow',
      async (page) => {
        await page.setViewportSize({ width: 390, height: 844 })
        await expect(page.getByRole('button', { name: 'Outline, speakers and filters' })).toBeVisible()
      },
    ],
    [
      'the card in its sheet',
      async (page) => {
        await marksOf(page, 'note').first().click()
        await expect(page.getByRole('region', { name: 'The chosen annotation' })).toBeVisible()
      },
    ],
    [
      'the drawer',
      async (page) => {
        await page.getByRole('button', { name: 'Outline, speakers and filters' }).click()
        await dialog(page)
      },
    ],
    [
      'picked in the drawer',
      async (page) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Pick all' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Dismiss…' }).click()
        await expect(page.getByRole('dialog').getByLabel('Why are these no fault?')).toBeFocused()
      },
    ],
  ])
})
