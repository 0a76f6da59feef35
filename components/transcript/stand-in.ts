import type { TextDom } from './text-dom'

/** Something that stands in the place of a paragraph's words. */
export type StandIn = {
  /** To be called when it has another height: the text below makes room. */
  readonly place: () => void
  /** Shows the paragraph again. */
  readonly release: () => void
}

/** How much of the window's top and foot is covered, in CSS pixels. */
const covered = 70

const set = (element: HTMLElement, property: 'top' | 'height', value: number) => {
  const now = `${Math.round(value * 100) / 100}px`
  if (element.style[property] !== now) element.style[property] = now
}

/**
 * Lets `element` stand over the words of the paragraph that begins at `start`, in their type and measure. It stands beside the
 * article, not in it: the text on the page, its offsets and its marks stay what they are, only unseen.
 */
export const standIn = (dom: TextDom, start: number, element: HTMLElement): StandIn => {
  const paragraph = dom.paragraphs[dom.at(start)]
  const around = dom.article.parentElement
  if (!paragraph || !around) return { place: () => {}, release: () => {} }
  const label = paragraph.querySelector<HTMLElement>(':scope > b')
  const { font, letterSpacing, direction, paddingTop } = getComputedStyle(paragraph)
  Object.assign(element.style, { position: 'absolute', insetInline: '0', font, letterSpacing, direction })
  element.lang = dom.article.lang
  // Only once: an element that is put elsewhere loses the focus and what is being composed in it.
  if (element.parentElement !== around) around.append(element)
  paragraph.dataset.rewritten = ''
  paragraph.style.boxSizing = 'content-box'

  const place = () => {
    const box = paragraph.getBoundingClientRect()
    const words = label ? label.getBoundingClientRect().bottom : box.top + Number.parseFloat(paddingTop)
    set(element, 'top', words - around.getBoundingClientRect().top)
    set(paragraph, 'height', element.offsetHeight + (label ? words - box.top : 0))
  }
  place()
  const { top, bottom } = paragraph.getBoundingClientRect()
  if (bottom < covered || top > window.innerHeight - covered) paragraph.scrollIntoView({ block: 'center' })

  const observer = new ResizeObserver(place)
  for (const one of [dom.article, around]) observer.observe(one)
  return {
    place,
    release: () => {
      observer.disconnect()
      delete paragraph.dataset.rewritten
      for (const property of ['height', 'box-sizing']) paragraph.style.removeProperty(property)
      if (paragraph.style.length === 0) paragraph.removeAttribute('style')
    },
  }
}
