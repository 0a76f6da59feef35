import type { Block } from './block'
import { inFormat, type Numbering } from './numbering'
import type { Style } from './styles'

/** What a document is read with: its styles and its lists. */
export type Setting = { readonly styles: ReadonlyMap<string, Style>; readonly numbering: Numbering }

/** What was seen and is not in the text as it stands there: counted, to be told. */
export type Seen = {
  insertions: number
  deletions: number
  hidden: number
  pictures: number
  symbols: number
  boxes: number
  struck: number
}

export const nothingSeen = (): Seen => ({
  ...{ insertions: 0, deletions: 0, hidden: 0, pictures: 0, symbols: 0, boxes: 0, struck: 0 },
})

/** A story of the document: its body, one note, one comment. With what its element and its last paragraph are called. */
export type Story = {
  readonly id: string
  readonly attributes: Readonly<Record<'author' | 'date' | 'type', string | undefined>>
  readonly blocks: readonly Block[]
  /** `w14:paraId` of the last paragraph, by which threads of comments are tied. */
  readonly paragraph?: string
  /** The notes that are referred to, each once, in order. */
  readonly references: readonly Reference[]
}

/** A note that is referred to: footnotes are counted 1, 2, 3, endnotes i, ii, iii, as Word does. */
export type Reference = { readonly sort: 'footnote' | 'endnote'; readonly id: string }

/** The marker of a note, in the text and at its end: `[2]`. */
export const markerOf = ({ sort }: Reference, number: number): string =>
  `[${sort === 'footnote' ? number : inFormat(number, 'lowerRoman')}]`

/** The marker of a note that is referred to: the same again where it was referred to before. */
export const refer = (references: Reference[], reference: Reference): string => {
  const same = references.filter(({ sort }) => sort === reference.sort)
  const at = same.findIndex(({ id }) => id === reference.id)
  if (at === -1) references.push(reference)
  return markerOf(reference, at === -1 ? same.length + 1 : at + 1)
}
