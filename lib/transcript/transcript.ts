import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'

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
export type Turn = {
  readonly start: number
  readonly end: number
  readonly label?: { readonly start: number; readonly end: number }
  /** The speaker's name as the label gives it, without its colon. */
  readonly speaker?: string
  readonly from?: number
  readonly to?: number
}

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

/** A transcript with the text of one revision, as `GET /transcripts/{id}` answers it. Times are ISO 8601. */
export type Transcript = TranscriptSummary & {
  readonly revision: {
    readonly number: number
    readonly text: string
    readonly turns: readonly Turn[]
    readonly hash: string
    readonly createdAt: string
  }
}

/** A transcript without its text: a row of the desk's list. */
export type TranscriptSummary = Metadata & {
  readonly id: string
  readonly desk: { readonly id: string; readonly slug: string; readonly name: string }
  readonly title: string
  readonly state: TranscriptState
  readonly version: number
  readonly words: number
  /** Annotations by kind and state, without deleted ones: `{ flag: { open: 3 } }`. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly createdBy: { readonly id: string; readonly name: string }
  readonly createdAt: string
  readonly updatedAt: string
  readonly deletedAt: string | null
  /** Who asked for the review that stands, while in review or approved. */
  readonly askedBy: { readonly id: string; readonly name: string } | null
  readonly original: {
    readonly name: string
    readonly mediaType: string
    readonly size: number
    readonly sha256: string
  } | null
}
