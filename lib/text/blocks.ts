import type { Tokens } from './tokens'

/** A run of `length` equal tokens: in the old text from token `old`, in the new one from token `now`. */
export type Block = { readonly old: number; readonly now: number; readonly length: number }

/**
 * Runs of three tokens are looked up, and runs of eight where the three stand in more than `frequent` places, as in refrains
 * and in very long texts. A run that is frequent even so says too little of where it is.
 */
const runs = [3, 8] as const
const frequent = 4

/** A block of this many tokens is hardly chance. */
const long = 12

/** Looks up the places of runs of `run` tokens; none for a run that is frequent, or cut by the end of what is asked. */
const indexRuns = (ids: Int32Array, run: number) => {
  const count = Math.max(0, ids.length - run + 1)
  let size = 16
  while (size < count * 2) size *= 2
  const first = new Int32Array(size).fill(-1)
  const counts = new Uint8Array(size)
  const next = new Int32Array(count)
  const slotOf = (of: Int32Array, at: number): number => {
    let mixed = run
    for (let i = 0; i < run; i += 1) mixed = Math.imul(mixed ^ of[at + i] ^ (mixed >>> 15), 0x9e3779b1)
    let slot = (mixed ^ (mixed >>> 13)) & (size - 1)
    for (let held = first[slot]; held !== -1; held = first[slot]) {
      let same = 0
      while (same < run && ids[held + same] === of[at + same]) same += 1
      if (same === run) break
      slot = (slot + 1) & (size - 1)
    }
    return slot
  }
  for (let at = count - 1; at >= 0; at -= 1) {
    const slot = slotOf(ids, at)
    next[at] = first[slot]
    first[slot] = at
    if (counts[slot] <= frequent) counts[slot] += 1
  }
  return (of: Int32Array, at: number): readonly number[] | 'frequent' => {
    const slot = slotOf(of, at)
    if (counts[slot] > frequent) return 'frequent'
    const places: number[] = []
    for (let place = first[slot]; place !== -1; place = next[place]) places.push(place)
    return places
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

/** Every longest run of equal tokens that holds at least one that is not frequent in the new text; by `old`. */
export const equalBlocks = (old: Tokens, now: Tokens): Block[] => {
  const [short, longer] = runs
  const placesOf = indexRuns(now.ids, short)
  const placesOfLonger = indexRuns(now.ids, longer)
  const reached = new Map<number, number>()
  const blocks: Block[] = []
  let whole = 0
  for (let at = 0; at < old.ids.length; at += 1) {
    // How many tokens from here on belong together: 0 stands between stretches.
    if (at >= whole) for (whole = at; old.ids[whole] > 0; whole += 1);
    if (at + short > whole) continue
    let places = placesOf(old.ids, at)
    if (places === 'frequent') places = at + longer > whole ? [] : placesOfLonger(old.ids, at)
    if (places === 'frequent') continue
    for (const place of places) {
      const diagonal = place - at
      if ((reached.get(diagonal) ?? -1) > at) continue
      let from = at
      while (from > 0 && from + diagonal > 0 && old.ids[from - 1] === now.ids[from - 1 + diagonal]) from -= 1
      let to = at + short
      while (to < old.ids.length && to + diagonal < now.ids.length && old.ids[to] === now.ids[to + diagonal]) to += 1
      reached.set(diagonal, to)
      blocks.push({ old: from, now: from + diagonal, length: to - from })
    }
  }
  return withoutEchoes(blocks.sort((a, b) => a.old - b.old || b.length - a.length))
}
