/** What a figure counts. A share goes from 0 to 1. */
export type Unit = 'ms' | 'MB' | 'per second' | 'share' | 'count'

/** One figure of ours, and the same of a peer measured in the same run. */
export type Row = {
  /** With the size it was measured at. */
  readonly name: string
  readonly unit: Unit
  readonly ours: number
  readonly peer: number | null
  readonly peerName: string | null
  /** Above 1 ours is better, whatever the unit. Null for shares, and without a peer. */
  readonly ratio: number | null
  /** How often each was measured. */
  readonly runs: number
}

/** A benchmark of the list in index.ts. `say` tells how far it is. */
export type Benchmark = {
  readonly name: string
  /** What it measures, in a few words. */
  readonly about: string
  readonly run: (say: (progress: string) => void) => Promise<readonly Row[]>
}

/** The middle one of the values, or the mean of the middle two. Throws RangeError for none. */
export const median = (values: readonly number[]): number => {
  if (values.length === 0) throw new RangeError('There is no median of nothing.')
  const sorted = [...values].sort((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

/**
 * Measures contenders in turn, `rounds` times each, so that whatever else the machine does meets them alike: every other
 * round goes backwards. Gives what each measured, in order.
 */
export const interleave = async <Name extends string, Measured>(
  rounds: number,
  contenders: Readonly<Record<Name, (round: number) => Promise<Measured>>>,
): Promise<Record<Name, Measured[]>> => {
  const names = Object.keys(contenders) as Name[]
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Measured[]>
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? names : names.toReversed()
    for (const name of order) measured[name].push(await contenders[name](round))
  }
  return measured
}

type Given = {
  readonly name: string
  readonly unit: Unit
  readonly ours: readonly number[]
  readonly peer?: readonly number[]
  readonly peerName?: string
}

/** A row of medians. More is better where things are counted per second, less for times and memory. */
export const rowOf = ({ name, unit, ours, peer, peerName }: Given): Row => {
  const own = median(ours)
  const other = peer === undefined || peer.length === 0 ? null : median(peer)
  const better = unit === 'per second' ? own / (other ?? 0) : (other ?? 0) / own
  const ratio = other === null || unit === 'share' || !Number.isFinite(better) ? null : better
  return { name, unit, ours: own, peer: other, peerName: peerName ?? null, ratio, runs: ours.length }
}
