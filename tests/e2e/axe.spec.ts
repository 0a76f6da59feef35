import type { Page } from '@playwright/test'
import { faultsOf } from './axe'
import { cardOn, expect, fresh, importText, marksOf, open, ready, selectionBar, test } from './support'

const desk = '/desks/foreign-desk'

/** What is looked at, and how one comes there from the state before. */
type State = readonly [string, (page: Page) => Promise<unknown>]

/** Goes through the states one after another, and says at the end what is wrong in any: each fault once, and where. */
const look = async (page: Page, states: readonly State[]) => {
  const where = new Map<string, Set<string>>()
  for (const [name, go] of states) {
    await test.step(name, async () => {
      await go(page)
      for (const [scheme, fault] of await faultsOf(page)) {
        where.set(fault, (where.get(fault) ?? new Set()).add(`${name} (${scheme})`))
      }
    })
  }
  expect([...where].map(([fault, states]) => `${fault} IN ${[...states].join(', ')}`)).toEqual([])
}

const visit =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await ready(page)
  }
const click =
  (role: 'button' | 'tab' | 'menuitem', name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole(role, { name }).first().click()
const dialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible()
const demo = async (page: Page) => {
  await visit(`${desk}?q=harbour`)(page)
  await page.getByRole('link', { name: 'The harbour call' }).click()
  await page.waitForURL(/\/transcripts\//)
  await ready(page)
  await expect(marksOf(page, 'flag').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}

test('axe finds nothing on the pages before the desk', async ({ page }) => {
  await look(page, [
    ['sign-in', visit('/sign-in')],
    ['sign-in, refused', click('button', /^Sign in$/)],
    ['a link to join that is spent', visit('/join?token=spent')],
    ['a link to set up that is spent', visit('/set-up?token=spent')],
  ])
})

test('axe finds nothing on the pages of the desk', async ({ asOwner: page }) => {
  await importText(page, fresh('Looked at by axe'))
  await look(page, [
    ['the desks', visit('/desks')],
    ['site people', visit('/people')],
    ['account', visit('/account')],
    ['nothing at this address', visit('/desks/no-such-desk')],
    ['the people of a desk', visit(`${desk}/people`)],
    ['the settings of a desk', visit(`${desk}/settings`)],
    ['the trash', visit(`${desk}/trash`)],
    ['a search that finds nothing', visit(`${desk}?q=nothing-has-this-title`)],
    ['the list', visit(desk)],
    ['the account menu', click('button', /account menu/)],
    [
      'the menu of a transcript',
      async (page) => {
        await page.keyboard.press('Escape')
        await page
          .getByRole('button', { name: /^Actions for/ })
          .first()
          .click()
      },
    ],
    [
      'its details',
      async (page) => {
        await page.getByRole('menuitem', { name: 'Edit details' }).click()
        await dialog(page)
      },
    ],
    [
      'importing',
      async (page) => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Import' }).click()
        await dialog(page)
      },
    ],
    [
      'importing a file',
      (page) =>
        page.getByRole('dialog').locator('input[type=file]').setInputFiles('tests/fixtures/ferry-timetable.txt'),
    ],
    ['importing what is pasted', click('tab', 'Paste')],
  ])
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, [
    ['the list, narrow', visit(desk)],
    ['the people of a desk, narrow', visit(`${desk}/people`)],
  ])
})

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
  ])
})

test('axe finds nothing on the workbench of one who may send it back', async ({ asOwner: page }) => {
  await look(page, [
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
  ])
})
