import type { Mark, Marks } from '@/lib/annotation/annotation'
import type { Actor } from '@/lib/permissions/can'
import { db, pool } from './db'
import { findTranscript } from './transcript-row'

type Row = {
  number: number
  id: string | null
  start: number
  end: number
  kind: Mark['kind']
  state: Mark['state']
  sort: string | null
  author_id: string | null
  detector: string | null
  tags: string[]
  placed: Mark['placed']
  to: string | null
}

// One statement, so that the marks are those of exactly that change.
const sql = `
  SELECT s.number, a.id, a.start, a."end", a.kind, a.state, a.sort, a.author_id, a.detector, a.tags, a.placed, a."to"
  FROM scope s LEFT JOIN annotation a ON a.transcript_id = s.id AND a.deleted_at IS NULL
  WHERE s.id = $1
  ORDER BY a.start, a."end" DESC, a.id
  LIMIT $2`

/** As many marks come with the page, so that its first screens are painted before anything is fetched. */
const few = 400

/** The first marks of a transcript, and whether they are all. */
export const readFirstMarks = async (
  actor: Actor,
  input: { transcriptId: string },
): Promise<{ readonly marks: Marks; readonly complete: boolean }> => {
  const found = await read(actor, input.transcriptId, few + 1)
  return { marks: { ...found, marks: found.marks.slice(0, few) }, complete: found.marks.length <= few }
}

/** Every mark of a transcript in document order, with the number of the change they are true for. */
export const readMarks = (actor: Actor, input: { transcriptId: string }): Promise<Marks> =>
  read(actor, input.transcriptId, null)

const read = async (actor: Actor, transcriptId: string, most: number | null): Promise<Marks> => {
  const transcript = await findTranscript(db, actor, transcriptId)
  const { rows } = await pool.query<Row>(sql, [transcript.id, most])
  const marks = rows.flatMap((row): Mark[] => {
    if (row.id === null) return []
    const { id, start, end, kind, state, placed, tags } = row
    return [
      {
        ...{ id, start, end, kind, state, placed, author: row.author_id ?? row.detector ?? '' },
        ...(row.sort !== null && { sort: row.sort }),
        ...(tags.length > 0 && { tags }),
        ...(row.detector !== null && { detector: row.detector }),
        ...(row.to !== null && { to: row.to }),
      },
    ]
  })
  const ids = [...new Set(rows.flatMap((row) => row.author_id ?? []))]
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return {
    change: rows[0]?.number ?? 0,
    revision: transcript.head,
    marks,
    people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
  }
}
