'use client'
import { useSyncExternalStore } from 'react'
import { absolute, dateInWords, relative } from './relative'

// One clock for all times on the page: it ticks while any is shown, twice a minute.
const listeners = new Set<() => void>()
let now = 0
let timer: ReturnType<typeof setInterval> | undefined

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  if (timer === undefined) {
    now = Date.now()
    timer = setInterval(() => {
      now = Date.now()
      for (const each of listeners) each()
    }, 30_000)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
const read = () => {
  now ||= Date.now()
  return now
}

/** A moment (ISO 8601) as "2 h ago", absolute on hover and for machines. Renders the same on server and browser. */
export const RelativeTime = ({ at, className }: { readonly at: string; readonly className?: string }) => {
  const seen = useSyncExternalStore<number | null>(subscribe, read, () => null)
  const moment = new Date(at).getTime()
  // The server knows neither the reader's clock nor their time zone: the title comes once the browser draws.
  return (
    <time
      dateTime={at}
      title={seen === null ? undefined : absolute(moment)}
      className={className}
      suppressHydrationWarning
    >
      {relative(moment, seen ?? Date.now())}
    </time>
  )
}

/** A moment (ISO 8601) in whole, in the reader's time zone once the browser draws: "11 March 2031 at 10:40". */
export const WholeTime = ({ at }: { readonly at: string }) => {
  const seen = useSyncExternalStore<number | null>(subscribe, read, () => null)
  return (
    <time dateTime={at} suppressHydrationWarning>
      {seen === null ? dateInWords(at.slice(0, 10)) : absolute(new Date(at).getTime())}
    </time>
  )
}
