import type { Annotation, Evidence } from '@/lib/annotation/annotation'
import { defaultVerdicts, flagSorts, kinds, stances } from '@/lib/annotation/kinds'
import { clock } from '@/lib/transcript/label'
import type { AnnotatedTranscript, SignOff } from './format'

// The sentences that exports for people share, so that a page and a Markdown file say the same.

const dayWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const timeWords = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })

/** A date `YYYY-MM-DD` or an ISO time as a day: 11 March 2031. */
export const day = (iso: string): string => dayWords.format(new Date(iso))

/** An ISO time to the minute, with its zone: 11 March 2031, 10:40 UTC. */
export const moment = (iso: string): string => `${day(iso)}, ${timeWords.format(new Date(iso))} UTC`

const states = {
  draft: 'Draft',
  checking: 'Checking',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
}
const annotationStates = {
  open: 'open',
  resolved: 'resolved',
  accepted: 'accepted',
  dismissed: 'dismissed',
  archived: 'archived',
}

/** A decision as a sentence without its stop. */
export const decisionWords = ({ by, decision, reason, at, revision }: SignOff): string =>
  `${decision === 'approved' ? 'Approved' : 'Sent back'} by ${by.name} at revision ${revision}, ${moment(at)}${reason ? `: ${reason}` : ''}`

/** What is known about the transcript, a name and its words each, what is not known left out. */
export const about = ({ transcript, revision, annotations, exportedAt, address }: AnnotatedTranscript) => {
  const { outlet, printedOn, language, translator, origin, state, words, desk, original } = transcript
  const rows: readonly (readonly [string, string | null | undefined | false])[] = [
    ['Outlet', outlet],
    ['Printed', printedOn && day(printedOn)],
    ['Language', language],
    ['Translator', translator],
    ['Came from', origin],
    ['Desk', desk.name],
    ['State', states[state]],
    ['Text', `${words.toLocaleString('en')} words, revision ${revision.number}, SHA-256 ${revision.hash}`],
    ['Original', original && `${original.name}, SHA-256 ${original.sha256}`],
    ['Annotations', annotations.length.toLocaleString('en')],
    ['Exported', moment(exportedAt)],
    ['Workbench', address],
  ]
  return rows.flatMap(([name, words]) => (words ? [[name, words] as const] : []))
}

/** The label of a verdict by its id. */
export const verdictWords = (id: string): string => defaultVerdicts.find((verdict) => verdict.id === id)?.label ?? id

/** What an annotation is, by whom, when, and its state where it is not open. */
export const headWords = ({ kind, flag, author, createdAt, state }: Annotation) => ({
  label: flag
    ? `${kinds[kind].label}: ${(flagSorts[flag.sort as keyof typeof flagSorts] ?? flag.sort).toLowerCase()}`
    : kinds[kind].label,
  author: author.kind === 'detector' ? `detector ${author.name}` : author.name,
  at: moment(createdAt),
  state: state === 'open' ? null : annotationStates[state],
})

/** What a flag found and what it expects, as one sentence without its stop. */
export const flagWords = ({ found, expected }: NonNullable<Annotation['flag']>): string =>
  expected.length === 0
    ? `Found “${found}”`
    : `Found “${found}”, expected ${expected.map((word) => `“${word}”`).join(' or ')}`

/** How a row of evidence bears on its claim, who looked and when. */
export const evidenceWords = ({ stance, by, at }: Evidence): string => `${stances[stance]}; ${by.name}, ${moment(at)}`

/** A speaker's label as it is shown: the name, and the time where there is one. */
export const speakerWords = (label: { readonly speaker?: string; readonly from?: number }) =>
  [label.speaker, label.from === undefined ? undefined : clock(label.from)] as const
