import type { Annotation, Author, Evidence, Reply } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { TurnProposal } from '@/lib/annotation/turn-change'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import type { Prisma } from '@/prisma/generated/client'
import type { Transaction } from './changes'
import { visibleTo } from './transcript-row'

const named = { select: { id: true, name: true } } as const

/** What an annotation is made of: its row with its author, evidence and replies, oldest first, deleted ones left out. */
export const annotationInclude = {
  author: named,
  evidence: { where: { deletedAt: null }, orderBy: { id: 'asc' }, include: { by: named } },
  replies: { where: { deletedAt: null }, orderBy: { id: 'asc' }, include: { author: named } },
} as const satisfies Prisma.AnnotationInclude

export type AnnotationRow = Prisma.AnnotationGetPayload<{ include: typeof annotationInclude }>

const person = (row: { id: string; name: string }): Author => ({ ...row, kind: 'person' })

const toEvidence = (row: AnnotationRow['evidence'][number]): Evidence => ({
  id: row.id,
  version: row.version,
  source: { id: null, title: row.title, url: row.url },
  quote: row.quote,
  stance: row.stance,
  note: row.note,
  by: person(row.by),
  at: row.at.toISOString(),
})

const toReply = (row: AnnotationRow['replies'][number]): Reply => ({
  id: row.id,
  version: row.version,
  author: person(row.author),
  body: row.body as unknown as Body,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

const part = (row: AnnotationRow): Pick<Annotation, 'check' | 'flag' | 'correction'> => {
  if (row.kind === 'check') {
    const evidence = row.evidence.map(toEvidence)
    return { check: { claim: row.claim ?? '', verdict: row.verdict ?? 'unverified', evidence } }
  }
  if (row.kind === 'correction') {
    const turn = row.turn === null ? {} : { turn: row.turn as TurnProposal }
    return { correction: { from: row.exact, to: row.to ?? '', ...turn } }
  }
  if (row.kind !== 'flag') return {}
  const { detector, expected, dismissedFor } = row
  const tier = row.tier as 'sure' | 'likely' | 'ask' | null
  const places = (row.places ?? []) as unknown as readonly { start: number; end: number }[]
  // Of what was taken out of the text there is nothing to show.
  const evidence = places.filter(({ start, end }) => start < end)
  const said = { sort: row.sort ?? 'other', found: row.found ?? row.exact, reason: row.reason ?? '' }
  return { flag: { detector, ...said, expected, tier, evidence, dismissedFor } }
}

/** A stored annotation as the API gives it. */
export const toAnnotation = (row: AnnotationRow): Annotation => ({
  id: row.id,
  transcriptId: row.transcriptId,
  kind: row.kind,
  state: row.state,
  version: row.version,
  anchor: {
    revision: row.revision,
    start: row.anchorStart,
    end: row.anchorEnd,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
  },
  start: row.start,
  end: row.end,
  placed: row.placed,
  author:
    row.author === null ? { id: row.detector ?? '', name: row.detector ?? '', kind: 'detector' } : person(row.author),
  body: row.body as unknown as Body | null,
  tags: row.tags,
  replies: row.replies.map(toReply),
  ...part(row),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

/** What is answered for an annotation that does not exist or belongs to another desk: the two look alike. */
export const noAnnotation = () => new AppError('not-found', 'There is no such annotation, or it is not yours to see.')

/**
 * The row of an annotation the actor may see. Throws not-found, and gone where it was deleted unless `deleted` asks for
 * those too, or where its transcript is in the trash.
 */
export const findAnnotation = async (tx: Transaction, actor: Actor, id: string, { deleted = false } = {}) => {
  const row = await tx.annotation.findFirst({
    where: { id, transcript: visibleTo(actor) },
    include: { ...annotationInclude, transcript: { select: { deskId: true, deletedAt: true, state: true } } },
  })
  if (row === null) throw noAnnotation()
  if (row.transcript.deletedAt !== null)
    throw new AppError('gone', 'The transcript of this annotation is in the trash.')
  if (row.deletedAt !== null && !deleted) throw new AppError('gone', 'This annotation was deleted.')
  const { deskId, state } = row.transcript
  const subject = { deskId, state, authorId: row.authorId, byDetector: row.detector !== null }
  return { row, subject }
}

/** The scope to lock before writing to an annotation: its transcript. Throws not-found as `findAnnotation` does. */
export const transcriptOf = async (tx: Transaction, actor: Actor, id: string): Promise<string> => {
  const row = await tx.annotation.findFirst({
    where: { id, transcript: visibleTo(actor) },
    select: { transcriptId: true },
  })
  if (row === null) throw noAnnotation()
  return row.transcriptId
}
