import { heldHtml, htmlKey, keepHtml, packedHtml } from '@/lib/transcript/html-cache'
import type { Turn } from '@/lib/transcript/transcript'

type Revision = {
  readonly transcriptId: string
  readonly number: number
  readonly hash: string
  readonly text: string
  readonly turns: readonly Turn[]
}

/** The HTML of a revision, packed as the browser likes it and kept packed; 304 where it has it already. */
export const textResponse = async (revision: Revision, request: Request): Promise<Response> => {
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    Vary: 'Accept-Encoding',
    ETag: `"${revision.hash}"`,
  })
  if (request.headers.get('if-none-match') === headers.get('etag')) return new Response(null, { status: 304, headers })
  const key = htmlKey(revision.transcriptId, revision.number)
  const html = heldHtml(key) ?? (await keepHtml(key, async () => revision))
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (encoding === null) return new Response(html, { headers })
  headers.set('Content-Encoding', encoding)
  return new Response((await packedHtml(key, html, encoding)) as Uint8Array<ArrayBuffer>, { headers })
}
