'use client'
import { useEffect } from 'react'
import { loadForms } from '@/components/annotation/forms'
import { isMeantToLeave } from '@/components/api/leaving'
import { useTranscript, useTranscriptStore } from '@/components/api/store-context'
import { whenIdle } from '@/components/ui/idle'

/** How long to wait before the rest of the marks is asked for again, in milliseconds. */
const again = 5_000

/**
 * Keeps the page as new as the desk: the marks that did not come with it, what others saved since it was last
 * looked at, and what could not be sent while the desk was out of reach.
 */
export const useKeeping = () => {
  const store = useTranscriptStore()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = () => {
      if (store.getState().complete) return
      store
        .getState()
        .loadMarks()
        .catch(() => {
          timer = setTimeout(rest, again)
        })
    }
    const retry = () => void store.getState().retryAll(true)
    const refresh = () => {
      retry()
      void store.getState().refresh()
    }
    if (store.getState().searched === 'asking') void store.getState().search()
    rest()
    window.addEventListener('focus', refresh)
    window.addEventListener('online', retry)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', refresh)
      window.removeEventListener('online', retry)
    }
  }, [store])
}

/**
 * Asks before the page is left while something is on its way, or would be lost with it; what waits is kept, but others
 * do not see it before it is sent. To sign in again one has to leave.
 */
export const useLeaving = () => {
  const unsaved = useTranscript(
    ({ saving, unsent, signedOut, full }) => full || (!signedOut && (saving > 0 || unsent.length > 0)),
  )
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => {
      if (!isMeantToLeave()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}

/** Fetches what opens later, once the page has nothing better to do: it then opens at once, also without a connection. */
export const useQuietHours = () => {
  useEffect(() => {
    return whenIdle(() => {
      // A failure is no news: it is fetched again when it is needed.
      void Promise.allSettled([
        loadForms(),
        import('@/components/annotation/live-editor'),
        import('@/components/annotation/card-more'),
        import('@/components/ui/account-entries'),
        import('@/components/ui/confirm'),
        import('./export-entries'),
        import('./filter-choices'),
        import('./reason-window'),
        import('./describe-form'),
        import('./key-help'),
        import('./commands-window'),
        import('./panel-drawer'),
        import('./picked-form'),
      ])
    })
  }, [])
}
