'use client'
import { useCallback } from 'react'
import { useTranscript, useTranscriptStore } from '@/components/api/store-context'
import { toRepair } from '@/lib/annotation/to-repair'
import { can } from '@/lib/permissions/can'
import { chosenMark } from './position'
import { useBench, useBenchStore } from './workbench-state'

/**
 * A function that attaches the chosen annotation to the words that are selected; null where none is chosen that waits for a
 * place, no words are selected, or this person may not.
 */
export const useAttach = (): (() => void) | null => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const selecting = useBench((state) => state.selected !== null)
  const id = useTranscript((view) => {
    const mark = chosenMark(view)
    if (mark === null || !toRepair(mark)) return null
    const { author, detector } = mark
    const { desk, state } = view.transcript
    const subject = { deskId: desk.id, state, authorId: author, byDetector: detector !== undefined }
    return can(view.actor, 'annotation.attach', subject) ? mark.id : null
  })
  const attach = useCallback(() => {
    const { reading, selected: last } = bench.getState()
    const selected = reading?.selected() ?? last
    if (id === null || selected === null) return
    const { start, end, exact } = selected
    bench.setState({ selected: null, caret: null })
    window.getSelection()?.removeAllRanges()
    void store.getState().attach(id, { start, end, exact })
  }, [bench, store, id])
  return selecting && id !== null ? attach : null
}
