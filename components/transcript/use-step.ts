'use client'
import { type RefObject, useCallback } from 'react'
import { focusText } from '@/components/annotation/focus'
import { useTranscriptStore } from '@/components/api/store-context'
import { kinds } from '@/lib/annotation/kinds'
import { positionOf } from './position'
import { firstOnScreen } from './text-caret'
import { announce, useBenchStore, type WorkbenchState } from './workbench-state'

/** Whether a mark's first line is in sight, clear of the bars. */
const isInSight = (id: string, placed: WorkbenchState['placed']): boolean => {
  const place = placed.find((mark) => mark.id === id)
  return place !== undefined && place.top > window.scrollY + 70 && place.top < window.scrollY + window.innerHeight - 110
}

/** A function that goes to the next card or the one before, and brings its words into sight. */
export const useStep = (pane: RefObject<HTMLElement | null>): ((by: 1 | -1) => void) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  return useCallback(
    (by: 1 | -1) => {
      store.getState().step(by, pane.current ? firstOnScreen(pane.current) : 0)
      // The card that was left must not answer the next Enter in place of the one that is chosen now.
      if (document.activeElement?.closest('[data-card]')) focusText()
      const { chosen, marks } = store.getState()
      const mark = chosen === null ? undefined : marks.get(chosen)
      const { reading, placed } = bench.getState()
      if (!mark || !reading) return announce(bench, 'No annotation is shown.')
      if (!isInSight(mark.id, placed)) reading.reveal(mark)
      announce(bench, `${positionOf(store.getState()) || kinds[mark.kind].label}: ${reading.words(mark).slice(0, 160)}`)
    },
    [store, bench, pane],
  )
}
