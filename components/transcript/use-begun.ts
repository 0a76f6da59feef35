'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranscript, useTranscriptStore, useWords } from '@/components/api/store-context'
import { begunOf, formOf, wordsOf } from '@/components/api/words'

const between = '\n'

/** The keys of what was begun and is not saved, in the form that is open or in those that were closed. */
export const useBegun = (): readonly string[] => {
  const words = useWords()
  const marks = useTranscript((view) => view.marks)
  const unsent = useTranscript((view) => view.unsent)
  const keys = useSyncExternalStore(
    words.onChange,
    () => words.keys().join(between),
    () => '',
  )
  return useMemo(
    () => (keys === '' ? [] : begunOf(keys.split(between), unsent, (id) => marks.has(id))),
    [keys, marks, unsent],
  )
}

/** Goes to what was begun: to the form that is open where it is one of these, else it opens the first. */
export const useGoToBegun = () => {
  const store = useTranscriptStore()
  const words = useWords()
  return (keys: readonly string[]) => {
    const { draft, editing, begin, edit } = store.getState()
    const open = draft ? wordsOf.draft(draft) : editing && wordsOf.editing(editing)
    if (open !== null && keys.includes(open)) {
      document.querySelector<HTMLElement>('[data-card] form')?.focus()
      return
    }
    const [key = ''] = keys
    const kept = words.read(key)?.draft
    const form = formOf(key)
    if (kept) begin(kept)
    else if (form) edit(form)
  }
}
