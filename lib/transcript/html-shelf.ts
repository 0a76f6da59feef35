/** Where the HTML of a revision is kept: what may be seen is the same for everyone who may see the transcript. */
export const htmlKey = (transcriptId: string, revision: number): string => `${transcriptId}:${revision}`

type Shelf = { readonly get: (key: string) => string | undefined }

/** One name for the process: server code is bundled more than once, and each copy would have a shelf of its own. */
export const shelf = globalThis as typeof globalThis & { __verbatimHtml?: Shelf }

/**
 * The HTML that `keepHtml` laid by under this key, while rendering on the server; '' when there is none. Stands apart
 * from the cache itself, so that a component can take from it and the cache stays out of the browser.
 */
export const takeHtml = (key: string): string => shelf.__verbatimHtml?.get(key) ?? ''
