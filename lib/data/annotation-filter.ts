import { z } from 'zod'
import type { Placed } from '@/lib/annotation/annotation'
import { phrasesIn } from '@/lib/annotation/filter-terms'
import { type AnnotationState, annotationStates, type Kind, kindNames, placements } from '@/lib/annotation/kinds'
import { momentOf } from '@/lib/annotation/moment'
import type { Actor } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { Ids, literally, Uuid, Words } from './input'
import { findTranscript } from './transcript-row'

const oneOf = <T extends string>(words: readonly T[], name: string) =>
  Words.refine((given) => (given ?? []).every((word) => (words as readonly string[]).includes(word)), {
    message: `Use ${words.join(', ')} for ${name}.`,
  })
    .transform((given) => given as T[] | undefined)
    .describe(`Any of ${words.join(', ')}.`)

/** Phrases to look for: blanks part them, quotation marks hold several words together; all of them are to be found. */
const Phrases = PlainText.max(2_000)
  .transform(phrasesIn)
  .refine((phrases) => phrases.length <= 20, 'Twenty phrases are the most that can be looked for.')
  .optional()

/** A time: a day, a time of day, or a span before now such as 2h or 3d. Days are those of UTC. */
const momentAt = (edge: 'since' | 'until') =>
  PlainText.max(40)
    .transform((words, context) => {
      const moment = momentOf(words, edge, new Date(), 'utc')
      if (moment === null)
        context.addIssue({ code: 'custom', message: 'Write 2h, 3d, yesterday or a day such as 2026-11-01.' })
      return moment ?? z.NEVER
    })
    .optional()

/** Which annotations of a transcript; several words of one field are parted by commas, different fields all hold. */
export const AnnotationFilter = z.object({
  transcriptId: Uuid,
  kind: oneOf<Kind>(kindNames, 'kind'),
  state: oneOf<AnnotationState>(annotationStates, 'state'),
  author: Ids,
  tag: Words,
  without: Words,
  detector: Words,
  sort: Words,
  placed: oneOf<Placed>(placements, 'placed'),
  ids: Ids,
  text: Phrases,
  quote: Phrases,
  q: Phrases,
  since: momentAt('since'),
  until: momentAt('until'),
})
export type AnnotationFilter = z.infer<typeof AnnotationFilter>

const { sql, join, empty } = Prisma
type Sql = Prisma.Sql

// What hangs on an annotation `a`, as far as it was not deleted. OFFSET 0 keeps Postgres from reading the replies of all
// desks at once instead of those of each annotation by its index.
const someReply = (holds: Sql) =>
  sql`EXISTS (SELECT 1 FROM reply r WHERE r.annotation_id = a.id AND r.deleted_at IS NULL AND ${holds} OFFSET 0)`
const someEvidence = (holds: Sql) =>
  sql`EXISTS (SELECT 1 FROM evidence e WHERE e.annotation_id = a.id AND e.deleted_at IS NULL AND ${holds} OFFSET 0)`

const like = (phrase: string) => `%${literally(phrase)}%`
const written = (phrase: string): Sql =>
  sql`a.words ILIKE ${like(phrase)} OR ${someReply(sql`r.words ILIKE ${like(phrase)}`)}
    OR ${someEvidence(sql`(e.title ILIKE ${like(phrase)} OR e.quote ILIKE ${like(phrase)} OR e.note ILIKE ${like(phrase)})`)}`
const quoted = (phrase: string): Sql => sql`a.exact ILIKE ${like(phrase)}`
const tagged = (phrase: string): Sql => sql`array_to_string(a.tags, ',') ILIKE ${like(phrase)}`

/** Made, changed or replied to, from `since` on and before `until`. */
const between = (since: Date | undefined, until: Date | undefined): readonly Sql[] => {
  if (since === undefined && until === undefined) return []
  const within = (column: Sql) => {
    const bounds = [
      ...(since === undefined ? [] : [sql`${column} >= ${since}::timestamptz`]),
      ...(until === undefined ? [] : [sql`${column} < ${until}::timestamptz`]),
    ]
    return sql`(${join(bounds, ' AND ')})`
  }
  const made = sql`${within(sql`a.created_at`)} OR ${within(sql`a.updated_at`)}`
  return [sql`(${made} OR ${someReply(within(sql`r.updated_at`))} OR ${someEvidence(within(sql`e.at`))})`]
}

/** The filter as a condition on a row `a` of annotations. Begins with the transcript, which the index is by. */
export const conditionOf = (filter: Omit<AnnotationFilter, 'transcriptId'>, transcriptId: string): Sql => {
  const among = (column: Sql, values: readonly string[] | undefined, type: Sql = empty) =>
    values === undefined ? [] : [sql`${column} = ANY (${[...values]}::text[]${type})`]
  const { kind, state, author, tag, without, detector, sort, placed, ids, text = [], quote = [], q = [] } = filter
  return join(
    [
      sql`a.transcript_id = ${transcriptId}::uuid AND a.deleted_at IS NULL`,
      ...among(sql`a.id`, ids, sql`::uuid[]`),
      ...among(sql`a.kind`, kind, sql`::annotation_kind[]`),
      ...among(sql`a.state`, state, sql`::annotation_state[]`),
      ...among(sql`a.author_id`, author, sql`::uuid[]`),
      ...among(sql`a.detector`, detector),
      ...among(sql`a.sort`, sort),
      ...among(sql`a.placed`, placed, sql`::placed[]`),
      ...(tag === undefined ? [] : [sql`a.tags && ${[...tag]}::text[]`]),
      ...(without === undefined ? [] : [sql`NOT a.tags && ${[...without]}::text[]`]),
      ...between(filter.since, filter.until),
      ...quote.map((phrase) => sql`(${quoted(phrase)})`),
      ...text.map((phrase) => sql`(${written(phrase)})`),
      ...q.map((phrase) => sql`(${quoted(phrase)} OR ${tagged(phrase)} OR ${written(phrase)})`),
    ],
    ' AND ',
  )
}

/** Ids in document order. */
export const AnnotationIds = z.object({ ids: z.array(z.uuid()).readonly() })

/** The ids of every annotation of a transcript that passes a filter, in document order. */
export const listAnnotationIds = async (
  actor: Actor,
  input: AnnotationFilter,
): Promise<z.infer<typeof AnnotationIds>> => {
  const { id } = await findTranscript(db, actor, input.transcriptId)
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM annotation a WHERE ${conditionOf(input, id)} ORDER BY a.start, a."end" DESC, a.id`
  return { ids: rows.map((row) => row.id) }
}
