import { whenIdle } from '@/components/ui/idle'

type Options = {
  readonly article: HTMLElement
  /** What scrolls; null where the window does. */
  readonly scroller: Element | null
  /** A section came near the view, or left it. */
  readonly onChange: (section: HTMLElement, near: boolean) => void
}

const skipping = { contentVisibilityAuto: true }

/** Tells which sections are near the view, as the browser decides what to lay out. Gives a function that stops it. */
export const watchSections = (options: Options): (() => void) =>
  'ContentVisibilityAutoStateChangeEvent' in window ? watchStates(options) : watchIntersections(options)

const sectionsOf = (block: Element): readonly HTMLElement[] => [...block.querySelectorAll<HTMLElement>(':scope > .s')]

/**
 * Lets go of what the browser keeps of a block that it laid out once: the boxes of a million words take 400 MB. Its height
 * is remembered, and nothing is drawn or measured in between.
 */
const letGo = (block: HTMLElement): void => {
  block.style.display = 'none'
  // Asking for a style is what makes the browser take the boxes down.
  void getComputedStyle(block).display
  block.style.display = ''
}

/** A section is near when neither it nor its block is skipped. Each keeps its own state while the other changes. */
const watchStates = ({ article, onChange }: Options): (() => void) => {
  const laidOut = new Set<Element>()
  const near = new Set<HTMLElement>()

  const settle = (section: HTMLElement) => {
    const now = laidOut.has(section) && section.parentElement !== null && laidOut.has(section.parentElement)
    if (now === near.has(section)) return
    if (now) near.add(section)
    else near.delete(section)
    onChange(section, now)
  }

  const changed = (event: Event) => {
    const box = event.target
    if (!(box instanceof HTMLElement)) return
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped) laidOut.delete(box)
    else laidOut.add(box)
    if (box.matches('.s')) return settle(box)
    for (const section of sectionsOf(box)) settle(section)
    if (!laidOut.has(box)) whenIdle(() => !laidOut.has(box) && letGo(box))
  }

  article.addEventListener('contentvisibilityautostatechange', changed, true)
  // What the browser decided before anyone listened.
  for (const block of article.children) {
    if (!block.firstElementChild?.checkVisibility(skipping)) continue
    laidOut.add(block)
    for (const section of sectionsOf(block)) {
      if (!section.firstElementChild?.checkVisibility(skipping)) continue
      laidOut.add(section)
      settle(section)
    }
  }
  return () => article.removeEventListener('contentvisibilityautostatechange', changed, true)
}

const watchIntersections = ({ article, scroller, onChange }: Options): (() => void) => {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) onChange(entry.target as HTMLElement, entry.isIntersecting)
    },
    { root: scroller, rootMargin: '100% 0%' },
  )
  for (const section of article.querySelectorAll('.s')) observer.observe(section)
  return () => observer.disconnect()
}
