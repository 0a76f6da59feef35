import type { Mark } from './annotation'
import { type AnnotationState, annotationStates, type Kind, kindNames } from './kinds'

/** Which annotations are shown. An empty list lets everything of its sort through; different sorts are all to be met. */
export type Filter = {
  readonly kind: readonly Kind[]
  readonly state: readonly AnnotationState[]
  /** Author ids. */
  readonly author: readonly string[]
  readonly tag: readonly string[]
  readonly detector: readonly string[]
  readonly sort: readonly string[]
}

/** The filter a person begins with: what is still open. */
export const openOnly: Filter = { kind: [], state: ['open'], author: [], tag: [], detector: [], sort: [] }

const passes = (allowed: readonly string[], value: string | undefined) =>
  allowed.length === 0 || (value !== undefined && allowed.includes(value))

/** Whether a mark passes the filter. */
export const matches = (filter: Filter, mark: Mark): boolean =>
  passes(filter.kind, mark.kind) &&
  passes(filter.state, mark.state) &&
  passes(filter.author, mark.author) &&
  passes(filter.detector, mark.detector) &&
  passes(filter.sort, mark.sort) &&
  (filter.tag.length === 0 || (mark.tags ?? []).some((tag) => filter.tag.includes(tag)))

const fields = ['kind', 'author', 'tag', 'detector', 'sort'] as const

/** The filter as the query of an address: `kind=flag&state=open`. The filter one begins with is the empty query. */
export const toQuery = (filter: Filter): URLSearchParams => {
  const query = new URLSearchParams()
  for (const field of fields) if (filter[field].length > 0) query.set(field, filter[field].join(','))
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
    author: list('author'),
    tag: list('tag'),
    detector: list('detector'),
    sort: list('sort'),
  }
}
