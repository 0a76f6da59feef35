import { v7 as newId } from 'uuid'
import { describe } from '@/lib/text/anchor'
import type { Turn } from '@/lib/transcript/transcript'
import type { startServing } from '../serving'
import { madeRanges, madeText } from './made'

export type Size = { readonly words: number; readonly annotations: number; readonly runs: number }

/** A transcript as it is stored, and its marks as the peer is given them. */
export type Seeded = {
  readonly id: string
  readonly text: string
  readonly turns: readonly Turn[]
  readonly marks: readonly SeededMark[]
}
export type SeededMark = { readonly id: string; readonly start: number; readonly end: number; readonly note: boolean }

/** Half of them notes, so that the filter has a half to hide. */
const kinds = ['note', 'highlight', 'note', 'check', 'note', 'flag'] as const

const said = 'Somebody should ask what was meant by these words.'
const note = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: said }] }] }

/** Stores a text and its annotations: the text by the use case, the annotations as rows, which is what takes long otherwise. */
export const seed = async (
  { desk, owner }: Pick<Awaited<ReturnType<typeof startServing>>, 'desk' | 'owner'>,
  { words, annotations }: Size,
): Promise<Seeded> => {
  const { db } = await import('@/lib/data/db')
  const { importTranscript } = await import('@/lib/data/import')
  const title = `${words.toLocaleString('en')} words`
  const { id, revision } = await importTranscript(owner, { desk, title, text: madeText(words, words) })
  const { text, turns } = revision
  const rows = madeRanges(text, annotations, annotations).map(({ start, end }, at) => {
    const { exact, prefix, suffix } = describe(text, { start, end })
    return {
      ...{ id: newId(), transcriptId: id, kind: kinds[at % kinds.length] ?? 'note', authorId: owner.id },
      ...{ revision: 1, anchorStart: start, anchorEnd: end, exact, prefix, suffix, start, end, tags: [], expected: [] },
      ...(at % 2 === 0 && { body: note, words: said }),
      ...(at % kinds.length === 3 && { claim: 'It was said there.', verdict: 'unverified' }),
      ...(at % kinds.length === 5 && { sort: 'name', reason: 'It is spelled in two ways.' }),
    }
  })
  for (let from = 0; from < rows.length; from += 2_000) {
    await db.annotation.createMany({ data: rows.slice(from, from + 2_000) })
  }
  const marks = rows.map(({ id: mark, start, end, kind }) => ({ id: mark, start, end, note: kind === 'note' }))
  return { id, text, turns, marks }
}

/** Takes away what a visit has annotated, so that the next finds the text as it was stored. */
export const takeAdded = async (
  owner: Awaited<ReturnType<typeof startServing>>['owner'],
  { id, marks }: Seeded,
): Promise<void> => {
  const { db } = await import('@/lib/data/db')
  const { removeAnnotation } = await import('@/lib/data/annotation-edits')
  const stored = new Set(marks.map((mark) => mark.id))
  const rows = await db.annotation.findMany({
    where: { transcriptId: id, deletedAt: null },
    select: { id: true, version: true },
  })
  for (const row of rows.filter((one) => !stored.has(one.id))) {
    await removeAnnotation(owner, { annotationId: row.id, version: row.version })
  }
}
