'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranscript } from '@/components/api/store-context'
import { toQuery } from '@/lib/annotation/filter'
import { type Known, parseFilter, printFilter } from '@/lib/annotation/filter-words'
import { useBenchStore } from './workbench-state'

/** How long one rests in typing before the words are put to use, in milliseconds. */
const resting = 400

/** The words of the filter as they are typed, tied to the filter itself: each follows the other. */
export const useFilterWords = (known: Known) => {
  const filter = useTranscript((view) => view.filter)
  const setFilter = useTranscript((view) => view.setFilter)
  const [typed, setTyped] = useState(() => printFilter(filter, known))
  const [mistakes, tell] = useState<readonly string[]>([])
  const bench = useBenchStore()
  const setMistakes = (found: readonly string[]) => {
    tell(found)
    bench.setState({ wrongWords: found.length > 0 })
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const now = useRef({ typed, filter, known })
  now.current = { typed, filter, known }

  /** Puts the words to use where all of them mean something; else says which do not, and leaves what is shown. */
  const apply = (words: string) => {
    clearTimeout(timer.current)
    const parsed = parseFilter(words, { ...now.current.known, now: new Date() })
    setMistakes(parsed.mistakes)
    const changes = toQuery(parsed.filter).toString() !== toQuery(now.current.filter).toString()
    if (parsed.mistakes.length === 0 && changes) setFilter(parsed.filter)
    return parsed.mistakes.length === 0
  }
  const type = (words: string) => {
    setTyped(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => apply(words), resting)
  }
  /** Puts the words to use and writes them as they are meant. */
  const settle = (words = now.current.typed) => {
    setTyped(words)
    if (apply(words)) setTyped(printFilter(parseFilter(words, now.current.known).filter, now.current.known))
  }

  // A chip, the address or the panel has set another filter: its words take the place of these.
  useEffect(() => {
    const mine = parseFilter(now.current.typed, now.current.known)
    if (mine.mistakes.length === 0 && toQuery(mine.filter).toString() === toQuery(filter).toString()) return
    clearTimeout(timer.current)
    setTyped(printFilter(filter, now.current.known))
    tell([])
    bench.setState({ wrongWords: false })
  }, [filter, bench])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      bench.setState({ wrongWords: false })
    },
    [bench],
  )

  return { typed, type, settle, mistakes }
}
