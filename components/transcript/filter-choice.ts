import { type Filter, toQuery } from '@/lib/annotation/filter'
import type { AnnotationState, Kind } from '@/lib/annotation/kinds'

const toggled = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

/** Adds a kind to what is shown, or takes it out. Sorts are of flags only: another kind lets them go. */
export const toggleKind = (filter: Filter, kind: Kind): Filter => ({
  ...filter,
  kind: toggled(filter.kind, kind),
  sort: kind === 'flag' ? filter.sort : [],
})

/** Adds a sort of flag, or takes it out. Other kinds have no sort: they give way. */
export const toggleSort = (filter: Filter, sort: string): Filter => ({
  ...filter,
  kind: filter.kind.filter((kind) => kind === 'flag'),
  sort: toggled(filter.sort, sort),
})

export const toggleState = (filter: Filter, state: AnnotationState): Filter => ({
  ...filter,
  state: toggled(filter.state, state),
})

export const toggleAuthor = (filter: Filter, author: string): Filter => ({
  ...filter,
  author: toggled(filter.author, author),
})

export const toggleTag = (filter: Filter, tag: string): Filter => ({ ...filter, tag: toggled(filter.tag, tag) })

/** Whether only what is open is shown, as far as states go. */
export const showsOpen = (filter: Filter): boolean => filter.state.length === 1 && filter.state[0] === 'open'

/** Whether the filter is anything but the one a person begins with. */
export const narrowed = (filter: Filter): boolean => toQuery(filter).toString() !== ''
