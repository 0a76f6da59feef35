/** Words of one speaker with their times, in seconds. A time that the file does not give, or gives wrongly, is left out. */
export type Said = {
  readonly words: string
  readonly speaker?: string
  readonly from?: number
  readonly to?: number
  /** Whether a new paragraph begins here, whatever came before. */
  readonly apart?: boolean
}

/**
 * A cue as the file has it: its times in seconds, its lines with their signs, and the line of the file it begins on.
 * `loose` where its times are not written as the format asks; `from` and `to` are NaN where they cannot be read at all.
 */
export type Cue = {
  readonly from: number
  readonly to: number
  readonly payload: string
  readonly line: number
  readonly loose?: boolean
}

/** The longest time that is believed: ten thousand hours, in seconds. */
const longestTime = 36_000_000

/** A time of a file as one of a turn: a number of seconds, not negative, not beyond belief; else undefined. */
export const asTime = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= longestTime ? value : undefined

const clock = String.raw`(?:(\d{1,9})[:.])?(\d{1,9}):(\d{1,2})(?:[.,:](\d{1,9}))?`
const loose = new RegExp(String.raw`^\s*${clock}\s*(?:--?>|[–—]>|→)\s*${clock}(?!\d)`)

const toMillisecond = (value: number) => Math.round(value * 1000) / 1000

const seconds = (hours: string | undefined, minutes: string, whole: string, part: string | undefined): number =>
  toMillisecond(
    Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(part === undefined ? whole : `${whole}.${part}`),
  )

/** Two times with an arrow between them, however they are written: `0:01,5 -> 1:00:02.000 X1:40`. Seconds, or null. */
export const readTimes = (line: string): { readonly from: number; readonly to: number } | null => {
  const found = loose.exec(line.length > 200 ? line.slice(0, 200) : line)
  if (!found) return null
  const [, h1, m1 = '', s1 = '', p1, h2, m2 = '', s2 = '', p2] = found
  return { from: seconds(h1, m1, s1, p1), to: seconds(h2, m2, s2, p2) }
}
