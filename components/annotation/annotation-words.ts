import type { z } from 'zod'
import type { Draft } from '@/components/api/store'
import type { Annotation, AnnotationEdit, Evidence, NewAnnotation, NewEvidence } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { Stance } from '@/lib/annotation/kinds'

/** A row of evidence as it is being typed. */
export type EvidenceWords = {
  readonly title: string
  readonly url: string
  readonly stance: Stance
  readonly quote: string
  readonly note: string
}

/** An annotation as it is being typed: the fields of every kind, of which each form shows its own. */
export type AnnotationWords = {
  readonly body: Body | null
  readonly tags: readonly string[]
  /** A tag that is typed and not yet added. */
  readonly tag: string
  readonly claim: string
  readonly verdict: string
  readonly evidence: readonly EvidenceWords[]
  readonly sort: string
  readonly found: string
  /** One a line. */
  readonly expected: string
  readonly reason: string
  readonly to: string
}

export const noEvidence: EvidenceWords = { title: '', url: '', stance: 'supports', quote: '', note: '' }

const nothing: AnnotationWords = {
  body: null,
  tags: [],
  tag: '',
  claim: '',
  verdict: 'unverified',
  evidence: [],
  sort: 'other',
  found: '',
  expected: '',
  reason: '',
  to: '',
}

/** What the form of a new annotation begins with: the words that were selected, where they are of use. */
export const wordsForDraft = ({ kind, exact }: Draft): AnnotationWords => ({
  ...nothing,
  ...(kind === 'flag' && { found: exact }),
  ...(kind === 'correction' && { to: exact }),
})

/** What the form of an annotation that stands begins with. */
export const wordsFrom = ({ body, tags, check, flag, correction }: Annotation): AnnotationWords => ({
  ...nothing,
  body,
  tags,
  ...(check && { claim: check.claim, verdict: check.verdict }),
  ...(flag && { sort: flag.sort, found: flag.found, expected: flag.expected.join('\n'), reason: flag.reason }),
  ...(correction && { to: correction.to }),
})

export const evidenceWordsFrom = ({ source, stance, quote, note }: Evidence): EvidenceWords => ({
  title: source.title,
  url: source.url ?? '',
  stance,
  quote,
  note,
})

/** The evidence that was typed, to be parsed by NewEvidence. */
export const evidenceOf = ({ title, url, ...rest }: EvidenceWords): z.input<typeof NewEvidence> => ({
  source: { title, url: url.trim() === '' ? null : url },
  ...rest,
})

const isEmpty = ({ title, url, quote, note }: EvidenceWords) => (title + url + quote + note).trim() === ''

const tagsOf = ({ tags, tag }: AnnotationWords): string[] =>
  [...tags, ...tag.split(',')].map((one) => one.trim()).filter(Boolean)

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

type Sort = NonNullable<NewAnnotation['flag']>['sort']
type VerdictId = NonNullable<NewAnnotation['check']>['verdict']

/** The annotation that was typed, to be parsed by NewAnnotation. Empty rows of evidence are left out. */
export const newAnnotationOf = (
  draft: Draft,
  revision: number,
  words: AnnotationWords,
): z.input<typeof NewAnnotation> => {
  const { kind, start, end, exact } = draft
  const { body, claim, verdict, evidence, sort, found, expected, reason, to } = words
  return {
    ...{ kind, start, end, exact, revision, body, tags: tagsOf(words) },
    ...(kind === 'check' && {
      check: {
        claim,
        verdict: verdict as VerdictId,
        evidence: evidence.filter((row) => !isEmpty(row)).map(evidenceOf),
      },
    }),
    ...(kind === 'flag' && {
      flag: { sort: sort as Sort, ...(found !== exact && { found }), expected: linesOf(expected), reason },
    }),
    ...(kind === 'correction' && { correction: { to } }),
  }
}

const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)

/** What was changed of an annotation, to be parsed by AnnotationEdit; an empty object where nothing was. */
export const editOf = (annotation: Annotation, words: AnnotationWords): z.input<typeof AnnotationEdit> => {
  const { kind } = annotation
  const before = wordsFrom(annotation)
  const changed = (...names: readonly (keyof AnnotationWords)[]) =>
    names.some((name) => differ(before[name], words[name]))
  return {
    ...(changed('body') && { body: words.body }),
    ...(changed('tags', 'tag') && { tags: tagsOf(words) }),
    ...(kind === 'check' &&
      changed('claim', 'verdict') && { check: { claim: words.claim, verdict: words.verdict as VerdictId } }),
    ...(kind === 'flag' &&
      changed('sort', 'found', 'expected', 'reason') && {
        flag: {
          sort: words.sort as Sort,
          found: words.found,
          expected: linesOf(words.expected),
          reason: words.reason,
        },
      }),
    ...(kind === 'correction' && changed('to') && { correction: { to: words.to } }),
  }
}

/** What is wrong with a form, by field: `claim`, `evidence.0.title`. */
export type Faults = Readonly<Record<string, string>>

/** What the fields of a kind are given. */
export type FieldsProps = {
  readonly values: AnnotationWords
  readonly change: (part: Partial<AnnotationWords>) => void
  readonly faults: Faults
}

/** The field that shows a fault of this path. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const [part, name, at, ...rest] = path.map(String)
  if (part === 'source') return name ?? 'title'
  if (part === 'check' && name === 'evidence') return `evidence.${at}.${rest.at(-1) ?? 'title'}`
  if ((part === 'check' || part === 'flag' || part === 'correction') && name !== undefined) return name
  return part ?? ''
}

/** The first fault of each field. */
export const faultsOf = (error: z.ZodError): Faults => {
  const faults: Record<string, string> = {}
  for (const { path, message } of error.issues) faults[fieldOf(path)] ??= message
  return faults
}
