'use client'
import { useRef, useState } from 'react'
import type { Draft } from '@/components/api/store'
import { useWords } from '@/components/api/store-context'
import { touchedOf } from './touched-of'

/**
 * The values of a form; those that were changed are kept until they are saved or thrown away, so that closing the form,
 * the page or the browser loses none. `initial` is what it begins with where nothing was kept: fields that one left
 * alone show what others have made of them meanwhile.
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
    const touched = touchedOf(begun.current, latest.current)
    if (Object.keys(touched).length === 0) words.forget(key)
    else words.keep(key, { values: touched, ...(draft && { draft }) })
  }
  return { values, change }
}
