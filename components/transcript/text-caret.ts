import type { Range } from '@/lib/text/range'
import type { Reading } from './reading'
import { moved, resized, type Text, wordAt } from './reading-caret'

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

/** How a selection is moved by keyboard. `word` begins one, at `from`. */
export type CaretMove = 'word' | 'word-on' | 'word-back' | 'longer' | 'shorter' | 'sentence-more' | 'sentence-less'

const movedBy = (text: Text, range: Range, move: CaretMove): Range => {
  switch (move) {
    case 'word':
      return range
    case 'word-on':
      return moved(text, range, 1)
    case 'word-back':
      return moved(text, range, -1)
    case 'longer':
      return resized(text, range, 1, 'word')
    case 'shorter':
      return resized(text, range, -1, 'word')
    case 'sentence-more':
      return resized(text, range, 1, 'sentence')
    case 'sentence-less':
      return resized(text, range, -1, 'sentence')
  }
}

/** Moves the selection, or begins one with the word at `from`, and keeps its end in sight. */
export const moveCaret = (reading: Reading, move: CaretMove, from: () => number) => {
  const text: Text = reading.words
  const now = reading.selected()
  const next = move === 'word' || now === null ? wordAt(text, from()) : movedBy(text, now, move)
  if (next === null) return
  reading.select(next)
  const box = reading.selected()?.box
  if (!box) return
  if (box.bottom > window.innerHeight - covered.bottom) {
    window.scrollBy({ top: box.bottom - (window.innerHeight - covered.bottom) })
  } else if (box.top < covered.top && box.bottom < window.innerHeight / 2) {
    window.scrollBy({ top: box.top - covered.top })
  }
}
