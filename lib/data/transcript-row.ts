import { AppError } from '@/lib/errors'
import { type Actor, isSigned } from '@/lib/permissions/can'
import type { TranscriptState, TranscriptSummary } from '@/lib/transcript/transcript'
import type { Prisma } from '@/prisma/generated/client'
import type { Transaction } from './changes'
import { Uuid } from './input'

/** What a summary is made of: one row with its desk, people, counts and the file's particulars, never its bytes. */
export const summarySelect = {
  id: true,
  title: true,
  outlet: true,
  printedOn: true,
  language: true,
  translator: true,
  origin: true,
  state: true,
  version: true,
  head: true,
  words: true,
  createdAt: true,
  updatedAt: true,
  deletedAt: true,
  desk: { select: { id: true, slug: true, name: true } },
  createdBy: { select: { id: true, name: true } },
  askedBy: { select: { id: true, name: true } },
  signOffs: {
    where: { decision: 'approved' },
    select: { at: true, revision: true, user: { select: { id: true, name: true } } },
    orderBy: { at: 'desc' },
    take: 1,
  },
  originals: { where: { revision: 1 }, select: { name: true, mediaType: true, size: true, sha256: true } },
  counts: { select: { kind: true, state: true, count: true } },
} as const satisfies Prisma.TranscriptSelect

export type SummaryRow = Prisma.TranscriptGetPayload<{ select: typeof summarySelect }>

/** A stored transcript as the API gives it, without its text. */
export const toSummary = ({ signOffs: [approved], originals: [original], ...row }: SummaryRow): TranscriptSummary => {
  const counts: Record<string, Record<string, number>> = {}
  for (const { kind, state, count } of row.counts) {
    if (count === 0) continue
    counts[kind] = { ...counts[kind], [state]: count }
  }
  return {
    ...row,
    state: row.state as TranscriptState,
    counts,
    original: original ?? null,
    approval: approved
      ? {
          by: approved.user,
          at: approved.at.toISOString(),
          revision: approved.revision,
          stands: isSigned({ state: row.state }),
        }
      : null,
    printedOn: row.printedOn?.toISOString().slice(0, 10) ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  }
}

/** The transcripts an actor may know of: those of their desks. */
export const visibleTo = (actor: Actor) => ({ deskId: { in: Object.keys(actor.roles) } })

/** What is answered for a transcript that does not exist or belongs to another desk: the two look alike. */
export const noTranscript = () => new AppError('not-found', 'There is no such transcript, or it is not yours to see.')

const trashed = () =>
  new AppError('gone', 'This transcript is in the trash. An owner of the desk can restore it from there.')

/** Names one transcript among those an actor may know of. The address of a page may hold anything: throws not-found for what is no id. */
export const oneVisibleTo = (actor: Actor, id: string) => {
  if (!Uuid.safeParse(id).success) throw noTranscript()
  return { id, ...visibleTo(actor) }
}

/** The row that was found. Throws not-found where none was, or gone where it is in the trash. */
export const hereOnly = <Row extends { readonly deletedAt: Date | null }>(row: Row | null): Row => {
  if (row === null) throw noTranscript()
  if (row.deletedAt !== null) throw trashed()
  return row
}

/**
 * The row of a transcript the actor may see, for a use case to decide on. Throws not-found, or gone where it is in the
 * trash. Give the transaction where the answer must stand still.
 */
export const findTranscript = async (tx: Transaction, actor: Actor, id: string) =>
  hereOnly(
    await tx.transcript.findFirst({
      where: oneVisibleTo(actor, id),
      select: {
        ...{ id: true, deskId: true, title: true, head: true, state: true },
        ...{ version: true, askedById: true, deletedAt: true },
      },
    }),
  )
