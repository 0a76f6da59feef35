'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, request } from '@/components/api/client'
import { newName } from '@/components/api/new-name'
import { notify, notifyProblem, notifyUndo, sentenceOf } from '@/components/ui/notice'
import { kinds } from '@/lib/annotation/kinds'
import type { Repair, RepairPlace, Repairs } from '@/lib/transcript/repair'
import {
  beginQueue,
  type Decided,
  type Decision,
  decide,
  goOn,
  goTo,
  putBack,
  type Queue,
  renewed,
  wantsMore,
  withMore,
} from './queue'

const named = ({ annotation }: Repair) => kinds[annotation.kind].label

const done: Readonly<Record<Decision, string>> = { attached: 'attached', archived: 'archived' }

/** The queue of a transcript, and what is done in it. A decision is shown once the desk has answered. */
export const useQueue = (transcriptId: string, first: Repairs) => {
  const [queue, setQueue] = useState<Queue>(() => beginQueue(first))
  const [revision, setRevision] = useState(first.revision)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const fetching = useRef(false)
  const now = useRef(queue)
  now.current = queue

  const read = useCallback(
    (query: string) => request<Repairs>('GET', `/transcripts/${transcriptId}/repairs${query}`),
    [transcriptId],
  )
  /** Asks the desk what waits now: somebody else was here, or the text was corrected. */
  const renew = useCallback(async () => {
    const page = await read('')
    setRevision(page.revision)
    setQueue((before) => renewed(before, page))
  }, [read])

  /** The one to begin with, which the address may name: looked for until somebody goes another way. */
  const sought = useRef<string | null>(null)
  useEffect(() => {
    sought.current = /^#([0-9a-f-]{36})$/.exec(window.location.hash)?.[1] ?? null
  }, [])

  useEffect(() => {
    const id = sought.current
    if (id !== null && queue.items.some(({ annotation }) => annotation.id === id)) {
      sought.current = null
      return setQueue((before) => goTo(before, id))
    }
    if (id !== null && queue.next === null) {
      sought.current = null
      notify('That annotation does not wait to be repaired any more.')
    }
    const seeks = sought.current !== null
    if (!(seeks || wantsMore(queue)) || fetching.current) return
    fetching.current = true
    read(`?cursor=${encodeURIComponent(queue.next ?? '')}${seeks ? '&limit=50' : ''}`)
      .then((page) => setQueue((before) => withMore(before, page)))
      // What is here stays, and going on asks again.
      .catch(notifyProblem)
      .finally(() => {
        fetching.current = false
      })
  }, [queue, read])

  /** One request at a time; what it meets is told on the card, and the queue is read again where others were here. */
  const send = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(sentenceOf(error))
      if (error instanceof ApiProblem && [404, 409, 410].includes(error.status)) await renew().catch(notifyProblem)
    } finally {
      setBusy(false)
    }
  }

  const takeBack = (one: Decided) =>
    send(async () => {
      const { id } = one.repair.annotation
      const name = newName()
      if (one.decision === 'attached') await request('POST', `/annotations/${id}/detach`, { body: {}, name })
      else await request('POST', `/annotations/${id}/archive`, { body: { archived: false }, name })
      setQueue((before) => putBack(before, id))
    })

  const settle = (repair: Repair, decision: Decision, path: string, body: object) =>
    send(async () => {
      sought.current = null
      const { id } = repair.annotation
      await request('POST', `/annotations/${id}/${path}`, { body, name: newName() })
      setQueue((before) => decide(before, id, decision))
      notifyUndo(`${named(repair)} ${done[decision]}.`, async () => {
        const one = now.current.decided.find((other) => other.repair.annotation.id === id)
        if (one) await takeBack(one)
        else notify('Somebody else has put it back into the queue already.')
      })
    })

  return {
    ...{ queue, busy, problem },
    attach: (repair: Repair, { start, end, words, cut }: RepairPlace) =>
      settle(repair, 'attached', 'attach', { revision, start, end, ...(!cut && { exact: words }) }),
    archive: (repair: Repair) => settle(repair, 'archived', 'archive', {}),
    go: (by: 1 | -1) => {
      sought.current = null
      setProblem(null)
      setQueue((before) => goOn(before, by))
    },
    // What was left may have been decided by somebody else, or more may have come.
    again: () => {
      setProblem(null)
      setQueue((before) => ({ ...before, at: 0 }))
      renew().catch(notifyProblem)
    },
    undo: () => {
      const last = queue.decided.at(-1)
      if (last) void takeBack(last)
      else notify('Nothing was decided here that could be taken back.')
    },
  } as const
}
