'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranscript, useTranscriptStore, useWords } from '@/components/api/store-context'
import { begunOf, formOf } from '@/components/api/words'

const between = '\n'

/** The keys of what was begun and is not saved, in the form that is open or in those that were closed. */
export const useBegun = (): readonly string[] => {
  const words = useWords()
  const unsent = useTranscript((view) => view.unsent)
  const keys = useSyncExternalStore(
    words.onChange,
    () => words.keys().join(between),
    () => '',
  )
  return useMemo(() => (keys === '' ? [] : begunOf(keys.split(between), unsent)), [keys, unsent])
}

/** A function that opens the form of what was begun under a key. */
export const useOpenBegun = () => {
  const store = useTranscriptStore()
  const words = useWords()
  return (key: string) => {
    const { begin, edit } = store.getState()
    const { draft } = words.read(key) ?? {}
    const form = formOf(key)
    if (draft) begin(draft)
    else if (form) edit(form)
  }
}
