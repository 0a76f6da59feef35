import type { PutText, TextPort } from '@/components/api/text-port'
import { type Edits, mapRange, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import type { Reading } from './reading'

type Options = {
  readonly article: HTMLElement
  readonly reading: () => Reading | null
  /** The HTML of a revision. Rejects where it cannot be had. */
  readonly load: (revision: number) => Promise<string>
  /** Makes the reading anew over what then stands in the article, after `write` has put it there. */
  readonly remake: (write: () => void) => void
}

/** How far below the window's top a paragraph is looked for that one reads by, in CSS pixels. */
const below = 60

/** The first paragraph that begins in the window, by its offset, and its place there. */
const held = (article: HTMLElement): { readonly start: number; readonly top: number } | null => {
  const box = article.getBoundingClientRect()
  const across = box.left + Math.min(12, box.width / 2)
  for (let down = below; down < window.innerHeight; down += 20) {
    const paragraph = document.elementFromPoint(across, down)?.closest<HTMLElement>('[data-s]')
    if (paragraph && article.contains(paragraph))
      return { start: Number(paragraph.dataset.s), top: paragraph.getBoundingClientRect().top }
  }
  return null
}

/** Puts what began at `start` back to where it stood in the window: what is above it may have another height. */
const holdAt = (article: HTMLElement, start: number, top: number, tries = 3) => {
  const paragraphs = [...article.querySelectorAll<HTMLElement>('[data-s]')]
  const paragraph = paragraphs.findLast((one) => Number(one.dataset.s) <= start) ?? paragraphs[0]
  if (!paragraph) return
  const by = paragraph.getBoundingClientRect().top - top
  if (Math.abs(by) > 1) window.scrollBy({ top: by, behavior: 'instant' })
  // What was guessed above is laid out in the frames after.
  if (tries > 0) requestAnimationFrame(() => holdAt(article, start, top, tries - 1))
}

/**
 * The text on the page as it follows corrections: written into what stands there where that can be, else fetched anew.
 * Either way what one reads stays where it is in the window, and what is selected stays selected.
 */
export const textOnPage = ({ article, reading, load, remake }: Options): TextPort => {
  const moving = (edits: Edits | null) => {
    const mapping = edits && prepareEdits(edits)
    return (range: Range): Range => (mapping ? mapRange(range, mapping) : range)
  }
  /** Begins anew over other paragraphs, keeping the place and the selection. */
  const anew = (
    move: (range: Range) => Range,
    marks: Parameters<PutText>[0],
    only: Parameters<PutText>[1],
    write: () => void,
  ) => {
    const [place, selected] = [held(article), reading()?.selected()]
    remake(write)
    reading()?.setMarks(marks)
    reading()?.showOnly(only)
    if (place) holdAt(article, move({ start: place.start, end: place.start }).start, place.top)
    const now = selected && move(selected)
    if (now && now.end > now.start) reading()?.select(now, selected.backwards)
  }
  return {
    prepare: async ({ revision, edits, turnsChanged }) => {
      const move = moving(edits)
      const patch = edits && !turnsChanged ? await reading()?.follow(edits) : null
      if (patch && !patch.grows) return patch.put
      if (patch) return (marks, only) => anew(move, marks, only, () => patch.put(marks, only))
      const html = await load(revision)
      const write = () => {
        article.innerHTML = html
      }
      return (marks, only) => anew(move, marks, only, write)
    },
  }
}
