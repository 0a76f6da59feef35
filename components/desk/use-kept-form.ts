'use client'
import { useEffect, useRef } from 'react'
import { openDisk } from '@/components/api/disk'
import { openParting } from '@/components/api/parting'
import { crashCosts } from '@/components/api/shelf'

/**
 * Where a form's words are kept: in the browser's database; and, as the form or its page is left, what that has not taken yet
 * also where it stands at once.
 */
const storesOf = <V extends object>(place: string) => {
  const disk = openDisk(`${place}/`)
  const parting = openParting(place, 'form', () => localStorage)
  const entry = 'typed'
  let unwritten: { readonly mark: string; readonly values: V | undefined } | null = null
  const write = (values: V | undefined) => {
    const now = { mark: String(performance.timeOrigin + performance.now()), values }
    unwritten = now
    // Sent: what an earlier window left is not wanted any more.
    if (values === undefined) parting.keep(null)
    // Refused or without room, the words are in the form, and are kept as that is left.
    void disk.write(new Map([[entry, values]])).then(
      () => {
        if (unwritten === now) unwritten = null
        parting.drop(now.mark)
      },
      () => undefined,
    )
  }
  return {
    write,
    leave: () => {
      if (unwritten?.values !== undefined) parting.keep({ mark: unwritten.mark, entries: [[entry, unwritten.values]] })
    },
    /** What was kept, or undefined. */
    read: async (): Promise<V | undefined> => {
      const [parted] = parting.left()
      const entries = parted?.entries ?? (await disk.read().catch(() => []))
      const kept = entries.find(([key]) => key === entry)?.[1] as V | undefined
      if (parted) {
        parting.keep(null)
        write(kept)
      }
      return kept
    },
  }
}

/**
 * Keeps what is typed into a long form in this browser, so that a reload loses none of it: `place` names the form and
 * whose it is, `fill` gets what was kept before. Once it is sent it is to be forgotten.
 */
export const useKeptForm = <V extends object>(place: string, fill: (values: V) => void) => {
  const stores = useRef<ReturnType<typeof storesOf<V>>>(undefined)
  const waiting = useRef<{ values: V | undefined; timer: ReturnType<typeof setTimeout> | undefined }>(undefined)
  const filling = useRef(fill)
  filling.current = fill
  const write = () => {
    const due = waiting.current
    waiting.current = undefined
    if (!due) return
    clearTimeout(due.timer)
    stores.current?.write(due.values)
  }
  const later = useRef(write)
  later.current = write
  useEffect(() => {
    const opened = storesOf<V>(place)
    stores.current = opened
    const leave = () => {
      later.current()
      opened.leave()
    }
    window.addEventListener('pagehide', leave)
    void opened.read().then((kept) => {
      if (kept && !waiting.current) filling.current(kept)
    })
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
