import type { Mark, Placed } from './annotation'
import { phrasesIn, printPhrases } from './filter-terms'
import { type AnnotationState, annotationStates, type Kind, kindNames, placements } from './kinds'

/** Which annotations are shown. An empty list lets everything of its sort through; different sorts are all to be met. */
export type Filter = {
  readonly kind: readonly Kind[]
  readonly state: readonly AnnotationState[]
  /** Author ids. */
  readonly author: readonly string[]
  readonly tag: readonly string[]
  readonly detector: readonly string[]
  readonly sort: readonly string[]
  /** How surely they stand on their words. */
  readonly placed: readonly Placed[]
  /** Tags that are not to be there. */
  readonly without: readonly string[]
  /** Phrases of what people wrote: notes, claims, reasons, evidence, replies. All are to be there. */
  readonly text: readonly string[]
  /** Phrases of the passage itself. All are to be there. */
  readonly quote: readonly string[]
  /** Phrases to be found anywhere: in what was written, in the passage, in a tag. */
  readonly q: readonly string[]
  /** Made, changed or replied to from here on, and before there: words that `momentOf` reads. */
  readonly since: string | null
  readonly until: string | null
}

/** Everything through, whatever its state. */
export const everything: Filter = {
  ...{ kind: [], state: [], author: [], tag: [], detector: [], sort: [], without: [], placed: [] },
  ...{ text: [], quote: [], q: [], since: null, until: null },
}

/** The filter a person begins with: what is still open. */
export const openOnly: Filter = { ...everything, state: ['open'] }

const passes = (allowed: readonly string[], value: string | undefined) =>
  allowed.length === 0 || (value !== undefined && allowed.includes(value))

/** Whether a mark passes the part of the filter that marks can answer; `asksDesk` says whether there is more to it. */
export const matches = (filter: Filter, mark: Mark): boolean =>
  passes(filter.kind, mark.kind) &&
  passes(filter.state, mark.state) &&
  passes(filter.author, mark.author) &&
  passes(filter.detector, mark.detector) &&
  passes(filter.sort, mark.sort) &&
  passes(filter.placed, mark.placed) &&
  (filter.tag.length === 0 || (mark.tags ?? []).some((tag) => filter.tag.includes(tag))) &&
  (filter.without.length === 0 || !(mark.tags ?? []).some((tag) => filter.without.includes(tag)))

/** The part of a filter that only the desk can answer: a mark holds no words and no times. */
export const wordsOfFilter = ({ text, quote, q, since, until }: Filter) => ({ text, quote, q, since, until })

/** Whether the desk has to be asked for what passes. */
export const asksDesk = (filter: Filter): boolean =>
  filter.text.length + filter.quote.length + filter.q.length > 0 || filter.since !== null || filter.until !== null

const lists = ['kind', 'author', 'tag', 'detector', 'sort', 'placed', 'without'] as const
const phrases = ['text', 'quote', 'q'] as const
const times = ['since', 'until'] as const

/** The filter as the query of an address: `kind=flag&state=open`. The filter one begins with is the empty query. */
export const toQuery = (filter: Filter): URLSearchParams => {
  const query = new URLSearchParams()
  for (const field of lists) if (filter[field].length > 0) query.set(field, filter[field].join(','))
  for (const field of phrases) if (filter[field].length > 0) query.set(field, printPhrases(filter[field]))
  for (const field of times) if (filter[field] !== null) query.set(field, filter[field])
  const state = filter.state.join(',')
  if (state !== 'open') query.set('state', state || 'any')
  return query
}

/** The filter that a query describes; words it does not know are left out. */
export const fromQuery = (query: URLSearchParams): Filter => {
  const list = (name: string) => (query.get(name) ?? '').split(',').filter((word) => word !== '')
  const known = <T extends string>(words: readonly T[], name: string) =>
    list(name).filter((word): word is T => (words as readonly string[]).includes(word))
  return {
    kind: known(kindNames, 'kind'),
    state: query.has('state') ? known(annotationStates, 'state') : openOnly.state,
    ...{ author: list('author'), tag: list('tag'), detector: list('detector'), sort: list('sort') },
    without: list('without'),
    placed: known(placements, 'placed'),
    text: phrasesIn(query.get('text') ?? ''),
    quote: phrasesIn(query.get('quote') ?? ''),
    q: phrasesIn(query.get('q') ?? ''),
    since: query.get('since') || null,
    until: query.get('until') || null,
  }
}
