import notSpeakers from './not-speakers.json'

/**
 * What may be a speaker label at the start of a line. `length` is the label's own, without the white space behind it.
 * A candidate with a time is one; a mere name with a colon becomes one when the rest of the text agrees (see turns.ts).
 */
export type LabelCandidate = {
  readonly length: number
  readonly speaker?: string
  /** The speaker folded for comparison: case and closing punctuation do not count. */
  readonly key?: string
  readonly from?: number
  readonly to?: number
  /** Whether the label is one by its shape alone. */
  readonly sure: boolean
  /** Whether nothing follows it on its line: what it labels comes next. */
  readonly alone: boolean
}

/** The longest name, in UTF-16 units, and how much of a line has to be looked at for a label. */
const longestName = 40
export const labelReach = 160

const clock = String.raw`\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?`
/** A time or two, bare or in one pair of brackets. */
const time = new RegExp(String.raw`([[(<])?(${clock})(?:[ \t]*(?:-->|[-–—])[ \t]*(${clock}))?([\])>])?`, 'y')

const particle = String.raw`(?:al|and|bin|da|de|del|della|den|der|di|dos|du|el|ibn|la|le|of|ter|the|van|von|y)(?![\p{L}\p{M}])`
const capital = String.raw`[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.\-]*`
const numeral = String.raw`#?\d{1,3}(?!\d|[:.,]\d)`
const aside = String.raw`(?:[ \t]\([\p{L}\p{M}\p{N} .,'’\-]{1,30}\))?`
/** One to five words: the first capitalised (or of a script without case), the others capitalised, numbers, particles, `&`. */
const name = new RegExp(String.raw`${capital}(?:[ \t](?:${particle}|${capital}|${numeral}|&)){0,4}${aside}`, 'uy')
/** A role or a name in any case: up to four words that a bracketed time and a colon follow. */
const timedName = new RegExp(
  String.raw`${capital}(?:[ \t][\p{L}\p{M}][\p{L}\p{M}'’.\-]*){1,3}(?=[ \t]*[[(]${clock}[\])][ \t]*[:：])`,
  'uy',
)

const blanks = /[ \t]*/y
const emphasis = /(?:\*{1,3}|_{1,3})?/y
const colon = /[:：]/y

const refused = new Set(notSpeakers)

/** A name folded for comparison: case, white space and closing punctuation do not count. */
export const foldName = (speaker: string): string =>
  speaker
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.,:;]+$/, '')

/** `01:02:03.5` in seconds. */
const seconds = (clockTime: string): number =>
  clockTime
    .replace(',', '.')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0)

type Time = { readonly from: number; readonly to?: number; readonly boxed: boolean; readonly padded: boolean }

/** A line that is read from left to right, and how far. Plain functions over it: a text has half a million lines. */
type Reader = { readonly line: string; at: number }

/** Moves past what a pattern finds where the reader stands. */
const take = (reader: Reader, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.line)
  if (found) reader.at += found[0].length
  return found
}

const takeTime = (reader: Reader): Time | null => {
  const before = reader.at
  const found = take(reader, time)
  if (!found) return null
  const [, open, from, to, close] = found
  const boxed = open !== undefined
  if (
    boxed !== (close !== undefined) ||
    (!boxed && !/^(?:$|[\s:：*_])/.test(reader.line.slice(reader.at, reader.at + 1)))
  ) {
    reader.at = before
    return null
  }
  return { from: seconds(from), boxed, padded: /^\d\d:/.test(from), ...(to && { to: seconds(to) }) }
}

const label = (line: string, length: number, found: Time | null, sure: boolean, speaker?: string): LabelCandidate => ({
  length,
  ...(speaker !== undefined && { speaker, key: foldName(speaker) }),
  ...(found && { from: found.from }),
  ...(found?.to !== undefined && { to: found.to }),
  sure,
  alone: line.length < labelReach && line.slice(length).trim() === '',
})

/** The label a line may begin with, or null. Give the line, or its first 160 units, from where its white space ends. */
export const labelAt = (line: string): LabelCandidate | null => {
  const reader: Reader = { line, at: 0 }
  take(reader, emphasis)
  const before = takeTime(reader)
  const timeEnd = reader.at
  const timeOnly = before ? label(line, timeEnd, before, before.boxed) : null
  if (before) {
    take(reader, blanks)
    take(reader, emphasis)
  }
  const named = (take(reader, timedName) ?? take(reader, name))?.[0]
  if (!named || named.length > longestName) return timeOnly
  const speaker = named.replace(/[\s-]+$/, '')
  if (!before && refused.has(foldName(speaker))) return null

  take(reader, emphasis)
  const nameEnd = reader.at
  const gap = take(reader, blanks)?.[0] ?? ''
  const behind = before ? null : takeTime(reader)
  const behindEnd = behind ? reader.at : nameEnd
  take(reader, blanks)
  const closed = take(reader, colon)?.[0]
  if (closed !== undefined) {
    take(reader, emphasis)
    const end = reader.at
    if (closed === ':' && !/^\s?$/.test(line.slice(reader.at, reader.at + 1))) return timeOnly
    take(reader, blanks)
    const late = before || behind ? null : takeTime(reader)
    const found = before ?? behind ?? (late?.boxed ? late : null)
    return label(line, late?.boxed ? reader.at : end, found, found !== null, speaker)
  }
  const onItsOwn = line.length < labelReach && line.slice(behindEnd).trim() === ''
  if (before) return onItsOwn ? label(line, nameEnd, before, true, speaker) : timeOnly
  const setApart = gap.length > 1 || gap.includes('\t') || behind?.padded
  return behind && (behind.boxed || (onItsOwn && setApart)) ? label(line, behindEnd, behind, true, speaker) : null
}
