import type { Page } from '@playwright/test'
import { faultsOf } from './axe'
import { cardOn, expect, filterBar, fresh, importText, marksOf, open, ready, selectionBar, test } from './support'

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
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const codebook = 'name,colour,note\nplaces,pink,Where it was said.\nfigures,blue,\n'
/** Goes to a page of a desk with nothing in it, which is made where it is not there yet. */
const emptyDesk = async (page: Page, path: string) => {
  const headers = { Origin: new URL(page.url()).origin }
  await page.request.post('/api/v1/desks', { headers, data: { name: fresh('Nothing yet') } })
  await visit(`/desks/${fresh('nothing-yet')}${path}`)(page)
}
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
    ['a token that is not named', click('button', 'Make token')],
    [
      'a token that was made',
      async (page) => {
        await page.getByLabel('What it is for').fill('Looked at by axe')
        await page.getByRole('button', { name: 'Make token' }).click()
        await expect(page.getByLabel('Token', { exact: true })).toBeVisible()
      },
    ],
    ['the reference of the API', visit('/api-docs')],
    ['a desk without transcripts', (page) => emptyDesk(page, '')],
    ['an empty codebook', (page) => emptyDesk(page, '/tags')],
    [
      'a new tag that says nothing',
      async (page) => {
        await page.getByRole('button', { name: 'Add a tag' }).click()
        await page.getByRole('button', { name: 'Add', exact: true }).click()
        await expect(page.getByText('Write the tag first.')).toBeVisible()
      },
    ],
    [
      'what the import of a codebook would do',
      async (page) => {
        await page.locator('main input[type=file]').setInputFiles(file('tags.csv', codebook))
        await expect(page.getByRole('region', { name: 'What the import would do' })).toBeVisible()
      },
    ],
    [
      'a codebook',
      async (page) => {
        await page.getByRole('button', { name: 'Import', exact: true }).click()
        await expect(page.getByRole('list', { name: 'Tags' })).toContainText('places')
      },
    ],
    ['a tag that is edited', click('button', 'Edit places')],
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
    [
      'importing several files, some of which are refused',
      async (page) => {
        const chosen = [file('dark.txt', fresh('Dark')), file('empty.txt', ''), file('page.html', '<p>Short.</p>')]
        await page.getByRole('dialog').locator('input[type=file]').setInputFiles(chosen)
        await page.getByRole('button', { name: 'Import 4 files' }).click()
        await expect(page.getByRole('dialog').getByRole('alert').first()).toBeVisible()
        await expect(page.getByRole('list', { name: 'How it was read' }).first()).toBeVisible()
      },
    ],
    ['importing what is pasted', click('tab', 'Paste')],
    [
      'an import that goes on without its window',
      async (page) => {
        await page.getByRole('tab', { name: 'Files' }).click()
        await page
          .getByRole('dialog')
          .locator('input[type=file]')
          .setInputFiles(file('long.txt', 'Marrant: Late.\nValkov: Not.\n'.repeat(240_000)))
        await page.getByRole('button', { name: 'Import', exact: true }).last().click()
        await page.getByRole('button', { name: 'Close and go on' }).click()
        await expect(page.getByRole('region', { name: 'Imports' })).toContainText('long.txt')
      },
    ],
  ])
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, [
    ['the list, narrow', visit(desk)],
    ['the people of a desk, narrow', visit(`${desk}/people`)],
    ['the settings of a desk, narrow', visit(`${desk}/settings`)],
    ['a codebook, narrow', (page) => emptyDesk(page, '/tags')],
    ['the reference of the API, narrow', visit('/api-docs')],
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
        await expect(page.getByLabel('Tag to add')).toBeFocused()
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
  await expect(asEditor.getByText('In review')).toBeVisible()
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
  ])
})
