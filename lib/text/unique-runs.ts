/** Part of two lists: [aFrom, aTo) of the one and [bFrom, bTo) of the other. */
export type Window = { readonly aFrom: number; readonly aTo: number; readonly bFrom: number; readonly bTo: number }

/** The same run begins at `a` of one list and at `b` of the other. */
export type Pair = { readonly a: number; readonly b: number }

const twice = -2
const absent = -1

/** The longest series of pairs, in order of `a`, that are in order of `b` too. Patience sorting, O(n log n). */
const inOrder = (pairs: readonly Pair[]): readonly Pair[] => {
  const tops: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [at, { b }] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[tops[middle] as number] as Pair).b < b) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (tops[low - 1] as number) : absent
    tops[low] = at
  }
  const series: Pair[] = []
  for (let at = tops.at(-1) ?? absent; at !== absent; at = before[at] as number) series.push(pairs[at] as Pair)
  return series.reverse()
}

/**
 * Runs of `size` numbers that come up exactly once in each part of the window: where they begin, in an order that holds in
 * both. What Bram Cohen's patience diff holds on to, with runs for lines. O(n log n), in a table of open addresses.
 */
export const uniqueRuns = (a: Int32Array, b: Int32Array, window: Window, size: number): readonly Pair[] => {
  const count = window.aTo - window.aFrom - size + 1
  if (count <= 0 || window.bTo - window.bFrom < size) return []
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 1)) - 1
  const slots = new Int32Array(mask + 1).fill(absent)
  const inB = new Int32Array(count).fill(absent)
  const again = new Uint8Array(count)

  const hash = (list: Int32Array, at: number): number => {
    let sum = 0
    for (let step = 0; step < size; step += 1)
      sum = Math.imul(sum ^ (list[at + step] as number), 0x9e3779b1) ^ (sum >>> 15)
    return (sum ^ (sum >>> 13)) & mask
  }
  const same = (list: Int32Array, at: number, other: number): boolean => {
    for (let step = 0; step < size; step += 1) if (list[at + step] !== a[window.aFrom + other + step]) return false
    return true
  }
  /** The slot of a run: the one it is in, or the free one where it would be. */
  const slotOf = (list: Int32Array, at: number): number => {
    let slot = hash(list, at)
    for (let held = slots[slot] as number; held !== absent && !same(list, at, held); held = slots[slot] as number)
      slot = (slot + 1) & mask
    return slot
  }

  for (let at = 0; at < count; at += 1) {
    const slot = slotOf(a, window.aFrom + at)
    if (slots[slot] === absent) slots[slot] = at
    else again[slots[slot] as number] = 1
  }
  for (let at = window.bFrom; at + size <= window.bTo; at += 1) {
    const held = slots[slotOf(b, at)] as number
    if (held !== absent) inB[held] = inB[held] === absent ? at : twice
  }
  const pairs: Pair[] = []
  for (let at = 0; at < count; at += 1) {
    const other = inB[at] as number
    if (again[at] === 0 && other >= 0) pairs.push({ a: window.aFrom + at, b: other })
  }
  return inOrder(pairs)
}
