import { ApiProblem } from '@/components/api/client'
import type { ImportedTranscript, Job } from '@/lib/transcript/job'

type Options = {
  /** Called with the share of the file that has gone out, 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
  /** The name of this request, sent as Idempotency-Key: what is sent again under it is imported once. */
  readonly name: string
}

/** What an import answers: the transcript, or the job that will make it of a long file. */
export type Answered = ImportedTranscript | Job

/** Whether the desk goes on with it after its answer. */
export const isJob = (answered: object): answered is Job => 'progress' in answered

// fetch cannot say how far an upload is; this older way can.
const away = 'The desk cannot be reached. Check the connection and try again; nothing is stored twice.'

const answerOf = (text: string) => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Posts a form to /api/v1 with progress. Gives what was made of it, or throws an ApiProblem; an abort throws the signal's reason. */
export const upload = <T>(path: string, form: FormData, { onProgress, signal, name }: Options): Promise<T> =>
  new Promise((resolve, reject) => {
    const sender = new XMLHttpRequest()
    sender.open('POST', `/api/v1${path}`)
    sender.setRequestHeader('Accept', 'application/json')
    sender.setRequestHeader('Idempotency-Key', name)
    sender.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total)
    sender.upload.onload = () => onProgress(1)
    sender.onerror = () => reject(new ApiProblem(0, 'No connection', away))
    sender.onabort = () => reject(signal.reason)
    sender.onload = () => {
      const answer = answerOf(sender.responseText)
      if (sender.status < 300 && answer !== null) return resolve(answer)
      const unread = `The desk gave an answer that could not be read (${sender.status}). Try again.`
      reject(new ApiProblem(sender.status, answer?.title ?? 'No answer', answer?.detail ?? unread, answer?.errors))
    }
    signal.addEventListener('abort', () => sender.abort(), { once: true })
    if (signal.aborted) reject(signal.reason)
    else sender.send(form)
  })
