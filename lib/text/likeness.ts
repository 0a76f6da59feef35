/** Longer strings are compared by their first units only: the cost grows with the square of the length. */
export const likenessReach = 512

/**
 * How alike two short strings are, from 0 (nothing in common) to 1 (equal): one minus the Levenshtein distance over the
 * longer length, counted in UTF-16 units. Two rows of the usual table; only the first 512 units of each are looked at.
 */
export const likeness = (one: string, other: string): number => {
  const a = one.slice(0, likenessReach)
  const b = other.slice(0, likenessReach)
  if (a === b) return 1
  if (a === '' || b === '') return 0
  let above = Uint16Array.from({ length: b.length + 1 }, (_, column) => column)
  let row = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    const unit = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1] + (unit === b.charCodeAt(j - 1) ? 0 : 1)
      row[j] = Math.min(replaced, above[j] + 1, row[j - 1] + 1)
    }
    const done = above
    above = row
    row = done
  }
  return 1 - above[b.length] / Math.max(a.length, b.length)
}
