import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { TranscriptStore, Undo } from '@/components/api/store'
import { undoLast } from './undo-last'
import type { Bench } from './workbench-state'

/** A transcript of which only what undo looks at is there, and a page that tells what was said on it. */
const scene = (done: readonly string[]) => {
  const taken: string[] = []
  const undoOf = (list: readonly Undo[]) => ({ done: list, undo: list[0] ?? null })
  const entry = (what: string): Undo => ({
    key: what,
    what,
    run: async () => {
      taken.push(what)
      store.setState(undoOf(store.getState().done.filter((one) => one.what !== what)))
    },
  })
  const store = createStore(() => ({ ...undoOf(done.map(entry)), shown: [] as string[] }))
  const bench = createStore(() => ({ said: { words: '', turn: 0 } }))
  return {
    taken,
    said: () => bench.getState().said.words,
    undo: () => undoLast(store as unknown as TranscriptStore, bench as unknown as Bench),
  }
}

describe('undo', () => {
  it('takes back the last thing, and says what the next step takes back', async () => {
    const { undo, taken, said } = scene(['Flag resolved.', 'Reply added.'])
    await undo()
    expect([taken, said()]).toEqual([['Flag resolved.'], 'Undone. Next to undo: Reply added.'])
    await undo()
    expect([taken, said()]).toEqual([['Flag resolved.', 'Reply added.'], 'Undone.'])
  })

  it('says so where there is nothing to take back', async () => {
    const { undo, taken, said } = scene([])
    await undo()
    expect([taken, said()]).toEqual([[], 'Nothing to undo.'])
  })
})
