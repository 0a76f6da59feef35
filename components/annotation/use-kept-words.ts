'use client'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Draft } from '@/components/api/store'
import { useTranscriptStore, useWords } from '@/components/api/store-context'
import { touchedOf } from './touched-of'

/**
 * The values of a form; those that were changed are kept until they are saved or thrown away, so that closing the form,
 * the page or the browser loses none. `initial` is what it begins with where nothing was kept: fields that one left
 * alone show what others have made of them meanwhile. What another window types into the same form shows here as long
 * as nothing is typed here; `turn` changes each time the values are set from outside.
 */
export const useKeptWords = <T extends object>(key: string, initial: T, draft?: Draft) => {
  const words = useWords()
  const store = useTranscriptStore()
  const begun = useRef(initial)
  const kept = useCallback(() => words.read(key), [words, key])
  const wholeOf = (values: unknown): T => ({ ...begun.current, ...(values as Partial<T> | undefined) })
  const [values, setValues] = useState<T>(() => wholeOf(kept()?.values))
  const [turn, setTurn] = useState(0)
  const latest = useRef(values)
  /** The words as this form has kept or shown them last. */
  const known = useRef(kept()?.values)
  const now = useSyncExternalStore(words.onChange, kept, () => undefined)
  useEffect(() => {
    if (!now || now.values === known.current) return
    known.current = now.values
    latest.current = { ...begun.current, ...(now.values as Partial<T>) }
    setValues(latest.current)
    setTurn((before) => before + 1)
  }, [now])
  const change = (part: Partial<T>) => {
    latest.current = { ...latest.current, ...part }
    setValues(latest.current)
    const touched = touchedOf(begun.current, latest.current)
    known.current = touched
    if (Object.keys(touched).length === 0) return words.forget(key)
    const seen = store.baseOf(key)
    const of = words.read(key)?.of
    words.keep(key, { values: touched, ...(draft && { draft }), ...(seen && { seen }), ...(of && { of }) })
  }
  return { values, change, turn }
}
