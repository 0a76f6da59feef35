import { printValue, type Term, termsIn } from './filter-terms'
import { type TermName, termNames } from './filter-words'

/** A value that can be asked for: how it reads, and how many it would show where that is known. */
export type Choice = {
  readonly value: string
  readonly label?: string
  readonly note?: string
  readonly count?: number
}

/** What can be asked for by each name; a name without choices takes free words. */
export type Choices = { readonly [Name in TermName]?: readonly Choice[] }

/** Something to complete the term under the caret with: `insert` takes the place of what stands from `start` to `end`. */
export type Offer = {
  readonly insert: string
  readonly label: string
  readonly note: string
  readonly count: number | null
  /** The tag that it names, for its colour. */
  readonly tag: string | null
}
export type Offers = { readonly start: number; readonly end: number; readonly offers: readonly Offer[] }

/** How many are offered at once. */
const most = 8

const folded = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** How well a value fits what was typed: its beginning, the beginning of one of its words, anywhere, or not (3). */
const fitOf = ({ value, label = value }: Choice, typed: string): number => {
  const said = folded(label)
  if (said.startsWith(typed)) return 0
  if (said.split(/\s+/).some((word) => word.startsWith(typed))) return 1
  return said.includes(typed) ? 2 : 3
}

const offerOf = (name: string, tag: boolean, { value, label = value, note = '', count }: Choice): Offer => ({
  insert: `${name}:${printValue(value)} `,
  label,
  note,
  count: count ?? null,
  tag: tag ? value : null,
})

const fitting = (
  name: TermName,
  choices: Choices,
  typed: string,
  prefix = '',
): readonly { fit: number; offer: Offer }[] =>
  (choices[name] ?? [])
    .map((choice) => ({ fit: fitOf(choice, typed), offer: offerOf(prefix + name, name === 'tag', choice) }))
    .filter(({ fit }) => fit < 3)

const best = (found: readonly { readonly fit: number; readonly offer: Offer }[]): readonly Offer[] =>
  [...found]
    .sort((a, b) => a.fit - b.fit || (b.offer.count ?? 0) - (a.offer.count ?? 0))
    .slice(0, most)
    .map(({ offer }) => offer)

/** The values that complete a term with a name, or nothing where its name takes free words. */
const valuesFor = ({ name, without, value }: Term, choices: Choices): readonly Offer[] => {
  const meant = Object.keys(termNames).find((one) => one === name) as TermName | undefined
  return meant === undefined ? [] : best(fitting(meant, choices, folded(value), without ? '-' : ''))
}

/** The names that begin so, and the values that hold what was typed, whatever their name. */
const namesFor = (value: string, choices: Choices): readonly Offer[] => {
  const typed = folded(value)
  const names = (Object.entries(termNames) as [TermName, string][])
    .filter(([name]) => name.startsWith(typed))
    .map(([name, note]) => ({ insert: `${name}:`, label: `${name}:`, note, count: null, tag: null }))
  if (typed === '') return names
  const values = (['user', 'tag', 'kind', 'state', 'sort'] as const).flatMap((name) =>
    fitting(name, choices, typed).map(({ fit, offer }) => ({ fit, offer: { ...offer, note: offer.note || name } })),
  )
  return [...names, ...best(values)].slice(0, most)
}

/** What could complete the term in which the caret stands. */
export const offersAt = (typed: string, caret: number, choices: Choices): Offers => {
  const term = termsIn(typed).find(({ start, end }) => start < caret && caret <= end)
  if (term === undefined) return { start: caret, end: caret, offers: namesFor('', choices) }
  const { start, end, name, value, quoted } = term
  if (name !== null) return { start, end, offers: valuesFor(term, choices) }
  return { start, end, offers: quoted ? [] : namesFor(value, choices) }
}
