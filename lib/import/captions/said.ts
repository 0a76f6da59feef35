import { AppError } from '@/lib/errors'
import { counted, grouped, type Oddities } from '../notes'
import type { Cue, Said } from './cue'
import { asTime } from './cue'
import { voicesOf } from './markup'

/** A cue's lines as they are shown: without signs, without empty ones. */
type Shown = { readonly cue: Cue; readonly voices: readonly { readonly speaker?: string; readonly lines: string[] }[] }

const linesOf = (words: string) => {
  const lines = words.split('\n').map((line) => line.replaceAll(/[ \t\f\r]+/g, ' ').trim())
  return lines.filter((line) => line !== '')
}

/** How often captions must repeat their lines for that to be how they scroll, and not how people speak. */
const rolls = { least: 8, share: 0.4, longer: 0.2 } as const

/** How many of the first lines repeat the last lines of the cue before, where that one was still shown. */
const repeated = (before: Shown | undefined, { cue, voices }: Shown): number => {
  if (!before || cue.from > before.cue.to + 0.05) return 0
  const [old, lines] = [before, { voices }].map(({ voices: all }) => all.flatMap((voice) => voice.lines)) as [
    string[],
    string[],
  ]
  for (let length = Math.min(old.length, lines.length, 4); length > 0; length -= 1) {
    if (lines.slice(0, length).every((line, at) => line === old[old.length - length + at])) return length
  }
  return 0
}

/** Captions that scroll give each line again until it is gone: written once. Counts the cues that repeated something. */
const unrolled = (shown: readonly Shown[]): { readonly shown: readonly Shown[]; readonly cues: number } => {
  const repeats = shown.map((one, at) => repeated(shown[at - 1], one))
  const again = repeats.filter((count) => count > 0).length
  const longer = shown.filter(
    ({ voices }, at) =>
      (repeats[at] as number) > 0 && voices.reduce((sum, { lines }) => sum + lines.length, 0) > (repeats[at] as number),
  ).length
  if (again < Math.max(rolls.least, shown.length * rolls.share) || longer < again * rolls.longer)
    return { shown, cues: 0 }
  const once = shown.map(({ cue, voices }, at) => {
    let left = repeats[at] as number
    const kept = voices.map((voice) => {
      const dropped = Math.min(left, voice.lines.length)
      left -= dropped
      return { ...voice, lines: voice.lines.slice(dropped) }
    })
    return { cue, voices: kept.filter(({ lines }) => lines.length > 0) }
  })
  return { shown: once, cues: again }
}

const dash = /^(?:[-–—‐]|>>)\s*(?=\S)/

/** The lines of one voice as what was said: a line that begins with a dash is another person, where several do. */
const pieces = (lines: readonly string[]): { readonly words: string; readonly apart: boolean }[] => {
  const dashes = lines.filter((line) => dash.test(line)).length
  const said: { words: string; apart: boolean }[] = []
  for (const line of lines) {
    const last = said.at(-1)
    const apart = line.startsWith('>>') || (dashes > 1 && dash.test(line))
    if (last && !apart) last.words = joined(last.words, line)
    else said.push({ words: line, apart })
  }
  return said
}

const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/

/** Two lines as one. Scripts that part no words by spaces get none. */
export const joined = (before: string, after: string): string =>
  wide.test(before.at(-1) ?? '') && wide.test(after[0] ?? '') ? before + after : `${before} ${after}`

/** The most cues a file may have: a million words take less than half of that. */
export const maxCues = 300_000

/** Throws AppError for a file with more cues than are read. */
export const refuseMany = (name: string, cues: readonly Cue[]): void => {
  if (cues.length > maxCues)
    throw new AppError(
      'too-large',
      `${name} has ${grouped(cues.length)} cues; ${grouped(maxCues)} is the most that is read. Split it and import the parts.`,
    )
}

/** What is said in the cues, and what a person should know about them. Odd things are told with the line of the file. */
export const saidIn = (cues: readonly Cue[], odd: Oddities): { readonly said: Said[]; readonly notes: string[] } => {
  let before: Cue | undefined
  for (const cue of cues) {
    if (Number.isNaN(cue.from)) odd.add('unread', cue.line, cue.payload)
    else if (cue.loose) odd.add('loose', cue.line)
    if (cue.to < cue.from) odd.add('reversed', cue.line)
    if (asTime(cue.from) === undefined && !Number.isNaN(cue.from)) odd.add('endless', cue.line)
    if (before && cue.from < before.from) odd.add('back', cue.line)
    else if (before && cue.from < before.to - 0.5) odd.add('overlap', cue.line)
    if (!Number.isNaN(cue.from)) before = cue
  }
  const { shown, cues: again } = unrolled(
    cues.map((cue) => ({
      cue,
      voices: voicesOf(cue.payload).map(({ words, speaker }) => ({ speaker, lines: linesOf(words) })),
    })),
  )
  const said = shown.flatMap(({ cue, voices }) => {
    const from = asTime(cue.from)
    const to = from !== undefined && cue.to >= cue.from ? asTime(cue.to) : undefined
    const times = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    return voices.flatMap(({ speaker, lines }) =>
      pieces(lines).map((piece) => ({ ...piece, ...(speaker !== undefined && { speaker }), ...times })),
    )
  })
  const notes = sentences.flatMap(([sort, sentence]) => {
    const found = odd.get(sort)
    return found ? [sentence(found.count, grouped(found.line))] : []
  })
  if (again > 0)
    notes.push(`These captions scroll: the lines that ${counted(again, 'cue')} repeated are written once in the text.`)
  return { said, notes }
}

const first = (count: number, line: string) => (count === 1 ? `in line ${line}` : `the first in line ${line}`)
const does = (count: number, one: string, many: string) => (count === 1 ? one : many)

const sentences: readonly (readonly [sort: string, sentence: (count: number, line: string) => string])[] = [
  [
    'unread',
    (n, line) =>
      `The times of ${counted(n, 'cue')} cannot be read, ${first(n, line)}: the words are kept, without times.`,
  ],
  [
    'loose',
    (n, line) =>
      `The times of ${counted(n, 'cue')} are not written as the format asks, ${first(n, line)}: look whether they were understood.`,
  ],
  [
    'reversed',
    (n, line) =>
      `${counted(n, 'cue')} ${does(n, 'ends before it begins', 'end before they begin')}, ${first(n, line)}: the end is left out.`,
  ],
  [
    'endless',
    (n, line) =>
      `${counted(n, 'cue')} ${does(n, 'has', 'have')} a time beyond belief, ${first(n, line)}: it is left out.`,
  ],
  [
    'back',
    (n, line) =>
      `${counted(n, 'cue')} ${does(n, 'begins', 'begin')} before the one above, ${first(n, line)}: the order of the file is kept.`,
  ],
  [
    'overlap',
    (n, line) =>
      `${counted(n, 'cue')} ${does(n, 'begins', 'begin')} before the one above has ended, ${first(n, line)}.`,
  ],
  ['stray', (n, line) => `Words that belong to no cue were left out, ${counted(n, 'place')}, ${first(n, line)}.`],
]
