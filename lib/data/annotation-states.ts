import { z } from 'zod'
import type { Annotation } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { type AnnotationRow, annotationInclude, findAnnotation, toAnnotation } from './annotation-row'
import { writeToAnnotation } from './annotation-write'
import type { Transaction } from './changes'
import { Uuid } from './input'
import { refuseUnless } from './refuse'

/** Whether to resolve or to open again. */
export const ResolveInput = z.object({ annotationId: Uuid, resolved: z.boolean().default(true) })

/** Resolves an annotation with its thread, or opens it again. */
export const resolveAnnotation = (actor: Actor, input: z.infer<typeof ResolveInput>): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    refuseUnless(actor, 'annotation.resolve', subject, 'Only an editor can resolve an annotation.')
    const state = input.resolved ? 'resolved' : 'open'
    if (row.state === state) return toAnnotation(row)
    if (row.state === 'accepted') {
      const message = 'This is accepted and in the text. Undo the revision that it made to open it again.'
      throw new AppError('conflict', message, { current: toAnnotation(row) })
    }
    const data = { state, dismissedFor: null, version: { increment: 1 }, updatedAt: new Date() } as const
    const edited = await tx.annotation.update({ where: { id: row.id }, data, include: annotationInclude })
    const payload = { before: row.state, after: state }
    await record({ action: 'annotation.resolve', subject: { type: 'annotation', id: row.id }, payload })
    return toAnnotation(edited)
  })

/** Why a flag is no fault; null opens it again. */
export const DismissInput = z.object({
  annotationId: Uuid,
  reason: PlainText.trim().min(1, 'Say why this is no fault.').max(2_000).nullable(),
})

/** Dismisses a flag with a reason, or opens one again that was dismissed. Throws invalid for any other kind, conflict where it was decided about otherwise. */
export const dismissAnnotation = (actor: Actor, input: z.infer<typeof DismissInput>): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    refuseUnless(actor, 'annotation.dismiss', subject, "Only an editor can dismiss a person's flag.")
    if (row.kind !== 'flag') throw new AppError('invalid', `Only a flag can be dismissed; this is a ${row.kind}.`)
    // A flag that an editor has resolved is not opened by this way round.
    if (input.reason === null && row.state !== 'dismissed') return toAnnotation(row)
    if (row.state !== 'open' && row.state !== 'dismissed') {
      const message = `This was ${row.state} in the meantime, and stays so.`
      throw new AppError('conflict', message, { current: toAnnotation(row) })
    }
    const state = input.reason === null ? 'open' : 'dismissed'
    const data = { state, dismissedFor: input.reason, version: { increment: 1 }, updatedAt: new Date() } as const
    const edited = await tx.annotation.update({ where: { id: row.id }, data, include: annotationInclude })
    const payload = { before: row.state, after: state, reason: input.reason }
    await record({ action: 'annotation.dismiss', subject: { type: 'annotation', id: row.id }, payload })
    return toAnnotation(edited)
  })

/** Whether to put away or to bring back, and why. */
export const ArchiveInput = z.object({
  annotationId: Uuid,
  archived: z.boolean().default(true),
  reason: PlainText.trim().max(2_000).nullish(),
})

/** The state that an annotation was put away in: its record says so. */
const stateBefore = async (tx: Transaction, { id, transcriptId }: AnnotationRow): Promise<'open' | 'resolved'> => {
  const change = await tx.change.findFirst({
    where: { scopeId: transcriptId, subjectId: id, action: 'annotation.archive' },
    orderBy: { number: 'desc' },
    include: { payload: { select: { payload: true } } },
  })
  const said = z.object({ before: z.literal('resolved') }).safeParse(change?.payload?.payload)
  return said.success ? 'resolved' : 'open'
}

/** Puts an annotation away that is no longer about anything in the text, or brings it back as it was. It is never deleted by this. */
export const archiveAnnotation = (actor: Actor, input: z.infer<typeof ArchiveInput>): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    const refusal = "Checkers can archive their own annotations and a detector's; an editor can archive all."
    refuseUnless(actor, 'annotation.archive', subject, refusal)
    const { id, state: before } = row
    if (input.archived === (before === 'archived')) return toAnnotation(row)
    if (before === 'accepted' || before === 'dismissed') {
      const message = `This was ${before}, and stays in the record so.`
      throw new AppError('conflict', message, { current: toAnnotation(row) })
    }
    const after = input.archived ? 'archived' : await stateBefore(tx, row)
    const dismissedFor = (input.archived && input.reason) || null
    const data = { state: after, dismissedFor, version: { increment: 1 }, updatedAt: new Date() } as const
    const edited = await tx.annotation.update({ where: { id }, data, include: annotationInclude })
    const payload = { before, after, reason: dismissedFor }
    await record({ action: 'annotation.archive', subject: { type: 'annotation', id }, payload })
    return toAnnotation(edited)
  })
