import { type Filter, openOnly, toQuery } from '@/lib/annotation/filter'
import { type AnnotationState, type Kind, kinds } from '@/lib/annotation/kinds'
import { sortLabel } from './words'

/** Everything through, whatever its state. */
export const everything: Filter = { ...openOnly, state: [] }

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

const or = new Intl.ListFormat('en', { type: 'disjunction' })

/** What is shown, as a phrase: "open names and flags by Mira Okafor". */
export const filterPhrase = (filter: Filter, people: Readonly<Record<string, string>>): string => {
  const state = filter.state.length === 0 ? '' : `${or.format(filter.state)} `
  const what =
    filter.sort.length > 0
      ? or.format(filter.sort.map((sort) => `${sortLabel(sort).toLowerCase()} flags`))
      : filter.kind.length > 0
        ? or.format(filter.kind.map((kind) => kinds[kind].plural.toLowerCase()))
        : 'annotations'
  const by = filter.author.length === 0 ? '' : ` by ${or.format(filter.author.map((id) => people[id] ?? 'someone'))}`
  const tag = filter.tag.length === 0 ? '' : ` tagged ${or.format(filter.tag)}`
  return `${state}${what}${by}${tag}`
}

/** What stands on the screen now, as a sentence for those who hear it. */
export const filterSentence = (
  filter: Filter,
  people: Readonly<Record<string, string>>,
  shown: number,
  all: number,
): string => {
  if (all === 0) return 'There are no annotations yet.'
  if (shown === all) return all === 1 ? 'The only annotation is shown.' : `All ${all} annotations shown.`
  return `${shown} of ${all} annotations shown: ${filterPhrase(filter, people)}.`
}
