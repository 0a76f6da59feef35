/**
 * The five kinds of annotation: the one place that names them. `mark` is how the kind looks in the text, so that
 * colour never stands alone; `key` makes one from a selection; `needs` says which part of an annotation it carries.
 */
export const kinds = {
  highlight: { label: 'Highlight', plural: 'Highlights', mark: 'tint', key: 'h', needs: null },
  note: { label: 'Note', plural: 'Notes', mark: 'underline', key: 'n', needs: 'body' },
  check: { label: 'Source check', plural: 'Checks', mark: 'underline', key: 'c', needs: 'check' },
  flag: { label: 'Flag', plural: 'Flags', mark: 'wave', key: 'f', needs: 'flag' },
  correction: { label: 'Correction', plural: 'Corrections', mark: 'strike', key: 'r', needs: 'correction' },
} as const

export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as readonly Kind[] as readonly [Kind, ...Kind[]]

export const annotationStates = ['open', 'resolved', 'accepted', 'dismissed', 'archived'] as const
export type AnnotationState = (typeof annotationStates)[number]

/** How surely an annotation stands on its words, surest first. */
export const placements = ['exact', 'moved', 'doubtful', 'lost'] as const

/** The sorts a flag can have: what kind of inconsistency it points at. */
export const flagSorts = {
  name: 'Name',
  spelling: 'Spelling',
  date: 'Date',
  number: 'Number',
  'quotation-marks': 'Quotation marks',
  quotation: 'Quotation',
  term: 'Term',
  capitalisation: 'Capitals',
  punctuation: 'Punctuation',
  header: 'Header line',
  speaker: 'Speaker',
  repetition: 'Repetition',
  contradiction: 'Contradiction',
  other: 'Other',
} as const
export type FlagSort = keyof typeof flagSorts
export const flagSortNames = Object.keys(flagSorts) as readonly FlagSort[] as readonly [FlagSort, ...FlagSort[]]

/** The verdicts a desk begins with. `order` ranks them from false to true; those without stand outside the scale. */
export const defaultVerdicts = [
  { id: 'false', label: 'False', order: 1 },
  { id: 'mostly-false', label: 'Mostly false', order: 2 },
  { id: 'mixed', label: 'Mixed', order: 3 },
  { id: 'mostly-true', label: 'Mostly true', order: 4 },
  { id: 'true', label: 'True', order: 5 },
  { id: 'unverified', label: 'Unverified', order: null },
  { id: 'not-a-fact', label: 'Not a fact', order: null },
] as const
export type VerdictId = (typeof defaultVerdicts)[number]['id']

export const stances = { supports: 'Supports', contradicts: 'Contradicts', context: 'Context' } as const
export type Stance = keyof typeof stances
