import type { Mark } from '@/lib/annotation/annotation'
import { type AuthorOf, type Painted, unwrapMarks, wrapMarks } from './mark-elements'
import { createMarkIndex, type Span } from './mark-index'
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

const looksSame = (a: Mark, b: Mark): boolean =>
  a === b ||
  (a.id === b.id &&
    a.start === b.start &&
    a.end === b.end &&
    a.kind === b.kind &&
    a.state === b.state &&
    a.placed === b.placed &&
    a.sort === b.sort &&
    a.to === b.to)

const allLookSame = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, index) => looksSame(mark, b[index] as Mark))

/** A painter over the text; `onPaint` is called after anything on the page changed. */
export const createPainter = (dom: TextDom, guard: Guard, authorOf: AuthorOf, onPaint: () => void): Painter => {
  const index = createMarkIndex(dom.starts)
  const near = new Map<HTMLElement, Span>()
  const painted = new Map<number, { readonly marks: readonly Mark[]; readonly elements: Painted }>()
  const held = new Set<number>()
  const lit: Record<'chosen' | 'hovered', string | null> = { chosen: null, hovered: null }
  let only: ReadonlySet<string> | null = null

  const glow = (elements: Painted, state: 'chosen' | 'hovered', wanted: boolean) => {
    const id = lit[state]
    for (const element of (id !== null && elements.get(id)) || []) element.classList.toggle(state, wanted)
  }

  /** Brings one paragraph to these marks. */
  const bring = (number: number, marks: readonly Mark[]) => {
    const before = painted.get(number)
    if (allLookSame(before?.marks ?? [], marks)) return
    const paragraph = dom.paragraphs[number]
    if (!paragraph) return
    if (guard.holds(paragraph)) {
      held.add(number)
      return
    }
    guard.keeping(paragraph, () => {
      if (before) unwrapMarks(paragraph)
      painted.delete(number)
      if (marks.length === 0) return
      const elements = wrapMarks(
        paragraph,
        { start: dom.starts[number] as number, end: dom.end(number) },
        marks,
        authorOf,
      )
      painted.set(number, { marks, elements })
      glow(elements, 'chosen', true)
      glow(elements, 'hovered', true)
    })
  }
  const paint = (number: number) => {
    const marks = index.at(number)
    const shown = only
    bring(number, shown === null ? marks : marks.filter((mark) => shown.has(mark.id)))
  }
  const paintSpan = ({ first, last }: Span) => {
    for (let number = first; number <= last; number += 1) paint(number)
  }
  const paintNear = () => {
    for (const span of near.values()) paintSpan(span)
    onPaint()
  }
  const spanOf = (section: HTMLElement): Span => {
    const first = section.firstElementChild ? dom.holding(section.firstElementChild) : -1
    return { first, last: first === -1 ? -2 : first + section.childElementCount - 1 }
  }

  return {
    setMarks: (marks) => {
      index.set(marks)
      paintNear()
    },
    changeMarks: (changed, removed) => {
      const touched = index.change(changed, removed)
      for (const part of near.values()) {
        for (const { first, last } of touched) {
          paintSpan({ first: Math.max(first, part.first), last: Math.min(last, part.last) })
        }
      }
      onPaint()
    },
    showOnly: (ids) => {
      only = ids
      paintNear()
    },
    light: (state, id) => {
      if (lit[state] === id) return
      for (const { elements } of painted.values()) glow(elements, state, false)
      lit[state] = id
      for (const { elements } of painted.values()) glow(elements, state, true)
    },
    near: (section, wanted) => {
      const span = near.get(section) ?? spanOf(section)
      if (wanted) {
        near.set(section, span)
        paintSpan(span)
      } else {
        near.delete(section)
        for (let number = span.first; number <= span.last; number += 1) bring(number, [])
      }
      onPaint()
    },
    isNear: (section) => near.has(section),
    everything: (wanted) => {
      const isNear = (number: number) => [...near.values()].some(({ first, last }) => first <= number && number <= last)
      if (wanted) paintSpan({ first: 0, last: dom.paragraphs.length - 1 })
      else for (const number of [...painted.keys()]) if (!isNear(number)) bring(number, [])
      onPaint()
    },
    settle: () => {
      if (held.size === 0) return
      const waiting = [...held]
      held.clear()
      const spans = [...near.values()]
      for (const number of waiting) {
        if (spans.some(({ first, last }) => first <= number && number <= last)) paint(number)
        else bring(number, [])
      }
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
      held.clear()
      near.clear()
      for (const number of [...painted.keys()]) bring(number, [])
    },
  }
}
