import { htmlVersion } from '@/lib/transcript/html'
import { htmlKey, keepHtml } from '@/lib/transcript/html-cache'
import type { Turn } from '@/lib/transcript/transcript'

type Revision = {
  readonly transcriptId: string
  readonly number: number
  readonly hash: string
  readonly text: string
  readonly turns: readonly Turn[]
}

/** The HTML of a revision; 304 where the browser has it already. */
export const textResponse = async (revision: Revision, request: Request): Promise<Response> => {
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ETag: `W/"${revision.hash}-${htmlVersion}"`,
  })
  if (request.headers.get('if-none-match') === headers.get('etag')) return new Response(null, { status: 304, headers })
  const html = await keepHtml(htmlKey(revision.transcriptId, revision.number), async () => revision)
  return new Response(html, { headers })
}
