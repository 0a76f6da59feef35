import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'
import { Body } from './body'
import { saysSomething } from './body-text'
import { type AnnotationState, defaultVerdicts, flagSortNames, type Kind, kindNames, stances } from './kinds'

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

/** The text proposed for the range. Empty proposes to delete it. */
export const Correction = z.object({ to: PlainText.max(20_000, 'Keep a correction under 20,000 characters.') })

const Tag = words(60)
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
export type Placed = 'exact' | 'moved' | 'doubtful' | 'lost'

export type Author = { readonly id: string; readonly name: string; readonly kind: 'person' | 'detector' }

export type Reply = {
  readonly id: string
  readonly version: number
  readonly author: Author
  readonly body: Body
  readonly createdAt: string
  readonly updatedAt: string
}

export type Evidence = {
  readonly id: string
  readonly version: number
  readonly source: { readonly id: string | null; readonly title: string; readonly url: string | null }
  readonly quote: string
  readonly stance: keyof typeof stances
  readonly note: string
  readonly by: Author
  readonly at: string
}

/** An annotation as every answer and every export gives it. The anchor is as it was made; `start`, `end` are where it stands now. */
export type Annotation = {
  readonly id: string
  readonly transcriptId: string
  readonly kind: Kind
  readonly state: AnnotationState
  readonly version: number
  readonly anchor: {
    readonly revision: number
    readonly start: number
    readonly end: number
    readonly exact: string
    readonly prefix: string
    readonly suffix: string
  }
  readonly start: number
  readonly end: number
  readonly placed: Placed
  readonly author: Author
  readonly body: Body | null
  readonly tags: readonly string[]
  readonly replies: readonly Reply[]
  readonly check?: { readonly claim: string; readonly verdict: string; readonly evidence: readonly Evidence[] }
  readonly flag?: {
    readonly detector: string | null
    readonly sort: string
    readonly found: string
    readonly expected: readonly string[]
    readonly reason: string
    readonly tier: 'sure' | 'likely' | 'ask' | null
    readonly evidence: readonly { readonly start: number; readonly end: number }[]
    /** Why it was dismissed, once it is. */
    readonly dismissedFor: string | null
  }
  readonly correction?: { readonly from: string; readonly to: string }
  readonly createdAt: string
  readonly updatedAt: string
}

/**
 * An annotation as the reading view paints it: nothing but what a mark and a filter need. Keys are short because a
 * long transcript sends 20,000 of them.
 */
export type Mark = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly kind: Kind
  readonly state: AnnotationState
  readonly sort?: string
  readonly author: string
  readonly tags?: readonly string[]
  readonly detector?: string
  readonly placed: Placed
  /** The replacement of a correction, which is painted beside what it replaces. */
  readonly to?: string
}

/** Every mark of a transcript at its head revision, true for change number `change`. `people` names the authors. */
export type Marks = {
  readonly change: number
  readonly revision: number
  readonly marks: readonly Mark[]
  readonly people: Readonly<Record<string, string>>
}
