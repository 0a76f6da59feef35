import type { PutText } from '@/components/api/text-port'
import { mapRange, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { watchSections } from './near-sections'
import { createPainter } from './painter'
import { createPassing } from './passing'
import { scrollerOf, topOf, watchPlaces } from './placing'
import { proseOf } from './prose'
import type { Reading, ReadingEvents } from './reading'
import { readSelected, watchSelection } from './selection'
import { markSpeakers } from './speaker-headings'
import { readTextDom } from './text-dom'

/** How long a revealed range is lit, in milliseconds. */
const flashTime = 1_800

const idAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null) : null

/**
 * Takes over an article that holds the HTML of a transcript: paints marks as their paragraphs come near the view, and
 * tells of selections, clicks and places. `events` is asked at each event, so that its functions may change.
 */
export const createReading = (article: HTMLElement, events: () => ReadingEvents): Reading => {
  const dom = readTextDom(article)
  const scroller = scrollerOf(article)
  const passing = createPassing(dom)
  const end = new AbortController()
  const { signal } = end

  const selecting = watchSelection(
    dom,
    (selected) => events().onSelect(selected),
    () => painter.settle(),
  )
  const painter = createPainter(
    dom,
    selecting.guard,
    (mark) => events().authorOf?.(mark),
    () => {
      passing.again()
      placing.changed()
    },
  )
  const placing = watchPlaces({
    article,
    scroller,
    onPage: painter.onPage,
    tell: (placed, content) => events().onLayout(placed, content),
  })
  /** Sections painted ahead of a jump, which the browser has not said to be near. */
  const ahead = new Set<HTMLElement>()
  const stopWatching = watchSections({
    article,
    scroller: scroller === document.scrollingElement ? null : scroller,
    onChange: (section, near) => {
      ahead.delete(section)
      painter.near(section, near)
    },
  })

  markSpeakers(dom.paragraphs, signal)

  let hovered: string | null = null
  const hover = (id: string | null) => {
    if (id === hovered) return
    hovered = id
    events().onHover(id)
  }
  article.addEventListener(
    'pointerover',
    (event) => {
      if (event.pointerType !== 'touch') hover(idAt(event.target))
    },
    { signal },
  )
  // Not pointerleave: it comes after React has told a card that the pointer is on it, and would put its light out again.
  article.addEventListener(
    'pointerout',
    (event) => {
      if (!(event.relatedTarget instanceof Node && article.contains(event.relatedTarget))) hover(null)
    },
    { signal },
  )
  article.addEventListener(
    'click',
    (event) => {
      if (document.getSelection()?.isCollapsed ?? true) events().onChoose(idAt(event.target))
    },
    { signal },
  )
  window.addEventListener('beforeprint', () => painter.everything(true), { signal })
  window.addEventListener('afterprint', () => painter.everything(false), { signal })

  /** The first line of a range in the window; its paragraph's place where its first character is not shown. */
  const lineOf = ({ start, end: stop }: Range): DOMRect | undefined => {
    const box = dom.range({ start, end: Math.min(stop, start + 1) })?.getBoundingClientRect()
    return box && box.height > 0 ? box : dom.paragraphs[dom.at(start)]?.getBoundingClientRect()
  }

  /** Scrolls so that the range's first line stands a quarter down the view; gives how far it had to go. */
  const bring = (range: Range): number => {
    const box = lineOf(range)
    if (!box) return 0
    const by = Math.round(box.top - topOf(scroller) - scroller.clientHeight * 0.25)
    const before = scroller.scrollTop
    scroller.scrollBy({ top: by, behavior: 'instant' })
    return Math.abs(scroller.scrollTop - before)
  }

  let flashing = 0
  return {
    setMarks: painter.setMarks,
    changeMarks: painter.changeMarks,
    follow: async (edits) => {
      const { planPatch, applyPatch } = await import('./text-patch')
      const plan = planPatch(dom, edits)
      if (plan === null) return null
      const mapping = prepareEdits(edits)
      const move = (range: Range): Range => mapRange(range, mapping)
      const put: PutText = (marks, only) => {
        // The numbers of paragraphs are others: everything that knows them is made anew.
        if (plan.grows) return applyPatch(dom, plan)
        const rewritten = plan.rewrites.flatMap(({ first, last }) => dom.paragraphs.slice(first, last + 1))
        selecting.through(rewritten, move, () => {
          applyPatch(dom, plan)
          passing.move(move)
          painter.follow(marks, plan.rewrites, only)
        })
      }
      return { grows: plan.grows, put }
    },
    showOnly: painter.showOnly,
    setChosen: (id) => {
      painter.light('chosen', id)
      placing.centreOn(id)
    },
    setHovered: (id) => painter.light('hovered', id),
    setDraft: (range) => passing.set('verbatim-draft', range),
    reveal: (range, flash) => {
      for (const section of ahead) painter.near(section, false)
      ahead.clear()
      const section = dom.paragraphs[dom.at(range.start)]?.closest<HTMLElement>('.s')
      if (section && !painter.isNear(section)) {
        ahead.add(section)
        painter.near(section, true)
      }
      bring(range)
      // What was guessed above and below is laid out now: correct until it stands, three frames at the most.
      let tries = 3
      const correct = () => {
        tries -= 1
        if (!signal.aborted && bring(range) > 1 && tries > 0) requestAnimationFrame(correct)
      }
      requestAnimationFrame(() => requestAnimationFrame(correct))
      if (!flash) return
      window.clearTimeout(flashing)
      passing.set('verbatim-flash', range)
      flashing = window.setTimeout(() => passing.set('verbatim-flash', null), flashTime)
    },
    selected: () => readSelected(dom),
    select: selecting.select,
    prose: proseOf(dom),
    dom,
    topOf: (range) => {
      const box = lineOf(range)
      return box ? Math.round(box.top + scroller.scrollTop - topOf(scroller)) : null
    },
    words: dom.words,
    layout: placing.again,
    destroy: () => {
      end.abort()
      window.clearTimeout(flashing)
      passing.set('verbatim-draft', null)
      passing.set('verbatim-flash', null)
      stopWatching()
      painter.clear()
      selecting.stop()
      placing.stop()
    },
  }
}
