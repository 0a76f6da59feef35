import type { Page } from '@playwright/test'
import { expect, test } from './support'

/** Posts to the API as whoever is signed in on `page`. */
export const post = async (page: Page, path: string, data: object): Promise<{ readonly id: string }> => {
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  const answer = await page.request.post(`/api/v1${path}`, { headers: { Origin: origin }, data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

/** Annotates the `nth` place, from 0, where these words stand in the newest revision. */
export const annotate = async (page: Page, id: string, exact: string, more: object, nth = 0): Promise<string> => {
  const { revision } = await (await page.request.get(`/api/v1/transcripts/${id}`)).json()
  let start = -1
  for (let at = 0; at <= nth; at += 1) start = revision.text.indexOf(exact, start + 1)
  const input = { revision: revision.number, start, end: start + exact.length, exact, ...more }
  return (await post(page, `/transcripts/${id}/annotations`, input)).id
}

/** Proposes other words for them. */
export const propose = (page: Page, id: string, exact: string, to: string, nth = 0): Promise<string> =>
  annotate(page, id, exact, { kind: 'correction', correction: { to } }, nth)

/** Highlights them. */
export const highlight = (page: Page, id: string, exact: string): Promise<string> =>
  annotate(page, id, exact, { kind: 'highlight' })

/** A note that says this. */
export const noteOf = (text: string) => ({
  kind: 'note',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
})

/** Makes the next revision, in which other words stand in their place: proposed and accepted, by an editor. */
export const correct = async (page: Page, id: string, exact: string, to: string, reason?: string): Promise<void> => {
  const ids = [await propose(page, id, exact, to)]
  const { revision } = await (await page.request.get(`/api/v1/transcripts/${id}`)).json()
  await post(page, `/transcripts/${id}/corrections`, { action: 'accept', ids, revision: revision.number, reason })
}

/** Takes words out of the text, or puts others there. */
export const takeOut = (page: Page, id: string, exact: string, to = ''): Promise<void> => correct(page, id, exact, to)
