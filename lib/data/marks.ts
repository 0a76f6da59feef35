import type { z } from 'zod'
import type { Mark, Marks } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { compareRanges } from '@/lib/text/range'
import { db, pool } from './db'
import { placesThen } from './placed-then'
import { TextInput } from './revisions'
import { findTranscript } from './transcript-row'

type Row = {
  number: number
  head: number
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
  turn: Mark['turn'] | null
}

// One statement, so that the marks are those of exactly that change and that revision.
const sql = `
  SELECT s.number, t.head, a.id, a.start, a."end", a.kind, a.state, a.sort, a.author_id, a.detector, a.tags, a.placed, a."to", a.turn
  FROM scope s JOIN transcript t ON t.id = s.id LEFT JOIN annotation a ON a.transcript_id = s.id AND a.deleted_at IS NULL
  WHERE s.id = $1
  ORDER BY a.start, a."end" DESC, a.id
  LIMIT $2`

/** As many marks come with the page, so that its first screens are painted before anything is fetched. */
const few = 400

/** Which marks: those of the newest revision, or as they stood at an earlier one. */
export const MarksInput = TextInput

/**
 * Every mark of a transcript in document order, with the number of the change they are true for. At an earlier revision: those
 * that existed then, where they stood then, and otherwise as they are now. Throws not-found where there is none of that number.
 */
export const readMarks = async (actor: Actor, input: z.infer<typeof MarksInput>): Promise<Marks> => {
  const { transcriptId, revision } = input
  if (revision === undefined) return read(actor, transcriptId, null)
  // One look at all of it: while it is read nothing moves.
  return db.$transaction(
    async (tx) => {
      const { head } = await findTranscript(tx, actor, transcriptId)
      if (revision < 1 || revision > head) {
        throw new AppError('not-found', 'There is no such revision of this transcript.')
      }
      const rows = await tx.$queryRawUnsafe<Row[]>(sql, transcriptId, null)
      const then = await placesThen(tx, transcriptId, revision, head)
      const stood = rows.flatMap((row) => {
        const place = row.id === null ? undefined : then.get(row.id)
        return place?.existed !== true ? [] : [{ ...row, start: place.start, end: place.end, placed: place.placed }]
      })
      return { ...(await told(stood.sort(compareRanges))), change: rows[0]?.number ?? 0, revision }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  )
}

/** The first marks of a transcript, at its newest revision or an earlier one, and whether they are all. */
export const readFirstMarks = async (
  actor: Actor,
  input: z.infer<typeof MarksInput>,
): Promise<{ readonly marks: Marks; readonly complete: boolean }> => {
  const { transcriptId, revision } = input
  const found = revision === undefined ? await read(actor, transcriptId, few + 1) : await readMarks(actor, input)
  return { marks: { ...found, marks: found.marks.slice(0, few) }, complete: found.marks.length <= few }
}

const read = async (actor: Actor, transcriptId: string, most: number | null): Promise<Marks> => {
  const transcript = await findTranscript(db, actor, transcriptId)
  const { rows } = await pool.query<Row>(sql, [transcript.id, most])
  return { ...(await told(rows)), change: rows[0]?.number ?? 0, revision: rows[0]?.head ?? transcript.head }
}

/** Rows as marks, with the names of their authors. */
const told = async (rows: readonly Row[]): Promise<Pick<Marks, 'marks' | 'people'>> => {
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
        ...(row.turn !== null && { turn: row.turn }),
      },
    ]
  })
  const ids = [...new Set(rows.flatMap((row) => row.author_id ?? []))]
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return { marks, people: Object.fromEntries(people.map(({ id, name }) => [id, name])) }
}
