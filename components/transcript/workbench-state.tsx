'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Range } from '@/lib/text/range'
import type { PlacedMark, Reading, Selected } from './reading'

/** What can stand over the page, one at a time; `search` is the panel at the words of its filter. */
export type Overlay = 'panel' | 'search' | 'keys' | 'commands' | 'filter' | 'details' | 'version' | 'unsent'

/** What the workbench knows of its own window: nothing of it is stored, nothing of it is the transcript's. */
export type WorkbenchState = {
  readonly reading: Reading | null
  readonly selected: Selected | null
  /** What is selected by keyboard, until something else is. */
  readonly caret: Range | null
  /** What was selected when a paragraph was opened to be rewritten; null where nothing was. */
  readonly rewriting: Range | null
  /** The marks on or near the screen, and the height of the text. */
  readonly placed: readonly PlacedMark[]
  readonly height: number
  /** The marks on the screen that have no card because there are too many, those after the cards first. */
  readonly beyond: readonly string[]
  readonly overlay: Overlay | null
  /** The heading under which the top of the window stands, by its UTF-16 offset. */
  readonly section: number | null
  /** Whether the words of the filter mean nothing: what is shown is then not what they say. */
  readonly wrongWords: boolean
  /** The step of the review that was picked by its name, until its button takes it. */
  readonly wantedStep: string | null
  /** The last thing said aloud; `turn` makes the same words heard again. */
  readonly said: { readonly words: string; readonly turn: number }
}

const empty: WorkbenchState = {
  reading: null,
  selected: null,
  caret: null,
  rewriting: null,
  placed: [],
  height: 0,
  beyond: [],
  overlay: null,
  section: null,
  wrongWords: false,
  wantedStep: null,
  said: { words: '', turn: 0 },
}

export type Bench = StoreApi<WorkbenchState>

const Context = createContext<Bench | null>(null)

/** Gives the parts of the workbench the state of its window. */
export const BenchProvider = ({ children }: { readonly children: ReactNode }) => {
  const [bench] = useState(() => createStore<WorkbenchState>(() => empty))
  return <Context value={bench}>{children}</Context>
}

/** The state of the window itself, for handlers. */
export const useBenchStore = (): Bench => {
  const bench = useContext(Context)
  if (bench === null) throw new RangeError('The state of the workbench is only there inside it.')
  return bench
}

/** A part of that state; the component renders again when it changes. */
export const useBench = <T,>(select: (state: WorkbenchState) => T): T => useStore(useBenchStore(), select)

/** Says something to those who listen to the page. */
export const announce = (bench: Bench, words: string) =>
  bench.setState(({ said }) => ({ said: { words, turn: said.turn + 1 } }))

/** Opens what stands over the page, or closes it with null. */
export const show = (bench: Bench, overlay: Overlay | null) => bench.setState({ overlay })
