'use client'
import { useEffect } from 'react'
import type { TranscriptView } from '@/components/api/store'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify } from '@/components/ui/notice'
import { everything, fromQuery, toQuery } from '@/lib/annotation/filter'
import { chosenMark } from './position'
import { versionHash } from './version-address'
import { show, useBench, useBenchStore } from './workbench-state'

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The address of what is seen: the filter as its query, the chosen annotation after the #. */
const addressOf = (path: string, view: TranscriptView): string => {
  const query = toQuery(view.filter).toString()
  const id = chosenMark(view)?.id
  return `${path}${query && `?${query}`}${id !== undefined && isId(id) ? `#${id}` : ''}`
}

/** Goes where the address leads, on arrival and whenever it changes, and keeps it true while one works. */
export const useAddress = () => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const ready = useBench((state) => state.reading !== null)

  // Follow the address.
  useEffect(() => {
    if (!ready) return
    let waiting: (() => void) | undefined
    const follow = () => {
      waiting?.()
      waiting = undefined
      if (window.location.hash === versionHash) {
        window.history.replaceState(null, '', window.location.pathname + window.location.search)
        return show(bench, 'version')
      }
      const id = window.location.hash.slice(1)
      if (!isId(id) || id === store.getState().chosen) return
      const mark = store.getState().marks.get(id)
      if (mark) {
        if (!store.getState().shown.includes(id)) {
          store.getState().setFilter(everything)
          notify('The filter was cleared, because it hid the annotation that the link leads to.')
        }
        store.getState().choose(id)
        bench.getState().reading?.reveal(mark, true)
      } else if (store.getState().complete) {
        notify('The link leads to an annotation that is no longer here.')
      } else {
        waiting = store.subscribe((view) => view.complete && follow())
      }
    }
    const again = () => {
      const query = fromQuery(new URLSearchParams(window.location.search))
      if (toQuery(query).toString() !== toQuery(store.getState().filter).toString()) store.getState().setFilter(query)
      follow()
    }
    follow()
    window.addEventListener('hashchange', again)
    window.addEventListener('popstate', again)
    return () => {
      waiting?.()
      window.removeEventListener('hashchange', again)
      window.removeEventListener('popstate', again)
    }
  }, [ready, store, bench])

  // Keep it true. Browsers refuse a page that writes its address too often: J held down is one address.
  useEffect(() => {
    if (!ready) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      const { pathname, search, hash } = window.location
      const address = addressOf(pathname, store.getState())
      if (address !== `${pathname}${search}${hash}`) window.history.replaceState(null, '', address)
    }
    const unsubscribe = store.subscribe((now, before) => {
      if (now.chosen === before.chosen && now.shown === before.shown && now.filter === before.filter) return
      clearTimeout(timer)
      timer = setTimeout(write, 150)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [ready, store])
}
