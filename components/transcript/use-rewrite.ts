'use client'
import { type RefObject, useCallback } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify } from '@/components/ui/notice'
import { can } from '@/lib/permissions/can'
import { wordAt } from './reading-caret'
import { firstSpoken } from './text-caret'
import { announce, useBenchStore } from './workbench-state'

/**
 * A function that opens the paragraph of the selection, or else the first on screen, to be written on in its place
 * (`in-place`), or the form of its turn (`turn`). False where there is none.
 */
export const useRewrite = (pane: RefObject<HTMLElement | null>): ((how: 'in-place' | 'turn') => boolean) => {
  const bench = useBenchStore()
  const store = useTranscriptStore()
  return useCallback(
    (how) => {
      const { reading, selected: last } = bench.getState()
      const { actor, transcript, revision, begin } = store.getState()
      if (!reading || !pane.current) return false
      if (!can(actor, 'annotation.create', { deskId: transcript.desk.id, state: transcript.state })) {
        notify('Your role lets you read and discuss here. A checker of the desk can propose corrections.')
        return true
      }
      const { prose } = reading
      const selected = reading.selected() ?? last
      const from = selected?.start ?? firstSpoken(reading, pane.current)
      const place = how === 'turn' ? (selected ?? wordAt(prose, from)) : prose.spoken(prose.at(from))
      const exact = place === null ? '' : prose.words(place)
      if (place === null || exact.trim() === '') return false
      const { start, end } = place
      bench.setState({
        ...{ selected: null, caret: null },
        rewriting: selected && { start: selected.start, end: selected.end },
      })
      window.getSelection()?.removeAllRanges()
      begin({ kind: 'correction', how, start, end, exact, revision })
      announce(bench, how === 'turn' ? 'Correcting the turn' : `Editing in the text: ${exact.slice(0, 80)}`)
      return true
    },
    [bench, store, pane],
  )
}
