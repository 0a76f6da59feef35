'use client'
import { useEffect } from 'react'
import { focusCardSoon, focusText } from '@/components/annotation/focus'
import { holdTyping, letTypingGo } from '@/components/annotation/type-ahead'
import { useTranscriptStore } from '@/components/api/store-context'

/** From the moment a form is asked for, what is typed is meant for it, whether it is fetched and drawn yet or not. */
export const useTypeAhead = () => {
  const store = useTranscriptStore()
  useEffect(() => {
    const close = () => {
      const { begin, edit, editing } = store.getState()
      begin(null)
      edit(null)
      if (editing === null) focusText()
      else focusCardSoon(editing.id)
    }
    const stop = store.subscribe(({ draft, editing }, before) => {
      if (draft === before.draft && editing === before.editing) return
      if (draft === null && editing === null) letTypingGo()
      else holdTyping(close)
    })
    return () => {
      stop()
      letTypingGo()
    }
  }, [store])
}
