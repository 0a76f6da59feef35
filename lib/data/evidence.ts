import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { type Annotation, EvidenceEdit, NewEvidence } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import type { Evidence } from '@/prisma/generated/client'
import { findAnnotation, toAnnotation, transcriptOf } from './annotation-row'
import { writesTo } from './attached'
import { writeIn } from './changes'
import { db } from './db'
import { Uuid, Version } from './input'
import { refuseUnless } from './refuse'

/** A row of evidence for a source check. */
export const AddEvidenceInput = NewEvidence.extend({ annotationId: Uuid })
/** Names a row of evidence. */
export const EvidenceInput = z.object({ evidenceId: Uuid })
const EvidenceAt = EvidenceInput.extend({ version: Version })
/** What to change of a row of evidence, from the version that was seen. */
export const EvidenceEditInput = EvidenceEdit.extend(EvidenceAt.shape)
export const RemoveEvidenceInput = EvidenceAt

/** Adds a row of evidence to a source check. Throws invalid for any other kind. Answers with the whole annotation. */
export const addEvidence = async (actor: Actor, input: z.infer<typeof AddEvidenceInput>): Promise<Annotation> =>
  writeIn(await transcriptOf(db, actor, input.annotationId), actor, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    refuseUnless(actor, 'evidence.add', subject, 'Viewers cannot add evidence.')
    if (row.kind !== 'check')
      throw new AppError('invalid', `Evidence belongs to a source check; this is a ${row.kind}.`)
    const id = newId()
    const { source, quote, stance, note } = input
    const written = { title: source.title, url: source.url ?? null, quote, stance, note }
    await tx.evidence.create({ data: { id, annotationId: row.id, byId: actor.id, ...written } })
    const payload = { annotation: row.id, ...written }
    await record({ action: 'evidence.add', subject: { type: 'evidence', id }, payload })
    return toAnnotation((await findAnnotation(tx, actor, row.id)).row)
  })

type Fields = Partial<Pick<Evidence, 'title' | 'url' | 'quote' | 'stance' | 'note'>>

const writes = writesTo<Evidence, Fields>({
  type: 'evidence',
  name: 'evidence',
  find: (tx, where) => tx.evidence.findFirst({ where }),
  authorOf: (row) => row.byId,
  set: (tx, id, data) => tx.evidence.update({ where: { id }, data: { ...data, version: { increment: 1 } } }),
  written: ({ title, url, quote, stance, note }) => ({ title, url, quote, stance, note }),
})

/** Changes one's own row of evidence; what is left out stays. */
export const editEvidence = (actor: Actor, input: z.infer<typeof EvidenceEditInput>): Promise<Annotation> => {
  const { source, quote, stance, note } = input
  const set = { title: source?.title, url: source?.url, quote, stance, note }
  return writes.edit(actor, input.evidenceId, input.version, set)
}

/** Deletes a row of evidence so that it can be restored. */
export const removeEvidence = (actor: Actor, input: z.infer<typeof RemoveEvidenceInput>): Promise<void> =>
  writes.remove(actor, input.evidenceId, input.version)

/** Brings a deleted row of evidence back. */
export const restoreEvidence = (actor: Actor, input: z.infer<typeof EvidenceInput>): Promise<Annotation> =>
  writes.restore(actor, input.evidenceId)
