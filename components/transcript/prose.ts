import type { Prose } from './reading-caret'
import type { TextDom } from './text-dom'

/** The text on the page as selecting by keyboard asks for it. */
export const proseOf = (dom: TextDom): Prose => {
  const { paragraphs, starts } = dom
  const paragraph = (number: number) => ({ start: starts[number] ?? 0, end: dom.end(number) })
  const spoken = (number: number) => {
    const { start, end } = paragraph(number)
    // A speaker's label, or the signs of a heading.
    const unspoken = paragraphs[number]?.querySelector(':scope > b, :scope > i')
    return { start: start + (unspoken?.textContent?.length ?? 0), end }
  }
  /** Whether a paragraph only goes on with what the one before began. */
  const goesOn = (number: number) => paragraphs[number]?.classList.contains('c') ?? false
  return {
    paragraphs: paragraphs.length,
    at: dom.at,
    paragraph,
    spoken,
    turn: (place) => {
      let first = dom.at(place)
      while (first > 0 && goesOn(first)) first -= 1
      let last = first
      while (goesOn(last + 1)) last += 1
      return { start: spoken(first).start, end: paragraph(last).end }
    },
    words: dom.words,
  }
}
