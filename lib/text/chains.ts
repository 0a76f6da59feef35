import type { Block } from './blocks'
import type { Tokens } from './tokens'

/** Blocks that follow one another in both texts, in order. `weight` is what their words are worth, less the jumps between. */
export type Chain = { readonly blocks: readonly Block[]; readonly weight: number }

/** How many blocks before one are tried as the one it follows. */
const looksBack = 64

/**
 * What it costs that two blocks stand `apart` units further from each other in one text than in the other, `distance` in the
 * text where it is more. A little for any jump, as insertions and deletions are of all lengths; more where the jump is most of
 * the distance, for neighbours move alike; but no more than a sentence or two that agree can outweigh.
 */
const jumpCost = (apart: number, distance: number): number =>
  apart === 0
    ? 0
    : 1.2 * Math.log2(1 + apart / (1 + distance / 100)) + Math.min(40, 0.03 * Math.max(0, apart - 0.2 * distance))

/** Of beginnings that are equally good the one nearest to the old place is taken: so little for each doubling of the way. */
const perDoubling = 0.01

/**
 * Gathers blocks into chains, the weightiest first: for each block the best one to follow, in order in both texts, where
 * neighbours moved alike (chaining with jump costs as in Li 2018, minimap2). What was moved makes a chain of its own.
 * `worthUpTo[i]` is what the old tokens before i are worth.
 */
export const chainsOf = (blocks: readonly Block[], old: Tokens, now: Tokens, worthUpTo: Float64Array): Chain[] => {
  const best = new Float64Array(blocks.length)
  const follows = new Int32Array(blocks.length).fill(-1)
  blocks.forEach((block, i) => {
    const { old: o, now: n, length } = block
    const whole = worthUpTo[o + length] - worthUpTo[o]
    best[i] = whole - perDoubling * Math.log2(1 + Math.abs(now.starts[n] - old.starts[o]))
    const from = Math.max(0, i - looksBack)
    for (let j = i - 1; j >= from; j -= 1) {
      const before = blocks[j]
      const over = Math.max(0, before.old + before.length - o, before.now + before.length - n)
      if (over >= length || before.now >= n || before.old >= o) continue
      const was = old.starts[o] - old.starts[before.old]
      const is = now.starts[n] - now.starts[before.now]
      const weight = best[j] + whole * (1 - over / length) - jumpCost(Math.abs(was - is), Math.max(was, is))
      if (weight > best[i]) {
        best[i] = weight
        follows[i] = j
      }
    }
  })
  const order = Array.from(blocks.keys()).sort((a, b) => best[b] - best[a])
  const used = new Uint8Array(blocks.length)
  const chains: Chain[] = []
  for (const end of order) {
    if (used[end] === 1) continue
    const chain: Block[] = []
    let at = end
    for (; at !== -1 && used[at] === 0; at = follows[at]) {
      used[at] = 1
      chain.push(blocks[at])
    }
    chains.push({ blocks: chain.reverse(), weight: best[end] - (at === -1 ? 0 : best[at]) })
  }
  return chains.sort((a, b) => b.weight - a.weight)
}
