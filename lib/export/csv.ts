import { stringify } from 'csv-stringify/sync'
import type { Annotation } from '@/lib/annotation/annotation'
import { bodyToText } from '@/lib/annotation/body-text'
import { defaultVerdicts, flagSorts, kinds, stances } from '@/lib/annotation/kinds'
import { turnWords } from '@/lib/transcript/turn-words'
import type { ExportFormat } from './format'
import { proposesWords } from './words'

/** The columns, for good: programs read them by name. `row` says what a line holds: annotation, evidence or reply. */
export const csvColumns = [
  'row',
  'id',
  'annotation_id',
  'kind',
  'state',
  'author',
  'created_at',
  'updated_at',
  'start',
  'end',
  'placed',
  'quote',
  'note',
  'tags',
  'claim',
  'verdict',
  'flag',
  'found',
  'expected',
  'reason',
  'dismissed_for',
  'detector',
  'correction',
  'source',
  'source_url',
  'source_quote',
  'stance',
  'link',
] as const

type Row = Partial<Record<(typeof csvColumns)[number], string | number>>

/** Spreadsheets run what begins like a formula, in wide letters too; an apostrophe before it makes it words again. */
const harmless = (cell: string | number | undefined): string | number | undefined =>
  typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell

const verdictLabel = (id: string) => defaultVerdicts.find((verdict) => verdict.id === id)?.label ?? id

/** What a correction proposes: of a turn what is to become of it, and the words where they are to be others. */
const correctionCell = (correction: NonNullable<Annotation['correction']>): string => {
  const { to, turn } = correction
  if (turn === undefined) return to
  return proposesWords(correction) ? `${to} | ${turnWords(turn)}` : turnWords(turn)
}

function* rowsOf(annotation: Annotation, address: string): Generator<Row> {
  const { check, flag, correction } = annotation
  yield {
    row: 'annotation',
    id: annotation.id,
    annotation_id: annotation.id,
    kind: kinds[annotation.kind].label,
    state: annotation.state,
    author: annotation.author.name,
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
    start: annotation.start,
    end: annotation.end,
    placed: annotation.placed,
    quote: annotation.anchor.exact,
    note: annotation.body === null ? '' : bodyToText(annotation.body),
    tags: annotation.tags.join(', '),
    claim: check?.claim,
    verdict: check && verdictLabel(check.verdict),
    flag: flag && (flagSorts[flag.sort as keyof typeof flagSorts] ?? flag.sort),
    found: flag?.found,
    expected: flag?.expected.join(' | '),
    reason: flag?.reason,
    dismissed_for: flag?.dismissedFor ?? undefined,
    detector: flag?.detector ?? undefined,
    correction: correction && correctionCell(correction),
    link: `${address}#${annotation.id}`,
  }
  for (const { id, source, quote, stance, note, by, at } of check?.evidence ?? []) {
    yield {
      ...{ row: 'evidence', id, annotation_id: annotation.id, author: by.name, created_at: at, note },
      ...{ source: source.title, source_url: source.url ?? '', source_quote: quote, stance: stances[stance] },
    }
  }
  for (const { id, author, body, createdAt, updatedAt } of annotation.replies) {
    const times = { created_at: createdAt, updated_at: updatedAt }
    yield { row: 'reply', id, annotation_id: annotation.id, author: author.name, ...times, note: bodyToText(body) }
  }
}

// Rows handed to the writer at a time.
const batch = 500

/** One row for each annotation, row of evidence and reply: RFC 4180, CRLF, UTF-8 with a byte order mark for spreadsheets. */
export const csv: ExportFormat = {
  name: 'csv',
  label: 'CSV table',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  *write({ annotations, address }) {
    const written = (rows: readonly (readonly unknown[])[]) =>
      stringify([...rows], { record_delimiter: 'windows', quoted_match: /[\r\n]/ })
    yield `\uFEFF${written([csvColumns])}`
    let rows: unknown[][] = []
    for (const annotation of annotations) {
      for (const row of rowsOf(annotation, address)) rows.push(csvColumns.map((column) => harmless(row[column])))
      if (rows.length < batch) continue
      yield written(rows)
      rows = []
    }
    if (rows.length > 0) yield written(rows)
  },
}
