/** How much of a line that looked wrong is kept, in UTF-16 units: more than a sentence quotes. */
const longest = 120

/** A number as it is read: `1,204`. */
export const grouped = (value: number): string => value.toLocaleString('en')

/** `1 cue`, `2 cues`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

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
      else found.set(sort, { count: 1, line, words: words.slice(0, longest) })
    },
    get: (sort) => found.get(sort),
  }
}
