'use client'
import { useRef, useState } from 'react'
import type { Draft } from '@/components/api/store'
import { useWords } from '@/components/api/store-context'

/**
 * The values of a form, kept with each change until they are saved or thrown away, so that closing the form, the page
 * or the browser loses none. `initial` is what it begins with where nothing was kept.
 */
export const useKeptWords = <T extends object>(key: string, initial: T, draft?: Draft) => {
  const words = useWords()
  const begun = useRef(initial)
  const [values, setValues] = useState<T>(() => ({
    ...initial,
    ...(words.read(key)?.values as Partial<T> | undefined),
  }))
  const latest = useRef(values)
  const change = (part: Partial<T>) => {
    latest.current = { ...latest.current, ...part }
    setValues(latest.current)
    const untouched = JSON.stringify(latest.current) === JSON.stringify(begun.current)
    if (untouched) words.forget(key)
    else words.keep(key, { values: latest.current, ...(draft && { draft }) })
  }
  return { values, change, forget: () => words.forget(key) }
}
