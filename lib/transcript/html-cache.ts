import { LRUCache } from 'lru-cache'
import { transcriptHtml } from './html'
import { shelf } from './html-shelf'
import { withFirstMarks } from './marked-html'
import type { Turn } from './transcript'

export { htmlKey } from './html-shelf'

/** Bytes: about eight of the longest transcripts. */
const limit = 128 * 2 ** 20

const held = globalThis as typeof globalThis & {
  __verbatimHtmlCache?: LRUCache<string, string>
  __verbatimHtmlUnderWay?: Map<string, Promise<string>>
}
held.__verbatimHtmlCache ??= new LRUCache({ maxSize: limit, sizeCalculation: (html) => html.length * 2 + 1 })
held.__verbatimHtmlUnderWay ??= new Map()
const cache = held.__verbatimHtmlCache
const underWay = held.__verbatimHtmlUnderWay
shelf.__verbatimHtml ??= { get: (key) => cache.get(key), withFirstMarks }

/**
 * The HTML of a revision, made from what `read` gives when it is not kept yet, and once for all who ask meanwhile. The
 * key is `htmlKey`. Revisions never change, so what is kept stays true; whoever asks has been let in before.
 */
export const keepHtml = async (
  key: string,
  read: () => Promise<{ readonly text: string; readonly turns: readonly Turn[] }>,
): Promise<string> => {
  const kept = cache.get(key) ?? underWay.get(key)
  if (kept !== undefined) return kept
  const made = read()
    .then((revision) => {
      const html = transcriptHtml(revision)
      cache.set(key, html)
      return html
    })
    .finally(() => underWay.delete(key))
  underWay.set(key, made)
  return made
}
