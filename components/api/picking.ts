import type { Mark } from '@/lib/annotation/annotation'
import type { BulkResult, BulkStep } from '@/lib/annotation/bulk'
import { resultWords, undoneWords } from '@/lib/annotation/bulk-words'
import type { Core } from './core'
import { isTemporary } from './provisional'
import { reasonOf } from './refusing'
import type { Sending } from './sending'
import type { TranscriptActions, TranscriptView } from './store'
import type { Undoing } from './undoing'

/** What is picked and can be seen, in document order: what the filter hides is not acted on. */
export const pickedOf = ({ picked, shown }: Pick<TranscriptView, 'picked' | 'shown'>): readonly string[] =>
  picked.size === 0 ? [] : shown.filter((id) => picked.has(id) && !isTemporary(id))

/** A mark after a step, or null where it is gone. */
const stepped = (mark: Mark, step: BulkStep): Mark | null => {
  const { tags = [], ...rest } = mark
  const tagged = (next: readonly string[]): Mark => (next.length === 0 ? rest : { ...rest, tags: next })
  switch (step.verb) {
    case 'resolve':
      return { ...mark, state: 'resolved' }
    case 'reopen':
      return { ...mark, state: 'open' }
    case 'dismiss':
      return { ...mark, state: 'dismissed' }
    case 'tag':
      return tagged([...tags, step.tag])
    case 'untag':
      return tagged(tags.filter((tag) => tag !== step.tag))
    case 'retag':
      return tagged([...new Set(tags.map((tag) => (tag === step.tag ? step.to : tag)))])
    case 'delete':
      return null
  }
}

type Picking = Pick<TranscriptActions, 'pick' | 'pickTo' | 'pickAll' | 'pickNone' | 'changePicked'>

/** Choosing many cards, and doing the same to all of them in one request that one undo takes back. */
export const picking = (core: Core, { list, unlist, count }: Sending, { offer, forget, tell }: Undoing): Picking => {
  const { api, ledger, request, publish, newName } = core
  const state = () => api.getState()
  const pathOf = () => `/transcripts/${state().transcript.id}/annotations/bulk`

  /** Shows what the desk has answered: marks at once, cards once they are read again. */
  const show = (ids: readonly string[], changed: (id: string) => Mark | null) => {
    ledger.amend(ids, changed)
    const { chosen } = state()
    publish(ids, chosen !== null && !ledger.mark(chosen) ? { chosen: null } : {})
    void state().readAgain(ids)
  }

  const attempt = async (name: string, what: string, run: () => Promise<void>): Promise<boolean> => {
    // Each has its own line: a second that is refused does not take the place of the first.
    const key = `bulk:${name}`
    unlist(key)
    count(1)
    try {
      await run()
      return true
    } catch (error) {
      const retry = async () => void (await attempt(name, what, run))
      const giveUp = () => unlist(key)
      // Looked at before it is tried again: what others did meanwhile may have changed what is wanted.
      const refused = { name, key, id: null, what, why: reasonOf(error), stands: 'refused', met: true } as const
      list({ ...refused, retry, giveUp, show: () => {} })
      return false
    } finally {
      count(-1)
    }
  }

  /** Sends a step; tried again after an answer was lost, it is the same request and is done once. */
  const change = (step: BulkStep, ids: readonly string[]): Promise<boolean> => {
    const name = newName()
    const what = `A change to ${ids.length.toLocaleString('en')} annotations`
    let isUndone = false
    let back: (() => Promise<boolean>) | null = null
    const sent = attempt(name, what, async () => {
      const result = await request<BulkResult>('POST', pathOf(), { body: { ...step, ids }, name })
      const kept = new Set(Object.values(result.left).flat())
      const done = ids.filter((id) => !kept.has(id))
      const before = new Map(done.flatMap((id) => state().marks.get(id) ?? []).map((mark) => [mark.id, mark]))
      show(done, (id) => {
        const mark = before.get(id)
        return mark ? stepped(mark, step) : null
      })
      // What was picked while it was on its way stays so.
      const sent = new Set(ids)
      api.setState(({ picked }) => ({ picked: new Set([...picked].filter((id) => !sent.has(id))), pickedLast: null }))
      const number = result.change
      back = number === null ? null : () => takeBack(step, number, before)
      if (isUndone) return
      if (back) return offer(resultWords(step, result), back, name)
      // With nothing to take back it is only told.
      forget(name)
      tell(resultWords(step, result))
    })
    // Taken back at once, it is taken back as soon as it is done.
    const takeBackSoon = async () => {
      isUndone = true
      await sent
      await back?.()
    }
    offer(`${what}.`, takeBackSoon, name)
    void sent.then((isSaved) => isSaved || forget(name))
    return sent
  }

  const takeBack = (step: BulkStep, number: number, before: ReadonlyMap<string, Mark>): Promise<boolean> => {
    const name = newName()
    return attempt(name, 'Undoing a change to many annotations', async () => {
      const body = { change: number }
      const result = await request<BulkResult>('POST', `${pathOf()}/undo`, { body, name })
      const kept = new Set(Object.values(result.left).flat())
      const back = [...before.keys()].filter((id) => !kept.has(id))
      show(back, (id) => before.get(id) ?? null)
      // Where something was left it is told in the bar.
      if (kept.size > 0) tell(undoneWords(step, result))
    })
  }

  return {
    pick: (ids, on) => {
      const picked = new Set(state().picked)
      for (const id of ids) {
        if (on) picked.add(id)
        else picked.delete(id)
      }
      api.setState({ picked, pickedLast: ids.at(-1) ?? null })
    },
    pickTo: (id) => {
      const { shown, pickedLast, chosen } = state()
      const from = shown.indexOf(pickedLast ?? chosen ?? id)
      const to = shown.indexOf(id)
      const [first, last] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)]
      state().pick([...shown.slice(first, last + 1).filter((one) => one !== id), id], true)
    },
    pickAll: async () => {
      if (!state().complete) await state().loadMarks()
      api.setState(({ shown }) => ({ picked: new Set(shown), pickedLast: null }))
    },
    pickNone: () => api.setState({ picked: new Set(), pickedLast: null }),
    changePicked: (step) => {
      const ids = pickedOf(state())
      return ids.length === 0 ? Promise.resolve(true) : change(step, ids)
    },
  }
}
