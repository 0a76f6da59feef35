import type {
  Annotation,
  AnnotationEdit,
  Author,
  Evidence,
  Mark,
  NewAnnotation,
  NewEvidence,
} from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'

/** What the page needs to show a write before it is answered: who writes, when (ISO 8601), under which id. */
export type Provision = { readonly id: string; readonly author: Author; readonly at: string }

const temporary = 'saving-'

/** An id for something that has none yet; `name` must not repeat. */
export const temporaryId = (name: string): string => temporary + name

/** Whether the thing of this id waits for its first answer: it cannot be linked to or written about yet. */
export const isTemporary = (id: string): boolean => id.startsWith(temporary)

/** The evidence row that `input` will become. */
export const provisionalEvidence = (input: NewEvidence, { id, author, at }: Provision): Evidence => ({
  id,
  version: 0,
  source: { id: null, title: input.source.title, url: input.source.url ?? null },
  quote: input.quote,
  stance: input.stance,
  note: input.note,
  by: author,
  at,
})

/** The annotation that `input` will become, as far as can be known before the answer. */
export const provisionalAnnotation = (
  input: NewAnnotation,
  transcriptId: string,
  { id, author, at }: Provision,
): Annotation => {
  const { kind, start, end, revision, exact = '', body = null, tags, check, flag, correction } = input
  return {
    id,
    transcriptId,
    kind,
    state: 'open',
    version: 0,
    anchor: { revision, start, end, exact, prefix: '', suffix: '' },
    start,
    end,
    placed: 'exact',
    author,
    body,
    tags,
    replies: [],
    ...(check && {
      check: {
        claim: check.claim,
        verdict: check.verdict,
        evidence: check.evidence.map((row, at_) => provisionalEvidence(row, { id: `${id}-${at_}`, author, at })),
      },
    }),
    ...(flag && {
      flag: {
        detector: null,
        sort: flag.sort,
        found: flag.found ?? exact,
        expected: flag.expected,
        reason: flag.reason,
        tier: null,
        evidence: [],
        dismissedFor: null,
      },
    }),
    ...(correction && { correction: { from: exact, ...correction } }),
    createdAt: at,
    updatedAt: at,
  }
}

/** The annotation with an edit in it. */
export const edited = (
  annotation: Annotation,
  { body, tags, check, flag, correction }: AnnotationEdit,
): Annotation => ({
  ...annotation,
  ...(body !== undefined && { body }),
  ...(tags && { tags }),
  ...(annotation.check && check && { check: { ...annotation.check, ...check } }),
  ...(annotation.flag && flag && { flag: { ...annotation.flag, ...flag } }),
  ...(annotation.correction && correction && { correction: { ...annotation.correction, ...correction } }),
})

/** The edit that takes `annotation` back to what it says now, for the fields that `edit` touches. */
export const reverseOf = (annotation: Annotation, edit: AnnotationEdit): AnnotationEdit => {
  const { check, flag, correction } = annotation
  return {
    ...(edit.body !== undefined && { body: annotation.body }),
    ...(edit.tags && { tags: [...annotation.tags] }),
    ...(edit.check && check && { check: { claim: check.claim, verdict: check.verdict as 'unverified' } }),
    ...(edit.flag &&
      flag && {
        flag: { sort: flag.sort as 'other', found: flag.found, expected: [...flag.expected], reason: flag.reason },
      }),
    ...(edit.correction && correction && { correction: { to: correction.to } }),
  }
}

/** Whether `edit` touches nothing that differs between `seen` and `now`: then it can be made on `now` as well. */
export const leavesAlone = (edit: AnnotationEdit, seen: Annotation, now: Annotation): boolean =>
  JSON.stringify(reverseOf(seen, edit)) === JSON.stringify(reverseOf(now, edit))

/** The annotation with a reply more. */
export const replied = (annotation: Annotation, body: Body, { id, author, at }: Provision): Annotation => ({
  ...annotation,
  replies: [...annotation.replies, { id, version: 0, author, body, createdAt: at, updatedAt: at }],
})

/** The annotation with its evidence rows changed. */
export const withEvidence = (annotation: Annotation, change: (rows: readonly Evidence[]) => readonly Evidence[]) =>
  annotation.check
    ? { ...annotation, check: { ...annotation.check, evidence: change(annotation.check.evidence) } }
    : annotation

/** The mark that stands for an annotation in the text. */
export const markOf = (annotation: Annotation): Mark => ({
  id: annotation.id,
  start: annotation.start,
  end: annotation.end,
  kind: annotation.kind,
  state: annotation.state,
  ...(annotation.flag && { sort: annotation.flag.sort }),
  author: annotation.author.id,
  ...(annotation.tags.length > 0 && { tags: annotation.tags }),
  ...(annotation.flag?.detector && { detector: annotation.flag.detector }),
  placed: annotation.placed,
  ...(annotation.correction && { to: annotation.correction.to }),
  ...(annotation.correction?.turn && { turn: annotation.correction.turn }),
})
