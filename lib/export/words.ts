import type { Annotation, Evidence } from '@/lib/annotation/annotation'
import { defaultVerdicts, flagSorts, type Kind, kinds, stances } from '@/lib/annotation/kinds'
import { clock } from '@/lib/transcript/label'
import type { AnnotatedTranscript, SignOff } from './format'

// The sentences that exports for people share, so that a page and a Markdown file say the same.

const dayWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const timeWords = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

/** A date `YYYY-MM-DD` or an ISO time as a day: 11 March 2031. */
export const day = (iso: string): string => dayWords.format(new Date(iso))

/** An ISO time to the minute, with its zone: 11 March 2031, 10:40 UTC. */
export const moment = (iso: string): string => `${day(iso)}, ${timeWords.format(new Date(iso))} UTC`

export const states = {
  draft: 'Draft',
  checking: 'Checking',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
}
/** A decision as a sentence without its stop. An approval that no longer holds says so. */
export const decisionWords = ({ by, decision, reason, at, revision, stands }: SignOff): string => {
  const what = `${decision === 'approved' ? 'Approved' : 'Sent back'} by ${by.name} at revision ${revision}, ${moment(at)}`
  return `${what}${decision === 'approved' && !stands ? '; reopened since' : ''}${reason ? `: ${reason}` : ''}`
}

/** How much of a quotation is repeated beside words that stand in the text anyway. */
const longestQuote = 240

/** The words an annotation is on. Long ones are cut in the middle, unless they stand nowhere else any more. */
export const quoteWords = ({ anchor: { exact }, placed }: Annotation): string => {
  const words = exact.replaceAll(/\s+/g, ' ').trim()
  if (placed === 'lost' || words.length <= longestQuote) return words
  const [head, tail] = [words.slice(0, 160), words.slice(-60)]
  return `${head.slice(0, head.lastIndexOf(' ') + 1 || 160).trim()} … ${tail.slice(tail.indexOf(' ') + 1).trim()}`.toWellFormed()
}

/** How many annotations there are of each kind. */
export const countsOf = (annotations: readonly Annotation[]): ReadonlyMap<Kind, number> => {
  const counts = new Map<Kind, number>()
  for (const { kind } of annotations) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** So many of a kind: 1 flag, 2 flags. */
export const kindWords = (kind: Kind, count: number): string =>
  `${count.toLocaleString('en')} ${kinds[kind][count === 1 ? 'label' : 'plural'].toLowerCase()}`

/** The kinds that ask something of a person while they are open, what weighs most first. A highlight asks nothing. */
const asking: readonly Kind[] = ['flag', 'correction', 'check', 'note']

/** What is still open, as a sentence: 3 of 7 annotations are open: 1 flag, 1 correction, 1 note. */
export const openWords = (annotations: readonly Annotation[]): string => {
  const open = annotations.filter(({ kind, state }) => state === 'open' && asking.includes(kind))
  if (open.length === 0) return 'Nothing is open.'
  const counts = countsOf(open)
  const parts = asking.flatMap((kind) => (counts.has(kind) ? [kindWords(kind, counts.get(kind) ?? 0)] : []))
  const all = `${annotations.length.toLocaleString('en')} ${annotations.length === 1 ? 'annotation' : 'annotations'}`
  return `${open.length.toLocaleString('en')} of ${all} ${open.length === 1 ? 'is' : 'are'} open: ${parts.join(', ')}.`
}

/** The state of an annotation in a word. A highlight has one only where it is not open. */
const stateWords = ({ kind, state }: Annotation): string | null => {
  if (state !== 'open') return state
  if (!asking.includes(kind)) return null
  return kind === 'correction' ? 'proposed' : 'open'
}

type Row = readonly [name: string, words: string | null | undefined | false]
const known = (rows: readonly Row[]) => rows.flatMap(([name, words]) => (words ? [[name, words] as const] : []))

/** What is known about the transcript, a name and its words each, what is not known left out. */
export const about = ({ transcript, annotations }: AnnotatedTranscript) => {
  const { outlet, printedOn, language, translator, origin, state, words, desk } = transcript
  return known([
    ['State', states[state]],
    ['Outlet', outlet],
    ['Printed', printedOn && day(printedOn)],
    ['Language', language && languageWords(language)],
    ['Translator', translator],
    ['Came from', origin],
    ['Desk', desk.name],
    ['Words', words.toLocaleString('en')],
    ['Annotations', annotations.length.toLocaleString('en')],
  ])
}

/** What shows that this is the text it says it is, and where it came from. */
export const proof = ({ transcript: { original }, revision, exportedAt, address }: AnnotatedTranscript) =>
  known([
    ['Text', `Revision ${revision.number}, SHA-256 ${revision.hash}`],
    ['Original file', original && `${original.name}, SHA-256 ${original.sha256}`],
    ['Exported', moment(exportedAt)],
    ['Workbench', address],
  ])

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** A language code with the name of the language: English (en). */
const languageWords = (code: string): string => {
  const name = languages.of(code)
  return name === undefined || name === code ? code : `${name} (${code})`
}

/** The label of a verdict by its id. */
export const verdictWords = (id: string): string => defaultVerdicts.find((verdict) => verdict.id === id)?.label ?? id

/** What an annotation is, by whom, when, and its state. */
export const headWords = (annotation: Annotation) => {
  const { kind, flag, author, createdAt } = annotation
  return {
    label: flag
      ? `${kinds[kind].label}: ${(flagSorts[flag.sort as keyof typeof flagSorts] ?? flag.sort).toLowerCase()}`
      : kinds[kind].label,
    author: author.kind === 'detector' ? `detector ${author.name}` : author.name,
    at: moment(createdAt),
    state: stateWords(annotation),
  }
}

/** What a flag found and what it expects, as one sentence without its stop. */
export const flagWords = ({ found, expected }: NonNullable<Annotation['flag']>): string =>
  expected.length === 0
    ? `Found “${found}”`
    : `Found “${found}”, expected ${expected.map((word) => `“${word}”`).join(' or ')}`

/** Why a flag was closed, as a sentence without its stop, where a reason was given: an archived one was not dismissed. */
export const closedWords = ({ state, flag }: Annotation): string | null =>
  flag?.dismissedFor ? `${state === 'archived' ? 'Archived' : 'Dismissed'}: ${flag.dismissedFor}` : null

/** Whether a correction proposes other words; one of a turn may leave them as they are. */
export const proposesWords = ({ from, to }: NonNullable<Annotation['correction']>): boolean => from !== to

/** How a row of evidence bears on its claim, who looked and when. */
export const evidenceWords = ({ stance, by, at }: Evidence): string => `${stances[stance]}; ${by.name}, ${moment(at)}`

/** A speaker's label as it is shown: the name, and the time where there is one. */
export const speakerWords = (label: { readonly speaker?: string; readonly from?: number }) =>
  [label.speaker, label.from === undefined ? undefined : clock(label.from)] as const
