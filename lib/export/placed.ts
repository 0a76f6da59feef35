import type { Annotation } from '@/lib/annotation/annotation'
import { type Paragraph, paragraphs } from '@/lib/transcript/paragraphs'
import type { AnnotatedTranscript } from './format'

/** An annotation with the number that refers to it. */
export type Numbered = Annotation & { readonly number: number }

/** A paragraph with the annotations that touch it, and those that end in it and are referred to from there. */
export type AnnotatedParagraph = Paragraph & {
  readonly touching: readonly Numbered[]
  readonly ending: readonly Numbered[]
}

/**
 * The annotations in document order, each with its number. Numbers follow the places where the annotations end, which is
 * where they are referred to; those that have lost their place come last.
 */
export const numbered = (annotations: readonly Annotation[]): readonly Numbered[] => {
  const placed = annotations.filter((annotation) => annotation.placed !== 'lost')
  const lost = annotations.filter((annotation) => annotation.placed === 'lost')
  const byEnd = [...placed.keys()].sort(
    (a, b) =>
      (placed[a]?.end ?? 0) - (placed[b]?.end ?? 0) || (placed[b]?.start ?? 0) - (placed[a]?.start ?? 0) || a - b,
  )
  const numbers = new Map(byEnd.map((index, place) => [index, place + 1]))
  return [...placed, ...lost].map((annotation, index) => ({ ...annotation, number: numbers.get(index) ?? index + 1 }))
}

/**
 * The paragraphs of the text in order, each with its annotations, in one pass over both. An annotation that ends in the
 * white space behind a paragraph is referred to from that paragraph.
 */
export function* annotatedParagraphs(
  { revision: { text, turns } }: AnnotatedTranscript,
  annotations: readonly Numbered[],
): Generator<AnnotatedParagraph> {
  const waiting = annotations.filter((annotation) => annotation.placed !== 'lost')
  let next = 0
  let open: readonly Numbered[] = []
  const all = paragraphs(text, turns)
  for (let here = all.next(); !here.done; ) {
    const paragraph = here.value
    here = all.next()
    const until = here.done ? Number.POSITIVE_INFINITY : here.value.start
    const begun: Numbered[] = []
    for (let one = waiting[next]; one !== undefined && one.start < until; one = waiting[++next]) begun.push(one)
    const within = [...open, ...begun]
    const ending = within.filter((annotation) => annotation.end <= until)
    open = within.filter((annotation) => annotation.end > until)
    yield { ...paragraph, touching: within, ending: ending.sort((a, b) => a.number - b.number) }
  }
}
