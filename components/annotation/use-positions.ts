'use client'
import { useMemo } from 'react'
import { useTranscript } from '@/components/api/store-context'

/** Which flag each flag is among those shown: “2 of 10”, by id. */
export const usePositions = (): ReadonlyMap<string, string> => {
  const shown = useTranscript((state) => state.shown)
  const marks = useTranscript((state) => state.marks)
  return useMemo(() => {
    const flags = shown.filter((id) => {
      const mark = marks.get(id)
      return mark?.kind === 'flag' && mark.placed !== 'lost'
    })
    const all = flags.length.toLocaleString('en')
    return new Map(flags.map((id, at) => [id, `${(at + 1).toLocaleString('en')} of ${all}`]))
  }, [shown, marks])
}
