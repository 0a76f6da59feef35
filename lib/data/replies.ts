import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Annotation } from '@/lib/annotation/annotation'
import { Body } from '@/lib/annotation/body'
import { bodyToText } from '@/lib/annotation/body-text'
import { AppError } from '@/lib/errors'
import { type Action, type Actor, can } from '@/lib/permissions/can'
import { findAnnotation, toAnnotation, transcriptOf } from './annotation-row'
import { type Transaction, writeIn } from './changes'
import { db } from './db'
import { Uuid, Version } from './input'
import { visibleTo } from './transcript-row'

/** A reply to an annotation. */
export const NewReply = z.object({ annotationId: Uuid, body: Body })
/** Names a reply. */
export const ReplyInput = z.object({ replyId: Uuid })
const ReplyAt = ReplyInput.extend({ version: Version })
/** New words for a reply, from the version that was seen. */
export const ReplyEdit = ReplyAt.extend({ body: Body })
export const RemoveReplyInput = ReplyAt

/** Adds a reply, as every member of the desk may. Answers with the whole annotation. */
export const addReply = async (actor: Actor, input: z.infer<typeof NewReply>): Promise<Annotation> =>
  writeIn(await transcriptOf(db, actor, input.annotationId), actor, async (tx, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    if (!can(actor, 'reply.create', subject)) throw new AppError('forbidden', 'You are not a member of this desk.')
    const id = newId()
    const { body } = input
    await tx.reply.create({ data: { id, annotationId: row.id, authorId: actor.id, body, words: bodyToText(body) } })
    const payload = { annotation: row.id, body }
    await record({ action: 'reply.create', subject: { type: 'reply', id }, payload })
    return toAnnotation((await findAnnotation(tx, actor, row.id)).row)
  })

/** A reply that the actor may see, and what `can` wants to know of it. */
const findReply = async (tx: Transaction, actor: Actor, replyId: string) => {
  const reply = await tx.reply.findFirst({ where: { id: replyId, annotation: { transcript: visibleTo(actor) } } })
  if (reply === null) throw new AppError('not-found', 'There is no such reply, or it is not yours to see.')
  const { row, subject } = await findAnnotation(tx, actor, reply.annotationId)
  return { reply, annotation: row, subject: { deskId: subject.deskId, authorId: reply.authorId } }
}

type Found = Awaited<ReturnType<typeof findReply>>

/** One write to a reply that may be made: what `run` sets, and the change that is recorded of it. */
const writeReply = async (
  actor: Actor,
  replyId: string,
  action: Extract<Action, `reply.${string}`>,
  run: (tx: Transaction, found: Found) => Promise<{ action: string; payload: object } | null>,
): Promise<Annotation> => {
  const { annotation } = await findReply(db, actor, replyId)
  return writeIn(annotation.transcriptId, actor, async (tx, record) => {
    const found = await findReply(tx, actor, replyId)
    if (!can(actor, action, found.subject)) throw new AppError('forbidden', 'Only its author can change a reply.')
    const done = await run(tx, found)
    const payload = { annotation: annotation.id, ...done?.payload }
    if (done !== null) await record({ action: done.action, subject: { type: 'reply', id: replyId }, payload })
    return toAnnotation((await findAnnotation(tx, actor, annotation.id)).row)
  })
}

const checkVersion = ({ reply, annotation }: Found, version: number) => {
  if (reply.deletedAt !== null) throw new AppError('gone', 'This reply was deleted.')
  if (reply.version === version) return
  const current = toAnnotation(annotation)
  throw new AppError('conflict', 'This reply has been changed in the meantime.', { current })
}

/** Changes the words of one's own reply. */
export const editReply = (actor: Actor, input: z.infer<typeof ReplyEdit>): Promise<Annotation> =>
  writeReply(actor, input.replyId, 'reply.edit', async (tx, found) => {
    checkVersion(found, input.version)
    const { body } = input
    const data = { body, words: bodyToText(body), version: { increment: 1 }, updatedAt: new Date() }
    await tx.reply.update({ where: { id: input.replyId }, data })
    return { action: 'reply.edit', payload: { before: found.reply.body, after: body } }
  })

/** Deletes a reply so that it can be restored. */
export const removeReply = async (actor: Actor, input: z.infer<typeof RemoveReplyInput>): Promise<void> => {
  await writeReply(actor, input.replyId, 'reply.delete', async (tx, found) => {
    checkVersion(found, input.version)
    await tx.reply.update({ where: { id: input.replyId }, data: { deletedAt: new Date(), version: { increment: 1 } } })
    return { action: 'reply.delete', payload: {} }
  })
}

/** Brings a deleted reply back. */
export const restoreReply = (actor: Actor, input: z.infer<typeof ReplyInput>): Promise<Annotation> =>
  writeReply(actor, input.replyId, 'reply.delete', async (tx, { reply }) => {
    if (reply.deletedAt === null) return null
    await tx.reply.update({ where: { id: input.replyId }, data: { deletedAt: null, version: { increment: 1 } } })
    return { action: 'reply.restore', payload: {} }
  })
