import { ApiProblem, request } from '@/components/api/client'
import { newName } from '@/components/api/new-name'
import { standingOfJob } from '@/components/desk/import-queue'
import { isJob, upload } from '@/components/desk/upload'
import { hasEnded, type Job, type MadeVersion } from '@/lib/transcript/job'

/** A newer version as it was given: a file, or text that was pasted. */
export type NewerText = File | string

/** How it is sent: only to be told what would come of it, or to be made the next revision. */
export type Sent = {
  readonly transcriptId: string
  /** The newest revision that was seen. */
  readonly revision: number
  readonly preview: boolean
  /** Though hardly any words are the same. */
  readonly sure: boolean
  readonly reason: string
}

/** How far it is, in words, with the share that is done; `stays` once the desk goes on with it by itself. */
export type Progress = { readonly words: string; readonly share: number; readonly stays?: boolean }

type Watch = { readonly tell: (progress: Progress) => void; readonly signal: AbortSignal; readonly name?: string }

/** How often the desk is asked how far it is, in milliseconds. */
const lookEvery = 700

const wait = (time: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, time)
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

const cancelled = (why: unknown) => (why instanceof Error ? why : new Error('cancelled'))

/** What came of a job that has ended. */
const resultOf = ({ state, result, problem }: Job): MadeVersion => {
  if (state === 'done' && result?.version) return { ...result, version: result.version }
  if (state === 'cancelled') throw new ApiProblem(409, 'Cancelled', 'This was cancelled elsewhere. Nothing was stored.')
  throw new ApiProblem(problem?.status ?? 500, problem?.title ?? '', problem?.detail ?? 'It could not be read.')
}

/** Waits for a job. An abort cancels it, unless it has made its revision by then. */
const follow = async ({ id }: Job, { tell, signal }: Watch): Promise<MadeVersion> => {
  for (;;) {
    await wait(lookEvery, signal)
    if (signal.aborted) {
      const left = await request<Job>('DELETE', `/jobs/${id}`)
      if (left.state === 'done') return resultOf(left)
      throw cancelled(signal.reason)
    }
    // What cannot be asked now is asked again.
    const job = await request<Job>('GET', `/jobs/${id}`).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status > 0 && error.status < 500) throw error
      return null
    })
    if (job === null) continue
    if (!hasEnded(job)) {
      const { words, share = 0 } = standingOfJob(job)
      tell({ words, share, stays: true })
      continue
    }
    // It is told here: it needs no line on the desk's page. It has one where this does not arrive.
    void request('DELETE', `/jobs/${id}`).catch(() => undefined)
    return resultOf(job)
  }
}

/** Sends a newer version, and waits for what comes of it however long that takes. Throws ApiProblem, or on an abort its reason. */
export const sendVersion = async (newer: NewerText, sent: Sent, watch: Watch): Promise<MadeVersion> => {
  const { transcriptId, revision, preview, sure, reason } = sent
  const form = new FormData()
  form.set('revision', `${revision}`)
  form.set('preview', `${preview}`)
  form.set('sure', `${sure}`)
  form.set('reason', reason)
  if (typeof newer === 'string') form.set('text', newer)
  else form.set('file', newer)
  const onProgress = (share: number) =>
    watch.tell({ words: share < 1 ? 'Sending' : preview ? 'Reading and comparing' : 'Reading and storing', share })
  const { signal, name = newName() } = watch
  const answer = await upload<MadeVersion | Job>(`/transcripts/${transcriptId}/versions`, form, {
    ...{ onProgress, signal, name },
  })
  return isJob(answer) ? follow(answer, watch) : answer
}
