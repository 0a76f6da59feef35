'use client'
import { useDeferredValue, useMemo } from 'react'
import type { TranscriptView } from '@/components/api/store'
import { useTranscript } from '@/components/api/store-context'
import { toRepair } from '@/lib/annotation/to-repair'
import { type Counts, countMarks } from './counts'

// The last counts of each set of marks: several parts of the page ask, the marks are walked through once.
const counted = new WeakMap<TranscriptView['marks'], Pick<TranscriptView, 'filter' | 'found'> & { counts: Counts }>()

const countsOf = ({ marks, filter, found }: Pick<TranscriptView, 'marks' | 'filter' | 'found'>): Counts => {
  const known = counted.get(marks)
  if (known?.filter === filter && known.found === found) return known.counts
  const counts = countMarks(marks.values(), filter, found)
  counted.set(marks, { filter, found, counts })
  return counts
}

/**
 * How many marks each choice would show; null while not all marks are here, since part of a count is not true. Counted once
 * what was asked for is on the screen: a walk through twenty thousand marks must not stand between a key and its mark.
 */
export const useCounts = (): Counts | null => {
  const complete = useTranscript((view) => view.complete)
  const marks = useDeferredValue(useTranscript((view) => view.marks))
  const filter = useDeferredValue(useTranscript((view) => view.filter))
  const found = useDeferredValue(useTranscript((view) => view.found))
  return useMemo(() => (complete ? countsOf({ marks, filter, found }) : null), [complete, marks, filter, found])
}

/** How many annotations wait to be repaired, as far as the marks are here. */
export const useRepairCount = (): number => {
  const marks = useDeferredValue(useTranscript((view) => view.marks))
  return useMemo(() => {
    let count = 0
    for (const mark of marks.values()) if (toRepair(mark)) count += 1
    return count
  }, [marks])
}
