'use client'
import { useCallback, useSyncExternalStore } from 'react'

const name = 'verbatim:single-keys'
const listeners = new Set<() => void>()
// Where the browser keeps nothing, the choice holds for the page.
let off = false

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
const read = (): boolean => {
  try {
    return window.localStorage.getItem(name) !== 'off'
  } catch {
    return !off
  }
}

/** Whether single keys do something, as this browser remembers it, and how to change that. */
export const useSingleKeys = (): readonly [boolean, (on: boolean) => void] => {
  const on = useSyncExternalStore(subscribe, read, () => true)
  const set = useCallback((next: boolean) => {
    off = !next
    try {
      if (next) window.localStorage.removeItem(name)
      else window.localStorage.setItem(name, 'off')
    } catch {
      // Kept in `off`.
    }
    for (const listener of listeners) listener()
  }, [])
  return [on, set]
}
