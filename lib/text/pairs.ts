import { spellingLikeness } from './spelling'
import { type Vocabulary, worth } from './tokens'

/** Which of two short lists of tokens belong together, by their places in the lists, and how alike they are. */
export type Pair = { readonly old: number; readonly now: number; readonly alike: number }

/** What words are worth, by id, and how alike two are: 0 for those that are different words. */
export type Words = { readonly worths: Float64Array; readonly alike: (old: number, now: number) => number }

/** How alike a changed spelling must be to be the same word still; and one of three letters or fewer, of which many differ by one. */
const sameWord = 0.5
const sameShortWord = 0.6

/** Longer words are the same or are not. */
const longestCompared = 64

/** Of a gap of more tokens than `few`, this share of the lesser side must agree, or what agrees is chance. */
const few = 3
const gapAgrees = 0.4

/** What a word and a sign cost that are passed over, where one end is open. */
const passedWord = 1.5
const passedSign = 0.3

/** What is known of a vocabulary's words. Each two are compared once. */
export const wordsOf = ({ spelling }: Vocabulary): Words => {
  const worths = Float64Array.from(spelling, (word) => (word === '' ? 0 : worth(word)))
  const known = new Map<number, number>()
  const compare = (one: string, other: string): number => {
    const longer = Math.max(one.length, other.length)
    if (longer > longestCompared || Math.min(one.length, other.length) < longer * sameWord) return 0
    const like = spellingLikeness(one, other)
    return like >= (longer <= 3 ? sameShortWord : sameWord) ? like : 0
  }
  const alike = (old: number, now: number): number => {
    if (worths[old] === 0) return 0
    if (old === now) return 1
    if (worths[old] < 2 || worths[now] < 2) return 0
    const key = old * spelling.length + now
    const before = known.get(key)
    if (before !== undefined) return before
    const value = compare(spelling[old], spelling[now])
    known.set(key, value)
    return value
  }
  return { worths, alike }
}

/** The pairs, in order in both lists, that are worth most together. None when so little agrees that it may be chance. */
export const pairBetween = (old: Int32Array, now: Int32Array, { worths, alike }: Words): Pair[] => {
  const [rows, columns] = [old.length, now.length]
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) {
      const value = alike(old[i], now[j]) * worths[old[i]]
      const paired = value > 0 ? best[(i + 1) * width + j + 1] + value : 0
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j], best[i * width + j + 1])
    }
  const worthOf = (ids: Int32Array) => ids.reduce((sum, id) => sum + worths[id], 0)
  if (Math.min(rows, columns) > few && best[0] < gapAgrees * Math.min(worthOf(old), worthOf(now))) return []
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const here = best[i * width + j]
    if (here === best[(i + 1) * width + j]) i += 1
    else if (here === best[i * width + j + 1]) j += 1
    else pairs.push({ old: i, now: j, alike: alike(old[i++], now[j++]) })
  }
  return pairs
}

/** The pairs from the beginning of both lists on, for as far as more agrees than is passed over. */
export const pairFrom = (old: Int32Array, now: Int32Array, { worths, alike }: Words): Pair[] => {
  const width = now.length + 1
  const best = new Float64Array((old.length + 1) * width)
  const passed = (id: number) => (worths[id] < 1 ? passedSign : passedWord)
  const without = (i: number, j: number) => (i > 0 ? best[(i - 1) * width + j] - passed(old[i - 1]) : -Infinity)
  const besides = (i: number, j: number) => (j > 0 ? best[i * width + j - 1] - passed(now[j - 1]) : -Infinity)
  let [i, j] = [0, 0]
  for (let row = 0; row <= old.length; row += 1)
    for (let column = 0; column <= now.length; column += 1) {
      if (row === 0 && column === 0) continue
      const value = row > 0 && column > 0 ? alike(old[row - 1], now[column - 1]) * worths[old[row - 1]] : 0
      const paired = value > 0 ? best[(row - 1) * width + column - 1] + value : -Infinity
      const here = Math.max(paired, without(row, column), besides(row, column))
      best[row * width + column] = here
      if (here > best[i * width + j]) [i, j] = [row, column]
    }
  const pairs: Pair[] = []
  while (i > 0 && j > 0) {
    const here = best[i * width + j]
    if (here === without(i, j)) i -= 1
    else if (here === besides(i, j)) j -= 1
    else {
      i -= 1
      j -= 1
      pairs.push({ old: i, now: j, alike: alike(old[i], now[j]) })
    }
  }
  return pairs.reverse()
}
