import { ApiProblem } from '@/components/api/client'

/** The HTML of a revision's text, from the same writer that the page is rendered with. Throws an ApiProblem. */
export const loadText = async (transcriptId: string, revision: number, signal: AbortSignal): Promise<string> => {
  const path = `/api/v1/transcripts/${transcriptId}/text?revision=${revision}`
  const response = await fetch(path, { headers: { Accept: 'text/html' }, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new ApiProblem(0, 'No connection', 'The desk cannot be reached. Check the connection and try again.')
  })
  if (response.ok) {
    const html = await response.text()
    // A proxy's own page, or bytes that nobody unpacked, must never stand where people check words.
    if (html.startsWith('<div class=k ')) return html
    throw new ApiProblem(response.status, 'Not the text', 'What came back is not the text of this transcript.')
  }
  const problem = await response.json().catch(() => null)
  throw new ApiProblem(response.status, problem?.title ?? 'No answer', problem?.detail ?? 'The desk gave no answer.')
}
