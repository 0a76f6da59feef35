import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { stories, written } from './stories'
import {
  cardOn,
  cardsOf,
  comeBack,
  dragOver,
  expect,
  filterBar,
  listenForFaults,
  marksOf,
  open,
  people,
  ready,
  saved,
  selectionBar,
  signIn,
  test,
  textOf,
  topBar,
} from './support'

const newPage = async (browser: Browser, baseURL: string | undefined) => {
  const page = await (await browser.newContext({ baseURL })).newPage()
  return { page, faults: listenForFaults(page) }
}

for (const story of stories) {
  const name = basename(story.path)
  test(`the first run, on ${name}`, async ({ browser, baseURL }) => {
    test.skip(!existsSync(story.path), `${story.path} is not here`)
    test.setTimeout(180_000)
    const { page, faults } = await newPage(browser, baseURL)
    const save = () => page.keyboard.press('ControlOrMeta+Enter')

    await test.step('a checker signs in, comes to the desk and imports the article', async () => {
      await signIn(page, people.checker.email)
      await page.goto('/')
      await expect(page).toHaveURL(/\/desks\/foreign-desk$/)
      await page.getByRole('button', { name: 'Import' }).click()
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(story.path)
      await page.getByRole('dialog').getByLabel('Title').fill(`First run on ${name}`)
      await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click()
      await expect(page.getByRole('heading', { name: `First run on ${name}`, level: 1 })).toBeVisible()
      const text = await readFile(story.path, 'utf8')
      await expect.poll(() => textOf(page).evaluate((article) => article.textContent)).toBe(text)
    })
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await ready(page)

    await test.step('starts the checking', async () => {
      await page.getByRole('button', { name: 'Start checking' }).click()
      await expect(topBar(page)).toContainText('Checking')
    })

    await test.step('highlights with the mouse and one key', async () => {
      await dragOver(page, story.highlight)
      await page.keyboard.press('h')
      await expect(marksOf(page, 'highlight')).toHaveText(story.highlight)
      await expect(selectionBar(page)).toBeHidden()
      await saved(page)
    })

    await test.step('writes a note with bold words, a list and a link', async () => {
      await dragOver(page, story.note)
      await page.keyboard.press('n')
      const note = page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })
      await expect(note).toBeFocused()
      await page.keyboard.type('Is this so? ')
      await page.keyboard.press('ControlOrMeta+b')
      await page.keyboard.type(written.note)
      await page.keyboard.press('ControlOrMeta+b')
      await page.keyboard.press('Enter')
      await page.keyboard.type('- the minutes')
      await page.keyboard.press('Enter')
      await page.keyboard.type('the harbour log')
      await page.keyboard.press('Shift+Home')
      await page.getByRole('button', { name: 'Link', exact: true }).click()
      await page.getByRole('textbox', { name: 'Enter URL' }).fill('https://lantern.example/log')
      await page.keyboard.press('Enter')
      await note.focus()
      await save()
      const card = cardsOf(page, /^Note by Teodor Sand/)
      await expect(card.getByRole('strong')).toHaveText(written.note)
      await expect(card.getByRole('listitem')).toHaveText(['the minutes', 'the harbour log'])
      await expect(card.getByRole('link', { name: 'the harbour log' })).toHaveAttribute(
        'href',
        'https://lantern.example/log',
      )
      await expect(marksOf(page, 'note')).toHaveText(story.note)
      await saved(page)
    })

    await test.step('checks a claim against a source, with a verdict and evidence', async () => {
      await dragOver(page, story.check)
      await page.keyboard.press('c')
      const form = page.getByRole('form', { name: 'New source check' })
      await form.getByLabel('Claim').fill(written.claim)
      await form.getByLabel('Verdict').selectOption({ label: 'Mostly true' })
      await form.getByRole('button', { name: '+ Evidence' }).click()
      await form.getByRole('textbox', { name: 'Source' }).fill(written.source)
      await form.getByRole('textbox', { name: 'Link' }).fill('https://lantern.example/count')
      await form.getByText('Supports').click()
      await form.getByRole('textbox', { name: 'Quote' }).fill(written.passage)
      await form.getByRole('button', { name: '+ Tags' }).click()
      await form.getByLabel('Tags').fill('figures')
      await form.getByRole('button', { name: 'Save' }).click()
      const card = cardsOf(page, /^Source check by Teodor Sand/)
      await expect(card).toContainText(written.claim)
      await expect(card).toContainText('Mostly true')
      const evidence = card.getByRole('list', { name: 'Evidence' })
      await expect(evidence).toContainText('Supports')
      await expect(evidence.getByRole('link', { name: written.source })).toHaveAttribute(
        'href',
        'https://lantern.example/count',
      )
      await expect(card.getByRole('list', { name: 'Tags' })).toHaveText('figures')
      await saved(page)
    })

    await test.step('flags an inconsistency and proposes a correction', async () => {
      await dragOver(page, story.flag)
      await selectionBar(page).getByRole('button', { name: 'Flag' }).click()
      const flag = page.getByRole('form', { name: 'New flag' })
      await expect(flag.getByLabel('Found')).toHaveValue(story.flag)
      await flag.getByRole('button', { name: 'Save' }).click()
      await expect(flag.getByText('Say why, so that the next person can judge it.').last()).toBeVisible()
      await flag.getByLabel('Expected').fill('one of them')
      await flag.getByLabel('Kind of fault').selectOption({ label: 'Number' })
      await flag.getByLabel('Reason').fill(written.reason)
      await save()
      await expect(cardsOf(page, /^Number by Teodor Sand/)).toContainText(written.reason)

      await dragOver(page, story.correction.from)
      await page.keyboard.press('r')
      const correction = page.getByRole('form', { name: 'New correction' }).getByLabel('Replace with')
      await expect(correction).toHaveValue(story.correction.from)
      await correction.fill(story.correction.to)
      await save()
      await expect(marksOf(page, 'correction')).toHaveText(story.correction.from)
      await expect(cardsOf(page, /^Correction by Teodor Sand/)).toContainText(story.correction.to)
      await saved(page)
    })

    await test.step('annotates with the keyboard alone', async () => {
      await page.getByRole('main').focus()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('w')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await expect(selectionBar(page)).toBeVisible()
      await page.keyboard.press('h')
      await saved(page)
      await expect(filterBar(page).getByRole('button', { name: /^Open 6/ })).toBeVisible()
      const chosen = cardsOf(page).and(page.locator('[aria-current]'))
      const { marks } = await (await page.request.get(`/api/v1/transcripts/${id}/marks`)).json()
      const [first, ...rest] = marks.map((mark: { readonly id: string }) => mark.id)
      await expect(async () => {
        await page.keyboard.press('k')
        await expect(chosen).toHaveAttribute('data-card', first, { timeout: 500 })
      }).toPass()
      for (const next of rest) {
        await page.keyboard.press('j')
        await expect(chosen).toHaveAttribute('data-card', next)
      }
    })

    const other = await newPage(browser, baseURL)
    const editor = other.page
    await test.step('an editor sees all of it and replies; the checker finds the reply on coming back', async () => {
      await signIn(editor, people.editor.email)
      await open(editor, id)
      const card = await cardOn(editor, 'note', /^Note by Teodor Sand/)
      await card.click()
      await card.getByRole('button', { name: /^Reply/ }).click()
      await expect(card.getByRole('textbox', { name: 'Reply' })).toBeFocused()
      await editor.keyboard.type(written.reply)
      await editor.keyboard.press('ControlOrMeta+Enter')
      await expect(card.getByRole('list', { name: 'Replies' })).toContainText(`${people.editor.name} ${written.reply}`)
      await saved(editor)

      const mine = await cardOn(page, 'note', /^Note by Teodor Sand/)
      await expect(mine).toContainText(written.note)
      await expect(mine.getByRole('list', { name: 'Replies' })).toHaveCount(0)
      await comeBack(page)
      await expect(mine.getByRole('list', { name: 'Replies' })).toContainText(written.reply)
    })

    await test.step('the chips filter the cards, and the address keeps the filter', async () => {
      await filterBar(page)
        .getByRole('button', { name: /^Flags 1/ })
        .click()
      await expect(page).toHaveURL(/kind=flag/)
      await expect(cardsOf(page)).toHaveCount(1)
      await expect(marksOf(page, 'highlight')).toHaveCount(0)
      await expect(page.getByText('1 of 6 shown')).toBeVisible()
      await page.reload()
      await ready(page)
      await expect(cardsOf(page, /^Number by Teodor Sand/)).toBeVisible()
      await expect(cardsOf(page)).toHaveCount(1)
      await filterBar(page).getByRole('button', { name: 'Clear' }).click()
      await expect(page).not.toHaveURL(/kind=/)
      await expect(marksOf(page, 'highlight').first()).toBeVisible()
    })

    await test.step('an annotation has an address of its own', async () => {
      const card = await cardOn(page, 'correction', /^Correction by Teodor Sand/)
      const annotation = await card.getAttribute('data-card')
      await editor.goto('/')
      await open(editor, id, `#${annotation}`)
      await expect(cardsOf(editor, /^Correction by Teodor Sand/)).toHaveAttribute('aria-current', 'true')
      await expect(marksOf(editor, 'correction').first()).toBeInViewport()
    })

    await test.step('edits a note, deletes a flag and takes that back', async () => {
      const note = await cardOn(page, 'note', /^Note by Teodor Sand/)
      await note.click()
      await note.getByRole('button', { name: /^Edit/ }).first().click()
      await note.getByRole('textbox', { name: 'Note' }).click()
      await page.keyboard.press('ControlOrMeta+Home')
      await page.keyboard.type('Again: ')
      await save()
      await expect(note).toContainText('Again: Is this so?')
      await saved(page)

      const flag = await cardOn(page, 'flag', /^Number by Teodor Sand/)
      await flag.click()
      await flag.getByRole('button', { name: 'More to do with this card' }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await expect(flag).toHaveCount(0)
      await expect(marksOf(page, 'flag')).toHaveCount(0)
      await page.getByRole('button', { name: /^Undo/ }).click()
      await expect(flag).toHaveCount(1)
      await expect(marksOf(page, 'flag').first()).toBeVisible()
      await saved(page)
    })

    await test.step('the checker asks for review and cannot approve; the editor can', async () => {
      const vouches = async (one: Page, step: string) => {
        await one.getByRole('button', { name: step }).click()
        const question = one.getByRole('dialog', { name: `${step} with open annotations?` })
        await expect(question).toContainText(/annotations? (is|are) open: .*1 flag/)
        await question.getByRole('button', { name: step }).click()
      }
      await vouches(page, 'Send to review')
      await expect(topBar(page)).toContainText('In review')
      await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
      await open(editor, id)
      await vouches(editor, 'Approve')
      await expect(topBar(editor)).toContainText('Approved')
      await comeBack(page)
      await expect(topBar(page)).toContainText('Approved')
    })

    await test.step('hands it over in four formats, each with names, threads, verdicts, evidence and tags', async () => {
      for (const label of ['Web page', 'Markdown', 'CSV table', 'JSON']) {
        await page.getByRole('button', { name: 'Export' }).click()
        const coming = page.waitForEvent('download')
        await page
          .getByRole('menuitem', { name: label })
          .or(page.getByRole('link', { name: label }))
          .click()
        const download = await coming
        expect(download.suggestedFilename()).toMatch(/^\d{4}-\d{2}-\d{2}-.+\.(html|md|csv|json)$/)
        const held = await readFile(await download.path(), 'utf8')
        const wanted = [people.checker.name, people.editor.name, written.note, written.reply, written.claim]
        const verdict = label === 'JSON' ? 'mostly-true' : 'Mostly true'
        for (const words of [...wanted, verdict, written.source, written.passage, 'figures', written.reason]) {
          expect(held, `${label} holds “${words}”`).toContain(words)
        }
        await page.keyboard.press('Escape')
      }
    })

    expect([...faults, ...other.faults]).toEqual([])
    for (const each of [page, editor]) await each.context().close()
  })
}
