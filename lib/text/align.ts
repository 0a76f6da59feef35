import { equalBlocks } from './blocks'
import { type Chain, chainsOf } from './chains'
import { pairBetween, pairFrom, wordsOf } from './pairs'
import type { Tokens, Vocabulary } from './tokens'

/** Where each old token went. */
export type Alignment = {
  /** The new token, or -1. */
  readonly to: Int32Array
  /** The number of the chain that took it there, or -1: what one chain took stands in one piece, in order. */
  readonly chain: Int32Array
  /** How alike the two are, 0 to 1. */
  readonly alike: Float64Array
  /** What the old tokens before each are worth, as evidence. */
  readonly worthUpTo: Float64Array
}

/** Gaps of more pairs than this are compared from their two ends only, this many tokens from each. */
const mostPairs = 10_000
const endReach = 40

/** An old token and the new one it went to. */
type Place = { readonly o: number; readonly n: number }

/**
 * Aligns what is remembered of the old text with the new one: blocks of equal words, in chains, the weightiest first; then what
 * stands between two blocks of a chain, and beyond its ends, word by word, as far as no other chain took it.
 */
export const align = (old: Tokens, now: Tokens, vocabulary: Vocabulary): Alignment => {
  const words = wordsOf(vocabulary)
  const worthUpTo = new Float64Array(old.ids.length + 1)
  for (let i = 0; i < old.ids.length; i += 1) worthUpTo[i + 1] = worthUpTo[i] + words.worths[old.ids[i]]
  const to = new Int32Array(old.ids.length).fill(-1)
  const chain = new Int32Array(old.ids.length).fill(-1)
  const alike = new Float64Array(old.ids.length)
  const taken = new Uint8Array(now.ids.length)
  const pair = ({ o, n }: Place, which: number, value: number) => {
    to[o] = n
    chain[o] = which
    alike[o] = value
    taken[n] = 1
  }

  const fill = (before: Place, behind: Place, which: number) => {
    const [o, n] = [before.o + 1, before.n + 1]
    // 0 is no word: what is taken pairs with nothing.
    const free = old.ids.slice(o, behind.o).map((id, i) => (to[o + i] === -1 ? id : 0))
    const room = now.ids.slice(n, behind.n).map((id, j) => (taken[n + j] === 0 ? id : 0))
    for (const found of pairBetween(free, room, words)) pair({ o: o + found.old, n: n + found.now }, which, found.alike)
  }
  const extend = ({ o, n }: Place, way: 1 | -1, which: number) => {
    let rows = 0
    while (rows < endReach && old.ids[o + way * (rows + 1)] > 0 && to[o + way * (rows + 1)] === -1) rows += 1
    let columns = 0
    while (columns < endReach && taken[n + way * (columns + 1)] === 0) columns += 1
    const free = Int32Array.from({ length: rows }, (_, i) => old.ids[o + way * (i + 1)])
    const room = Int32Array.from({ length: columns }, (_, j) => now.ids[n + way * (j + 1)])
    for (const found of pairFrom(free, room, words))
      pair({ o: o + way * (found.old + 1), n: n + way * (found.now + 1) }, which, found.alike)
  }
  /** Between stretches nobody remembers what stood there. */
  const isUnbroken = (from: number, end: number) => {
    for (let i = from; i < end; i += 1) if (old.ids[i] === 0) return false
    return true
  }
  const place = ({ blocks }: Chain, which: number) => {
    const open: [at: Place, way: 1 | -1][] = []
    let last: Place | null = null
    for (const block of blocks)
      for (let i = 0; i < block.length; i += 1) {
        const here: Place = { o: block.old + i, n: block.now + i }
        if (to[here.o] !== -1 || taken[here.n] === 1 || (last && (here.o <= last.o || here.n <= last.n))) continue
        pair(here, which, 1)
        if (!last) open.push([here, -1])
        else if (here.o > last.o + 1 && here.n > last.n + 1) {
          const isSmall = (here.o - last.o) * (here.n - last.n) <= mostPairs
          if (isSmall && isUnbroken(last.o + 1, here.o)) fill(last, here, which)
          else open.push([last, 1], [here, -1])
        }
        last = here
      }
    if (last) open.push([last, 1])
    for (const [at, way] of open) extend(at, way, which)
  }

  const chains = chainsOf(equalBlocks(old, now), old, now, worthUpTo)
  for (const [which, one] of chains.entries()) place(one, which)
  return { to, chain, alike, worthUpTo }
}
