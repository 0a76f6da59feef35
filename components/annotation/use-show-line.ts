'use client'
import { useCallback } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { firstOnScreen } from '@/components/transcript/text-caret'
import { useBenchStore } from '@/components/transcript/workbench-state'

/** What bars cover at the top and bottom of the window, in CSS pixels. */
const covered = { top: 140, bottom: 110 }

/** A function that brings a mark's first line into sight where it is not: its card is about to go there. */
export const useShowLine = (): ((id: string) => void) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  return useCallback(
    (id: string) => {
      const { reading } = bench.getState()
      const mark = store.getState().marks.get(id)
      const top = mark && reading?.topOf(mark)
      if (!mark || top === null || top === undefined) return
      const inWindow = top - window.scrollY
      if (inWindow < covered.top || inWindow > window.innerHeight - covered.bottom) reading?.reveal(mark)
    },
    [store, bench],
  )
}

/** A function that chooses the annotation next to what is on screen, among those shown, and goes there. */
export const useGoToNearest = (): (() => void) => {
  const store = useTranscriptStore()
  const show = useShowLine()
  return useCallback(() => {
    const main = document.getElementById('main')
    store.getState().choose(null)
    store.getState().step(1, main ? firstOnScreen(main) : 0)
    const { chosen } = store.getState()
    if (chosen !== null) show(chosen)
  }, [store, show])
}
