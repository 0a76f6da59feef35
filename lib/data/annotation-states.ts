import { z } from 'zod'
import type { Annotation } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { annotationInclude, findAnnotation, toAnnotation } from './annotation-row'
import { writeToAnnotation } from './annotation-write'
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

/** Dismisses a flag with a reason, or opens one again that was dismissed. Throws invalid for any other kind. */
export const dismissAnnotation = (actor: Actor, input: z.infer<typeof DismissInput>): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    refuseUnless(actor, 'annotation.dismiss', subject, "Only an editor can dismiss a person's flag.")
    if (row.kind !== 'flag') throw new AppError('invalid', `Only a flag can be dismissed; this is a ${row.kind}.`)
    // A flag that an editor has resolved is not opened by this way round.
    if (input.reason === null && row.state !== 'dismissed') return toAnnotation(row)
    const state = input.reason === null ? 'open' : 'dismissed'
    const data = { state, dismissedFor: input.reason, version: { increment: 1 }, updatedAt: new Date() } as const
    const edited = await tx.annotation.update({ where: { id: row.id }, data, include: annotationInclude })
    const payload = { before: row.state, after: state, reason: input.reason }
    await record({ action: 'annotation.dismiss', subject: { type: 'annotation', id: row.id }, payload })
    return toAnnotation(edited)
  })
