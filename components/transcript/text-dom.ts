import type { Range } from '@/lib/text/range'
import { lastAtOrBefore } from './mark-index'

/** Which side an offset is asked for: a range's start prefers the words behind a place, its end those before it. */
export type Side = 'start' | 'end'

type Point = { readonly node: Node; readonly offset: number }

/** The text on the page, by offset. The one place where DOM positions and UTF-16 offsets of the text meet. */
export type TextDom = {
  readonly article: HTMLElement
  readonly paragraphs: readonly HTMLElement[]
  /** Where each paragraph begins in the text, ascending. */
  readonly starts: Int32Array
  readonly end: (paragraph: number) => number
  readonly at: (offset: number) => number
  /** The paragraph that holds a node, or -1. */
  readonly holding: (node: Node) => number
  /** The offset of a place on the page, or null when it is outside the text. */
  readonly offsetOf: (node: Node, offset: number, side: Side) => number | null
  readonly point: (offset: number, side: Side) => Point | null
  readonly range: (range: Range) => globalThis.Range | null
  readonly words: (range: Range) => string
}

/** Every text node within, in order. */
export const textNodes = (within: Node): readonly Text[] => {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text)
  return nodes
}

/** Reads the article that `transcriptHtml` wrote. */
export const readTextDom = (article: HTMLElement): TextDom => {
  const paragraphs = [...article.querySelectorAll<HTMLElement>('[data-s]')]
  const starts = Int32Array.from(paragraphs, (paragraph) => Number(paragraph.getAttribute('data-s')))
  const at = (offset: number) => lastAtOrBefore(starts, offset)
  const startOf = (paragraph: number) => starts[paragraph] ?? 0
  const end = (paragraph: number) => startOf(paragraph) + (paragraphs[paragraph]?.textContent?.length ?? 0)

  const paragraphOf = (node: Node): HTMLElement | null => {
    const element = node instanceof Element ? node : node.parentElement
    const paragraph = element?.closest<HTMLElement>('[data-s]') ?? null
    return paragraph && article.contains(paragraph) ? paragraph : null
  }

  /** The first paragraph that begins at or behind a place between paragraphs. */
  const following = (node: Node, offset: number): number => {
    const place = document.createRange()
    place.setStart(node, offset)
    let [low, high] = [0, paragraphs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (place.comparePoint(paragraphs[middle] as Node, 0) >= 0) high = middle
      else low = middle + 1
    }
    return low
  }

  const offsetOf = (node: Node, offset: number, side: Side): number | null => {
    const paragraph = paragraphOf(node)
    if (paragraph) {
      const before = document.createRange()
      before.setStart(paragraph, 0)
      before.setEnd(node, offset)
      return Number(paragraph.getAttribute('data-s')) + before.toString().length
    }
    if (!article.contains(node) || paragraphs.length === 0) return null
    const next = following(node, offset)
    if (side === 'start' && next < paragraphs.length) return startOf(next)
    return next === 0 ? startOf(0) : end(next - 1)
  }

  const point = (offset: number, side: Side): Point | null => {
    let index = at(offset)
    if (side === 'start' && offset >= end(index) && index + 1 < paragraphs.length) index += 1
    const paragraph = paragraphs[index]
    if (!paragraph) return null
    let left = Math.max(0, offset - startOf(index))
    let last: Point = { node: paragraph, offset: 0 }
    for (const node of textNodes(paragraph)) {
      if (left < node.length || (side === 'end' && left === node.length)) return { node, offset: left }
      left -= node.length
      last = { node, offset: node.length }
    }
    return last
  }

  const range = ({ start, end: stop }: Range): globalThis.Range | null => {
    const [from, to] = [point(start, 'start'), point(stop, 'end')]
    if (!from || !to) return null
    const made = document.createRange()
    made.setStart(from.node, from.offset)
    made.setEnd(to.node, to.offset)
    return made
  }

  /** Read between paragraphs' edges and cut, so that the white space between paragraphs counts too. */
  const words = ({ start, end: stop }: Range): string => {
    const [first, next] = [at(start), paragraphs[at(Math.max(start, stop - 1)) + 1]]
    const base = start < startOf(first) ? 0 : startOf(first)
    const over = document.createRange()
    over.selectNodeContents(article)
    const begin = paragraphs[first]
    if (begin && base > 0) over.setStart(begin, 0)
    if (next) over.setEndBefore(next)
    return over.toString().slice(start - base, stop - base)
  }

  return {
    article,
    paragraphs,
    starts,
    end,
    at,
    holding: (node) => {
      const paragraph = paragraphOf(node)
      return paragraph ? at(Number(paragraph.getAttribute('data-s'))) : -1
    },
    offsetOf,
    point,
    range,
    words,
  }
}
