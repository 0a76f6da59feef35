'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { useStore } from 'zustand'
import { request } from './client'
import type { Beginning, TranscriptActions, TranscriptStore, TranscriptView } from './store'
import { createTranscriptStore } from './transcript-store'
import { keepWords, type Words } from './words'

type Given = { readonly store: TranscriptStore; readonly words: Words }

const StoreContext = createContext<Given | null>(null)

const newName = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** The browser's storage, where there is one and it is not refused. */
const storageOf = (): Storage | undefined => {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

const open = (beginning: Beginning): Given => {
  // By person too: two who sign in on one computer do not find each other's words.
  const words = keepWords(`${beginning.actor.id}:${beginning.transcript.id}`, storageOf())
  return { store: createTranscriptStore(beginning, { request, now: Date.now, newName, later, words }), words }
}

/** Opens the live store of one transcript for what stands inside. `beginning` is read once, when it is first shown. */
export const TranscriptStoreProvider = ({
  beginning,
  children,
}: {
  readonly beginning: Beginning
  readonly children: ReactNode
}) => {
  const [given] = useState(() => open(beginning))
  return <StoreContext.Provider value={given}>{children}</StoreContext.Provider>
}

const useGiven = (): Given => {
  const given = useContext(StoreContext)
  if (given === null) throw new RangeError('There is no transcript here: wrap this in TranscriptStoreProvider.')
  return given
}

/** The store itself, for what watches it without drawing. */
export const useTranscriptStore = (): TranscriptStore => useGiven().store

/** What can be done. Stays the same: the component does not draw anew for it. */
export const useTranscriptActions = (): TranscriptActions => useGiven().store.getState()

/** The words that were typed and not saved. */
export const useWords = (): Words => useGiven().words

/** A part of what the store holds; draws anew when that part changes. Pick one value, or wrap the selector in useShallow. */
export const useTranscript = <T,>(select: (state: TranscriptView & TranscriptActions) => T): T =>
  useStore(useGiven().store, select)
