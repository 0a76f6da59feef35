import type { AnnotationState } from '@/lib/annotation/kinds'
import { compose } from '@/lib/text/compose'
import { type Edits, type Mapping, mapRange, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import type { Placed } from '@/prisma/generated/client'
import type { Transaction } from './changes'
import { lengthsBack, type Place } from './places'
import { editsBetween } from './revision-text'

/** Where an annotation stood at a revision, whether it existed then, and the state that revisions since have taken it out of. */
export type Then = Place & { readonly existed: boolean; readonly state: AnnotationState | null }

type Row = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly placed: Placed
  readonly places: readonly Range[] | null
  /** In the text of which revision it stands there: of the last before it was touched or attached elsewhere. Null: the head's. */
  readonly standsIn: number | null
  readonly state: AnnotationState | null
  readonly existed: boolean
}

/**
 * Leads ranges of each revision from `then` on back to it. Edits taken together lead a whole range that none touches as each
 * alone does; an empty one may stand between two that have become one, so it goes step by step.
 */
const waysBack = (
  steps: readonly { readonly number: number; readonly edits: Edits }[],
  needed: ReadonlySet<number>,
) => {
  const together = new Map<number, Mapping>()
  const single = steps.map(({ edits }) => prepareEdits(lengthsBack(edits)))
  let done: Edits = []
  for (const { number, edits } of steps) {
    done = compose(done, edits)
    if (needed.has(number)) together.set(number, prepareEdits(lengthsBack(done)))
  }
  return (range: Range, from: number): Range => {
    const mapping = together.get(from)
    if (mapping === undefined) return { start: range.start, end: range.end }
    const ways =
      range.start < range.end
        ? [mapping]
        : single.slice(0, steps.findIndex(({ number }) => number === from) + 1).reverse()
    const { start, end } = ways.reduce<Range>((place, way) => mapRange(place, way), range)
    return { start, end }
  }
}

/**
 * Where every annotation that was made by revision `number` stood at it, deleted ones too; and those made later that a
 * revision since has accepted or opened again. What a revision touched, or a person attached elsewhere, was written
 * down; from there, or from where it stands now, it is led back through edits that did nothing but move it.
 */
export const placesThen = async (
  tx: Transaction,
  transcriptId: string,
  number: number,
  head: number,
): Promise<ReadonlyMap<string, Then>> => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, coalesce(p.start, a.start) AS start, coalesce(p."end", a."end") AS "end",
      coalesce(p.placed, a.placed) AS placed, CASE WHEN p.stands_in IS NULL THEN a.places ELSE p.places END AS places,
      p.stands_in AS "standsIn", s.state, a.revision <= ${number} AS existed
    FROM annotation a
    LEFT JOIN (SELECT DISTINCT ON (annotation_id) * FROM (
        SELECT annotation_id, revision - 1 AS stands_in, 1 AS turn, start, "end", placed, places FROM placement
        WHERE transcript_id = ${transcriptId}::uuid AND revision > ${number}
        UNION ALL
        SELECT annotation_id, revision, 0, start, "end", placed, places FROM reattachment
        WHERE transcript_id = ${transcriptId}::uuid AND revision > ${number}
      ) stood ORDER BY annotation_id, stands_in, turn) p ON p.annotation_id = a.id
    LEFT JOIN (SELECT DISTINCT ON (annotation_id) annotation_id, state FROM placement
      WHERE transcript_id = ${transcriptId}::uuid AND revision > ${number} AND state IS NOT NULL
      ORDER BY annotation_id, revision) s ON s.annotation_id = a.id
    WHERE a.transcript_id = ${transcriptId}::uuid AND (a.revision <= ${number} OR s.state IS NOT NULL)`
  const from = ({ standsIn }: Row) => standsIn ?? head
  const back = waysBack(await editsBetween(tx, transcriptId, number, head), new Set(rows.map(from)))
  return new Map(
    rows.map((row) => {
      const { id, placed, state, existed } = row
      const places = row.places?.map((place) => back(place, from(row))) ?? null
      return [id, { ...back(row, from(row)), placed, places, state, existed }]
    }),
  )
}
