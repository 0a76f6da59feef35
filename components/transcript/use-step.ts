'use client'
import { type RefObject, useCallback } from 'react'
import { focusCard, focusText } from '@/components/annotation/focus'
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

/** How many frames a card has to be drawn in, once its line is in sight. */
const patience = 20

/** Puts the focus on a card as soon as it is drawn. Until then the card that was left must not answer the next key. */
const followWithFocus = (id: string) => {
  if (focusCard(id)) return
  focusText()
  let frames = patience
  const again = () => {
    frames -= 1
    if (document.activeElement?.id === 'main' && !focusCard(id) && frames > 0) requestAnimationFrame(again)
  }
  requestAnimationFrame(again)
}

/** A function that goes to the next card or the one before, and brings its words into sight. */
export const useStep = (pane: RefObject<HTMLElement | null>): ((by: 1 | -1) => void) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  return useCallback(
    (by: 1 | -1) => {
      const onCard = document.activeElement?.closest('[data-card]') ?? null
      store.getState().step(by, pane.current ? firstOnScreen(pane.current) : 0)
      const { chosen, marks } = store.getState()
      const mark = chosen === null ? undefined : marks.get(chosen)
      const { reading, placed } = bench.getState()
      if (!mark || !reading) return announce(bench, 'No annotation is shown.')
      if (!isInSight(mark.id, placed)) reading.reveal(mark)
      // From card to card the focus goes along, and reads the card out.
      if (onCard !== null) return followWithFocus(mark.id)
      announce(bench, `${positionOf(store.getState()) || kinds[mark.kind].label}: ${reading.words(mark).slice(0, 160)}`)
    },
    [store, bench, pane],
  )
}
