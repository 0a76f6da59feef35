import type { Mark } from '@/lib/annotation/annotation'
import { flagSorts, kinds } from '@/lib/annotation/kinds'
import { lanesOf, type Piece, piecesOf } from '@/lib/text/pieces'
import type { Range } from '@/lib/text/range'
import { textNodes } from './text-dom'

/** The elements of each mark in a paragraph, in order, by the mark's id. */
export type Painted = ReadonlyMap<string, readonly HTMLElement[]>

/** The most of a replacement that is shown in the text; its card has the whole. */
const longestReplacement = 160

/**
 * The most marks that lie in each other on one stretch, and on one of a paragraph cut into more pieces than anyone can
 * tell apart: there the shortest stands for all. Without a bound thirty thousand elements can fall on one screen.
 */
const deepest = 4
const crowded = 150

/** The name of a mark's author, as far as it is known. */
export type AuthorOf = (mark: Mark) => string | undefined

/**
 * What a mark says to those who hear the page: “Note by Mira Okafor, open”. The words themselves stay plain, and a mark
 * that is in pieces says it once.
 */
const descriptionOf = (mark: Mark, author: string | undefined): string => {
  const sort = mark.kind === 'flag' ? flagSorts[mark.sort as keyof typeof flagSorts] : undefined
  const what = [kinds[mark.kind].label, sort].filter((part) => part !== undefined).join(': ')
  const to =
    mark.kind === 'correction' && mark.to !== undefined ? (mark.to === '' ? ', take out' : ` to “${mark.to}”`) : ''
  return `${what}${to}${author === undefined ? '' : ` by ${author}`}, ${mark.state}`
}

const lined = (mark: Mark): boolean => mark.kind === 'note' || mark.kind === 'check' || mark.kind === 'flag'

const markElement = (mark: Mark, piece: Piece<Mark>, lane: number, authorOf: AuthorOf): HTMLElement => {
  const element = document.createElement('mark')
  element.dataset.id = mark.id
  element.className = mark.kind
  if (mark.state !== 'open') element.classList.add('quiet')
  if (mark.placed === 'doubtful') element.classList.add('doubtful')
  if (lane > 0) element.classList.add(`lane${Math.min(lane, 3)}`)
  if (piece.start === mark.start) {
    element.classList.add('first')
    element.setAttribute('aria-description', descriptionOf(mark, authorOf(mark)))
  }
  if (piece.end === mark.end) element.classList.add('last')
  return element
}

/** The replacement of a correction: shown by the style sheet out of an attribute, so that it is no part of the text. */
const replacementElement = (mark: Mark): HTMLElement => {
  const element = document.createElement('ins')
  const to = (mark.to ?? '').replace(/\s+/g, ' ')
  element.dataset.id = mark.id
  element.dataset.to = to.length > longestReplacement ? `${to.slice(0, longestReplacement).trimEnd()}…` : to
  element.setAttribute('aria-hidden', 'true')
  return element
}

/**
 * Paints marks into a paragraph that has none: each stretch under the same marks becomes nested `<mark>` elements, the
 * shortest innermost, so that whatever is hit first belongs to the shortest annotation. `whole` is the paragraph's range.
 */
export const wrapMarks = (
  paragraph: HTMLElement,
  whole: Range,
  marks: readonly Mark[],
  authorOf: AuthorOf,
): Painted => {
  const pieces = piecesOf(marks, whole)
  const lanes = lanesOf(marks.filter(lined))
  const painted = new Map<string, HTMLElement[]>()
  const keep = (mark: Mark, element: HTMLElement) => {
    const before = painted.get(mark.id)
    if (before) before.push(element)
    else painted.set(mark.id, [element])
    return element
  }
  const depth = pieces.length > crowded ? 1 : deepest
  const nested = (piece: Piece<Mark>, words: string): HTMLElement => {
    let inner: Node = document.createTextNode(words)
    for (const mark of piece.marks.slice(-depth).reverse()) {
      const element = keep(mark, markElement(mark, piece, lanes.get(mark.id) ?? 0, authorOf))
      element.append(inner)
      inner = element
    }
    // The longer ones that found no room share the outermost element: they are placed and lit by it.
    for (const mark of piece.marks.slice(0, -depth)) keep(mark, inner as HTMLElement)
    return inner as HTMLElement
  }
  const replacing = (piece: Piece<Mark>): readonly HTMLElement[] =>
    piece.marks
      .filter((mark) => mark.kind === 'correction' && mark.state === 'open' && mark.to && mark.end === piece.end)
      .map((mark) => keep(mark, replacementElement(mark)))

  let start = whole.start
  for (const node of textNodes(paragraph)) {
    const end = start + node.length
    const fragment = document.createDocumentFragment()
    let done = start
    for (const piece of pieces) {
      if (piece.end <= start || piece.start >= end) continue
      const [from, to] = [Math.max(piece.start, start), Math.min(piece.end, end)]
      if (from > done) fragment.append(node.data.slice(done - start, from - start))
      fragment.append(nested({ start: from, end: to, marks: piece.marks }, node.data.slice(from - start, to - start)))
      fragment.append(...replacing({ start: from, end: to, marks: piece.marks }))
      done = to
    }
    if (done > start) {
      if (done < end) fragment.append(node.data.slice(done - start))
      node.replaceWith(fragment)
    }
    start = end
  }
  return painted
}

/** Takes every mark out of a paragraph again. */
export const unwrapMarks = (paragraph: HTMLElement): void => {
  for (const replacement of paragraph.querySelectorAll('ins')) replacement.remove()
  for (const mark of paragraph.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes)
  paragraph.normalize()
}
