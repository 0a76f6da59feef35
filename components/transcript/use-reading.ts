'use client'
import { useEffect, useMemo } from 'react'
import { placeAfter } from '@/components/api/standing'
import type { Draft } from '@/components/api/store'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify } from '@/components/ui/notice'
import type { ReadingEvents } from './reading'
import { followedWords, selectedWords } from './words'
import { announce, useBench, useBenchStore } from './workbench-state'

/** What the text on screen tells, put where the rest of the workbench finds it. */
export const useReadingEvents = (): ReadingEvents => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    return {
      authorOf: ({ author, detector }) => (detector === undefined ? store.getState().people[author] : 'a detector'),
      onSelect: (selected) => {
        clearTimeout(timer)
        const { caret: last } = bench.getState()
        const caret = last?.start === selected?.start && last?.end === selected?.end ? last : null
        bench.setState({ selected, caret })
        if (selected === null) return
        // Once the hand rests: a selection that is being drawn is not read out at each word.
        timer = setTimeout(() => announce(bench, selectedWords(selected.exact)), caret === null ? 700 : 150)
      },
      onChoose: (id) => {
        const { draft, editing, choose } = store.getState()
        // A click into the text beside an open form is reading, not leaving.
        if (id === null && (draft !== null || editing !== null)) return
        choose(id)
      },
      onHover: (id) => store.getState().hover(id),
      onLayout: (placed, content) => bench.setState({ placed, ...content }),
    }
  }, [store, bench])
}

/** What is lit in the text while it is annotated; words that are rewritten in their place are not seen there. */
const lit = (draft: Draft | null) => (draft?.how === 'in-place' ? null : draft)

/** Keeps the text on screen showing what the store holds. React takes no part in it. */
export const useReadingSync = () => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const reading = useBench((state) => state.reading)
  useEffect(() => {
    if (reading === null) return
    const showOnly = () => {
      const { shown, order } = store.getState()
      reading.showOnly(shown.length === order.length ? null : new Set(shown))
    }
    const begin = store.getState()
    reading.setMarks([...begin.marks.values()])
    showOnly()
    reading.setChosen(begin.chosen)
    reading.setDraft(lit(begin.draft))
    const unsubscribeText = store.onText((step) => {
      const { caret } = bench.getState()
      if (caret && step.edits) bench.setState({ caret: placeAfter(caret, step.edits) })
      // What one did oneself one knows; what somebody else did to the words one reads is said to the eyes as well.
      if (step.by === null) announce(bench, followedWords(step))
      else notify(followedWords(step))
    })
    const unsubscribeMarks = store.onMarks((changed, removed) => reading.changeMarks(changed, removed))
    const unsubscribe = store.subscribe((now, before) => {
      if (now.shown !== before.shown || now.order !== before.order) showOnly()
      if (now.chosen !== before.chosen) reading.setChosen(now.chosen)
      if (now.hovered !== before.hovered) reading.setHovered(now.hovered)
      if (now.draft !== before.draft) reading.setDraft(lit(now.draft))
    })
    return () => {
      unsubscribeText()
      unsubscribeMarks()
      unsubscribe()
    }
  }, [reading, store, bench])
}
