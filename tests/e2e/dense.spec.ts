import { press } from './keys'
import { cardsOf, expect, fresh, importText, marksOf, open, test } from './support'

test('more marks than there is room for cards: it says so, and leads to each', async ({ asChecker: page, baseURL }) => {
  const words = Array.from({ length: 60 }, (_, at) => `number${at}`)
  const text = `${words.join(' ')}.`
  const id = await importText(page, fresh('Dense'), text)
  for (const word of words) {
    const start = text.indexOf(word)
    const answer = await page.request.post(`/api/v1/transcripts/${id}/annotations`, {
      headers: { Origin: new URL(baseURL ?? '').origin },
      data: { kind: 'highlight', revision: 1, start, end: start + word.length, exact: word },
    })
    expect(answer.status()).toBe(201)
  }
  await open(page, id)
  await expect(cardsOf(page)).toHaveCount(48)
  const more = page.getByRole('button', { name: 'Show the next of them' })
  await expect(page.getByText('12 more on this screen')).toBeInViewport()
  await expect(cardsOf(page, /number48\b/)).toHaveCount(0)
  await more.click()
  await expect(cardsOf(page, /number48\b/)).toHaveAttribute('aria-current', 'true')
  await expect(cardsOf(page, /number59\b/)).toHaveCount(1)
  await more.click()
  await expect(cardsOf(page, /number0\b/)).toHaveAttribute('aria-current', 'true')
  // By a click on its words, and by key from there.
  await marksOf(page, 'highlight').last().click()
  await expect(cardsOf(page, /number59\b/)).toHaveAttribute('aria-current', 'true')
  await press(page, 'k')
  await expect(cardsOf(page, /number58\b/)).toHaveAttribute('aria-current', 'true')
})
