import type { Mark } from '@/lib/annotation/annotation'
import { depthOf, isLined, isReplacedAt, lookOf, replacementOf } from '@/lib/annotation/mark-look'
import { isGone } from '@/lib/annotation/to-repair'
import { lanesOf, type Piece, piecesOf } from '@/lib/text/pieces'
import type { Range } from '@/lib/text/range'
import { textNodes } from './text-dom'

/** The elements of each mark in a paragraph, in order, by the mark's id. */
export type Painted = ReadonlyMap<string, readonly HTMLElement[]>

/** The name of a mark's author, as far as it is known. */
export type AuthorOf = (mark: Mark) => string | undefined

const markElement = (mark: Mark, piece: Piece<Mark>, lane: number, authorOf: AuthorOf): HTMLElement => {
  const element = document.createElement('mark')
  const { classes, description } = lookOf(mark, piece, lane, authorOf(mark))
  element.dataset.id = mark.id
  element.className = classes
  if (description !== null) element.setAttribute('aria-description', description)
  return element
}

/** The replacement of a correction: shown by the style sheet out of an attribute, so that it is no part of the text. */
const replacementElement = (mark: Mark): HTMLElement => {
  const element = document.createElement('ins')
  element.dataset.id = mark.id
  element.dataset.to = replacementOf(mark)
  element.setAttribute('aria-hidden', 'true')
  return element
}

/** The sign where words were taken out from under a mark; shown as a replacement is. */
const goneElement = (mark: Mark): HTMLElement => {
  const element = document.createElement('ins')
  element.dataset.id = mark.id
  element.className = `gone ${mark.kind}`
  element.setAttribute('aria-hidden', 'true')
  return element
}

/** Puts an element in front of the letter at a place of a paragraph that begins at `from`, or behind its last one. */
const putAt = (paragraph: HTMLElement, from: number, at: number, element: HTMLElement): void => {
  let left = at - from
  for (const node of textNodes(paragraph)) {
    if (left < node.length) {
      const rest = left === 0 ? node : node.splitText(left)
      rest.before(element)
      return
    }
    left -= node.length
  }
  paragraph.append(element)
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
  const gone = marks.filter(isGone)
  const standing = gone.length === 0 ? marks : marks.filter((mark) => !isGone(mark))
  const pieces = piecesOf(standing, whole)
  const lanes = lanesOf(standing.filter(isLined))
  const painted = new Map<string, HTMLElement[]>()
  const keep = (mark: Mark, element: HTMLElement) => {
    const before = painted.get(mark.id)
    if (before) before.push(element)
    else painted.set(mark.id, [element])
    return element
  }
  const depth = depthOf(pieces)
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
    piece.marks.filter((mark) => isReplacedAt(mark, piece.end)).map((mark) => keep(mark, replacementElement(mark)))

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
  for (const mark of gone) putAt(paragraph, whole.start, mark.start, keep(mark, goneElement(mark)))
  return painted
}

/** Takes every mark out of a paragraph again. */
export const unwrapMarks = (paragraph: HTMLElement): void => {
  for (const replacement of paragraph.querySelectorAll('ins')) replacement.remove()
  for (const mark of paragraph.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes)
  paragraph.normalize()
}
