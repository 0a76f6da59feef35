'use client'
import { useCallback } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { type Kind, kinds } from '@/lib/annotation/kinds'
import { can } from '@/lib/permissions/can'
import { announce, useBenchStore } from './workbench-state'

/** A function that annotates what is selected: a highlight is saved at once, every other kind opens its form. */
export const useAnnotate = (): ((kind: Kind) => void) => {
  const bench = useBenchStore()
  const store = useTranscriptStore()
  return useCallback(
    (kind: Kind) => {
      const { reading, selected: last } = bench.getState()
      const { actor, transcript, revision, create, begin } = store.getState()
      const selected = reading?.selected() ?? last
      if (selected === null || selected === undefined) return
      if (!can(actor, 'annotation.create', { deskId: transcript.desk.id, state: transcript.state })) return
      const { start, end, exact } = selected
      bench.setState({ selected: null })
      window.getSelection()?.removeAllRanges()
      if (kinds[kind].needs !== null) {
        begin({ kind, start, end, exact, revision })
        announce(bench, `${kinds[kind].label} begun on: ${exact.slice(0, 80)}`)
        return
      }
      void create({ kind, revision, start, end, exact, tags: [] })
    },
    [bench, store],
  )
}
