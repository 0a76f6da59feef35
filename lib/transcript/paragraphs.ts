import type { Range } from '@/lib/text/range'
import type { Turn } from './transcript'

/**
 * A stretch of the text that is shown as one paragraph, in document order. Between two paragraphs stands nothing but
 * white space. All offsets are UTF-16 in the whole text.
 */
export type Paragraph = Range & {
  /** The turn that begins here, counted from 1. Absent for text outside any turn and for the rest of a cut turn. */
  readonly turn?: number
  /** The label that the paragraph begins with, with the white space up to the words themselves. */
  readonly label?: Range & { readonly speaker?: string; readonly from?: number }
  /** A heading of Markdown: its level, 1 to 6, and how many characters its signs take. */
  readonly heading?: { readonly level: number; readonly signs: number }
  /** Whether it goes on where the paragraph before it was cut, without a space between them. */
  readonly continues?: boolean
}

/** The most one paragraph holds: what is painted is painted paragraph by paragraph, so none may be endless. */
const longest = 6_000

/** White space that a browser folds away between paragraphs; others, such as a no-break space, are shown. */
const isBlank = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) if (!' \t\n\f\r'.includes(text[at] as string)) return false
  return true
}

/** Without the white space behind it and the empty lines before it; the indent of its first line stays. */
const trimmed = (text: string, from: number, to: number): Range => {
  let [start, end] = [from, to]
  while (end > start && isBlank(text, end - 1, end)) end -= 1
  for (let at = start; at < end && isBlank(text, at, at + 1); at += 1) {
    if (text[at] !== ' ' && text[at] !== '\t') start = at + 1
  }
  return { start, end }
}

/** Where to cut a stretch that is too long: behind a line, else behind a word, else between two characters. */
const cutBefore = (text: string, start: number, limit: number): number => {
  for (const sign of ['\n', ' ']) {
    const at = text.lastIndexOf(sign, limit - 1)
    if (at > start + longest / 4) return at + 1
  }
  return /[\uDC00-\uDFFF]/.test(text[limit] as string) ? limit - 1 : limit
}

/** The heading of Markdown that begins here, and where its line ends. */
const headingAt = (text: string, { start, end }: Range) => {
  const found = text[start] === '#' ? /^(#{1,6})[ \t]+(?=\S)/.exec(text.slice(start, start + 40)) : null
  if (!found) return null
  const line = text.indexOf('\n', start)
  return { level: (found[1] as string).length, signs: found[0].length, end: line === -1 ? end : Math.min(line, end) }
}

type First = Pick<Paragraph, 'turn' | 'label' | 'continues'>

/** One stretch of the text as paragraphs: headings stand alone, and what is too long is cut. */
function* pieces(text: string, range: Range, first: First): Generator<Paragraph> {
  let start = range.start
  const { end } = range
  let extra = first
  while (start < end) {
    const heading = extra.label ? null : headingAt(text, { start, end })
    const stop = heading?.end ?? (end - start > longest ? cutBefore(text, start, start + longest) : end)
    const shown = trimmed(text, start, stop)
    if (shown.end > shown.start) {
      const label = extra.label && { ...extra.label, start: shown.start, end: Math.min(extra.label.end, shown.end) }
      yield { ...extra, ...shown, label, heading: heading ? { level: heading.level, signs: heading.signs } : undefined }
    }
    extra = heading ? {} : { continues: true }
    start = trimmed(text, stop, end).start
  }
}

/** The paragraphs of a text with these turns. Every character that is not white space stands in exactly one of them. */
export function* paragraphs(text: string, turns: readonly Turn[]): Generator<Paragraph> {
  let done = 0
  for (const [index, turn] of turns.entries()) {
    const start = Math.max(done, Math.min(turn.label?.start ?? turn.start, turn.start))
    if (turn.end <= start) continue
    if (!isBlank(text, done, start)) yield* pieces(text, trimmed(text, done, start), {})
    const whole = turn.label ? { start, end: turn.end } : trimmed(text, start, turn.end)
    const label = turn.label && turn.start > start && isBlank(text, turn.label.end, turn.start)
    yield* pieces(text, whole, {
      turn: index + 1,
      label: label ? { start, end: turn.start, speaker: turn.speaker, from: turn.from } : undefined,
    })
    done = turn.end
  }
  if (!isBlank(text, done, text.length)) yield* pieces(text, trimmed(text, done, text.length), {})
}
