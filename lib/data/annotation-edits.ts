import { z } from 'zod'
import { type Annotation, AnnotationEdit } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import { saysSomething } from '@/lib/annotation/body-text'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { Prisma } from '@/prisma/generated/client'
import { type AnnotationRow, annotationInclude, findAnnotation, toAnnotation } from './annotation-row'
import { searchableWords } from './annotation-words'
import { outdated, writeToAnnotation } from './annotation-write'
import { Uuid, Version } from './input'
import { noCorrection } from './proposed'
import { refuseUnless } from './refuse'

const AnnotationAt = z.object({ annotationId: Uuid, version: Version })

/** What to change of an annotation, from the version that was seen. */
export const EditInput = AnnotationEdit.extend(AnnotationAt.shape)
export const RemoveInput = AnnotationAt

type Written = Partial<Prisma.AnnotationUpdateInput>

/** The columns an edit sets. Throws invalid where it speaks of a part that this kind does not have. */
const columns = (row: AnnotationRow, edit: AnnotationEdit): Written => {
  for (const part of ['check', 'flag', 'correction'] as const) {
    if (edit[part] === undefined || row.kind === part) continue
    throw new AppError('invalid', `Only a ${part} has a ${part} part.`, {
      errors: [{ path: part, message: `This is a ${row.kind}.` }],
    })
  }
  const same = edit.correction?.to === row.exact && (edit.correction.turn ?? row.turn) === null
  if (same) throw noCorrection()
  const emptied = edit.body === null || (edit.body !== undefined && !saysSomething(edit.body))
  if (row.kind === 'note' && emptied) throw new AppError('invalid', 'A note needs some words.')
  const { body, tags, check, flag, correction } = edit
  return {
    ...(body === undefined ? {} : { body: body ?? Prisma.DbNull }),
    ...(tags && { tags }),
    ...(check?.claim !== undefined && { claim: check.claim }),
    ...(check?.verdict !== undefined && { verdict: check.verdict }),
    ...(flag?.sort !== undefined && { sort: flag.sort }),
    ...(flag?.found !== undefined && { found: flag.found }),
    ...(flag?.expected !== undefined && { expected: flag.expected }),
    ...(flag?.reason !== undefined && { reason: flag.reason }),
    ...(correction && { to: correction.to, ...(correction.turn && { turn: correction.turn }) }),
  }
}

/** Changes an annotation's words or tags. Throws conflict with the present state where `version` is old. */
export const editAnnotation = (actor: Actor, input: z.infer<typeof EditInput>): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, actor, record) => {
    const { annotationId: id, version, ...edit } = input
    const { row, subject } = await findAnnotation(tx, actor, id)
    const onlyTags = Object.entries(edit).every(([name, value]) => name === 'tags' || value === undefined)
    if (onlyTags)
      refuseUnless(actor, 'annotation.tag', subject, "Only an editor can change the tags of others' annotations.")
    else refuseUnless(actor, 'annotation.edit', subject, 'Only its author can change the words of an annotation.')
    if (row.version !== version) throw outdated(row)
    if (edit.correction !== undefined && row.state === 'accepted') {
      const message = 'This correction is in the text. Undo its revision, or propose another.'
      throw new AppError('conflict', message, { current: toAnnotation(row) })
    }
    const set = columns(row, edit)
    if (Object.keys(set).length === 0) return toAnnotation(row)
    const edited = await tx.annotation.update({
      where: { id },
      data: { ...set, version: { increment: 1 }, updatedAt: new Date() },
      include: annotationInclude,
    })
    const words = searchableWords({ ...edited, body: edited.body as unknown as Body | null })
    if (words !== edited.words) await tx.annotation.update({ where: { id }, data: { words }, select: { id: true } })
    const names = Object.keys(set) as (keyof AnnotationRow)[]
    const pick = (from: AnnotationRow) =>
      Object.fromEntries(names.map((name) => [name, from[name]])) as Prisma.JsonObject
    const payload = { version: edited.version, before: pick(row), after: pick(edited) } as Prisma.InputJsonObject
    await record({ action: 'annotation.edit', subject: { type: 'annotation', id }, payload })
    return toAnnotation(edited)
  })

/** Deletes an annotation so that it can be restored: nothing of it is lost. */
export const removeAnnotation = async (actor: Actor, input: z.infer<typeof RemoveInput>): Promise<void> => {
  await writeToAnnotation(actor, input.annotationId, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    refuseUnless(actor, 'annotation.delete', subject, 'Only its author or an owner can delete an annotation.')
    if (row.version !== input.version) throw outdated(row)
    const data = { deletedAt: new Date(), version: { increment: 1 } }
    await tx.annotation.update({ where: { id: row.id }, data, select: { id: true } })
    await record({ action: 'annotation.delete', subject: { type: 'annotation', id: row.id }, payload: {} })
  })
}

/** Brings a deleted annotation back. One that was not deleted is given as it is. */
export const restoreAnnotation = (actor: Actor, input: { annotationId: string }): Promise<Annotation> =>
  writeToAnnotation(actor, input.annotationId, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId, { deleted: true })
    refuseUnless(actor, 'annotation.delete', subject, 'Only its author or an owner can restore an annotation.')
    if (row.deletedAt === null) return toAnnotation(row)
    const data = { deletedAt: null, version: { increment: 1 } }
    const restored = await tx.annotation.update({ where: { id: row.id }, data, include: annotationInclude })
    await record({ action: 'annotation.restore', subject: { type: 'annotation', id: row.id }, payload: {} })
    return toAnnotation(restored)
  })
