'use client'
import { useEffect, useRef } from 'react'
import { openDisk } from '@/components/api/disk'
import { crashCosts } from '@/components/api/shelf'

/**
 * Keeps what is typed into a long form in this browser, so that a reload loses none of it: `place` names the form and
 * whose it is, `fill` gets what was kept before. Once it is sent it is to be forgotten.
 */
export const useKeptForm = <V extends object>(place: string, fill: (values: V) => void) => {
  const disk = useRef<ReturnType<typeof openDisk>>(undefined)
  const waiting = useRef<{ values: V | undefined; timer: ReturnType<typeof setTimeout> | undefined }>(undefined)
  const filling = useRef(fill)
  filling.current = fill
  const write = () => {
    const due = waiting.current
    waiting.current = undefined
    if (!due) return
    clearTimeout(due.timer)
    // Refused or without room, the words are in the form and nowhere else: as they were before.
    void disk.current?.write(new Map([['typed', due.values]])).catch(() => undefined)
  }
  const later = useRef(write)
  later.current = write
  useEffect(() => {
    const opened = openDisk(`${place}/`)
    disk.current = opened
    const leave = () => later.current()
    window.addEventListener('pagehide', leave)
    void opened.read().then(
      (entries) => {
        const kept = entries.find(([key]) => key === 'typed')?.[1]
        if (kept && !waiting.current) filling.current(kept as V)
      },
      () => undefined,
    )
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [place])
  return {
    keep: (values: V) => {
      const timer = waiting.current?.timer ?? setTimeout(() => later.current(), crashCosts)
      waiting.current = { values, timer }
    },
    forget: () => {
      clearTimeout(waiting.current?.timer)
      waiting.current = { values: undefined, timer: undefined }
      write()
    },
  }
}
