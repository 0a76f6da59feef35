import { z } from 'zod'
import { type BulkResult, BulkStep, type BulkVerb, type LeftReason, mostAtOnce } from '@/lib/annotation/bulk'
import type { AnnotationState, Kind } from '@/lib/annotation/kinds'
import { type Action, type Actor, can, type Subject } from '@/lib/permissions/can'
import { Prisma } from '@/prisma/generated/client'
import type { Transaction } from './changes'
import { Uuid } from './input'
import { refuseUnless } from './refuse'
import { findTranscript } from './transcript-row'
import { writeToTranscript } from './transcript-write'

/** What to do, and to which annotations of the transcript. */
export const BulkInput = z
  .object({
    transcriptId: Uuid,
    ids: z.array(Uuid).min(1, 'Choose at least one.').max(mostAtOnce, 'Choose 20,000 at most.'),
  })
  .and(BulkStep)
type BulkInput = z.infer<typeof BulkInput>

/** An annotation as a step finds it. */
export type BulkRow = {
  readonly id: string
  readonly version: number
  readonly kind: Kind
  readonly state: AnnotationState
  readonly authorId: string | null
  readonly detector: string | null
  readonly tags: readonly string[]
  readonly dismissedFor: string | null
  readonly deleted: boolean
}

/** The rows of these ids in a transcript; ids of other transcripts name nothing. */
export const bulkRows = (tx: Transaction, transcriptId: string, ids: readonly string[]) =>
  tx.$queryRaw<BulkRow[]>`
    SELECT id, version, kind, state, author_id AS "authorId", detector, tags, dismissed_for AS "dismissedFor",
      deleted_at IS NOT NULL AS deleted
    FROM annotation WHERE transcript_id = ${transcriptId}::uuid AND id = ANY (${[...ids]}::uuid[])`

const actions: Readonly<Record<BulkVerb, Action>> = {
  ...{ resolve: 'annotation.resolve', reopen: 'annotation.resolve', dismiss: 'annotation.dismiss' },
  ...{ tag: 'annotation.tag', untag: 'annotation.tag', retag: 'annotation.tag', delete: 'annotation.delete' },
}

const refusals: Readonly<Record<BulkVerb, string>> = {
  resolve: 'Only an editor can resolve annotations.',
  reopen: 'Only an editor can open annotations again.',
  dismiss: 'Viewers cannot dismiss flags.',
  tag: 'Viewers cannot change tags.',
  untag: 'Viewers cannot change tags.',
  retag: 'Viewers cannot change tags.',
  delete: 'Viewers cannot delete annotations.',
}

/** The transcript, where this person may take such a step in it at all. Throws forbidden, and conflict where it is approved. */
export const mayStep = async (
  tx: Transaction,
  actor: Actor,
  transcriptId: string,
  verb: BulkVerb,
): Promise<Subject> => {
  const { deskId, state } = await findTranscript(tx, actor, transcriptId)
  refuseUnless(actor, actions[verb], { deskId, state, authorId: actor.id, byDetector: true }, refusals[verb])
  return { deskId, state }
}

/** Asks `can` about one row, once for each author and detector. */
export const mayOn = (actor: Actor, verb: BulkVerb, transcript: Subject) => {
  const answers = new Map<string, boolean>()
  return ({ authorId, detector }: BulkRow): boolean => {
    const key = `${authorId} ${detector !== null}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const may = can(actor, actions[verb], { ...transcript, authorId, byDetector: detector !== null })
    answers.set(key, may)
    return may
  }
}

const closed = ['resolved', 'dismissed']

/** Why a step leaves a row as it is, or null where it changes it. */
const leaves = (step: BulkStep, { kind, state, tags }: BulkRow): LeftReason | null => {
  switch (step.verb) {
    case 'resolve':
      return state === 'resolved' ? 'same' : state === 'open' ? null : 'unfit'
    case 'reopen':
      return state === 'open' ? 'same' : closed.includes(state) ? null : 'unfit'
    case 'dismiss':
      return kind === 'flag' && state === 'dismissed' ? 'same' : kind === 'flag' && state === 'open' ? null : 'unfit'
    case 'tag':
      return tags.includes(step.tag) ? 'same' : tags.length < 30 ? null : 'unfit'
    case 'untag':
      return tags.includes(step.tag) ? null : 'same'
    case 'retag':
      return tags.includes(step.tag) && step.tag !== step.to ? null : 'same'
    case 'delete':
      return null
  }
}

const { sql } = Prisma

/** What a step sets. */
const columnsOf = (step: BulkStep): Prisma.Sql => {
  switch (step.verb) {
    case 'resolve':
      return sql`state = 'resolved', updated_at = now()`
    case 'reopen':
      return sql`state = 'open', dismissed_for = NULL, updated_at = now()`
    case 'dismiss':
      return sql`state = 'dismissed', dismissed_for = ${step.reason}, updated_at = now()`
    case 'tag':
      return sql`tags = tags || ${step.tag}::text, updated_at = now()`
    case 'untag':
      return sql`tags = array_remove(tags, ${step.tag}::text), updated_at = now()`
    case 'retag':
      return sql`tags = CASE WHEN ${step.to}::text = ANY (tags) THEN array_remove(tags, ${step.tag}::text)
        ELSE array_replace(tags, ${step.tag}::text, ${step.to}::text) END, updated_at = now()`
    case 'delete':
      return sql`deleted_at = now()`
  }
}

/** A row as it was, in as few words as it takes to bring it back: the version it has after the step, then what was there. */
export type Before = {
  readonly v: number
  readonly s?: string
  readonly d?: string | null
  readonly t?: readonly string[]
}

const beforeOf = ({ verb }: BulkStep, { version, state, dismissedFor, tags }: BulkRow): Before => {
  const v = version + 1
  if (verb === 'delete') return { v }
  if (verb === 'tag' || verb === 'untag' || verb === 'retag') return { v, t: tags }
  return dismissedFor === null ? { v, s: state } : { v, s: state, d: dismissedFor }
}

/** What was left, by why. */
export const collectLeft = () => {
  const left: { [Reason in LeftReason]?: string[] } = {}
  return {
    left,
    leave: (reason: LeftReason, id: string) => {
      left[reason] ??= []
      left[reason].push(id)
    },
  }
}

/**
 * Does the same to many annotations in one transaction and one change. What may not or cannot be changed is left as it
 * is and told. Throws forbidden where this person may do it to none, conflict where the transcript is approved.
 */
export const changeAnnotations = (actor: Actor, input: BulkInput): Promise<BulkResult> =>
  writeToTranscript(actor, input.transcriptId, async (tx, actor, record) => {
    const { transcriptId, ids: asked, ...step } = input
    const transcript = await mayStep(tx, actor, transcriptId, step.verb)
    const may = mayOn(actor, step.verb, transcript)
    const ids = [...new Set(asked)]
    const rows = new Map((await bulkRows(tx, transcriptId, ids)).map((row) => [row.id, row]))
    const { left, leave } = collectLeft()
    const before: Record<string, Before> = {}
    for (const id of ids) {
      const row = rows.get(id)
      const why = !row || row.deleted ? 'gone' : may(row) ? leaves(step, row) : 'not-yours'
      if (row && why === null) before[id] = beforeOf(step, row)
      else leave(why ?? 'gone', id)
    }
    const changing = Object.keys(before)
    if (changing.length === 0) return { change: null, done: 0, left }
    await tx.$executeRaw`
      UPDATE annotation SET ${columnsOf(step)}, version = version + 1
      WHERE transcript_id = ${transcriptId}::uuid AND id = ANY (${changing}::uuid[])`
    const payload = { ...step, annotations: before } as unknown as Prisma.InputJsonObject
    const subject = { type: 'annotations', id: transcriptId }
    const change = await record({ action: `annotations.${step.verb}`, subject, payload })
    return { change, done: changing.length, left }
  })
