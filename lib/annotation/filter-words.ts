import type { Filter } from './filter'
import { everything } from './filter'
import { printValue, type Term, termsIn } from './filter-terms'
import { annotationStates, flagSortNames, flagSorts, type Kind, kindNames, kinds, placements } from './kinds'
import { momentOf } from './moment'

/** Who and what can be named: authors by id (detectors too, by their own name), and who `me` is. */
export type Known = {
  readonly people: Readonly<Record<string, string>>
  readonly me?: string
  /** The tags of the codebook and of the annotations here; without them any tag passes. */
  readonly tags?: ReadonlySet<string>
  readonly now: Date
}

/** What was made of typed words: the filter they name, and a sentence for each that names nothing. */
export type Parsed = { readonly filter: Filter; readonly mistakes: readonly string[] }

/** The names a term can have, in the order in which they are printed and offered, with what each asks for. */
export const termNames = {
  user: 'who made it',
  tag: 'a tag it carries',
  kind: 'highlight, note, check, flag or correction',
  state: 'open, resolved, accepted, dismissed, archived or any',
  sort: 'which inconsistency a flag points at',
  detector: 'the rule that raised a flag',
  placed: 'lost or doubtful, where words were corrected away; exact or moved',
  text: 'words in notes, claims, evidence and replies',
  quote: 'words of the passage',
  since: 'made or changed since 2d, yesterday or 2026-11-01',
  until: 'made or changed before then',
} as const
export type TermName = keyof typeof termNames
const others: Readonly<Record<string, TermName>> = { author: 'user', by: 'user', before: 'until', after: 'since' }

type Lists = 'kind' | 'state' | 'author' | 'tag' | 'detector' | 'sort' | 'without' | 'placed' | 'text' | 'quote' | 'q'
type Found = { readonly [Field in Lists]?: readonly string[] } & { readonly since?: string; readonly until?: string }
/** What a term adds to the filter, or the sentence that says why it adds nothing. */
type Read = Found | string

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const folded = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whom a name means: the whole name, else those with a part that begins so. */
const peopleCalled = (name: string, { people, me }: Known): readonly string[] => {
  if (name.toLowerCase() === 'me' && me !== undefined) return [me]
  if (uuid.test(name)) return [name.toLowerCase()]
  if (Object.hasOwn(people, name)) return [name]
  const said = folded(name)
  const all = Object.entries(people).map(([id, whole]) => ({ id, whole: folded(whole) }))
  const exact = all.filter(({ whole }) => whole === said)
  const begun = all.filter(
    ({ whole }) => whole.startsWith(said) || whole.split(/\s+/).some((part) => part.startsWith(said)),
  )
  return (exact.length > 0 ? exact : begun).map(({ id }) => id)
}

const readUser = (name: string, known: Known): Read => {
  const found = peopleCalled(name, known)
  if (found.length === 1) return { author: found }
  if (found.length === 0) return `Nobody called “${name}” has annotated here.`
  const names = found.map((id) => known.people[id]).join(', ')
  return `“${name}” can be ${names}. Write more of the name.`
}

const kindCalled = (word: string): Kind | undefined => {
  const said = word.toLowerCase()
  return kindNames.find((kind) =>
    [kind, kinds[kind].label.toLowerCase(), kinds[kind].plural.toLowerCase()].includes(said),
  )
}

const listed = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const hasTag = (tag: string, { tags }: Known): boolean => tags === undefined || tags.has(tag)
const noTag = (tag: string) => `No annotation has the tag ${tag}.`

const readTerm = (name: TermName, value: string, known: Known): Read => {
  switch (name) {
    case 'user':
      return readUser(value, known)
    case 'tag':
      return hasTag(value, known) ? { tag: [value] } : noTag(value)
    case 'kind': {
      const kind = kindCalled(value)
      return kind ? { kind: [kind] } : `“${value}” is no kind. Use ${listed(kindNames)}.`
    }
    case 'state': {
      const said = value.toLowerCase()
      if (said === 'any') return { state: [] }
      if ((annotationStates as readonly string[]).includes(said)) return { state: [said] }
      return `“${value}” is no state. Use ${listed([...annotationStates, 'any'])}.`
    }
    case 'sort': {
      const said = value.toLowerCase()
      const sort = flagSortNames.find((one) => one === said || flagSorts[one].toLowerCase() === said)
      return sort ? { sort: [sort] } : `“${value}” is no sort of flag. Use ${listed(flagSortNames)}.`
    }
    case 'detector':
      return { detector: [value] }
    case 'placed': {
      const said = value.toLowerCase()
      const placed = placements.find((one) => one === said)
      return placed ? { placed: [placed] } : `“${value}” says nothing of a place. Use ${listed(placements)}.`
    }
    case 'text':
      return { text: [value] }
    case 'quote':
      return { quote: [value] }
    case 'since':
    case 'until':
      if (momentOf(value, name, known.now) === null) {
        return `“${value}” is no time. Write 2h, 3d, yesterday or a day such as 2026-11-01.`
      }
      return { [name]: value }
  }
}

/** The values of a term: several, parted by commas, where a comma cannot be part of one. */
const valuesOf = ({ value, quoted, name }: Term): readonly string[] =>
  quoted || name === 'text' || name === 'quote' ? [value] : value.split(',').filter((part) => part !== '')

const readOne = (term: Term, known: Known): readonly Read[] => {
  const { name, value, without } = term
  if (!term.closed) return ['A quotation mark is not closed.']
  if (name === null) return value.trim() === '' ? [] : [{ q: [value] }]
  const meant = Object.hasOwn(termNames, name) ? (name as TermName) : others[name]
  if (meant === undefined) {
    return [
      `There is no filter “${name}:”. Use ${listed(Object.keys(termNames))}, or put the words in quotation marks.`,
    ]
  }
  if (value.trim() === '') return [`Say after “${name}:”: ${termNames[meant]}.`]
  if (!without) return valuesOf(term).map((one) => readTerm(meant, one, known))
  if (meant === 'tag') return valuesOf(term).map((tag) => ({ without: [tag] }))
  return [`Only tags can be left out. Take the “-” away from “-${name}:”.`]
}

/** Reads a typed filter. What names nothing is told in a sentence and leaves the rest as it is. */
export const parseFilter = (typed: string, known: Known): Parsed => {
  let filter = everything
  const mistakes: string[] = []
  for (const term of termsIn(typed)) {
    for (const read of readOne(term, known)) {
      if (typeof read === 'string') {
        if (!mistakes.includes(read)) mistakes.push(read)
        continue
      }
      for (const [field, found] of Object.entries(read) as [keyof Filter, string | readonly string[]][]) {
        const before = filter[field]
        const next = Array.isArray(before) ? [...new Set([...before, ...(found as readonly string[])])] : found
        filter = { ...filter, [field]: next }
      }
    }
  }
  return { filter, mistakes }
}

/** How a person is named so that nobody else is meant. */
const nameOf = (id: string, known: Known): string => {
  const name = known.people[id]
  return name !== undefined && peopleCalled(name, known).length === 1 && peopleCalled(name, known)[0] === id ? name : id
}

/** A filter in the words that `parseFilter` reads back as the same. */
export const printFilter = (filter: Filter, known: Known): string => {
  const each = (name: string, values: readonly string[]) => values.map((value) => `${name}:${printValue(value)}`)
  const time = (name: string, value: string | null) => (value === null ? [] : each(name, [value]))
  return [
    ...each(
      'user',
      filter.author.map((id) => nameOf(id, known)),
    ),
    ...each('tag', filter.tag),
    ...each('-tag', filter.without),
    ...each('kind', filter.kind),
    ...each('state', filter.state),
    ...each('sort', filter.sort),
    ...each('detector', filter.detector),
    ...each('placed', filter.placed),
    ...each('text', filter.text),
    ...each('quote', filter.quote),
    ...time('since', filter.since),
    ...time('until', filter.until),
    ...filter.q.map(printValue),
  ].join(' ')
}
