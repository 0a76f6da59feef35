'use client'
import { useCallback } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import type { Situation } from './keys'
import { chosenMark } from './position'
import { useBenchStore } from './workbench-state'

/** A function that says what there is now for a key to be about. */
export const useSituation = (): (() => Omit<Situation, 'singleKeys'>) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  return useCallback(() => {
    const view = store.getState()
    const { selected, caret } = bench.getState()
    return {
      selection: selected !== null || caret !== null,
      caret: caret !== null,
      chosen: chosenMark(view) !== null,
      card: document.activeElement?.matches('[data-card]') ?? false,
    }
  }, [store, bench])
}
