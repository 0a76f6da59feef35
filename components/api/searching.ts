import { asksDesk, type Filter, toQuery, wordsOfFilter } from '@/lib/annotation/filter'
import { momentOf } from '@/lib/annotation/moment'
import { ApiProblem } from './client'
import type { Core } from './core'
import { refilter, sieveOf } from './marks-index'
import type { TranscriptActions } from './store'

/** The question to the desk: the words of the filter, its times as moments, so that days are those of this machine. */
const questionOf = (filter: Filter, now: Date): string => {
  const moment = (edge: 'since' | 'until') => {
    const words = filter[edge]
    return words === null ? null : (momentOf(words, edge, now)?.toISOString() ?? words)
  }
  const { text, quote, q } = filter
  const none: Filter = {
    ...wordsOfFilter(filter),
    kind: [],
    state: ['open'],
    author: [],
    tag: [],
    detector: [],
    sort: [],
    without: [],
    placed: [],
  }
  return toQuery({ ...none, text, quote, q, since: moment('since'), until: moment('until') }).toString()
}

const wordsAlike = (a: Filter, b: Filter) => JSON.stringify(wordsOfFilter(a)) === JSON.stringify(wordsOfFilter(b))

/** The filter of the store: marks answer at once, words are looked for on the desk, one question at a time. */
export const searching = (core: Core): Pick<TranscriptActions, 'setFilter' | 'search'> => {
  const { api, request, now } = core
  let asking: AbortController | null = null

  const reshow = (filter: Filter, found: ReadonlySet<string> | null) => {
    const { marks, order, shown } = api.getState()
    return { filter, found, shown: refilter({ marks, order, shown }, sieveOf(filter, found)).shown }
  }

  const search = async (): Promise<void> => {
    asking?.abort()
    asking = null
    const { filter, transcript } = api.getState()
    if (!asksDesk(filter)) return api.setState({ ...reshow(filter, null), searched: 'none' })
    const own = new AbortController()
    asking = own
    api.setState({ searched: 'asking' })
    try {
      const question = questionOf(filter, new Date(now()))
      const path = `/transcripts/${transcript.id}/annotations/ids?${question}`
      const { ids } = await request<{ ids: readonly string[] }>('GET', path, { signal: own.signal })
      if (asking === own) api.setState({ ...reshow(api.getState().filter, new Set(ids)), searched: 'done' })
    } catch (error) {
      if (asking !== own) return
      const why = error instanceof ApiProblem ? error.message : 'The words could not be looked for. Try again.'
      api.setState({ searched: { failed: why } })
    }
  }

  return {
    search,
    setFilter: (filter) => {
      const before = api.getState()
      const same = wordsAlike(before.filter, filter) && typeof before.searched !== 'object'
      api.setState(reshow(filter, asksDesk(filter) ? before.found : null))
      if (!same) void search()
    },
  }
}
