import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { transcriptHtml } from './html'
import { shelf } from './html-shelf'
import type { Turn } from './transcript'

export { htmlKey } from './html-shelf'

/** The encodings that the text is kept in, by the word of Accept-Encoding. */
export type Encoding = 'br' | 'gzip'

type Caches = { readonly html: LRUCache<string, string>; readonly packed: LRUCache<string, Uint8Array> }

/** Bytes: about eight of the longest transcripts, and forty of them packed. */
const limits = { html: 128 * 2 ** 20, packed: 64 * 2 ** 20 }

const held = globalThis as typeof globalThis & {
  __verbatimHtmlCaches?: Caches
  __verbatimHtmlUnderWay?: Map<string, Promise<unknown>>
}
held.__verbatimHtmlCaches ??= {
  html: new LRUCache({ maxSize: limits.html, sizeCalculation: (html) => html.length * 2 + 1 }),
  packed: new LRUCache({ maxSize: limits.packed, sizeCalculation: (bytes) => bytes.byteLength + 1 }),
}
held.__verbatimHtmlUnderWay ??= new Map()
const caches = held.__verbatimHtmlCaches
const underWay = held.__verbatimHtmlUnderWay
shelf.__verbatimHtml ??= caches.html

/** Does a thing once for all who ask while it is being done. */
const once = <T>(key: string, work: () => Promise<T>): Promise<T> => {
  const begun = underWay.get(key) as Promise<T> | undefined
  if (begun) return begun
  const promise = work().finally(() => underWay.delete(key))
  underWay.set(key, promise)
  return promise
}

/**
 * The HTML of a revision, made from what `read` gives when it is not kept yet. The key is `htmlKey`. Revisions never
 * change, so what is kept stays true; whoever asks has been let in before.
 */
export const keepHtml = async (
  key: string,
  read: () => Promise<{ readonly text: string; readonly turns: readonly Turn[] }>,
): Promise<string> =>
  caches.html.get(key) ??
  once(`html ${key}`, async () => {
    const html = transcriptHtml(await read())
    caches.html.set(key, html)
    return html
  })

/** What is kept under the key, if anything. */
export const heldHtml = (key: string): string | undefined => caches.html.get(key)

/** Packs HTML, off the main thread, and keeps the bytes beside it. Quality as a page can wait for it: 6 MB take 0.1 s. */
export const packedHtml = async (key: string, html: string, encoding: Encoding): Promise<Uint8Array> =>
  caches.packed.get(`${key} ${encoding}`) ??
  once(`${encoding} ${key}`, async () => {
    const bytes =
      encoding === 'br'
        ? await promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
        : await promisify(gzip)(html, { level: 6 })
    caches.packed.set(`${key} ${encoding}`, bytes)
    return bytes
  })
