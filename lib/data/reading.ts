import { createHash } from 'node:crypto'
import { AppError, type ErrorExtras, type Problem } from '@/lib/errors'
import { type CarriedNote, noteOf } from '@/lib/import/comment-note'
import type { Imported, Watch } from '@/lib/import/format'
import { countWords } from '@/lib/text/words'
import { planVersion, type Standing, type VersionPlan } from '@/lib/transcript/plan-version'
import type { Turn } from '@/lib/transcript/transcript'

/** The newest revision of a transcript that a file is a newer version of, and its annotations: turns and `standings` as JSON. */
export type Before = { readonly text: string; readonly turns: string; readonly standings: string }

/** A file to read, or text that was pasted, as the bytes that are kept of it. */
export type Given = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Set for text that was pasted, with the title that was typed beside it. */
  readonly pasted?: { readonly title?: string }
  /** Set where it is a newer version of what is there: then the reading says what it does to that. */
  readonly before?: Before
}

/** What was read, ready to be stored: whatever takes time has been done where it keeps nobody waiting. */
export type Reading = Pick<Imported, 'text' | 'metadata' | 'title'> & {
  /** The turns as JSON. */
  readonly turns: string
  readonly words: number
  /** SHA-256 in hex, of the text as UTF-8 and of the bytes that were given. */
  readonly hash: string
  readonly fileHash: string
  readonly carried: readonly CarriedNote[]
  readonly notes: readonly string[]
  /** What it does to what was there before. */
  readonly plan?: VersionPlan
}

/** A reading, or the refusal of one: errors do not cross from a thread or a bundle as what they are. */
export type Outcome =
  | { readonly reading: Reading }
  | { readonly refused: { readonly problem: Problem; readonly message: string; readonly extras: ErrorExtras } }
/** Whose reading it is: readers see to it that none of them keeps the others waiting. */
export type Whose = { readonly person: string; readonly desk: string }
export type Reader = (given: Given, watch: Watch, whose: Whose) => Promise<Outcome>

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** Of the progress of a reading, the share of the format's own file; the rest is what is made of it here. */
const parsing = 0.8
/** Of that of a newer version, the share of reading it; the rest is comparing. */
const beforeComparing = 0.4

const planOf = (before: Before, after: Parameters<typeof planVersion>[1], progress: (share: number) => void) => {
  const turns = JSON.parse(before.turns) as readonly Turn[]
  const standings = JSON.parse(before.standings) as readonly Standing[]
  return planVersion({ text: before.text, turns }, after, standings, progress)
}

/** Reads in this thread. Only for what is short and plain, and for the thread that is there to read. */
export const readHere = async (given: Given, { progress: tell, signal }: Watch): Promise<Outcome> => {
  const { before } = given
  const progress = (share: number) => tell?.(before ? share * beforeComparing : share)
  try {
    // Loaded when first used: no page needs the readers of all formats.
    const { importFile, importText } = await import('@/lib/import')
    const watch = { signal, progress: (share: number) => progress(share * parsing) }
    const { text, turns, metadata, title, comments, notes } =
      given.pasted === undefined
        ? await importFile(given, watch)
        : importText(
            { ...given.pasted, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(given.bytes) },
            watch,
          )
    progress(parsing)
    const carried = (comments ?? []).map((comment) => noteOf(text, comment))
    const known = { text, metadata, title, carried, notes: notes ?? [], turns: JSON.stringify(turns) }
    progress((1 + parsing) / 2)
    const reading = { ...known, words: countWords(text), hash: sha256(text), fileHash: sha256(given.bytes) }
    if (!before) return { reading }
    const compared = (share: number) => tell?.(beforeComparing + share * (1 - beforeComparing))
    return { reading: { ...reading, plan: planOf(before, { text, turns }, compared) } }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { refused: { problem: error.problem, message: error.message, extras: error.extras } }
  }
}

// One per process, however many bundles load this file: the server sets it at its start.
const shared = globalThis as typeof globalThis & { verbatimReader?: Reader }

/** Has everything but short plain text read by `reader` from now on, or again in this thread where there is none. */
export const readWith = (reader: Reader | undefined): void => {
  shared.verbatimReader = reader
}

/** Up to here, plain text is read faster than it is handed to another thread. */
const shortBytes = 100_000

/** Up to here a file is read while its sender waits, whatever its format, and takes a place that is kept for such. */
export const smallBytes = 400_000

const isShortText = ({ name, bytes, pasted, before }: Given) =>
  before === undefined &&
  bytes.length <= shortBytes &&
  (pasted !== undefined || /\.(?:txt|text|md|markdown)$/i.test(name))

/** Reads what was given. Throws AppError with the sentence for whoever gave it; an abort throws the signal's reason. */
export const readGiven = async (given: Given, whose: Whose, watch: Watch = {}): Promise<Reading> => {
  const reader = isShortText(given) ? readHere : (shared.verbatimReader ?? readHere)
  const outcome = await reader(given, watch, whose)
  if ('reading' in outcome) return outcome.reading
  const { problem, message, extras } = outcome.refused
  throw new AppError(problem, message, extras)
}
