import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Annotation } from '@/lib/annotation/annotation'
import { Body } from '@/lib/annotation/body'
import { bodyToText, saysSomething } from '@/lib/annotation/body-text'
import { AppError } from '@/lib/errors'
import { type Actor, can } from '@/lib/permissions/can'
import type { Prisma, Reply } from '@/prisma/generated/client'
import { findAnnotation, toAnnotation, transcriptOf } from './annotation-row'
import { writesTo } from './attached'
import { writeIn } from './changes'
import { db } from './db'
import { Uuid, Version } from './input'

const Words = Body.refine(saysSomething, 'Write the reply first.')

/** A reply to an annotation. */
export const NewReply = z.object({ annotationId: Uuid, body: Words })
/** Names a reply. */
export const ReplyInput = z.object({ replyId: Uuid })
const ReplyAt = ReplyInput.extend({ version: Version })
/** New words for a reply, from the version that was seen. */
export const ReplyEdit = ReplyAt.extend({ body: Words })
export const RemoveReplyInput = ReplyAt

/** Adds a reply, as every member of the desk may. Answers with the whole annotation. */
export const addReply = async (actor: Actor, input: z.infer<typeof NewReply>): Promise<Annotation> =>
  writeIn(await transcriptOf(db, actor, input.annotationId), actor, async (tx, actor, record) => {
    const { row, subject } = await findAnnotation(tx, actor, input.annotationId)
    if (!can(actor, 'reply.create', subject)) throw new AppError('forbidden', 'You are not a member of this desk.')
    const id = newId()
    const { body } = input
    await tx.reply.create({ data: { id, annotationId: row.id, authorId: actor.id, body, words: bodyToText(body) } })
    const payload = { annotation: row.id, body }
    await record({ action: 'reply.create', subject: { type: 'reply', id }, payload })
    return toAnnotation((await findAnnotation(tx, actor, row.id)).row)
  })

type Set = { body: Body; words: string; updatedAt: Date }

const writes = writesTo<Reply, Set>({
  type: 'reply',
  name: 'reply',
  find: (tx, where) => tx.reply.findFirst({ where }),
  authorOf: (row) => row.authorId,
  set: (tx, id, data) => tx.reply.update({ where: { id }, data: { ...data, version: { increment: 1 } } }),
  written: ({ body }) => ({ body: body as Prisma.InputJsonObject }),
})

/** Changes the words of one's own reply. */
export const editReply = (actor: Actor, { replyId, version, body }: z.infer<typeof ReplyEdit>): Promise<Annotation> =>
  writes.edit(actor, replyId, version, { body, words: bodyToText(body), updatedAt: new Date() })

/** Deletes a reply so that it can be restored. */
export const removeReply = (actor: Actor, { replyId, version }: z.infer<typeof RemoveReplyInput>): Promise<void> =>
  writes.remove(actor, replyId, version)

/** Brings a deleted reply back. */
export const restoreReply = (actor: Actor, { replyId }: z.infer<typeof ReplyInput>): Promise<Annotation> =>
  writes.restore(actor, replyId)
