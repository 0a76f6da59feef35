'use client'
import { useDeferredValue, useMemo } from 'react'
import { useTranscript } from '@/components/api/store-context'

const number = new Intl.NumberFormat('en')

/** Which flag each flag is among those shown, by id. */
export type Positions = {
  /** “2 of 10”; null for what is no flag. */
  readonly of: (id: string) => string | null
}

/** Known a moment after the marks: all of them are walked through, and only a few are on the screen. */
export const usePositions = (): Positions => {
  const shown = useDeferredValue(useTranscript((state) => state.shown))
  const marks = useDeferredValue(useTranscript((state) => state.marks))
  return useMemo(() => {
    const places = new Map<string, number>()
    for (const id of shown) {
      const mark = marks.get(id)
      if (mark?.kind === 'flag' && mark.placed !== 'lost') places.set(id, places.size + 1)
    }
    const of = (id: string) => {
      const place = places.get(id)
      return place === undefined ? null : `${number.format(place)} of ${number.format(places.size)}`
    }
    return { of }
  }, [shown, marks])
}
