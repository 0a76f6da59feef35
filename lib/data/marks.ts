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
  ORDER BY a.start, a."end" DESC, a.id`

/** Every mark of a transcript in document order, with the number of the change they are true for. */
export const readMarks = async (actor: Actor, input: { transcriptId: string }): Promise<Marks> => {
  const transcript = await findTranscript(db, actor, input.transcriptId)
  const { rows } = await pool.query<Row>(sql, [transcript.id])
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
