import type { TranscriptView } from '@/components/api/store'
import type { Mark } from '@/lib/annotation/annotation'
import { countOf, positionWords } from './words'

/** The place of the chosen annotation among those of its kind that are shown: "Flag 2 of 10"; else how many are shown. */
export const positionOf = ({ chosen, marks, shown }: Pick<TranscriptView, 'chosen' | 'marks' | 'shown'>): string => {
  const mark = chosen === null ? undefined : marks.get(chosen)
  let at = 0
  let of = 0
  if (mark) {
    for (const id of shown) {
      if (marks.get(id)?.kind !== mark.kind) continue
      of++
      if (id === mark.id) at = of
    }
  }
  if (mark && at > 0) return positionWords(mark.kind, at, of)
  return shown.length === 0 ? '' : countOf(shown.length, 'annotation')
}

/** The mark that is chosen, if the filter lets it be seen: what cannot be seen is not acted on. */
export const chosenMark = ({
  chosen,
  marks,
  shown,
}: Pick<TranscriptView, 'chosen' | 'marks' | 'shown'>): Mark | null =>
  chosen !== null && shown.includes(chosen) ? (marks.get(chosen) ?? null) : null
