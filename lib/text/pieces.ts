import type { Range } from './range'

/** A stretch of text under the same marks throughout. The longest mark comes first, the shortest last. */
export type Piece<M extends Range> = Range & { readonly marks: readonly M[] }

const longerFirst = (a: Range, b: Range): number => b.end - b.start - (a.end - a.start)

/** Puts a mark behind those that are as long or longer, so that of equal ones the first given stays outside. */
const inserted = <M extends Range>(into: readonly M[], mark: M): readonly M[] => {
  const at = into.findIndex((other) => longerFirst(mark, other) < 0)
  return at === -1 ? [...into, mark] : [...into.slice(0, at), mark, ...into.slice(at)]
}

/**
 * Cuts the part of `within` that is under marks at every place where one begins or ends. `marks` are in document
 * order; what lies under none of them is left out.
 */
export const piecesOf = <M extends Range>(marks: readonly M[], within: Range): readonly Piece<M>[] => {
  const inside = marks.filter((mark) => mark.start < within.end && within.start < mark.end)
  const edges = new Set<number>()
  for (const mark of inside) {
    edges.add(Math.max(mark.start, within.start))
    edges.add(Math.min(mark.end, within.end))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const pieces: Piece<M>[] = []
  let under: readonly M[] = []
  let next = 0
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    under = under.filter((mark) => mark.end > start)
    for (let mark = inside[next]; mark && mark.start <= start; mark = inside[next]) {
      under = inserted(under, mark)
      next += 1
    }
    if (under.length > 0) pieces.push({ start, end: cuts[index + 1] as number, marks: under })
  }
  return pieces
}

/**
 * The line that each mark takes below the words, 0 nearest to them, so that lines of marks that overlap do not lie on
 * each other. `marks` are in document order.
 */
export const lanesOf = (marks: readonly (Range & { readonly id: string })[]): ReadonlyMap<string, number> => {
  const ends: number[] = []
  const lanes = new Map<string, number>()
  for (const mark of marks) {
    const free = ends.findIndex((end) => end <= mark.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = mark.end
    lanes.set(mark.id, lane)
  }
  return lanes
}
