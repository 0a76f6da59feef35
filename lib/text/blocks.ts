import type { Tokens } from './tokens'

/** A run of `length` equal tokens: in the old text from token `old`, in the new one from token `now`. */
export type Block = { readonly old: number; readonly now: number; readonly length: number }

/** Runs of this many tokens are looked up; one that stands in more places than `frequent` says too little of where it is. */
const run = 3
const frequent = 4

/** A block of this many tokens is hardly chance. */
const long = 12

/** The places of every run of three tokens, for as far as it is not frequent. */
const indexRuns = (ids: Int32Array) => {
  const count = Math.max(0, ids.length - run + 1)
  let size = 16
  while (size < count * 2) size *= 2
  const first = new Int32Array(size).fill(-1)
  const counts = new Uint8Array(size)
  const places = new Int32Array(size * frequent)
  const slotOf = (of: Int32Array, at: number): number => {
    const a = of[at]
    const b = of[at + 1]
    const c = of[at + 2]
    let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f)
    let slot = (mixed ^ (mixed >>> 13)) & (size - 1)
    for (let at = first[slot]; at !== -1; at = first[slot]) {
      if (ids[at] === a && ids[at + 1] === b && ids[at + 2] === c) break
      slot = (slot + 1) & (size - 1)
    }
    return slot
  }
  for (let at = 0; at < count; at += 1) {
    const slot = slotOf(ids, at)
    if (first[slot] === -1) first[slot] = at
    if (counts[slot] < frequent) places[slot * frequent + counts[slot]] = at
    if (counts[slot] <= frequent) counts[slot] += 1
  }
  return (of: Int32Array, at: number): Int32Array => {
    const slot = slotOf(of, at)
    const many = counts[slot] > frequent ? 0 : counts[slot]
    return places.subarray(slot * frequent, slot * frequent + many)
  }
}

/** Without the short blocks inside a long one's old words: phrases of it that stand elsewhere too. */
const withoutEchoes = (sorted: readonly Block[]): Block[] => {
  let [longest, end] = [0, 0]
  return sorted.filter(({ old, length }) => {
    if (old + length <= end && longest >= long && length * 2 <= longest) return false
    if (old + length > end || old >= end) [longest, end] = [length, old + length]
    return true
  })
}

/** Every longest run of equal tokens that holds at least one run of three that is not frequent in the new text; by `old`. */
export const equalBlocks = (old: Tokens, now: Tokens): Block[] => {
  const placesOf = indexRuns(now.ids)
  const reached = new Map<number, number>()
  const blocks: Block[] = []
  for (let at = 0; at + run <= old.ids.length; at += 1) {
    if (old.ids[at] === 0 || old.ids[at + 1] === 0 || old.ids[at + 2] === 0) continue
    for (const place of placesOf(old.ids, at)) {
      const diagonal = place - at
      if ((reached.get(diagonal) ?? -1) > at) continue
      let from = at
      while (from > 0 && from + diagonal > 0 && old.ids[from - 1] === now.ids[from - 1 + diagonal]) from -= 1
      let to = at + run
      while (to < old.ids.length && to + diagonal < now.ids.length && old.ids[to] === now.ids[to + diagonal]) to += 1
      reached.set(diagonal, to)
      blocks.push({ old: from, now: from + diagonal, length: to - from })
    }
  }
  return withoutEchoes(blocks.sort((a, b) => a.old - b.old || b.length - a.length))
}
