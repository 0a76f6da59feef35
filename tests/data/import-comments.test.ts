import { expect, it } from 'vitest'
import { db } from '@/lib/data/db'
import { documentFiles, partOf, zipOf } from '@/lib/import/docx/sample'
import { apiRoutes } from './support/routes'
import { makeWorld, send } from './support/world'

/** A Word document whose every paragraph carries a comment of Ann Quay's; the first is answered, and all are resolved but it. */
const commented = (count: number) => {
  const said = (id: number, author: string, words: string) =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2031-03-11T14:05:00Z"><w:p w14:paraId="${(id + 1).toString(16).padStart(8, '0')}"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`
  const id = (at: number) => (at + 1).toString(16).padStart(8, '0')
  const marked = Array.from(
    { length: count },
    (_, at) =>
      `<w:p><w:commentRangeStart w:id="${at}"/><w:r><w:t>Marrant</w:t></w:r><w:commentRangeEnd w:id="${at}"/><w:r><w:t xml:space="preserve"> spoke, number ${at}.</w:t></w:r></w:p>`,
  )
  const comments = marked.map((_, at) => said(at, 'Ann Quay', 'One t?')).join('')
  const done = marked.map((_, at) => `<x:commentEx x:paraId="${id(at)}" x:done="${at === 0 ? 0 : 1}"/>`).join('')
  const answer = `<x:commentEx x:paraId="${id(count)}" x:paraIdParent="${id(0)}" x:done="0"/>`
  const parts = {
    comments: partOf('comments', comments + said(count, 'Ben Ost', 'Agreed.')),
    commentsExtended: `<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml">${done}${answer}</x:commentsEx>`,
  }
  const body = new FormData()
  const bytes = new Uint8Array(zipOf(documentFiles(marked.join(''), parts)))
  body.set('file', new File([bytes], 'commented.docx'))
  return body
}

it('comments of a Word document become notes of whoever imports it, in one change that says who wrote them', async () => {
  const count = 2_000
  const world = await makeWorld()
  const found = (await apiRoutes()).find(({ verb, path }) => verb === 'POST' && path === 'desks/[desk]/transcripts')
  if (found === undefined) throw new Error('there is no route to import by')
  const ask = { params: { desk: world.desk.id }, body: commented(count) }
  const answer = await send(found.handler, 'POST', world.people.checker.sessionId, ask)
  const made = await answer.json()
  expect([answer.status, made.counts]).toEqual([201, { note: { open: 1, resolved: count - 1 } }])
  const [note] = await db.annotation.findMany({ where: { transcriptId: made.id }, orderBy: { start: 'asc' }, take: 1 })
  expect(note).toMatchObject({ kind: 'note', exact: 'Marrant', authorId: world.people.checker.id, state: 'open' })
  expect(note?.words).toBe(
    'Ann Quay wrote in the file on 11 March 2031, 14:05:\n\nOne t?\n\nBen Ost answered in the file on 11 March 2031, 14:05:\n\nAgreed.',
  )
  const changes = await db.change.findMany({ where: { scopeId: made.id }, include: { payload: true } })
  expect(changes.map(({ action }) => action)).toEqual(['transcript.import'])
  const recorded = changes[0]?.payload?.payload
  expect(recorded).toHaveProperty('comments.length', count)
  expect(recorded).toHaveProperty('comments.0', { id: note?.id, start: 0, end: 7, state: 'open', words: note?.words })
})
