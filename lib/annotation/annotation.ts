import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'
import { Id, Time } from '@/lib/text/scalars'
import { Body } from './body'
import { saysSomething } from './body-text'
import { annotationStates, defaultVerdicts, flagSortNames, kindNames, placements, stances } from './kinds'
import { TurnProposal } from './turn-change'

const words = (max: number) => PlainText.trim().max(max, `Keep this under ${max.toLocaleString('en')} characters.`)
const offset = z.int().min(0)

/** The most characters one annotation takes: its words are kept with it, and in the record. */
export const maxSelected = 200_000

/** Web addresses only: a link is shown to other people. */
export const WebAddress = PlainText.trim()
  .max(2000)
  .refine(
    (text) => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text),
    'Give a whole web address, beginning with https://',
  )

export const Verdict = z.enum(defaultVerdicts.map((verdict) => verdict.id))

/** One row of evidence as a person gives it. */
const EvidenceFields = z.object({
  source: z.object({ title: words(500).min(1, 'Say which source this is.'), url: WebAddress.nullish() }),
  quote: words(10_000),
  stance: z.enum(Object.keys(stances) as [keyof typeof stances, ...(keyof typeof stances)[]]),
  note: words(10_000),
})
export const NewEvidence = EvidenceFields.extend({
  quote: EvidenceFields.shape.quote.default(''),
  stance: EvidenceFields.shape.stance.default('context'),
  note: EvidenceFields.shape.note.default(''),
})
export type NewEvidence = z.infer<typeof NewEvidence>

/** What may be changed of a row of evidence; what is left out stays. */
export const EvidenceEdit = EvidenceFields.partial()
export type EvidenceEdit = z.infer<typeof EvidenceEdit>

// Fields stand without defaults, so that an edit that leaves one out does not reset it.

/** The claim of a source check, in the checker's words, and what the desk makes of it. */
export const Check = z.object({
  claim: words(5_000).min(1, 'Say what is claimed.'),
  verdict: Verdict,
})

/** What a person says of an inconsistency. `found` is the text at the place when left out. */
export const Flag = z.object({
  sort: z.enum(flagSortNames),
  found: words(5_000).optional(),
  expected: z.array(words(5_000).min(1)).max(20),
  reason: words(5_000).min(1, 'Say why, so that the next person can judge it.'),
})

/** The text proposed for the range, which may be the same where something else of the turn is. Empty proposes to delete it. */
export const Correction = z.object({
  // Line ends as every text here has them.
  to: PlainText.max(20_000, 'Keep a correction under 20,000 characters.').overwrite((to) => to.replace(/\r\n?/g, '\n')),
  turn: TurnProposal.optional(),
})

/** One tag, as it is typed. */
export const Tag = words(60)
  .min(1)
  .regex(/^[^,]*$/, 'A tag cannot hold a comma.')
export const Tags = z
  .array(Tag)
  .max(30, 'Thirty tags are the most an annotation takes.')
  .transform((tags) => [...new Set(tags)])

/** What is needed to annotate a range of a revision. `exact`, when given, must be the text that stands there. */
export const NewAnnotation = z
  .object({
    kind: z.enum(kindNames),
    revision: z.int32().min(1),
    start: offset,
    end: offset,
    exact: PlainText.optional(),
    body: Body.nullish(),
    tags: Tags.default([]),
    check: Check.extend({
      verdict: Verdict.default('unverified'),
      evidence: z.array(NewEvidence).max(100).default([]),
    }).optional(),
    flag: Flag.extend({ sort: Flag.shape.sort.default('other'), expected: Flag.shape.expected.default([]) }).optional(),
    correction: Correction.optional(),
  })
  .superRefine((input, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (input.end <= input.start) refuse('end', 'Select at least one character.')
    if (input.end - input.start > maxSelected) {
      refuse('end', `Select ${maxSelected.toLocaleString('en')} characters at most.`)
    }
    if (input.kind === 'note' && !(input.body && saysSomething(input.body))) refuse('body', 'Write the note first.')
    for (const part of ['check', 'flag', 'correction'] as const) {
      if (part === input.kind && !input[part]) refuse(part, `A ${part} needs its ${part} part.`)
      if (part !== input.kind && input[part]) refuse(part, `Only a ${part} has a ${part} part.`)
    }
  })
export type NewAnnotation = z.infer<typeof NewAnnotation>

/** What may be changed of an annotation; what is left out stays. */
export const AnnotationEdit = z.object({
  body: Body.nullish(),
  tags: Tags.optional(),
  check: Check.partial().optional(),
  flag: Flag.partial().optional(),
  correction: Correction.optional(),
})
export type AnnotationEdit = z.infer<typeof AnnotationEdit>

/** How sure it is that an anchor still stands on its words at the head revision. */
export const Placed = z.enum(placements)
export type Placed = z.infer<typeof Placed>

export const Author = z.object({ id: z.string(), name: z.string(), kind: z.enum(['person', 'detector']) }).readonly()
export type Author = z.infer<typeof Author>

export const Reply = z
  .object({ id: Id, version: z.int(), author: Author, body: Body, createdAt: Time, updatedAt: Time })
  .readonly()
  .meta({ id: 'Reply' })
export type Reply = z.infer<typeof Reply>

const Source = z.object({ id: Id.nullable(), title: z.string(), url: z.string().nullable() }).readonly()

export const Evidence = z
  .object({
    ...{ id: Id, version: z.int(), source: Source, quote: z.string() },
    ...{ stance: EvidenceFields.shape.stance, note: z.string(), by: Author, at: Time },
  })
  .readonly()
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

const Anchor = z
  .object({
    ...{ revision: z.int(), start: z.int(), end: z.int() },
    ...{ exact: z.string(), prefix: z.string(), suffix: z.string() },
  })
  .readonly()

const CheckPart = z
  .object({ claim: z.string(), verdict: z.string(), evidence: z.array(Evidence).readonly() })
  .readonly()

const FlagPart = z
  .object({
    detector: z.string().nullable(),
    sort: z.string(),
    found: z.string(),
    expected: z.array(z.string()).readonly(),
    reason: z.string(),
    tier: z.enum(['sure', 'likely', 'ask']).nullable(),
    evidence: z.array(z.object({ start: z.int(), end: z.int() }).readonly()).readonly(),
    dismissedFor: z.string().nullable().describe('Why it was dismissed, once it is.'),
  })
  .readonly()

/** An annotation as every answer and every export gives it. The anchor is as it was made; `start`, `end` are where it stands now. */
export const Annotation = z
  .object({
    id: Id,
    transcriptId: Id,
    kind: z.enum(kindNames),
    state: z.enum(annotationStates),
    version: z.int(),
    anchor: Anchor.describe('Where and on which words it was made. It never changes.'),
    start: z.int().describe('Where it stands at the head revision, in UTF-16 units of the text.'),
    end: z.int().describe('Where it ends there; the end is excluded.'),
    placed: Placed,
    author: Author,
    body: Body.nullable(),
    tags: z.array(z.string()).readonly(),
    replies: z.array(Reply).readonly(),
    check: CheckPart.optional(),
    flag: FlagPart.optional(),
    correction: z.object({ from: z.string(), to: z.string(), turn: TurnProposal.optional() }).readonly().optional(),
    createdAt: Time,
    updatedAt: Time,
  })
  .readonly()
  .meta({ id: 'Annotation' })
export type Annotation = z.infer<typeof Annotation>

/**
 * An annotation as the reading view paints it: nothing but what a mark and a filter need. Keys are short because a
 * long transcript sends 20,000 of them.
 */
export const Mark = z
  .object({
    id: Id,
    start: z.int(),
    end: z.int(),
    kind: z.enum(kindNames),
    state: z.enum(annotationStates),
    sort: z.string().optional(),
    author: z.string().describe('Whose it is: an id of `people`, or a detector.'),
    tags: z.array(z.string()).readonly().optional(),
    detector: z.string().optional(),
    placed: Placed,
    to: z.string().optional().describe('The replacement of a correction, which is painted beside what it replaces.'),
    turn: TurnProposal.optional().describe('What a correction proposes for its turn.'),
  })
  .readonly()
  .meta({ id: 'Mark' })
export type Mark = z.infer<typeof Mark>

/** Every mark of a transcript at its head revision, true for change number `change`. `people` names the authors. */
export const Marks = z
  .object({
    change: z.int().describe('The number of the change that the marks are true for.'),
    revision: z.int(),
    marks: z.array(Mark).readonly(),
    people: z.record(z.string(), z.string()).readonly().describe('The names of the authors, by id.'),
  })
  .readonly()
  .meta({ id: 'Marks' })
export type Marks = z.infer<typeof Marks>
