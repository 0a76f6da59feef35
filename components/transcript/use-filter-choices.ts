'use client'
import { useMemo } from 'react'
import { useCodebook } from '@/components/annotation/use-codebook'
import { useTranscript } from '@/components/api/store-context'
import type { Choices } from '@/lib/annotation/filter-offers'
import type { Known } from '@/lib/annotation/filter-words'
import { annotationStates, flagSortNames, kindNames, kinds, placements } from '@/lib/annotation/kinds'
import { useCounts } from './use-counts'
import { sortPlural } from './words'

/** Whom the words of a filter can name: the authors here, detectors by their own name, and oneself. */
export const useKnown = (): Known => {
  const people = useTranscript((view) => view.people)
  const me = useTranscript((view) => view.actor.id)
  const counts = useCounts()
  const codebook = useCodebook()
  return useMemo(() => {
    const detectors = [...(counts?.detector.keys() ?? [])].map((name) => [name, name])
    // Part of the annotations says nothing of the tags of the rest.
    const tags = counts === null ? undefined : new Set([...counts.tags, ...codebook.keys()])
    return { people: { ...Object.fromEntries(detectors), ...people }, me, now: new Date(), ...(tags && { tags }) }
  }, [people, me, counts, codebook])
}

/** What the filter field offers, each with how many it would show. */
export const useFilterChoices = (known: Known): Choices => {
  const counts = useCounts()
  const codebook = useCodebook()
  return useMemo(() => {
    const person = (id: string) => known.people[id] ?? id
    return {
      user: Object.keys(known.people).map((id) => ({
        value: person(id),
        count: counts?.author.get(id) ?? 0,
        ...(id === known.me && { note: 'you' }),
      })),
      tag: [...new Set([...codebook.keys(), ...(counts?.tag.keys() ?? [])])].map((value) => ({
        ...{ value, count: counts?.tag.get(value) ?? 0 },
        ...(codebook.get(value)?.note && { note: codebook.get(value)?.note }),
      })),
      kind: kindNames.map((kind) => ({ value: kind, label: kinds[kind].plural, count: counts?.kind.get(kind) ?? 0 })),
      state: [
        ...annotationStates.map((state) => ({ value: state, count: counts?.state.get(state) ?? 0 })),
        { value: 'any', note: 'whatever its state' },
      ],
      sort: flagSortNames.flatMap((sort) => {
        const count = counts?.sort.get(sort)
        return count === undefined ? [] : [{ value: sort, label: sortPlural(sort), count }]
      }),
      detector: [...(counts?.detector ?? [])].map(([value, count]) => ({ value, count })),
      placed: placements.flatMap((value) => {
        const count = counts?.placed.get(value)
        return count === undefined ? [] : [{ value, count }]
      }),
      since: ['today', 'yesterday', '1h', '1d', '7d'].map((value) => ({ value })),
      until: ['today', 'yesterday', '1d', '7d'].map((value) => ({ value })),
    }
  }, [counts, known, codebook])
}
