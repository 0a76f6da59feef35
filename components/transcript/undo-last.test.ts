import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { TranscriptStore, Undo } from '@/components/api/store'
import { undoLast } from './undo-last'
import type { Bench } from './workbench-state'

/** A transcript of which only what undo looks at is there, and a page that tells what was said on it. */
const scene = (done: readonly string[], saving = 0) => {
  const taken: string[] = []
  const undoOf = (list: readonly Undo[]) => ({ done: list, undo: list[0] ?? null })
  const entry = (what: string): Undo => ({
    key: what,
    what,
    back: false,
    run: async () => {
      taken.push(what)
      store.setState(undoOf(store.getState().done.filter((one) => one.what !== what)))
    },
  })
  const store = createStore(() => ({ ...undoOf(done.map(entry)), saving, shown: [] as string[] }))
  const bench = createStore(() => ({ said: { words: '', turn: 0 } }))
  return {
    taken,
    said: () => bench.getState().said.words,
    /** The desk has answered the write that was on its way. */
    arrive: (what: string) => store.setState({ saving: 0, ...undoOf([entry(what), ...store.getState().done]) }),
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

  it('waits for what is on its way to the desk, and takes that back instead of what came before', async () => {
    const { undo, arrive, taken } = scene(['Reply added.'], 1)
    const undone = undo()
    expect(taken).toEqual([])
    arrive('Source check deleted.')
    await undone
    expect(taken).toEqual(['Source check deleted.'])
  })

  it('does nothing where there is nothing to take back', async () => {
    const { undo, taken, said } = scene([])
    await undo()
    expect([taken, said()]).toEqual([[], ''])
  })
})
