import type { Page } from '@playwright/test'

/** The transcripts that the pictures are taken of, by their ids. */
export type Scene = { readonly article: string; readonly recording: string; readonly inReview: string }

const codebook = `name,colour,note
figures,blue,"Every number that can be checked: amounts, dates, distances, votes."
legal,red,Ask the lawyer before it is published.
people,green,"Names and offices, as they were on the day."
quotation,violet,Words in quotation marks that are held against the recording.
`

/** Brings the demo where the pictures want it: a codebook, an empty desk, a transcript that waits for its review. */
export async function setScene(owner: Page, editor: Page): Promise<Scene> {
  const send = async (page: Page, method: string, path: string, data: object, headers: object = {}) => {
    const Origin = new URL(page.url()).origin
    const answer = await page.request.fetch(`/api/v1${path}`, { method, data, headers: { Origin, ...headers } })
    return answer.json()
  }
  await send(owner, 'POST', '/desks', { name: 'Night desk' })
  await send(editor, 'POST', '/desks/foreign-desk/tags/import', { text: codebook, apply: true })
  const answer = await editor.request.get('/api/v1/desks/foreign-desk/transcripts')
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] }
  const id = (title: string) => items.find((item) => item.title.startsWith(title))?.id ?? ''
  const title = 'The interview with the minister for fisheries on the ferries, the winter timetable and the third crew'
  const asked =
    id(title) || (await send(editor, 'POST', '/desks/foreign-desk/transcripts', { title, text: interview })).id
  for (const state of ['checking', 'in-review']) {
    const { version } = await (await editor.request.get(`/api/v1/transcripts/${asked}`)).json()
    await send(editor, 'PATCH', `/transcripts/${asked}`, { state }, { 'If-Match': `"${version}"` })
  }
  return { article: id('The harbour call'), recording: id('Full transcript'), inReview: asked }
}

const interview = `Lantern: Minister, will there be a boat after ten?

Minister: There will be one when there is a crew for it.
`
