'use client'
import { useCallback } from 'react'
import { announce, useBenchStore } from './workbench-state'

/** A function that says something to those who listen to the page. */
export const useSay = (): ((words: string) => void) => {
  const bench = useBenchStore()
  return useCallback((words: string) => announce(bench, words), [bench])
}
