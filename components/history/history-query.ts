/** What the history shows, as its address says: which revision against which, and whether in one text or side by side. */
export type HistoryQuery = { readonly from: number; readonly to: number; readonly view: 'one' | 'side' }

type Given = Readonly<Record<string, string | string[] | undefined>>

const numberIn = (given: string | string[] | undefined, head: number): number | null => {
  const number = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : 0
  return number >= 1 && number <= head ? number : null
}

/** What an address asks for: the newest change where it names no revision that there is. */
export const fromSearch = (given: Given, head: number): HistoryQuery => {
  const to = numberIn(given.to, head) ?? head
  return { from: numberIn(given.from, head) ?? Math.max(1, to - 1), to, view: given.view === 'side' ? 'side' : 'one' }
}

/** The address of a comparison in the history of a transcript. */
export const addressOf = (transcriptId: string, { from, to, view }: HistoryQuery): string =>
  `/transcripts/${transcriptId}/history?from=${from}&to=${to}${view === 'side' ? '&view=side' : ''}`

/** The address of a revision to be read as a whole. */
export const readingAddress = (transcriptId: string, revision: number): string =>
  `/transcripts/${transcriptId}/history/${revision}`
