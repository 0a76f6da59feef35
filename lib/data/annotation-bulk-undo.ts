import { z } from 'zod'
import { type BulkResult, BulkStep } from '@/lib/annotation/bulk'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { Prisma } from '@/prisma/generated/client'
import { type Before, bulkRows, collectLeft, mayOn, mayStep } from './annotation-bulk'
import type { Transaction } from './changes'
import { Uuid } from './input'
import { writeToTranscript } from './transcript-write'

/** Which step to take back, by the number of its change. */
export const UndoInput = z.object({
  transcriptId: Uuid,
  change: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})

const Payload = BulkStep.and(z.object({ annotations: z.record(z.string(), z.custom<Before>()) }))

/**
 * A step of one's own in this transcript. Throws not-found for anything else: others take back what they did, and what
 * took a step back does not say how things were before.
 */
const findStep = async (tx: Transaction, actor: Actor, { transcriptId, change }: z.infer<typeof UndoInput>) => {
  const own = { scopeId: transcriptId, number: change, actorId: actor.id, subjectType: 'annotations' }
  const row = await tx.change.findFirst({
    where: { ...own, action: { not: 'annotations.undo' } },
    include: { payload: { select: { payload: true } } },
  })
  const step = Payload.safeParse(row?.payload?.payload)
  if (step.success) return step.data
  throw new AppError('not-found', 'There is no such change of yours to take back.')
}

/** Puts back what `before` says, each row with its own values, in one statement. */
const putBack = (
  tx: Transaction,
  transcriptId: string,
  verb: BulkStep['verb'],
  before: readonly [string, Before][],
) => {
  const ids = before.map(([id]) => id)
  const mine = Prisma.sql`a.transcript_id = ${transcriptId}::uuid AND a.id = was.id`
  if (verb === 'delete') {
    return tx.$executeRaw`
      UPDATE annotation a SET deleted_at = NULL, version = version + 1
      FROM unnest(${ids}::uuid[]) AS was (id) WHERE ${mine}`
  }
  if (verb === 'tag' || verb === 'untag' || verb === 'retag') {
    // Arrays of unequal length do not unnest side by side: each travels as JSON.
    const tags = before.map(([, { t }]) => JSON.stringify(t ?? []))
    return tx.$executeRaw`
      UPDATE annotation a SET version = version + 1, updated_at = now(),
        tags = ARRAY (SELECT tag FROM jsonb_array_elements_text(was.tags) WITH ORDINALITY AS each (tag, at) ORDER BY at)
      FROM unnest(${ids}::uuid[], ${tags}::jsonb[]) AS was (id, tags) WHERE ${mine}`
  }
  const states = before.map(([, { s }]) => s ?? 'open')
  const reasons = before.map(([, { d }]) => d ?? null)
  return tx.$executeRaw`
    UPDATE annotation a SET version = version + 1, updated_at = now(), state = was.state, dismissed_for = was.reason
    FROM unnest(${ids}::uuid[], ${states}::text[]::annotation_state[], ${reasons}::text[]) AS was (id, state, reason)
    WHERE ${mine}`
}

/**
 * Takes a step on many annotations back: each is again as it was before, states, reasons and tags in their order. What
 * somebody has changed since is left and told, as is what is gone. Taking back twice takes back nothing.
 */
export const undoChange = (actor: Actor, input: z.infer<typeof UndoInput>): Promise<BulkResult> =>
  writeToTranscript(actor, input.transcriptId, async (tx, actor, record) => {
    const { transcriptId } = input
    const { annotations, ...step } = await findStep(tx, actor, input)
    const transcript = await mayStep(tx, actor, transcriptId, step.verb)
    const may = mayOn(actor, step.verb, transcript)
    const rows = new Map((await bulkRows(tx, transcriptId, Object.keys(annotations))).map((row) => [row.id, row]))
    const { left, leave } = collectLeft()
    const back: [string, Before][] = []
    const after: Record<string, { v: number }> = {}
    for (const [id, before] of Object.entries(annotations)) {
      const row = rows.get(id)
      if (!row || (row.deleted && step.verb !== 'delete')) leave('gone', id)
      else if (row.version !== before.v) leave('changed', id)
      else if (!may(row)) leave('not-yours', id)
      else {
        back.push([id, before])
        after[id] = { v: row.version + 1 }
      }
    }
    if (back.length === 0) return { change: null, done: 0, left }
    await putBack(tx, transcriptId, step.verb, back)
    const payload = { of: input.change, verb: step.verb, annotations: after } as Prisma.InputJsonObject
    const change = await record({
      action: 'annotations.undo',
      subject: { type: 'annotations', id: transcriptId },
      payload,
    })
    return { change, done: back.length, left }
  })
