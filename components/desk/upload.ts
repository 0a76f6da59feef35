import { ApiProblem } from '@/components/api/client'
import type { Transcript } from '@/lib/transcript/transcript'

type Options = {
  /** Called with the share of the file that has gone out, 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

// fetch cannot say how far an upload is; this older way can.
const away = 'The desk cannot be reached, so nothing of this was imported. Check the connection and try again.'

const answerOf = (text: string) => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Posts a form to /api/v1 with progress. Gives the new transcript, or throws an ApiProblem; an abort throws the signal's reason. */
export const upload = (path: string, form: FormData, { onProgress, signal }: Options): Promise<Transcript> =>
  new Promise((resolve, reject) => {
    const sender = new XMLHttpRequest()
    sender.open('POST', `/api/v1${path}`)
    sender.setRequestHeader('Accept', 'application/json')
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
