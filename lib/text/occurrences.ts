/** Longer words are looked for by their beginning, then compared: a search for long repetitive words would not end. */
const searched = 64

/**
 * Where `words` stand in the text, nearest to `at` first, at most `limit` places. Looks at no more than ten times
 * `limit` places that begin alike, so that a text of one repeated letter costs no more than another.
 */
export const nearestFirst = (text: string, words: string, at: number, limit: number): number[] => {
  const head = words.slice(0, searched)
  const stands = (place: number) => head.length === words.length || text.startsWith(words, place)
  const found: number[] = []
  let after = text.indexOf(head, at)
  let before = at > 0 ? text.lastIndexOf(head, at - 1) : -1
  for (let looked = 0; looked < limit * 10 && found.length < limit && (after !== -1 || before !== -1); looked++) {
    const forward = before === -1 || (after !== -1 && after - at <= at - before)
    const place = forward ? after : before
    if (stands(place)) found.push(place)
    if (forward) after = text.indexOf(head, place + 1)
    else before = place > 0 ? text.lastIndexOf(head, place - 1) : -1
  }
  return found
}

/** A stretch of a longer quote, by its offset in the quote, and a place in the text where it stands unchanged. */
export type Hit = { readonly piece: number; readonly offset: number; readonly place: number }

/**
 * Finds pieces of `quote` in the text: `count` at most, `length` units each, spread evenly. A piece that stands in more
 * than `common` places says nothing and is left out.
 */
export const findPieces = (text: string, quote: string, length: number, count: number, common: number): Hit[] => {
  const room = quote.length - length
  if (room < 0) return []
  const pieces = Math.min(count, Math.floor(room / length) + 1)
  const hits: Hit[] = []
  for (let piece = 0; piece < pieces; piece++) {
    const offset = pieces === 1 ? 0 : Math.round((piece * room) / (pieces - 1))
    const words = quote.slice(offset, offset + length)
    const places: Hit[] = []
    for (
      let place = text.indexOf(words);
      place !== -1 && places.length <= common;
      place = text.indexOf(words, place + 1)
    )
      places.push({ piece, offset, place })
    if (places.length <= common) hits.push(...places)
  }
  return hits
}

/** Hits that point at one place: where the quote would begin by each of them differs by no more than `drift`. */
export type Cluster = { readonly hits: readonly Hit[]; readonly pieces: number }

/** Gathers hits into clusters, those with most different pieces first. */
export const cluster = (hits: readonly Hit[], drift: number): Cluster[] => {
  const sorted = [...hits].sort((a, b) => a.place - a.offset - (b.place - b.offset))
  const clusters: Hit[][] = []
  let open: Hit[] = []
  for (const hit of sorted) {
    if (open.length > 0 && hit.place - hit.offset - (open[0].place - open[0].offset) > drift) {
      clusters.push(open)
      open = []
    }
    open.push(hit)
  }
  if (open.length > 0) clusters.push(open)
  return clusters
    .map((hits) => ({ hits, pieces: new Set(hits.map((hit) => hit.piece)).size }))
    .sort((a, b) => b.pieces - a.pieces)
}
