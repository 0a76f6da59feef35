import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { type Annotation, EvidenceEdit, NewEvidence } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import { type Action, type Actor, can } from '@/lib/permissions/can'
import { findAnnotation, toAnnotation, transcriptOf } from './annotation-row'
import { type Transaction, writeIn } from './changes'
import { db } from './db'
import { Uuid, Version } from './input'
import { visibleTo } from './transcript-row'

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
  writeIn(await transcriptOf(db, actor, input.annotationId), actor, async (tx, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    if (!can(actor, 'evidence.add', subject)) throw new AppError('forbidden', 'Viewers cannot add evidence.')
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

/** A row of evidence that the actor may see, and what `can` wants to know of it. */
const findEvidence = async (tx: Transaction, actor: Actor, evidenceId: string) => {
  const where = { id: evidenceId, annotation: { transcript: visibleTo(actor) } }
  const evidence = await tx.evidence.findFirst({ where })
  if (evidence === null) throw new AppError('not-found', 'There is no such evidence, or it is not yours to see.')
  const { row, subject } = await findAnnotation(tx, actor, evidence.annotationId)
  return { evidence, annotation: row, subject: { deskId: subject.deskId, authorId: evidence.byId } }
}

type Found = Awaited<ReturnType<typeof findEvidence>>

/** One write to a row of evidence that may be made: what `run` sets, and the change that is recorded of it. */
const writeEvidence = async (
  actor: Actor,
  evidenceId: string,
  action: Extract<Action, `evidence.${string}`>,
  run: (tx: Transaction, found: Found) => Promise<{ action: string; payload: object } | null>,
): Promise<Annotation> => {
  const { annotation } = await findEvidence(db, actor, evidenceId)
  return writeIn(annotation.transcriptId, actor, async (tx, record) => {
    const found = await findEvidence(tx, actor, evidenceId)
    if (!can(actor, action, found.subject)) throw new AppError('forbidden', 'Only who added evidence can change it.')
    const done = await run(tx, found)
    const payload = { annotation: annotation.id, ...done?.payload }
    if (done !== null) await record({ action: done.action, subject: { type: 'evidence', id: evidenceId }, payload })
    return toAnnotation((await findAnnotation(tx, actor, annotation.id)).row)
  })
}

const checkVersion = ({ evidence, annotation }: Found, version: number) => {
  if (evidence.deletedAt !== null) throw new AppError('gone', 'This evidence was deleted.')
  if (evidence.version === version) return
  const current = toAnnotation(annotation)
  throw new AppError('conflict', 'This evidence has been changed in the meantime.', { current })
}

/** Changes one's own row of evidence. */
export const editEvidence = (actor: Actor, input: z.infer<typeof EvidenceEditInput>): Promise<Annotation> =>
  writeEvidence(actor, input.evidenceId, 'evidence.edit', async (tx, found) => {
    checkVersion(found, input.version)
    const { source, quote, stance, note } = input
    const set = { ...(source && { title: source.title, url: source.url ?? null }), quote, stance, note }
    await tx.evidence.update({ where: { id: input.evidenceId }, data: { ...set, version: { increment: 1 } } })
    const { title, url, quote: quoteBefore, stance: stanceBefore, note: noteBefore } = found.evidence
    const before = { title, url, quote: quoteBefore, stance: stanceBefore, note: noteBefore }
    return { action: 'evidence.edit', payload: { before, after: set } }
  })

/** Deletes a row of evidence so that it can be restored. */
export const removeEvidence = async (actor: Actor, input: z.infer<typeof RemoveEvidenceInput>): Promise<void> => {
  await writeEvidence(actor, input.evidenceId, 'evidence.delete', async (tx, found) => {
    checkVersion(found, input.version)
    const data = { deletedAt: new Date(), version: { increment: 1 } }
    await tx.evidence.update({ where: { id: input.evidenceId }, data })
    return { action: 'evidence.delete', payload: {} }
  })
}

/** Brings a deleted row of evidence back. */
export const restoreEvidence = (actor: Actor, input: z.infer<typeof EvidenceInput>): Promise<Annotation> =>
  writeEvidence(actor, input.evidenceId, 'evidence.delete', async (tx, { evidence }) => {
    if (evidence.deletedAt === null) return null
    const data = { deletedAt: null, version: { increment: 1 } }
    await tx.evidence.update({ where: { id: input.evidenceId }, data })
    return { action: 'evidence.restore', payload: {} }
  })
