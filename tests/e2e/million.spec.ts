import { cardsOf, expect, fresh, importText, marksOf, open, selectionBar, test, textOf } from './support'

const wordsInTurn = 70
const turns = 13_600

/** Turns of four speakers, a little under a million words. No two paragraphs are alike. */
const millionWords = (): string => {
  const words = 'the north quay and maybe a road to islands where nobody reads an annex'.split(' ')
  const turn = (number: number) => {
    const said = Array.from(
      { length: wordsInTurn },
      (_, at) => words[(number * 7 + at * (1 + (number % 5))) % words.length],
    )
    return `${['Marrant', 'Valkov', 'Clerk', 'Harbour master'][number % 4]}: Point ${number}, ${said.join(' ')}.`
  }
  return `${Array.from({ length: turns }, (_, number) => turn(number)).join('\n\n')}\n`
}

test('a million words open, take a highlight and a note at both ends, and leave with them', async ({
  asChecker: page,
}) => {
  const text = millionWords()
  const id = await importText(page, fresh('A million words'), text)
  await open(page, id)
  await expect(page.locator('main h1 + p')).toContainText('996,200 words')

  // The first word, by keyboard.
  await page.keyboard.press('w')
  await page.keyboard.press('h')
  await expect(marksOf(page, 'highlight').first()).toBeVisible()

  // A word of the last paragraph, by a double click.
  const last = textOf(page).locator('p').last()
  await last.scrollIntoViewIfNeeded()
  await last.dblclick({ position: { x: 30, y: 40 } })
  await expect(selectionBar(page)).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('form', { name: 'New note' }).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('The last point of all.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cardsOf(page, /The last point of all/)).toBeVisible()
  await expect(page.locator('footer', { hasText: 'All changes saved' })).toBeVisible()

  // Its address is that of the note by now.
  await page.reload()
  await expect(marksOf(page, 'note').first()).toBeVisible()
  for (const format of ['html', 'markdown', 'csv', 'json']) {
    const answer = await page.request.get(`/api/v1/transcripts/${id}/export/${format}`)
    const file = await answer.text()
    expect(file).toContain('The last point of all')
    expect(file.toLowerCase()).toContain('highlight')
    if (format !== 'csv') expect(file).toContain(`Point ${turns - 1},`)
  }
})
