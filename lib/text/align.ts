import { equalBlocks } from './blocks'
import { chainsOf } from './chains'
import { spellingLikeness } from './spelling'
import { type Tokens, type Vocabulary, worth } from './tokens'

/** Where each old token went: `to[i]` is the new token or -1, `chain[i]` which chain took it there, `alike[i]` how alike they are. */
export type Alignment = {
  readonly to: Int32Array
  readonly chain: Int32Array
  readonly alike: Float64Array
  /** What the old tokens before i are worth, as evidence. */
  readonly worthUpTo: Float64Array
}

/** How alike a changed spelling must be to be the same word still. */
const sameWord = 0.5

/** Gaps of more cells than this are compared from their two ends only, this many tokens from each. */
const mostCells = 10_000
const endReach = 40

/** Of a gap of more tokens than `few`, this share of the lesser side must agree, or what agrees is chance. */
const few = 3
const gapAgrees = 0.4

/** What a word and a sign cost that are passed over, at the open end of a chain. */
const passedWord = 1.5
const passedSign = 0.3

/** Aligns what is remembered of the old text with the new one, word by word. */
export const align = (old: Tokens, now: Tokens, { spelling }: Vocabulary): Alignment => {
  const worths = Float64Array.from(spelling, worth)
  worths[0] = 0
  const worthUpTo = new Float64Array(old.ids.length + 1)
  for (let i = 0; i < old.ids.length; i += 1) worthUpTo[i + 1] = worthUpTo[i] + worths[old.ids[i]]
  const to = new Int32Array(old.ids.length).fill(-1)
  const chain = new Int32Array(old.ids.length).fill(-1)
  const alike = new Float64Array(old.ids.length)
  const taken = new Uint8Array(now.ids.length)
  const likenesses = new Map<number, number>()

  const likenessOf = (a: number, b: number): number => {
    if (a === b) return 1
    if (a === 0 || worths[a] < 2 || worths[b] < 2) return 0
    const key = a * spelling.length + b
    const known = likenesses.get(key)
    if (known !== undefined) return known
    const [one, other] = [spelling[a], spelling[b]]
    const longer = Math.max(one.length, other.length)
    const able = Math.min(one.length, other.length) / longer >= sameWord && longer <= 64
    const value = able ? spellingLikeness(one, other) : 0
    likenesses.set(key, value >= sameWord ? value : 0)
    return value >= sameWord ? value : 0
  }
  const pair = (o: number, n: number, which: number, value: number) => {
    to[o] = n
    chain[o] = which
    alike[o] = value
    taken[n] = 1
  }

  /** Pairs the tokens of a gap between two blocks: the pairs in order that are worth most. */
  const fill = (o0: number, o1: number, n0: number, n1: number, which: number) => {
    const rows = o1 - o0
    const columns = n1 - n0
    const width = columns + 1
    const table = new Float64Array((rows + 1) * width)
    for (let i = rows - 1; i >= 0; i -= 1)
      for (let j = columns - 1; j >= 0; j -= 1) {
        const a = old.ids[o0 + i]
        const value = taken[n0 + j] === 1 || to[o0 + i] !== -1 ? 0 : likenessOf(a, now.ids[n0 + j])
        const paired = value > 0 ? table[(i + 1) * width + j + 1] + value * worths[a] : 0
        table[i * width + j] = Math.max(paired, table[(i + 1) * width + j], table[i * width + j + 1])
      }
    let other = 0
    for (let j = n0; j < n1; j += 1) other += worths[now.ids[j]]
    if (Math.min(rows, columns) > few && table[0] < gapAgrees * Math.min(other, worthUpTo[o1] - worthUpTo[o0])) return
    for (let i = 0, j = 0; i < rows && j < columns; ) {
      const here = table[i * width + j]
      if (here === table[(i + 1) * width + j]) i += 1
      else if (here === table[i * width + j + 1]) j += 1
      else {
        pair(o0 + i, n0 + j, which, likenessOf(old.ids[o0 + i], now.ids[n0 + j]))
        i += 1
        j += 1
      }
    }
  }

  /** Goes on from the end of a chain into what no chain took, forwards (1) or backwards (-1), as far as words agree. */
  const extend = (o: number, n: number, way: 1 | -1, which: number) => {
    let rows = 0
    while (rows < endReach && old.ids[o + way * (rows + 1)] > 0 && to[o + way * (rows + 1)] === -1) rows += 1
    let columns = 0
    while (columns < endReach && taken[n + way * (columns + 1)] === 0) columns += 1
    if (rows === 0 || columns === 0) return
    const width = columns + 1
    const table = new Float64Array((rows + 1) * width)
    const passed = (id: number) => (worths[id] < 1 ? passedSign : passedWord)
    let [bestI, bestJ] = [0, 0]
    for (let i = 0; i <= rows; i += 1)
      for (let j = 0; j <= columns; j += 1) {
        if (i === 0 && j === 0) continue
        const a = old.ids[o + way * i]
        const b = now.ids[n + way * j]
        const value = i > 0 && j > 0 ? likenessOf(a, b) : 0
        const paired = value > 0 ? table[(i - 1) * width + j - 1] + value * worths[a] : -Infinity
        const without = i > 0 ? table[(i - 1) * width + j] - passed(a) : -Infinity
        const besides = j > 0 ? table[i * width + j - 1] - passed(b) : -Infinity
        const here = Math.max(paired, without, besides)
        table[i * width + j] = here
        if (here > table[bestI * width + bestJ]) [bestI, bestJ] = [i, j]
      }
    for (let [i, j] = [bestI, bestJ]; i > 0 && j > 0; ) {
      const here = table[i * width + j]
      if (here === table[(i - 1) * width + j] - passed(old.ids[o + way * i])) i -= 1
      else if (here === table[i * width + j - 1] - passed(now.ids[n + way * j])) j -= 1
      else {
        const value = likenessOf(old.ids[o + way * i], now.ids[n + way * j])
        pair(o + way * i, n + way * j, which, value)
        i -= 1
        j -= 1
      }
    }
  }

  const chains = chainsOf(equalBlocks(old, now), old, now, worthUpTo)
  chains.forEach(({ blocks }, which) => {
    const open: [o: number, n: number, way: 1 | -1, which: number][] = []
    let last: [number, number] | null = null
    let first: [number, number] | null = null
    for (const block of blocks) {
      for (let i = 0; i < block.length; i += 1) {
        const [o, n] = [block.old + i, block.now + i]
        if (to[o] !== -1 || taken[n] === 1 || (last && (o <= last[0] || n <= last[1]))) continue
        pair(o, n, which, 1)
        if (last && o > last[0] + 1 && n > last[1] + 1) {
          const [rows, columns] = [o - last[0] - 1, n - last[1] - 1]
          let apart = old.ids[last[0] + 1] === 0
          for (let k = last[0] + 1; k < o && !apart; k += 1) apart = old.ids[k] === 0
          if (apart || rows * columns > mostCells) open.push([...last, 1, which], [o, n, -1, which])
          else fill(last[0] + 1, o, last[1] + 1, n, which)
        }
        first ??= [o, n]
        last = [o, n]
      }
    }
    if (first && last) open.push([...first, -1, which], [...last, 1, which])
    for (const end of open) extend(...end)
  })
  return { to, chain, alike, worthUpTo }
}
