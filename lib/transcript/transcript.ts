import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'
import { Day, Id, Time } from '@/lib/text/scalars'

/** Where a transcript stands on its way out of the desk. `published` is reached by publishing, not by moving. */
export const transcriptStates = ['draft', 'checking', 'in-review', 'approved', 'published'] as const
export type TranscriptState = (typeof transcriptStates)[number]

/** The most a transcript may hold: bytes of the file, and words of its text. */
export const maxFileBytes = 20 * 1024 * 1024
export const maxWords = 1_000_000

/**
 * One speaker's turn, or one paragraph: a range of the text in UTF-16 offsets, after its label. The label stays in
 * the text and has a range of its own. `from` and `to` are seconds from the start of the recording.
 */
export const Turn = z
  .object({
    start: z.int(),
    end: z.int(),
    label: z.object({ start: z.int(), end: z.int() }).readonly().optional(),
    speaker: z.string().optional().describe("The speaker's name as the label gives it, without its colon."),
    from: z.number().optional().describe('Seconds from the start of the recording.'),
    to: z.number().optional(),
  })
  .readonly()
  .meta({ id: 'Turn' })
export type Turn = z.infer<typeof Turn>

const line = (max: number) => PlainText.trim().max(max, `Keep this under ${max.toLocaleString('en')} characters.`)
const optionalLine = (max: number) => line(max).nullish()

/** Whether a code follows BCP 47, so that whoever shows it can name the language. */
const isLanguage = (code: string): boolean => {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}

/** What is known about a transcript besides its text. Dates are `YYYY-MM-DD`, languages BCP 47. */
export const Metadata = z.object({
  outlet: optionalLine(200),
  printedOn: z.iso
    .date('Give the date as year-month-day, for example 2031-03-11.')
    .refine((date) => date >= '0001', 'There is no year 0.')
    .nullish(),
  language: PlainText.max(35).refine(isLanguage, 'Give the language as a code, for example en or pt-BR.').nullish(),
  translator: optionalLine(200),
  /** Where the text came from, in words or as an address. */
  origin: optionalLine(2000),
})
export type Metadata = z.infer<typeof Metadata>

export const Title = line(300).min(1, 'Give the transcript a title.')

const Person = z.object({ id: Id, name: z.string() }).readonly()

/** What a transcript is besides its text, as answers give it. */
const summary = {
  id: Id,
  desk: z.object({ id: Id, slug: z.string(), name: z.string() }).readonly(),
  title: z.string(),
  state: z.enum(transcriptStates),
  version: z.int(),
  head: z.int().describe('The number of its newest revision: what an annotation is made on.'),
  words: z.int(),
  counts: z
    .record(z.string(), z.record(z.string(), z.int()).readonly())
    .readonly()
    .describe('Annotations by kind and state, without deleted ones: `{ "flag": { "open": 3 } }`.'),
  toRepair: z.int().optional().describe('How many annotations wait to be repaired; told in lists only.'),
  createdBy: Person,
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
  askedBy: Person.nullable().describe('Who asked for the review that stands, while in review or approved.'),
  approval: z
    .object({ by: Person, at: Time, revision: z.int(), stands: z.boolean() })
    .readonly()
    .nullable()
    .describe('The last approval, and whether it still stands: not once the transcript was reopened.'),
  original: z
    .object({ name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() })
    .readonly()
    .nullable()
    .describe('The file it came from.'),
  outlet: z.string().nullable(),
  printedOn: Day.nullable(),
  language: z.string().nullable(),
  translator: z.string().nullable(),
  origin: z.string().nullable(),
}

/** A transcript without its text: a row of the desk's list. Times are ISO 8601. */
export const TranscriptSummary = z.object(summary).readonly().meta({ id: 'TranscriptSummary' })
export type TranscriptSummary = z.infer<typeof TranscriptSummary>

/** A revision as its transcript gives it. */
export const RevisionOfTranscript = z
  .object({ number: z.int(), text: z.string(), turns: z.array(Turn).readonly(), hash: z.string(), createdAt: Time })
  .readonly()

/** A transcript with the text of one revision, as `GET /transcripts/{id}` answers it. */
export const Transcript = z
  .object({ ...summary, revision: RevisionOfTranscript })
  .readonly()
  .meta({ id: 'Transcript' })
export type Transcript = z.infer<typeof Transcript>
