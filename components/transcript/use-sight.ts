'use client'
import { useEffect } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { useBenchStore } from './workbench-state'

/** The top bar, and a line of text above what covers the foot of the window. CSS pixels. */
const covered = 60
const line = 40
/** When to look, in milliseconds: once the sheet stands, and once its words are there. */
const looks = [80, 450]

/** Keeps the words that are chosen or written about in sight where a sheet comes to stand over them. */
export const useSight = () => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  useEffect(() => {
    let timers: readonly ReturnType<typeof setTimeout>[] = []
    const look = () => {
      const { draft, chosen, marks } = store.getState()
      const { reading } = bench.getState()
      const range = draft ?? (chosen === null ? undefined : marks.get(chosen))
      const top = range && reading?.topOf(range)
      if (top === undefined || top === null) return
      const sheet = document.querySelector('[data-sheet]')
      const room = (sheet ? sheet.getBoundingClientRect().top : window.innerHeight) - line
      const by = top - window.scrollY
      // A draft can be taken up again from far away; what is chosen comes into sight by its own ways.
      if (draft && (by < covered || by > window.innerHeight)) reading?.reveal(draft)
      else if (sheet && by > room) window.scrollBy({ top: by - room })
    }
    const unsubscribe = store.subscribe((now, before) => {
      if (now.chosen === before.chosen && now.draft === before.draft) return
      for (const timer of timers) clearTimeout(timer)
      timers = now.chosen === null && now.draft === null ? [] : looks.map((after) => setTimeout(look, after))
    })
    return () => {
      for (const timer of timers) clearTimeout(timer)
      unsubscribe()
    }
  }, [store, bench])
}
