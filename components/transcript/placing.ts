import type { OnPage } from './painter'
import type { Content, PlacedMark } from './reading'

export type Placing = {
  /** Something on the page changed: measure again, in the next frame. */
  readonly changed: () => void
  /** This mark is told of wherever it is in reach. */
  readonly centreOn: (id: string | null) => void
  /** Tells again, even if nothing changed. */
  readonly again: () => void
  readonly stop: () => void
}

type Options = {
  readonly article: HTMLElement
  readonly scroller: Element
  readonly onPage: () => readonly OnPage[]
  readonly tell: (placed: readonly PlacedMark[], content: Content) => void
}

/** The nearest box around an element that scrolls up and down; the document's own where there is none. */
export const scrollerOf = (element: Element): Element => {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box === document.body || box === document.documentElement) break
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  }
  return document.scrollingElement ?? document.documentElement
}

/** The window's top edge of what the scroller shows. */
export const topOf = (scroller: Element): number =>
  scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top

const same = (a: readonly PlacedMark[], b: readonly PlacedMark[]): boolean =>
  a.length === b.length &&
  a.every((mark, index) => {
    const other = b[index]
    return mark.id === other?.id && mark.top === other.top && mark.height === other.height
  })

/** The most marks that are told of: each has a card, and no more of them find room beside a screen of text. */
const most = 48

/** How far one scrolls in a frame while one reads, in CSS pixels; faster than that cards only pass by. */
const readingPace = 60
/** How long the cards of a text that passes by stay as they are, in milliseconds. */
const passingTime = 150

/** What is shown of the content, and which mark must be among those told of. */
type View = { readonly top: number; readonly screen: number; readonly centre: string | null }

const noneBeyond: readonly string[] = []

/**
 * Those of the marks that are nearest to what is read, in their order: from the top of the screen on, or around `centre`
 * where that would leave it out. `beyond` are those on the screen that are left out.
 */
export const nearest = (
  marks: readonly PlacedMark[],
  { top, screen, centre }: View,
): { readonly near: readonly PlacedMark[]; readonly beyond: readonly string[] } => {
  if (marks.length <= most) return { near: marks, beyond: noneBeyond }
  const within = (from: number) => Math.max(0, Math.min(from, marks.length - most))
  const first = marks.findIndex((mark) => mark.top + mark.height > top)
  const read = within(first === -1 ? marks.length : first)
  const at = centre === null ? -1 : marks.findIndex(({ id }) => id === centre)
  const from = at === -1 || (at >= read && at < read + most) ? read : within(at - most / 2)
  const seen = (mark: PlacedMark) => mark.top + mark.height > top && mark.top < top + screen
  const left = [...marks.slice(from + most), ...marks.slice(0, from)].filter(seen)
  return { near: marks.slice(from, from + most), beyond: left.map(({ id }) => id) }
}

/**
 * Measures where painted marks stand in the scroller's content, at most once a frame and in one go, and tells of those
 * within a screen of the view, and not of too many. Scrolling alone measures nothing: it only picks others of what was
 * measured, and what passes by fast is not told of at all.
 */
export const watchPlaces = ({ article, scroller, onPage, tell }: Options): Placing => {
  const end = new AbortController()
  let measured: readonly PlacedMark[] | null = null
  let told: readonly PlacedMark[] = []
  let toldHeight = -1
  let toldBeyond = noneBeyond
  let centre: string | null = null
  let frame = 0
  let must = false
  let lastTop = scroller.scrollTop
  let toldAt = 0

  /** Whether the text passes by too fast for cards: they wait for a slower frame, or for their time. */
  const passesBy = (top: number, screen: number): boolean => {
    const moved = Math.abs(top - lastTop)
    lastTop = top
    return moved > screen / 2 || (moved > readingPace && performance.now() - toldAt < passingTime)
  }
  const measure = (): readonly PlacedMark[] => {
    const offset = scroller.scrollTop - topOf(scroller)
    return onPage().map(({ id, first, last }) => {
      const box = first.getBoundingClientRect()
      const bottom = first === last ? box.bottom : last.getBoundingClientRect().bottom
      return { id, top: Math.round(box.top + offset), height: Math.round(bottom - box.top) }
    })
  }
  const run = () => {
    frame = 0
    const [top, screen, height] = [scroller.scrollTop, scroller.clientHeight, scroller.scrollHeight]
    if (passesBy(top, screen)) return soon()
    measured ??= measure()
    const inReach = measured.filter((mark) => mark.top + mark.height > top - screen && mark.top < top + 2 * screen)
    const { near, beyond } = nearest(inReach, { top, screen, centre })
    if (!must && height === toldHeight && same(near, told) && beyond.join() === toldBeyond.join()) return
    must = false
    told = near
    toldAt = performance.now()
    toldHeight = height
    toldBeyond = beyond
    tell(near, { height, beyond })
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(run)
  }
  const changed = () => {
    measured = null
    soon()
  }

  const listening = { signal: end.signal, passive: true }
  const target = scroller === document.scrollingElement ? window : scroller
  target.addEventListener('scroll', soon, listening)
  window.addEventListener('resize', changed, listening)
  const observer = new ResizeObserver(changed)
  for (let box: Element | null = article; box && box !== scroller.parentElement; box = box.parentElement)
    observer.observe(box)

  return {
    changed,
    centreOn: (id) => {
      centre = id
      soon()
    },
    again: () => {
      must = true
      changed()
    },
    stop: () => {
      end.abort()
      observer.disconnect()
      cancelAnimationFrame(frame)
    },
  }
}
