import type { Page } from '@playwright/test'
import { annotate, highlight, noteOf, takeOut } from './annotating'
import { click, dialog, look, visit } from './axe'
import { expect, fresh, importText, test } from './support'

const desk = '/desks/foreign-desk'

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const subtitles = 'WEBVTT\n\nNOTE By the night desk.\n\n00:01.000 --> 00:04.000\n<v Marrant>Late again.\n'
/** From now on no page can be drawn that writes a figure, until it is mended. */
const breakFigures = (page: Page) =>
  page.evaluate(() => {
    const write = Number.prototype.toLocaleString
    Number.prototype.toLocaleString = () => {
      throw new Error('cannot be drawn')
    }
    window.addEventListener('mended', () => {
      Number.prototype.toLocaleString = write
    })
  })
const codebook = 'name,colour,note\nplaces,pink,Where it was said.\nfigures,blue,\n'
/** Goes to a page of a desk with nothing in it, which is made where it is not there yet. */
const emptyDesk = async (page: Page, path: string) => {
  const headers = { Origin: new URL(page.url()).origin }
  await page.request.post('/api/v1/desks', { headers, data: { name: fresh('Nothing yet') } })
  await visit(`/desks/${fresh('nothing-yet')}${path}`)(page)
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
    ['nothing at an address that never was', visit('/nowhere/at/all')],
    [
      'a page that could not be drawn',
      async (page) => {
        await visit(desk)(page)
        await breakFigures(page)
        await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'Draft' }).click()
        await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible()
      },
    ],
    [
      'the same once it is tried again',
      async (page) => {
        await page.evaluate(() => window.dispatchEvent(new Event('mended')))
        await page.getByRole('button', { name: 'Try again' }).click()
        await expect(page.getByRole('heading', { name: 'Foreign desk' })).toBeVisible()
      },
    ],
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
    [
      'the reference with all of it opened',
      (page) =>
        page.locator('main details').evaluateAll((all) => {
          for (const one of all) (one as HTMLDetailsElement).open = true
        }),
    ],
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
    [
      'a codebook that the import would change',
      async (page) => {
        await page.getByRole('form', { name: 'Edit tag' }).getByRole('button', { name: 'Close' }).click()
        const changed = codebook.replace('pink,Where it was said.', 'teal,Where it was said to be.')
        await page.locator('main input[type=file]').setInputFiles(file('tags.csv', changed))
        const changes = page.getByRole('list', { name: 'What changes' })
        await expect(changes).toHaveText(/places.*pink becomes.*teal.*Where it was said to be/)
        await expect(page.getByText('1 unchanged:')).toBeVisible()
      },
    ],
    [
      'a tag that is to be taken out',
      async (page) => {
        await page.getByRole('button', { name: 'Take out places' }).click()
        await dialog(page)
      },
    ],
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
        const chosen = [file('dark.txt', fresh('Dark')), file('empty.txt', ''), file('call.vtt', subtitles)]
        await page.getByRole('dialog').locator('input[type=file]').setInputFiles(chosen)
        await page.getByRole('button', { name: 'Import 4 files' }).click()
        await expect(page.getByRole('dialog').getByRole('alert').first()).toBeVisible()
        await expect(page.getByRole('list', { name: 'How it was read' }).first()).toBeVisible()
      },
    ],
    ['importing what is pasted', click('tab', 'Paste')],
    [
      'a file that was refused, told without its window',
      async (page) => {
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
        await expect(page.getByRole('region', { name: 'Imports' })).toContainText('empty.txt')
        await page.getByRole('button', { name: 'Import', exact: true }).click()
      },
    ],
    [
      'an import that goes on without its window',
      async (page) => {
        await dialog(page)
        await page.getByRole('tab', { name: 'Files' }).click()
        await page
          .getByRole('dialog')
          .locator('input[type=file]')
          .setInputFiles(file('overnight.txt', 'Marrant: Late.\nValkov: Not.\n'.repeat(240_000)))
        await page.getByRole('button', { name: 'Import', exact: true }).last().click()
        await page.getByRole('button', { name: 'Close and go on' }).click()
        await expect(page.getByRole('region', { name: 'Imports' })).toContainText('overnight.txt')
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

test('axe finds nothing on the repair queue', async ({ asEditor: page }) => {
  const id = await importText(page, fresh('Repaired under axe'))
  await annotate(page, id, 'counted by hand', noteOf('By whom?'))
  await highlight(page, id, 'Two crews')
  await takeOut(page, id, 'It was counted by hand, night by night')
  await takeOut(page, id, 'Two crews, two boats', 'One crew')
  await look(page, [
    ['the repair queue', visit(`/transcripts/${id}/repair`)],
    ['a doubtful place', (page) => page.keyboard.press('l')],
    [
      'the end of the queue',
      async (page) => {
        await page.keyboard.press('l')
        await expect(page.getByText('You have been through all of them')).toBeVisible()
      },
    ],
    ['a text with the sign of lost words', visit(`/transcripts/${id}`)],
  ])
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, [['the repair queue, narrow', visit(`/transcripts/${id}/repair`)]])
})
