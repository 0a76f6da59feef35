import { frontMatter } from './front-matter'
import { type LabelCandidate, labelAt, labelReach } from './speaker-label'
import type { Turn } from './transcript'

/** A line that is not empty, without the white space at both ends; `apart` when an empty line stands before it. */
type Line = { readonly start: number; readonly end: number; readonly apart: boolean }

/** Fewer than one empty line for so many others: then every line is a paragraph, unless the lines are wrapped. */
const linesPerGap = 4

/** Lines are wrapped by hand where none is long, most are about as long as that, and few end where a sentence does. */
const wrapped = { shortest: 45, longest: 100, share: 0.55, sentences: 0.4 } as const

/** How often a bare name must come back to be a label: twice, and at so many paragraphs out of all that have labels. */
const recurs = 2
const labelled = 0.05

/** From this share on the text is a dialogue, and a name that comes up only once is a label too. */
const dialogue = 0.5

/** From this share on times without brackets at the beginning of paragraphs are labels. */
const timed = 0.3

const solid = /\S/g

/** Told how far a reading has come, 0 to 1. */
type Progress = (share: number) => void

/** How often that is told, in characters. */
const step = 65_536

/** Calls `each` for every line that is not empty, from `from` on. */
const eachLine = (text: string, from: number, each: (line: Line) => void, progress?: Progress): void => {
  let apart = true
  let next = from + step
  for (let at = from; at < text.length; ) {
    if (at >= next) {
      progress?.(at / text.length)
      next = at + step
    }
    solid.lastIndex = at
    const start = solid.exec(text)?.index
    if (start === undefined) return
    const newline = text.indexOf('\n', start)
    const stop = newline === -1 ? text.length : newline
    const passed = text.indexOf('\n', at)
    let end = stop
    while (/\s/.test(text[end - 1])) end -= 1
    each({ start, end, apart: apart || (passed !== -1 && passed < start) })
    apart = false
    at = stop + 1
  }
}

type Survey = { readonly byLine: boolean; readonly labels: ReadonlyMap<number, LabelCandidate> }

/** Reads the whole text once and decides how it is divided, and which beginnings of lines are labels. */
const survey = (text: string, from: number, progress?: Progress): Survey => {
  const candidates = new Map<number, LabelCandidate>()
  const times = new Map<string, number>()
  let [lines, gaps, middling, long, ended, clocks] = [0, 0, 0, 0, 0, 0]
  const look = ({ start, end, apart }: Line) => {
    lines += 1
    if (apart) gaps += 1
    if (end - start > wrapped.longest) long += 1
    else if (end - start >= wrapped.shortest) middling += 1
    if (/[.?!…:"”»’)]/.test(text[end - 1])) ended += 1
    const candidate = labelAt(text.slice(start, Math.min(end, start + labelReach)))
    if (!candidate) return
    candidates.set(start, candidate)
    if (candidate.key !== undefined) times.set(candidate.key, (times.get(candidate.key) ?? 0) + 1)
    else if (!candidate.sure) clocks += 1
  }
  eachLine(text, from, look, progress)
  const isWrapped = long === 0 && middling >= lines * wrapped.share && ended <= lines * wrapped.sentences
  const byLine = (gaps - 1) * linesPerGap < lines - 1 && !isWrapped

  const paragraphs = byLine ? lines : gaps
  const named = [...candidates.values()].filter((one) => one.key !== undefined)
  const again = named.filter((one) => one.sure || (times.get(one.key ?? '') ?? 0) >= recurs)
  const names = new Set(named.map((one) => one.key)).size
  const hasLabels = again.length >= Math.max(recurs, paragraphs * labelled)
  const isDialogue = named.length >= Math.max(2, paragraphs * dialogue) && names >= 2
  const kept = [...candidates].filter(([, one]) => {
    if (one.sure) return true
    if (one.key === undefined) return clocks >= 3 && clocks >= paragraphs * timed
    return isDialogue || (hasLabels && (times.get(one.key) ?? 0) >= recurs)
  })
  return { byLine, labels: new Map(kept) }
}

const isHeading = (text: string, { start, end }: Line) =>
  text[start] === '#' && /^#{1,6}[ \t]+\S/.test(text.slice(start, Math.min(end, start + 20)))

/** What follows a label on its line. */
const bodyStart = (text: string, from: number): number => {
  solid.lastIndex = from
  return solid.exec(text)?.index ?? text.length
}

/**
 * The turns of a text, in document order: each paragraph is one, without the white space round it and without the label
 * it begins with. Paragraphs are parted by empty lines; in a text with few of them (fewer than one for four lines that
 * are not empty) and no lines wrapped by hand, by every line break. Decided once for the whole text. A line with a
 * speaker label and a Markdown heading begin a paragraph wherever they stand; front matter is one turn.
 *
 * A label needs the shape of a name (see `labelAt`) and a time, or the same name again, or a text that is a dialogue.
 * A label alone on its line belongs to the paragraph that follows it. Time grows with the length of the text; `progress`
 * is told what share of it is done.
 */
export const findTurns = (text: string, progress?: Progress): Turn[] => {
  const matter = frontMatter(text)
  const from = matter?.end ?? 0
  // The text is read twice, and labels are looked for the first time.
  const first = 0.8
  const { byLine, labels } = survey(text, from, progress && ((share) => progress(share * first)))
  const turns: Turn[] = matter ? [{ start: matter.start, end: matter.end }] : []
  let open: { turn: Turn; closed: boolean } | null = null
  let waiting: { line: Line; label: LabelCandidate } | null = null

  const close = () => {
    if (open) turns.push(open.turn)
    if (waiting) turns.push({ start: waiting.line.start, end: waiting.line.end })
    open = null
    waiting = null
  }
  const said = ({ start }: Line, { length, speaker, from, to }: LabelCandidate) => ({
    label: { start, end: start + length },
    ...(speaker !== undefined && { speaker }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  })

  const divide = (line: Line) => {
    const label = labels.get(line.start)
    const heading = !label && isHeading(text, line)
    if (label?.alone) {
      close()
      waiting = { line, label }
    } else if (label) {
      close()
      open = {
        turn: { start: bodyStart(text, line.start + label.length), end: line.end, ...said(line, label) },
        closed: byLine,
      }
    } else if (waiting && !heading) {
      open = { turn: { start: line.start, end: line.end, ...said(waiting.line, waiting.label) }, closed: byLine }
      waiting = null
    } else if (open && !open.closed && !line.apart && !heading) {
      open = { turn: { ...open.turn, end: line.end }, closed: false }
    } else {
      close()
      open = { turn: { start: line.start, end: line.end }, closed: byLine || heading }
    }
  }
  eachLine(text, from, divide, progress && ((share) => progress(first + share * (1 - first))))
  close()
  return turns
}
