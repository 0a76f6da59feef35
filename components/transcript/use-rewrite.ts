'use client'
import { type RefObject, useCallback } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify } from '@/components/ui/notice'
import { can } from '@/lib/permissions/can'
import { firstSpoken } from './text-caret'
import { announce, useBenchStore } from './workbench-state'

/**
 * A function that opens the paragraph of the selection, or else the first on screen, to be written on in its place. False
 * where there is none.
 */
export const useRewrite = (pane: RefObject<HTMLElement | null>): (() => boolean) => {
  const bench = useBenchStore()
  const store = useTranscriptStore()
  return useCallback(() => {
    const { reading, selected: last } = bench.getState()
    const { actor, transcript, revision, begin } = store.getState()
    if (!reading || !pane.current) return false
    if (!can(actor, 'annotation.create', { deskId: transcript.desk.id, state: transcript.state })) {
      notify('Your role lets you read and discuss here. A checker of the desk can propose corrections.')
      return true
    }
    const { prose } = reading
    const selected = reading.selected() ?? last
    const number = prose.at(selected?.start ?? firstSpoken(reading, pane.current))
    const { start, end } = prose.spoken(number)
    const exact = prose.words({ start, end })
    if (exact.trim() === '') return false
    bench.setState({ selected: null, caret: null, rewriting: selected && { start: selected.start, end: selected.end } })
    window.getSelection()?.removeAllRanges()
    begin({ kind: 'correction', inPlace: true, start, end, exact, revision })
    announce(bench, `Editing in the text: ${exact.slice(0, 80)}`)
    return true
  }, [bench, store, pane])
}
