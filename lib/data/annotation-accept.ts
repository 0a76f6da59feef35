import { z } from 'zod'
import { type Annotation, Correction } from '@/lib/annotation/annotation'
import { mostAtOnce } from '@/lib/annotation/bulk'
import { AppError } from '@/lib/errors'
import { type Actor, can } from '@/lib/permissions/can'
import { describe } from '@/lib/text/anchor'
import { PlainText } from '@/lib/text/plain'
import { quoted } from '@/lib/text/quoted'
import { compareRanges, overlaps, type Range } from '@/lib/text/range'
import { type AnnotationRow, findAnnotation, toAnnotation, transcriptOf } from './annotation-row'
import { newRow } from './annotation-store'
import { type Transaction, writeIn } from './changes'
import { accepting, correcting, makeNext } from './corrections'
import { db } from './db'
import { Uuid } from './input'
import { type Proposal, readProposals, refuseStale } from './proposals'
import { inWholeClusters } from './proposed'
import { refuseUnless } from './refuse'
import { loadRevision, type RevisionWithText } from './revision-text'
import { findTranscript, noTranscript } from './transcript-row'

/** What to accept, and on which revision it was seen. */
export const AcceptInput = z.object({
  annotationId: Uuid,
  revision: z.int32().min(1).describe('The newest revision that was seen.'),
  to: Correction.shape.to.optional().describe('What shall stand there; what the flag expects where nothing is said.'),
  everywhere: z.boolean().default(false).describe('Also at the other places of the flag that read the same.'),
  reason: PlainText.trim().max(2_000).nullish(),
})
type AcceptInput = z.infer<typeof AcceptInput>

/** A correction for each place of a flag, or for its own alone. Throws conflict where its words are gone, invalid without words to put there. */
const proposed = (
  actor: Actor,
  row: AnnotationRow,
  head: RevisionWithText,
  input: AcceptInput,
): readonly AnnotationRow[] => {
  const { text } = head
  const to = input.to ?? row.expected[0]
  if (to === undefined) {
    const message = 'This flag names nothing that should stand there. Write it.'
    throw new AppError('invalid', message, { errors: [{ path: 'to', message }] })
  }
  const words = text.slice(row.start, row.end)
  if (words === '') {
    const message = `${quoted(row.exact)} is no longer in the text, so there is nothing to replace.`
    throw new AppError('conflict', message, { current: { revision: head.number, ids: [row.id], words } })
  }
  const others = (input.everywhere ? row.places : null) as readonly Range[] | null
  const alike = (others ?? []).filter(({ start, end }) => text.slice(start, end) === words)
  const apart: Range[] = []
  for (const place of [{ start: row.start, end: row.end }, ...alike].sort(compareRanges)) {
    const last = apart.at(-1)
    if (last === undefined || (!overlaps(last, place) && place.start !== last.start)) apart.push(place)
  }
  return apart.slice(0, mostAtOnce).map((place) => {
    const anchor = describe(text, place)
    const correction = inWholeClusters(text, place, anchor, { to })
    const about = { transcriptId: row.transcriptId, kind: 'correction' as const, revision: head.number, tags: [] }
    return newRow(actor, { ...about, ...place, correction }, anchor)
  })
}

const store = async (tx: Transaction, made: readonly AnnotationRow[]): Promise<void> => {
  const rows = made.map(({ anchorStart, anchorEnd, exact, prefix, suffix, to, words, id, transcriptId, ...row }) => ({
    ...{ id, transcript: transcriptId, author: row.authorId, revision: row.revision },
    ...{ start: anchorStart, end: anchorEnd, exact, prefix, suffix, to, words },
  }))
  await tx.$executeRaw`
    INSERT INTO annotation (id, transcript_id, kind, author_id, revision, anchor_start, anchor_end, exact, prefix, suffix,
      start, "end", "to", words, tags, expected)
    SELECT id, transcript, 'correction', author, revision, start, "end", exact, prefix, suffix, start, "end", "to", words,
      '{}', '{}'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made (id uuid, transcript uuid, author uuid, revision int,
      start int, "end" int, exact text, prefix text, suffix text, "to" text, words text)`
}

const asProposal = ({ id, start, end, placed, kind, state, version, exact, to }: AnnotationRow): Proposal => ({
  ...{ id, start, end, placed, kind, state, version, exact, to, turn: null, deleted: false },
})

/**
 * Accepts a flag: a correction is proposed for its place, or for every one that reads the same; an editor's is applied at
 * once. Accepts a correction as `correctTranscript` does. Throws invalid for any other kind, conflict where it was decided
 * already or its words were touched since they were seen.
 */
export const acceptAnnotation = async (actor: Actor, input: AcceptInput): Promise<Annotation> => {
  const transcriptId = await transcriptOf(db, actor, input.annotationId)
  return correcting(
    (keep) =>
      writeIn(transcriptId, actor, async (tx, present, record) => {
        const { row, subject } = await findAnnotation(tx, present, input.annotationId)
        const { id, kind } = row
        if (kind === 'correction')
          refuseUnless(present, 'correction.accept', subject, 'Only an editor can accept corrections.')
        else refuseUnless(present, 'annotation.accept', subject, "Only an editor can accept a person's flag.")
        if (kind !== 'flag' && kind !== 'correction') {
          throw new AppError('invalid', `Only a flag or a correction can be accepted; this is a ${kind}.`)
        }
        const head = await loadRevision(transcriptId, (await findTranscript(tx, present, transcriptId)).head, tx)
        if (head === null) throw noTranscript()
        if (row.state !== 'open') {
          const message = `This was ${row.state} in the meantime.`
          throw new AppError('conflict', message, { current: toAnnotation(row) })
        }
        await refuseStale(tx, [asProposal(row)], head, input.revision)
        const apply = async (proposals: readonly Proposal[], flag?: string) => {
          const more = new Map(flag === undefined ? [] : [[flag, { state: 'accepted' as const }]])
          const next = { ...(await accepting(tx, transcriptId, head, proposals, more)), reason: input.reason || null }
          keep((await makeNext(tx, record, present, { transcriptId, head, ...next })).revision)
        }
        if (kind === 'correction') await apply(await readProposals(tx, transcriptId, head.number, [id]))
        else {
          const made = proposed(present, row, head, input)
          await store(tx, made)
          const applies = can(present, 'correction.accept', subject)
          if (!applies) {
            const data = { state: 'accepted', version: { increment: 1 }, updatedAt: new Date() } as const
            await tx.annotation.update({ where: { id }, data, select: { id: true } })
          }
          const corrections = made.map(toAnnotation)
          const payload = JSON.parse(JSON.stringify({ before: row.state, after: 'accepted', applies, corrections }))
          await record({ action: 'annotation.accept', subject: { type: 'annotation', id }, payload })
          if (applies) await apply(made.map(asProposal), id)
        }
        return toAnnotation((await findAnnotation(tx, present, id)).row)
      }),
    transcriptId,
  )
}
