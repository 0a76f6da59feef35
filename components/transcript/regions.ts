import { focusCard, focusText } from '@/components/annotation/focus'

/** The parts of the workbench in the order in which F6 goes through them: the text first, then from the work outwards. */
const regions = [
  '#main',
  '#main [role="toolbar"]',
  '[data-region="sheet"]',
  '[data-region="cards"]',
  '[data-region="filter"]',
  '[data-region="panel"]',
  '[data-region="top"]',
  '[data-region="bottom"]',
] as const

const focusable = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]'

const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })

/** Puts the focus into a part of the page: on the text itself, on the chosen card, else on the first thing in it. */
const enter = (region: Element, chosen: string | null): boolean => {
  if (region.id === 'main') {
    focusText()
    return true
  }
  const within = chosen !== null && region.querySelector(`[data-card="${CSS.escape(chosen)}"]`) !== null
  if (within && chosen !== null) return focusCard(chosen)
  const first = [...region.querySelectorAll<HTMLElement>(focusable)].find(isSeen)
  first?.focus()
  return first !== undefined
}

/**
 * Goes to the next part of the page (1) or the one before (-1). False behind the last and before the first: there the key
 * is the browser's, which has parts of its own.
 */
export const goToRegion = (by: 1 | -1, chosen: string | null): boolean => {
  const shown = regions.flatMap((selector) => {
    const region = document.querySelector(selector)
    return region && isSeen(region) ? [region] : []
  })
  const here = document.activeElement
  // The innermost: the bar over a selection stands in the text.
  const at = shown.findLastIndex((region) => region.contains(here))
  const others = by === 1 ? shown.slice(at + 1) : shown.slice(0, Math.max(at, 0)).reverse()
  return others.some((region) => enter(region, chosen))
}
