import type { Span } from './mark-index'
import type { TextDom } from './text-dom'

const inWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** The numbers of the paragraphs that are in the window now, of sections that are laid out anyway. */
export const onScreen = (dom: TextDom, near: ReadonlyMap<HTMLElement, Span>): readonly number[] => {
  const seen: number[] = []
  for (const [section, { first, last }] of near) {
    if (!inWindow(section)) continue
    for (let number = first; number <= last; number += 1) {
      const paragraph = dom.paragraphs[number]
      if (paragraph && inWindow(paragraph)) seen.push(number)
    }
  }
  // Measured before anything is painted, which would make each measure lay out anew.
  return seen
}
