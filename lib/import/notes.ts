/** How much of a file's words is quoted in a sentence about it. */
const longest = 60

/** A number as it is read: `1,204`. */
export const grouped = (value: number): string => value.toLocaleString('en')

/** `1 cue`, `2 cues`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** The beginning of some words, in quotation marks, on one line. */
export const quoted = (words: string): string => {
  const line = words.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return `“${line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line}”`
}

type Oddity = { count: number; readonly line: number; readonly words: string }

/** Things that looked wrong while a file was read: how many of each sort, and where the first of them stands. */
export type Oddities = {
  readonly add: (sort: string, line: number, words?: string) => void
  readonly get: (sort: string) => Readonly<Oddity> | undefined
}

/** Nothing odd yet. */
export const oddities = (): Oddities => {
  const found = new Map<string, Oddity>()
  return {
    add: (sort, line, words = '') => {
      const before = found.get(sort)
      if (before) before.count += 1
      else found.set(sort, { count: 1, line, words: words.slice(0, 2 * longest) })
    },
    get: (sort) => found.get(sort),
  }
}
