import { createAnnotation } from '@/lib/data/annotations'
import { correctTranscript } from '@/lib/data/corrections'
import { readMarks } from '@/lib/data/marks'
import { readTranscript } from '@/lib/data/transcripts'
import type { CorrectionStep } from '@/lib/transcript/corrected'
import { actorIn, addTranscript, makeWorld } from './world'

/** A short call; every word of it that the tests speak of stands in it once. */
export const call =
  'Marrant: We put nine points on one page.\n\nValkov: The leaders could discuss it, he said 👩‍👩‍👧.\n\nMarrant: Donbass, then.\n'

/** A desk with people who annotate and correct, in words rather than offsets. */
export const makeCorrecting = async () => {
  const world = await makeWorld()
  const checker = await actorIn(world.people.checker.sessionId)
  const editor = await actorIn(world.people.editor.sessionId)
  const head = async (transcriptId: string) => (await readTranscript(editor, { transcriptId })).revision

  /** Where words stand at the head. */
  const placeOf = async (transcriptId: string, words: string) => {
    const { number, text } = await head(transcriptId)
    const start = text.indexOf(words)
    if (start === -1) throw new Error(`“${words}” is not in the text`)
    return { transcriptId, revision: number, start, end: start + words.length, tags: [] }
  }
  const mark = async (transcriptId: string, words: string) =>
    (await createAnnotation(checker, { ...(await placeOf(transcriptId, words)), kind: 'highlight' })).id
  const propose = async (transcriptId: string, words: string, to: string) => {
    const place = await placeOf(transcriptId, words)
    return (await createAnnotation(checker, { ...place, kind: 'correction', correction: { to } })).id
  }
  const correct = (transcriptId: string, step: CorrectionStep) => correctTranscript(editor, { transcriptId, ...step })
  const accept = async (transcriptId: string, ids: readonly string[], revision?: number) =>
    correct(transcriptId, {
      ...{ action: 'accept', ids: [...ids], revision: revision ?? (await head(transcriptId)).number },
    })
  /** Replaces words at once. */
  const replace = async (transcriptId: string, words: string, to: string) =>
    accept(transcriptId, [await propose(transcriptId, words, to)])
  /** Every mark as its words, how surely it stands on them and its state, by id; at a revision where one is named. */
  const marksOf = async (transcriptId: string, text: string, revision?: number): Promise<Record<string, string>> => {
    const { marks } = await readMarks(editor, { transcriptId, revision })
    return Object.fromEntries(
      marks.map(({ id, start, end, placed, state }) => [id, `${start} “${text.slice(start, end)}” ${placed} ${state}`]),
    )
  }
  const standing = async (transcriptId: string) => marksOf(transcriptId, (await head(transcriptId)).text)
  const start = async (text = call) => (await addTranscript(world, text)).id
  return { world, checker, editor, head, mark, propose, correct, accept, replace, marksOf, standing, start }
}
export type Correcting = Awaited<ReturnType<typeof makeCorrecting>>
