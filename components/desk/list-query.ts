import { type TranscriptState, transcriptStates } from '@/lib/transcript/transcript'

/** How the desk's list can be ordered, with what each order is called. */
export const sorts = { updated: 'Latest change first', title: 'Title, A to Z', created: 'Latest import first' } as const
export type Sort = keyof typeof sorts

/** What the desk's list shows: everything of it stands in the address. */
export type ListQuery = { readonly q: string; readonly sort: Sort; readonly state: TranscriptState | null }

const isSort = (word: string): word is Sort => Object.hasOwn(sorts, word)
const isState = (word: string): word is TranscriptState => (transcriptStates as readonly string[]).includes(word)

/** The query that an address asks for; what it does not know is left at its beginning. */
export const fromSearch = (search: Readonly<Record<string, unknown>>): ListQuery => {
  const word = (name: string) => (typeof search[name] === 'string' ? search[name] : '')
  return {
    q: word('q').slice(0, 200),
    sort: isSort(word('sort')) ? (word('sort') as Sort) : 'updated',
    state: isState(word('state')) ? (word('state') as TranscriptState) : null,
  }
}

/** The query as the end of an address: empty, or beginning with "?". */
export const toSearch = ({ q, sort, state }: ListQuery): string => {
  const search = new URLSearchParams()
  if (q.trim() !== '') search.set('q', q)
  if (state !== null) search.set('state', state)
  if (sort !== 'updated') search.set('sort', sort)
  return search.size === 0 ? '' : `?${search}`
}
