import type { Mark } from '@/lib/annotation/annotation'
import type { Range } from '@/lib/text/range'
import { type AuthorOf, type Painted, unwrapMarks, wrapMarks } from './mark-elements'
import { createMarkIndex, type Span } from './mark-index'
import { onScreen } from './on-screen'
import type { TextDom } from './text-dom'

/** What keeps a selection whole while the words under it are rebuilt. */
export type Guard = {
  /** Whether the paragraph must be left alone for now. */
  readonly holds: (paragraph: HTMLElement) => boolean
  /** Rebuilds the paragraph, with the selection as it was. */
  readonly keeping: (paragraph: HTMLElement, rebuild: () => void) => void
}

/** Where a mark is painted now: its first and last element, in document order of the marks. */
export type OnPage = { readonly id: string; readonly first: HTMLElement; readonly last: HTMLElement }

/** Marks as elements in the paragraphs near the view; the rest of the text stays plain. */
export type Painter = {
  readonly setMarks: (marks: readonly Mark[]) => void
  /** Takes over marks that stand where they did in a text that was corrected: `rewritten` are plain, the rest is as it was. */
  readonly follow: (marks: readonly Mark[], rewritten: readonly Span[], only: ReadonlySet<string> | null) => void
  readonly changeMarks: (changed: readonly Mark[], removed: readonly string[]) => void
  readonly showOnly: (ids: ReadonlySet<string> | null) => void
  /** Lights up one mark as chosen or hovered; null none. */
  readonly light: (state: 'chosen' | 'hovered', id: string | null) => void
  /** Paints a section, or takes its marks away. */
  readonly near: (section: HTMLElement, near: boolean) => void
  readonly isNear: (section: HTMLElement) => boolean
  /** Paints the whole text, for printing; false goes back to what is near. */
  readonly everything: (wanted: boolean) => void
  /** Paints what was held back for a selection. */
  readonly settle: () => void
  readonly onPage: () => readonly OnPage[]
  readonly clear: () => void
}

/** Where a mark stands in a paragraph, and which of its ends are there: all that its place does to how it looks. */
const placeIn = ({ start, end }: Range, whole: Range): readonly number[] => [
  Math.max(start, whole.start) - whole.start,
  Math.min(end, whole.end) - whole.start,
  start < whole.start ? 1 : 0,
  end > whole.end ? 1 : 0,
]

const samePlace = (a: Range, b: Range, before: Range, now: Range): boolean => {
  const other = placeIn(b, now)
  return placeIn(a, before).every((value, at) => value === other[at])
}

const looksSame = (a: Mark, b: Mark, before: Range, now: Range): boolean =>
  a === b ||
  (a.id === b.id &&
    samePlace(a, b, before, now) &&
    a.kind === b.kind &&
    a.state === b.state &&
    a.placed === b.placed &&
    a.sort === b.sort &&
    a.to === b.to)

/** What is painted in a paragraph: its marks, where it stood then, and their elements. */
type InParagraph = { readonly marks: readonly Mark[]; readonly whole: Range; readonly elements: Painted }

const allLookSame = (before: InParagraph | undefined, marks: readonly Mark[], whole: Range): boolean => {
  const painted = before?.marks ?? []
  return (
    painted.length === marks.length &&
    painted.every((mark, at) => looksSame(mark, marks[at] as Mark, before?.whole ?? whole, whole))
  )
}

/** How long a frame may spend on paragraphs that nobody sees yet, in milliseconds. */
const perFrame = 5

/**
 * A painter over the text: what is on the screen at once, the rest near it in the frames after. `onPaint` is called after
 * anything on the page changed.
 */
export const createPainter = (dom: TextDom, guard: Guard, authorOf: AuthorOf, onPaint: () => void): Painter => {
  const index = createMarkIndex(dom.starts)
  const near = new Map<HTMLElement, Span>()
  const painted = new Map<number, InParagraph>()
  const held = new Set<number>()
  const lit: Record<'chosen' | 'hovered', string | null> = { chosen: null, hovered: null }
  let only: ReadonlySet<string> | null = null
  /** Paragraphs that are not as they should be. */
  const waiting = new Set<number>()
  let frame = 0
  let whole = false

  const glow = (elements: Painted, state: 'chosen' | 'hovered', wanted: boolean) => {
    const id = lit[state]
    for (const element of (id !== null && elements.get(id)) || []) element.classList.toggle(state, wanted)
  }

  /** Brings one paragraph to these marks. */
  const bring = (number: number, marks: readonly Mark[]) => {
    const before = painted.get(number)
    const paragraph = dom.paragraphs[number]
    if (!paragraph || (before === undefined && marks.length === 0)) return
    const whole = { start: dom.starts[number] as number, end: dom.end(number) }
    if (allLookSame(before, marks, whole)) {
      // It may stand elsewhere in the text by now, with the same marks in the same places of it.
      if (before) painted.set(number, { ...before, marks, whole })
      return
    }
    if (guard.holds(paragraph)) {
      held.add(number)
      return
    }
    guard.keeping(paragraph, () => {
      if (before) unwrapMarks(paragraph)
      painted.delete(number)
      if (marks.length === 0) return
      const elements = wrapMarks(paragraph, whole, marks, authorOf)
      painted.set(number, { marks, whole, elements })
      glow(elements, 'chosen', true)
      glow(elements, 'hovered', true)
    })
  }
  const isNear = (number: number) => {
    for (const { first, last } of near.values()) if (first <= number && number <= last) return true
    return false
  }
  const paint = (number: number) => {
    waiting.delete(number)
    const marks = isNear(number) || whole ? index.at(number) : []
    const shown = only
    bring(number, shown === null ? marks : marks.filter((mark) => shown.has(mark.id)))
  }
  /** Paints what waits and is on the screen, then others for as long as the frame may take. */
  const catchUp = () => {
    frame = 0
    const until = performance.now() + perFrame
    for (const number of onScreen(dom, near)) if (waiting.has(number)) paint(number)
    for (const number of waiting) {
      if (performance.now() > until) break
      paint(number)
    }
    if (waiting.size > 0) frame = requestAnimationFrame(catchUp)
    onPaint()
  }
  const soon = () => {
    if (frame === 0 && waiting.size > 0) frame = requestAnimationFrame(catchUp)
  }
  const wait = (spans: Iterable<Span>) => {
    for (const { first, last } of spans) for (let number = first; number <= last; number += 1) waiting.add(number)
  }
  /** Brings these paragraphs up to date: those on the screen now, the others soon. */
  const refresh = (spans: Iterable<Span>) => {
    wait(spans)
    for (const number of onScreen(dom, near)) if (waiting.has(number)) paint(number)
    soon()
    onPaint()
  }
  const spanOf = (section: HTMLElement): Span => {
    const first = section.firstElementChild ? dom.holding(section.firstElementChild) : -1
    return { first, last: first === -1 ? -2 : first + section.childElementCount - 1 }
  }

  // Marks that came in the page, painted anew in the same breath by whoever sets the marks.
  for (const paragraph of new Set([...dom.article.querySelectorAll('mark')].map((mark) => mark.closest('[data-s]')))) {
    if (paragraph) unwrapMarks(paragraph as HTMLElement)
  }

  return {
    setMarks: (marks) => {
      index.set(marks)
      refresh(near.values())
    },
    follow: (marks, rewritten, shown) => {
      only = shown
      for (const { first, last } of rewritten)
        for (let number = first; number <= last; number += 1) painted.delete(number)
      index.set(marks)
      // What looks as it did is not touched.
      refresh(near.values())
    },
    changeMarks: (changed, removed) => {
      const parts: Span[] = []
      for (const { first, last } of index.change(changed, removed)) {
        for (const part of near.values()) {
          if (first > part.last || last < part.first) continue
          parts.push({ first: Math.max(first, part.first), last: Math.min(last, part.last) })
        }
      }
      refresh(parts)
    },
    showOnly: (ids) => {
      if (ids === null && only === null) return
      only = ids
      refresh(near.values())
    },
    light: (state, id) => {
      if (lit[state] === id) return
      for (const { elements } of painted.values()) glow(elements, state, false)
      lit[state] = id
      for (const { elements } of painted.values()) glow(elements, state, true)
    },
    near: (section, wanted) => {
      const span = near.get(section) ?? spanOf(section)
      if (wanted) near.set(section, span)
      else near.delete(section)
      // Many come and go in one frame of a long scroll: nothing is measured before they have.
      wait([span])
      soon()
    },
    isNear: (section) => near.has(section),
    everything: (wanted) => {
      whole = wanted
      const { length } = dom.paragraphs
      const numbers = wanted ? Array.from({ length }, (_, number) => number) : [...painted.keys()]
      for (const number of numbers) paint(number)
      onPaint()
    },
    settle: () => {
      if (held.size === 0) return
      const numbers = [...held]
      held.clear()
      for (const number of numbers) paint(number)
      onPaint()
    },
    onPage: () => {
      const found = new Map<string, OnPage>()
      for (const number of [...painted.keys()].sort((a, b) => a - b)) {
        const { marks, elements } = painted.get(number) ?? { marks: [], elements: new Map() }
        for (const { id } of marks) {
          const here = elements.get(id) ?? []
          const [first, last] = [here[0], here.at(-1)]
          if (first && last) found.set(id, { id, first: found.get(id)?.first ?? first, last })
        }
      }
      return [...found.values()]
    },
    clear: () => {
      cancelAnimationFrame(frame)
      held.clear()
      near.clear()
      waiting.clear()
      for (const number of [...painted.keys()]) bring(number, [])
    },
  }
}
