import type { Range } from '@/lib/text/range'
import type { TextDom } from './text-dom'

/** What passes: painted by the browser over the text, without an element. Named in reading.css. */
type Name = 'verbatim-draft' | 'verbatim-flash'

/** Passing paint over the text, by the CSS Custom Highlight API; where it is missing nothing is painted. */
export const createPassing = (dom: TextDom) => {
  const ranges = new Map<Name, Range>()
  const known = typeof Highlight !== 'undefined' && 'highlights' in CSS

  const paint = (name: Name) => {
    const range = ranges.get(name)
    const place = range && dom.range(range)
    if (place) CSS.highlights.set(name, new Highlight(place))
    else CSS.highlights.delete(name)
  }
  return {
    set: (name: Name, range: Range | null): void => {
      if (range) ranges.set(name, range)
      else ranges.delete(name)
      if (known) paint(name)
    },
    /** The text was corrected: what is painted stands elsewhere. Shown with the next `again`. */
    move: (by: (range: Range) => Range): void => {
      for (const [name, range] of ranges) ranges.set(name, by(range))
    },
    /** Puts everything back after paragraphs were rebuilt. */
    again: (): void => {
      if (known) for (const name of ranges.keys()) paint(name)
    },
  }
}
