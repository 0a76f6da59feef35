import type { Placed } from '@/lib/annotation/annotation'
import type { AnnotationState, Kind } from '@/lib/annotation/kinds'
import type { TurnProposal } from '@/lib/annotation/turn-change'
import { AppError } from '@/lib/errors'
import { quoted } from '@/lib/text/quoted'
import { compareRanges } from '@/lib/text/range'
import type { Transaction } from './changes'
import type { Wanted } from './places'
import type { RevisionWithText } from './revision-text'

/** A correction as it is decided on. */
export type Proposal = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly placed: Placed
  readonly kind: Kind
  readonly state: AnnotationState
  readonly version: number
  readonly exact: string
  readonly to: string | null
  readonly turn: TurnProposal | null
  readonly deleted: boolean
}

const decided: Readonly<Partial<Record<AnnotationState, string>>> = {
  ...{ accepted: 'accepted', dismissed: 'rejected', resolved: 'resolved', archived: 'archived' },
}

/**
 * The open proposals of these ids in the order of the text. Throws not-found where one is not there (ids of other transcripts
 * name nothing), invalid for what is no correction, and conflict where one has been decided already.
 */
export const readProposals = async (
  tx: Transaction,
  transcriptId: string,
  head: number,
  asked: readonly string[],
): Promise<readonly Proposal[]> => {
  const ids = [...new Set(asked)]
  const rows = await tx.$queryRaw<Proposal[]>`
    SELECT id, start, "end", placed, kind, state, version, exact, "to", turn, deleted_at IS NOT NULL AS deleted
    FROM annotation WHERE transcript_id = ${transcriptId}::uuid AND id = ANY (${ids}::uuid[])`
  if (rows.length < ids.length || rows.some(({ deleted }) => deleted)) {
    throw new AppError('not-found', 'One of these proposals is not there, or not any more. Reload and look again.')
  }
  const other = rows.find(({ kind }) => kind !== 'correction')
  if (other !== undefined)
    throw new AppError('invalid', `Only corrections are accepted or rejected; this is a ${other.kind}.`)
  const done = rows.find(({ state }) => state !== 'open')
  if (done !== undefined) {
    const message = `The proposal for ${quoted(done.exact)} has been ${decided[done.state]} in the meantime.`
    throw new AppError('conflict', message, { current: { revision: head, ids: [done.id], state: done.state } })
  }
  return rows.sort(compareRanges)
}

/** Throws conflict where one of them, or of the flags that become some, was touched by a revision after the one that was seen, or put elsewhere in one, and says what stands there now. */
export const refuseStale = async (
  tx: Transaction,
  proposals: readonly Proposal[],
  { number: head, text }: RevisionWithText,
  seen: number,
): Promise<void> => {
  if (seen > head) throw new AppError('invalid', `This transcript has no revision ${seen}.`)
  if (seen === head) return
  const ids = proposals.map(({ id }) => id)
  const since = {
    where: { annotationId: { in: ids }, revision: { gt: seen } },
    select: { annotationId: true },
  } as const
  const touched = [...(await tx.placement.findMany(since)), ...(await tx.reattachment.findMany(since))]
  const first = proposals.find(({ id }) => touched.some(({ annotationId }) => annotationId === id))
  if (first === undefined) return
  const words = text.slice(first.start, first.end)
  const now =
    words === ''
      ? 'these words are no longer in the text'
      : words === first.exact
        ? 'another proposal for some of these words was accepted'
        : `${quoted(words)} stands there now`
  const message = `The text was corrected since you looked: where ${quoted(first.exact)} was to be replaced, ${now}. Nothing was changed, and the proposal is still open.`
  throw new AppError('conflict', message, {
    current: { revision: head, ids: [...new Set(touched.map((row) => row.annotationId))], words },
  })
}

/**
 * The open proposals that are about words of those which are being accepted: whoever has seen them before has to look again, also
 * where their own words stay.
 */
export const alternativesTo = async (
  tx: Transaction,
  transcriptId: string,
  proposals: readonly Proposal[],
): Promise<readonly (readonly [string, Wanted])[]> => {
  const taken = `{${proposals.map(({ start, end }) => `[${start},${end})`).join(',')}}`
  const ids = proposals.map(({ id }) => id)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM annotation WHERE transcript_id = ${transcriptId}::uuid AND kind = 'correction' AND state = 'open'
      AND int4range(start, "end") && ${taken}::int4multirange AND NOT id = ANY (${ids}::uuid[])`
  return rows.map(({ id }) => [id, { touched: true }])
}
