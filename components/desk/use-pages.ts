'use client'
import { useState } from 'react'
import { type Page, request } from '@/components/api/client'
import { notifyProblem } from '@/components/ui/notice'

/**
 * A list whose first page came with the screen and whose others are fetched when asked for. `path` is the API's
 * address of the list; give the component a key that changes with it, so that the list begins again.
 */
export const usePages = <T>(first: Page<T>, path: string, idOf: (item: T) => string) => {
  const [more, setMore] = useState<Page<T> | null>(null)
  const [busy, setBusy] = useState(false)
  const next = more === null ? first.next : more.next
  const showMore = async () => {
    if (next === null || busy) return
    setBusy(true)
    try {
      const found = await request<Page<T>>(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`,
      )
      setMore((before) => ({ items: [...(before?.items ?? []), ...found.items], next: found.next }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(false)
    }
  }
  // The first page may have been read again since, and rows may have moved between pages.
  const seen = new Set(first.items.map(idOf))
  const items = [...first.items, ...(more?.items ?? []).filter((item) => !seen.has(idOf(item)))]
  const drop = (id: string) =>
    setMore((before) => before && { ...before, items: before.items.filter((item) => idOf(item) !== id) })
  return { items, next, busy, showMore, drop } as const
}
