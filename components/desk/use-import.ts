'use client'
import { useRef, useState } from 'react'
import { ApiProblem } from '@/components/api/client'
import { sentenceOf } from '@/components/ui/notice'
import { type Item, itemsOf } from './import-queue'
import { upload } from './upload'

/**
 * The files that go into a desk, one after another. A file that fails keeps its place with the reason; the others go
 * on. `onStored` hears of each one stored.
 */
export const useImport = (desk: string, onStored: () => void) => {
  const [items, setItems] = useState<readonly Item[]>([])
  const [busy, setBusy] = useState(false)
  const ids = useRef(0)
  const stopper = useRef<AbortController | null>(null)
  const change = (id: number, changed: Partial<Item>) =>
    setItems((before) => before.map((item) => (item.id === id ? { ...item, ...changed } : item)))

  // In progress counts as due: the fields beside the files stay until all are through.
  const due = items.filter(({ state, final }) => state !== 'done' && !final)

  const add = (files: readonly File[]) => {
    const added = itemsOf(files, ids.current)
    ids.current += files.length
    setItems((before) => [...before, ...added])
  }
  const remove = (id: number) => setItems((before) => before.filter((item) => item.id !== id))

  const sendOne = async ({ id, file }: Item, fields: Readonly<Record<string, string>>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) if (value !== '') form.set(name, value)
    form.set('file', file)
    const abort = new AbortController()
    stopper.current = abort
    change(id, { state: 'sending', sent: 0, problem: undefined })
    const onProgress = (sent: number) => change(id, { sent, state: sent === 1 ? 'reading' : 'sending' })
    try {
      const { id: made, title } = await upload(`/desks/${desk}/transcripts`, form, { onProgress, signal: abort.signal })
      change(id, { state: 'done', transcript: { id: made, title } })
      onStored()
      return { id: made, errors: [] }
    } catch (error) {
      const stopped = abort.signal.aborted
      const errors = error instanceof ApiProblem ? error.errors : []
      // A refused file stays refused; what is typed beside it, or the connection, can be put right.
      const final = error instanceof ApiProblem && [413, 415, 422].includes(error.status) && errors.length === 0
      change(id, {
        state: 'failed',
        problem: stopped ? 'Stopped. Nothing of it was imported.' : sentenceOf(error),
        final,
      })
      return { id: null, errors }
    }
  }

  /** Sends everything that waits, and what failed for a passing reason. Gives the ids stored and what was wrong with the fields. */
  const start = async (fields: Readonly<Record<string, string>>) => {
    setBusy(true)
    const results: Awaited<ReturnType<typeof sendOne>>[] = []
    for (const item of due) results.push(await sendOne(item, due.length === 1 ? fields : { ...fields, title: '' }))
    setBusy(false)
    return {
      stored: results.flatMap(({ id }) => (id === null ? [] : [id])),
      errors: results.flatMap(({ errors }) => errors),
    }
  }
  const stop = () => stopper.current?.abort()
  /** Takes away what needs nothing more: what is stored, and what cannot be. */
  const clear = () => setItems((before) => before.filter(({ state, final }) => state !== 'done' && !final))
  return { items, due, busy, add, remove, start, stop, clear } as const
}
