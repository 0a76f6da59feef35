import { z } from 'zod'
import { type Annotation, maxSelected } from '@/lib/annotation/annotation'
import { repairedStates } from '@/lib/annotation/to-repair'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { compose } from '@/lib/text/compose'
import { snap } from '@/lib/text/grapheme'
import { type Edits, mapRange, prepareEdits } from '@/lib/text/map'
import { PlainText } from '@/lib/text/plain'
import { quotedLast } from '@/lib/text/quoted'
import { fits, type Range } from '@/lib/text/range'
import { type Placed, Prisma } from '@/prisma/generated/client'
import { type AnnotationRow, annotationInclude, findAnnotation, toAnnotation } from './annotation-row'
import { writeToAnnotation } from './annotation-write'
import type { Transaction } from './changes'
import { Offset, Uuid, Version } from './input'
import { refuseUnless } from './refuse'
import { editsBetween, loadRevision, type RevisionWithText } from './revision-text'
import { findTranscript, noTranscript } from './transcript-row'

/** Where to attach an annotation, in offsets of the revision that was seen. */
export const AttachInput = z.object({
  annotationId: Uuid,
  revision: Version.describe('The newest revision that was seen.'),
  start: Offset,
  end: Offset,
  exact: PlainText.optional().describe('The words that were seen there. Where others stand there, nothing is changed.'),
})
type AttachInput = z.infer<typeof AttachInput>

const refusal = "Checkers can repair their own annotations and a detector's; an editor can repair all."

const invalid = (message: string) => new AppError('invalid', message, { errors: [{ path: 'end', message }] })

/** A range leads from one revision to another: all that was done between them as one. */
const ledOver = async (tx: Transaction, transcriptId: string, range: Range, from: number, to: number) => {
  const steps = await editsBetween(tx, transcriptId, from, to)
  const edits = steps.reduce<Edits>((done, next) => compose(done, next.edits), [])
  return mapRange(range, prepareEdits(edits))
}

/** The range at the head that is meant. Throws invalid where it fits no text, conflict where its words were corrected since. */
const rangeAt = async (
  tx: Transaction,
  transcriptId: string,
  { number, text }: RevisionWithText,
  { revision, start, end, exact }: AttachInput,
): Promise<Range> => {
  if (revision > number) throw new AppError('invalid', `This transcript has no revision ${revision}.`)
  if (end <= start) throw invalid('Select at least one character.')
  if (end - start > maxSelected) throw invalid(`Select ${maxSelected.toLocaleString('en')} characters at most.`)
  const { fate, ...place } = await ledOver(tx, transcriptId, { start, end }, revision, number)
  if (!fits(place, text.length)) {
    throw invalid(`The range ${start}–${end} reaches beyond the text, which is ${text.length} long.`)
  }
  const words = text.slice(place.start, place.end)
  if (fate === 'kept' && (exact === undefined || exact === words)) return snap(text, place)
  const there = words === '' ? 'nothing of them is left.' : `there stands now ${quotedLast(words)}`
  const message = `The words that you chose were corrected meanwhile: ${there} Choose the place again.`
  throw new AppError('conflict', message, { current: { revision: number, exact: words } })
}

const headOf = async (tx: Transaction, actor: Actor, transcriptId: string): Promise<RevisionWithText> => {
  const head = await loadRevision(transcriptId, (await findTranscript(tx, actor, transcriptId)).head, tx)
  if (head === null) throw noTranscript()
  return head
}

const put = (tx: Transaction, { id }: AnnotationRow, { start, end }: Range, placed: Placed) =>
  tx.annotation.update({
    where: { id },
    data: { start, end, placed, version: { increment: 1 }, updatedAt: new Date() },
    include: annotationInclude,
  })

const placeOf = ({ start, end, placed }: AnnotationRow) => ({ start, end, placed })

/**
 * Puts an annotation whose place is doubtful or lost onto words of the newest text. Where it stood before is kept, so that
 * earlier revisions show it as it was, and this can be taken back. Throws conflict where it has a sure place, was decided
 * about, or the words were corrected since they were seen.
 */
export const attachAnnotation = (actor: Actor, input: AttachInput): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, present, record) => {
    const { row, subject } = await findAnnotation(tx, present, input.annotationId)
    refuseUnless(present, 'annotation.attach', subject, refusal)
    const { id, transcriptId } = row
    const head = await headOf(tx, present, transcriptId)
    const range = await rangeAt(tx, transcriptId, head, input)
    const current = toAnnotation(row)
    if (row.placed !== 'doubtful' && row.placed !== 'lost') {
      const attached = (await tx.reattachment.count({ where: { annotationId: id } })) > 0
      const why = attached ? 'somebody has attached it meanwhile.' : 'they are in the text.'
      throw new AppError('conflict', `It stands on its words already: ${why}`, { current })
    }
    if (!repairedStates.includes(row.state)) {
      throw new AppError('conflict', `This was ${row.state} meanwhile, so it stays where it is.`, { current })
    }
    const before = placeOf(row)
    const data = { annotationId: id, transcriptId, revision: head.number, ...before }
    await tx.reattachment.create({ data: { ...data, places: row.places ?? Prisma.DbNull } })
    const placed = head.text.slice(range.start, range.end) === row.exact ? 'exact' : 'moved'
    const attached = await put(tx, row, range, placed)
    const payload = { revision: head.number, before, after: placeOf(attached) }
    await record({ action: 'annotation.attach', subject: { type: 'annotation', id }, payload })
    return toAnnotation(attached)
  })

/**
 * Takes an attachment back: the annotation waits to be repaired again, as before. Throws conflict where it was not attached
 * by anybody, or its words were corrected since.
 */
export const detachAnnotation = (actor: Actor, input: { annotationId: string }): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, present, record) => {
    const { row, subject } = await findAnnotation(tx, present, input.annotationId)
    refuseUnless(present, 'annotation.attach', subject, refusal)
    const { id, transcriptId } = row
    const current = toAnnotation(row)
    const last = await tx.reattachment.findFirst({ where: { annotationId: id }, orderBy: { revision: 'desc' } })
    if (last === null) throw new AppError('conflict', 'Nobody has attached this to other words.', { current })
    const touched = await tx.placement.count({ where: { annotationId: id, revision: { gt: last.revision } } })
    if (touched > 0) {
      const message = 'Its words were corrected since it was attached, so that cannot be taken back.'
      throw new AppError('conflict', message, { current })
    }
    const { number } = await headOf(tx, present, transcriptId)
    const { start, end } = await ledOver(tx, transcriptId, last, last.revision, number)
    const detached = await put(tx, row, { start, end }, start === end ? 'lost' : last.placed)
    await tx.reattachment.delete({ where: { annotationId_revision: { annotationId: id, revision: last.revision } } })
    const payload = { revision: number, before: placeOf(row), after: placeOf(detached) }
    await record({ action: 'annotation.detach', subject: { type: 'annotation', id }, payload })
    return toAnnotation(detached)
  })
