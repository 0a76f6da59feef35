'use client'
import type { TranscriptView } from '@/components/api/store'
import { useTranscript } from '@/components/api/store-context'
import { type Counts, countMarks } from './counts'

// The last counts of each set of marks: several parts of the page ask, the marks are walked through once.
const counted = new WeakMap<TranscriptView['marks'], Pick<TranscriptView, 'filter' | 'found'> & { counts: Counts }>()

const countsOf = ({ marks, filter, found }: TranscriptView): Counts => {
  const known = counted.get(marks)
  if (known?.filter === filter && known.found === found) return known.counts
  const counts = countMarks(marks.values(), filter, found)
  counted.set(marks, { filter, found, counts })
  return counts
}

/** How many marks each choice would show; null while not all marks are here, since part of a count is not true. */
export const useCounts = (): Counts | null => useTranscript((view) => (view.complete ? countsOf(view) : null))
