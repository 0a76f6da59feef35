import type { Mark } from '@/lib/annotation/annotation'

/** Where the HTML of a revision is kept: what may be seen is the same for everyone who may see the transcript. */
export const htmlKey = (transcriptId: string, revision: number): string => `${transcriptId}:${revision}`

type Shelf = {
  readonly get: (key: string) => string | undefined
  readonly withFirstMarks: (html: string, marks: readonly Mark[]) => string
}

/** One name for the process: server code is bundled more than once, and each copy would have a shelf of its own. */
export const shelf = globalThis as typeof globalThis & { __verbatimHtml?: Shelf }

/**
 * The HTML that `keepHtml` laid by under this key, with these marks on its first screens, while rendering on the server; ''
 * when there is none. Stands apart from the cache itself, so that a component can take from it and the cache and the
 * writer of marks stay out of the browser.
 */
export const takeHtml = (key: string, marks: readonly Mark[]): string => {
  const kept = shelf.__verbatimHtml
  return kept?.withFirstMarks(kept.get(key) ?? '', marks) ?? ''
}
