import { snap } from '@/lib/text/grapheme'
import type { Range } from '@/lib/text/range'
import type { Guard } from './painter'
import type { Selected } from './reading'
import type { TextDom } from './text-dom'

/** Without the white space at both ends; null when nothing else is left. Offsets count from `base`. */
export const withoutEdges = (words: string, base: number): Range | null => {
  const lead = words.length - words.trimStart().length
  const length = words.trim().length
  return length === 0 ? null : { start: base + lead, end: base + lead + length }
}

/** A selection of the page as a range of the text, whichever way it was drawn. Null when an end is outside the text. */
export const rangeOfSelection = (dom: TextDom, selection: Selection | null): Range | null => {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const drawn = selection.getRangeAt(0)
  const start = dom.offsetOf(drawn.startContainer, drawn.startOffset, 'start')
  const end = dom.offsetOf(drawn.endContainer, drawn.endOffset, 'end')
  if (start === null || end === null || end <= start) return null
  const trimmed = withoutEdges(dom.words({ start, end }), start)
  return trimmed ? wholeCharacters(dom, trimmed) : null
}

/** Widens a range so that it cuts no character in two: an accent and its letter, an emoji of several signs. */
const wholeCharacters = (dom: TextDom, { start, end }: Range): Range => {
  const edge = (offset: number, part: 'start' | 'end', paragraph: number) => {
    const base = dom.starts[paragraph] ?? 0
    const text = dom.paragraphs[paragraph]?.textContent ?? ''
    const place = Math.min(Math.max(offset - base, 0), text.length)
    return offset - base > text.length ? offset : base + snap(text, { start: place, end: place })[part]
  }
  return { start: edge(start, 'start', dom.at(start)), end: edge(end, 'end', dom.at(end - 1)) }
}

/** Where a range stands in the window. Of a long one only the paragraph that the selection ends in is measured. */
const boxOf = (dom: TextDom, range: Range, backwards: boolean): DOMRect => {
  const [first, last] = [dom.at(range.start), dom.at(range.end - 1)]
  if (last - first < 3) return dom.range(range)?.getBoundingClientRect() ?? new DOMRect()
  const part = backwards
    ? { start: range.start, end: Math.max(range.start + 1, Math.min(range.end, dom.end(first))) }
    : { start: dom.starts[last] ?? range.start, end: range.end }
  return dom.range(part)?.getBoundingClientRect() ?? new DOMRect()
}

const isBackwards = (selection: Selection): boolean =>
  selection.anchorNode !== null &&
  selection.focusNode !== null &&
  (selection.anchorNode === selection.focusNode
    ? selection.focusOffset < selection.anchorOffset
    : (selection.anchorNode.compareDocumentPosition(selection.focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)

/** What is selected in the text now. */
export const readSelected = (dom: TextDom): Selected | null => {
  const selection = document.getSelection()
  const range = rangeOfSelection(dom, selection)
  if (!range || !selection) return null
  const backwards = isBackwards(selection)
  return { ...range, exact: dom.words(range), backwards, box: boxOf(dom, range, backwards) }
}

export type SelectionWatch = {
  readonly guard: Guard
  /** Selects a range of the text; with `backwards`, so that its start is the end that moves. */
  readonly select: (range: Range, backwards?: boolean) => void
  /** Runs what writes paragraphs anew; a selection that touches them is put back to where `move` says it stands then. */
  readonly through: (paragraphs: readonly HTMLElement[], move: (range: Range) => Range, run: () => void) => void
  readonly stop: () => void
}

/**
 * Tells of each new selection, at most once a frame and not while it is being drawn with the pointer. Its guard keeps
 * paragraphs under a selection from being rebuilt while it is drawn, and puts it back after.
 */
export const watchSelection = (
  dom: TextDom,
  tell: (selected: Selected | null) => void,
  onReleased: () => void,
): SelectionWatch => {
  const end = new AbortController()
  const { signal } = end
  let drawing = false
  let frame = 0
  let nothing = false
  let last: Range | null = null

  const read = () => {
    frame = 0
    if (drawing || signal.aborted) return
    nothing = document.getSelection()?.isCollapsed ?? true
    const selected = readSelected(dom)
    if (selected?.start === last?.start && selected?.end === last?.end) return
    last = selected
    tell(selected)
  }
  const soon = () => {
    nothing = false
    if (frame === 0) frame = requestAnimationFrame(read)
  }
  const released = () => {
    if (!drawing) return
    drawing = false
    onReleased()
    soon()
  }

  dom.article.addEventListener(
    'pointerdown',
    (event) => {
      drawing = event.button === 0
    },
    { signal },
  )
  for (const name of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(name, released, { signal })
  document.addEventListener('selectionchange', soon, { signal })
  soon()

  /**
   * Asked for each paragraph that is rebuilt. While surely nothing is selected the page's selection is not even looked
   * at, because looking lays out the page first.
   */
  const touches = (paragraph: HTMLElement): Selection | null => {
    const drawn = nothing ? null : document.getSelection()
    if (!drawn || drawn.rangeCount === 0) return null
    const range = drawn.getRangeAt(0)
    return !range.collapsed && range.intersectsNode(paragraph) ? drawn : null
  }

  const guard: Guard = {
    holds: (paragraph) => drawing && touches(paragraph) !== null,
    keeping: (paragraph, rebuild) => {
      const selection = touches(paragraph)
      if (!selection) {
        rebuild()
        return
      }
      const backwards = isBackwards(selection)
      const place = (node: Node | null, offset: number, side: 'start' | 'end') =>
        node && paragraph.contains(node) ? dom.offsetOf(node, offset, side) : { node, offset }
      const [anchorSide, focusSide] = backwards ? (['end', 'start'] as const) : (['start', 'end'] as const)
      const anchor = place(selection.anchorNode, selection.anchorOffset, anchorSide)
      const focus = place(selection.focusNode, selection.focusOffset, focusSide)
      rebuild()
      const back = (kept: typeof anchor, side: 'start' | 'end') =>
        typeof kept === 'number' ? dom.point(kept, side) : kept
      const [from, to] = [back(anchor, anchorSide), back(focus, focusSide)]
      if (from?.node && to?.node) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    },
  }
  const select = (range: Range, backwards = false) => {
    const ends = [dom.point(range.start, 'start'), dom.point(range.end, 'end')]
    const [from, to] = backwards ? ends.reverse() : ends
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    // Told even where it is the last one again: that may have been let go of since, within this frame.
    last = null
    soon()
  }
  return {
    guard,
    select,
    through: (paragraphs, move, run) => {
      const selection = paragraphs.some((paragraph) => touches(paragraph)) ? document.getSelection() : null
      const range = rangeOfSelection(dom, selection)
      const backwards = selection !== null && isBackwards(selection)
      run()
      const now = range && move(range)
      if (now && now.end > now.start) select(now, backwards)
      else if (now) selection?.removeAllRanges()
      // It may stand elsewhere in the text by now, though nothing is selected anew.
      soon()
    },
    stop: () => {
      end.abort()
      cancelAnimationFrame(frame)
    },
  }
}
