'use client'
import { type RefObject, useEffect, useState } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { whenIdle } from '@/components/ui/idle'
import type { Outline } from '@/lib/transcript/outline'
import { outlineOnPage } from './outline-on-page'

type Given = { readonly outline: Outline; readonly turns: number }

/** The outline that the page came with, read anew from the text on the page once that was corrected. */
export const useOutline = (given: Given, pane: RefObject<HTMLElement | null>): Given => {
  const store = useTranscriptStore()
  const [now, setNow] = useState(given)
  useEffect(() => {
    let cancel = () => {}
    const end = store.onText(() => {
      cancel()
      cancel = whenIdle(() => {
        const article = pane.current?.querySelector('article')
        if (article) setNow(outlineOnPage(article))
      })
    })
    return () => {
      cancel()
      end()
    }
  }, [store, pane])
  return now
}
