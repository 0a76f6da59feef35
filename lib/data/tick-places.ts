import type { Placed } from '@/lib/annotation/annotation'
import { compose } from '@/lib/text/compose'
import { type Edits, prepareEdits } from '@/lib/text/map'
import { tidyEdits } from '@/lib/text/tighten'
import type { Transaction } from './changes'
import { besideEdits, type Made, moveFar } from './place-store'
import { lead, lengthsBack, type Step } from './places'
import { editsBetween, loadRevision } from './revision-text'

type Row = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly placed: Placed
  readonly revision: number
  readonly tickedStart: number
  readonly tickedEnd: number
}

/** All that was done to a text since a revision, without what was taken back: words that stand as they stood count as untouched. */
const editsSince = async (tx: Transaction, { transcriptId, number }: Made, revision: number): Promise<Edits> => {
  const made = await loadRevision(transcriptId, revision, tx)
  const all = await editsBetween(tx, transcriptId, revision, number)
  const edits = all.reduce<Edits>((done, next) => compose(done, next.edits), [])
  return tidyEdits(made?.text ?? '', edits)
}

/**
 * Leads every tick over a step. A tick is worth something as long as its sentence reads as it was ticked (`exact`): one that
 * an edit touched is not, until what was changed is taken back.
 */
export const moveTicks = async (tx: Transaction, made: Made, step: Step): Promise<void> => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, start, "end", placed, revision, ticked_start AS "tickedStart", ticked_end AS "tickedEnd"
    FROM tick WHERE transcript_id = ${made.transcriptId}::uuid
      AND (placed <> 'exact' OR int4range(start, "end", '[]') && ${besideEdits(step.edits)}::int4multirange)`
  await moveFar(tx, 'tick', made.transcriptId, step)
  const since = new Map<number, Pick<Step, 'there' | 'back'>>()
  for (const { id, placed, revision, tickedStart, tickedEnd, ...place } of rows) {
    let { now, fate } = lead(place, step)
    let surely: Placed = fate === 'kept' ? placed : now.start === now.end ? 'lost' : 'moved'
    if (placed !== 'exact') {
      const edits = since.has(revision) ? null : await editsSince(tx, made, revision)
      if (edits !== null) since.set(revision, { there: prepareEdits(edits), back: prepareEdits(lengthsBack(edits)) })
      const again = lead({ start: tickedStart, end: tickedEnd }, since.get(revision) ?? step)
      if (again.fate === 'kept') {
        now = again.now
        surely = 'exact'
      }
    }
    await tx.$executeRaw`UPDATE tick SET start = ${now.start}, "end" = ${now.end}, placed = ${surely}::placed WHERE id = ${id}::uuid`
  }
}
