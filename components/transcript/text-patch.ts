import { applyEdits, type Edit, type Edits } from '@/lib/text/map'
import { shapeOf } from '@/lib/transcript/html'
import { type LabelPiece, labelPieces } from '@/lib/transcript/label'
import { labelAt } from '@/lib/transcript/speaker-label'
import { type Piece, piecesOfStretch } from '@/lib/transcript/stretch'
import { unwrapMarks } from './mark-elements'
import type { Span } from './mark-index'
import { nameAt } from './speaker-turns'
import type { TextDom } from './text-dom'

/** One stretch of the page that is written anew: its paragraphs by number, and what stands there after the correction. */
type Rewrite = Span & {
  readonly text: string
  /** How much of it is the speaker's label, in UTF-16 units, and the name in that as it then is. */
  readonly label: number
  readonly name: string | null
  readonly pieces: readonly Piece[]
}

/** What a correction does to the page. `grows` where paragraphs come or go: whatever counts them begins anew. */
export type PatchPlan = { readonly rewrites: readonly Rewrite[]; readonly edits: Edits; readonly grows: boolean }

/** How a label is read: its pieces, and which of them is the name. */
const read = (label: string): readonly LabelPiece[] => labelPieces(label, labelAt(label.trimEnd())?.speaker)

/** Whether a label is read as before, but for its name: then nothing else of it looks different. */
const isReadAlike = (before: string, after: string, name: string): boolean => {
  const [old, now] = [read(before), read(after)]
  return (
    old.length === now.length &&
    old.every(({ part, text }, at) => part === now[at]?.part && (part === 'name' ? name : text) === now[at]?.text)
  )
}

const labelOf = (paragraph: Element | undefined): HTMLElement | null =>
  paragraph?.firstElementChild?.tagName === 'B' ? (paragraph.firstElementChild as HTMLElement) : null

const goesOn = (paragraph: Element | undefined): boolean => paragraph?.classList.contains('c') ?? false

/** The paragraphs that one turn, or one stretch outside any, is shown as: those it was cut into because it is long. */
const stretchAt = (dom: TextDom, number: number): Span => {
  let [first, last] = [number, number]
  while (first > 0 && goesOn(dom.paragraphs[first])) first -= 1
  while (goesOn(dom.paragraphs[last + 1])) last += 1
  return { first, last }
}

/** What `edits` make of a stretch; null where they reach beyond its words, or could change how its surroundings are read. */
const rewriteOf = (dom: TextDom, { first, last }: Span, edits: readonly Edit[]): Rewrite | null => {
  const paragraphs = dom.paragraphs.slice(first, last + 1)
  if (paragraphs.some(({ tagName }) => tagName !== 'P')) return null
  const [start, end] = [dom.starts[first] as number, dom.end(last)]
  const label = labelOf(paragraphs[0])
  const before = label?.textContent?.length ?? 0
  const named = label && nameAt(label)
  const isInName = (edit: Edit) =>
    named && edit.start >= start + named.at && edit.end <= start + named.at + named.name.length
  // What is written at an edge of a turn belongs to it, see `followTurns`.
  const isInWords = (edit: Edit) => edit.start >= start + before && edit.end <= end
  if (!edits.every((edit) => isInName(edit) || isInWords(edit))) return null
  const moved = (by: number) => (edit: Edit) => ({ start: edit.start - by, end: edit.end - by, text: edit.text })
  const ofName = edits.filter(isInName)
  const name = named && ofName.length > 0 ? applyEdits(named.name, ofName.map(moved(start + named.at))) : null
  const text = applyEdits(dom.words({ start, end }), edits.map(moved(start)))
  const after = before + (name === null ? 0 : name.length - (named?.name.length ?? 0))
  if (name !== null && !isReadAlike(label?.textContent ?? '', text.slice(0, after), name)) return null
  const pieces = piecesOfStretch({ text, label: after, isTurn: paragraphs[0]?.id !== '' })
  return pieces && { first, last, text, label: after, name, pieces }
}

/** How a correction can be written into the page as it stands, or null where the text has to be fetched anew. */
export const planPatch = (dom: TextDom, edits: Edits): PatchPlan | null => {
  const rewrites: Rewrite[] = []
  for (let at = 0; at < edits.length; ) {
    const span = stretchAt(dom, dom.at((edits[at] as Edit).start))
    const stop = dom.starts[span.last + 1] ?? Number.POSITIVE_INFINITY
    let next = at
    while (next < edits.length && (edits[next] as Edit).start < stop) next += 1
    const rewrite = rewriteOf(dom, span, edits.slice(at, next))
    if (rewrite === null) return null
    rewrites.push(rewrite)
    at = next
  }
  return { rewrites, edits, grows: rewrites.some(({ first, last, pieces }) => pieces.length !== last - first + 1) }
}

const setAttribute = (element: Element, name: string, value: string) => {
  if (value === '') element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** What stands between a paragraph and the one before it in its section: white space that is not shown. */
const setGapBefore = (paragraph: Element, gap: string, keep: boolean) => {
  while (!keep && paragraph.previousSibling?.nodeType === Node.TEXT_NODE) paragraph.previousSibling.remove()
  if (gap !== '') paragraph.before(gap)
}

/** Writes one stretch; gives its paragraphs as they then are. */
const write = (dom: TextDom, { first, last, text, label, name, pieces }: Rewrite): readonly HTMLElement[] => {
  const before = dom.paragraphs.slice(first, last + 1)
  for (const paragraph of before) unwrapMarks(paragraph)
  const head = labelOf(before[0])
  const nameNode = head && [...head.childNodes].find((part) => part.nodeType === Node.TEXT_NODE)
  if (name !== null && nameNode) nameNode.textContent = name
  const written: HTMLElement[] = []
  for (const [at, { start, end, continues }] of pieces.entries()) {
    const paragraph = before[at] ?? document.createElement('p')
    if (before[at] === undefined) written.at(-1)?.after(paragraph)
    const words = text.slice(at === 0 ? start + label : start, end)
    const { classes, auto } = shapeOf(words, continues)
    setAttribute(paragraph, 'class', classes)
    setAttribute(paragraph, 'dir', auto ? 'auto' : '')
    paragraph.replaceChildren(...(at === 0 && head ? [head] : []), words)
    setGapBefore(paragraph, text.slice(pieces[at - 1]?.end ?? 0, start), at === 0)
    written.push(paragraph)
  }
  for (const paragraph of before.slice(pieces.length)) {
    setGapBefore(paragraph, '', false)
    paragraph.remove()
  }
  const rest = text.slice(pieces.at(-1)?.end ?? 0)
  if (rest !== '') written.at(-1)?.after(rest)
  return written
}

/**
 * Writes a correction into the page: the paragraphs it touches, and where each later one begins. Where the plan `grows`
 * the numbers of paragraphs are others, and `dom` is to be read anew.
 */
export const applyPatch = (dom: TextDom, { rewrites, edits, grows }: PatchPlan): void => {
  const starts: number[] = []
  let [edit, delta] = [0, 0]
  /** How much longer the text is now before what stood at `offset`. */
  const shiftAt = (offset: number) => {
    for (let one = edits[edit]; one && one.end <= offset; one = edits[edit]) {
      delta += one.text.length - (one.end - one.start)
      edit += 1
    }
    return delta
  }
  const tell = (paragraph: HTMLElement, start: number) => {
    starts.push(start)
    paragraph.setAttribute('data-s', `${start}`)
  }
  let next = 0
  for (const [number, paragraph] of dom.paragraphs.entries()) {
    const rewrite = rewrites[next]
    if (rewrite && number >= rewrite.first) {
      if (number === rewrite.first) {
        const base = (dom.starts[number] as number) + shiftAt(dom.starts[number] as number)
        for (const [at, written] of write(dom, rewrite).entries())
          tell(written, base + (rewrite.pieces[at]?.start ?? 0))
      }
      if (number === rewrite.last) next += 1
      continue
    }
    const start = dom.starts[number] as number
    const by = shiftAt(start)
    if (by === 0 && next === 0) starts.push(start)
    else tell(paragraph, start + by)
  }
  if (!grows) dom.starts.set(starts)
}
