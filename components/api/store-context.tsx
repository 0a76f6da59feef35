'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type Keeping, openKeeping } from './keeping'
import type { Beginning, TranscriptActions, TranscriptStore, TranscriptView } from './store'
import type { Words } from './words'

const StoreContext = createContext<Keeping | null>(null)

/** Opens the live store of one transcript for what stands inside. `beginning` is read once, when it is first shown. */
export const TranscriptStoreProvider = ({
  beginning,
  children,
}: {
  readonly beginning: Beginning
  readonly children: ReactNode
}) => {
  const [given] = useState(() => openKeeping(beginning))
  useEffect(() => given.enter(), [given])
  return <StoreContext.Provider value={given}>{children}</StoreContext.Provider>
}

const useGiven = (): Keeping => {
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
