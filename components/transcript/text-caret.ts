import type { Range } from '@/lib/text/range'
import type { Reading } from './reading'
import { type Caret, moved, type Prose, resized, widened, wordAt } from './reading-caret'

/** What is covered at the top and bottom of the window, CSS pixels. */
const covered = { top: 60, bottom: 100 }

/** The UTF-16 offset of the first paragraph that begins on screen; else of the one that fills it; 0 in an empty text. */
export const firstOnScreen = (pane: Element): number => {
  const article = pane.querySelector('article') ?? pane
  const box = article.getBoundingClientRect()
  const across = box.left + Math.min(12, box.width / 2)
  let filling: number | undefined
  for (let down = covered.top; down < window.innerHeight - 30; down += 10) {
    const paragraph = document.elementFromPoint(across, down)?.closest<HTMLElement>('[data-s]')
    if (!paragraph || !article.contains(paragraph)) continue
    const start = Number(paragraph.dataset.s)
    if (paragraph.getBoundingClientRect().top >= covered.top - 10) return start
    filling ??= start
  }
  return filling ?? 0
}

/** Where the first words on screen begin, behind the speaker's label if they have one. */
export const firstSpoken = ({ prose }: Reading, pane: Element): number =>
  prose.spoken(prose.at(firstOnScreen(pane))).start

/** How a selection is moved by keyboard. `word` begins one, or widens the one that stands. */
export type CaretMove =
  | 'word'
  | 'word-on'
  | 'word-back'
  | 'sentence-on'
  | 'sentence-back'
  | 'turn-on'
  | 'turn-back'
  | 'longer'
  | 'shorter'
  | 'sentence-more'
  | 'sentence-less'
  | 'other-end'

const ahead = (range: Range): Caret => ({ ...range, backwards: false })

const movedBy = (prose: Prose, now: Caret, move: CaretMove): Caret => {
  switch (move) {
    case 'word':
      return ahead(widened(prose, now))
    case 'word-on':
      return ahead(moved(prose, now, 1, 'word'))
    case 'word-back':
      return ahead(moved(prose, now, -1, 'word'))
    case 'sentence-on':
      return ahead(moved(prose, now, 1, 'sentence'))
    case 'sentence-back':
      return ahead(moved(prose, now, -1, 'sentence'))
    case 'turn-on':
      return ahead(moved(prose, now, 1, 'turn'))
    case 'turn-back':
      return ahead(moved(prose, now, -1, 'turn'))
    case 'longer':
      return resized(prose, now, 1, 'word')
    case 'shorter':
      return resized(prose, now, -1, 'word')
    case 'sentence-more':
      return resized(prose, now, 1, 'sentence')
    case 'sentence-less':
      return resized(prose, now, -1, 'sentence')
    case 'other-end':
      return { ...now, backwards: !now.backwards }
  }
}

/** Scrolls so that the end of the selection that moves is in sight, and all of it where it fits. */
const keepInSight = (reading: Reading, { start, end, backwards }: Caret) => {
  const point = backwards ? { start, end: start + 1 } : { start: end - 1, end }
  const top = reading.topOf(point)
  if (top === null) return
  const [room, line] = [window.innerHeight - covered.top - covered.bottom, 30]
  const at = top - window.scrollY
  // Far away: the browser has only guessed what lies between.
  if (Math.abs(at) > 3 * window.innerHeight) return reading.reveal(point)
  const whole = reading.topOf({ start, end: start + 1 }) ?? top
  const first = top - whole + line < room ? whole - window.scrollY : at
  if (first < covered.top) window.scrollBy({ top: first - covered.top, behavior: 'instant' })
  else if (at + line > covered.top + room) window.scrollBy({ top: at + line - covered.top - room, behavior: 'instant' })
}

/**
 * Moves the selection, or begins one with the word at `from`, keeps it in sight, and gives it; null where there is none
 * to be had.
 */
export const moveCaret = (reading: Reading, move: CaretMove, from: () => number): Caret | null => {
  const { prose } = reading
  const now = reading.selected()
  const first = now === null ? wordAt(prose, from()) : null
  const next = now === null ? first && ahead(first) : movedBy(prose, now, move)
  if (next === null) return null
  reading.select(next, next.backwards)
  keepInSight(reading, next)
  return next
}
