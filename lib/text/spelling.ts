/**
 * How alike two spellings of a word are, from 0 to 1 (equal): one minus their distance over the longer length, where two
 * letters exchanged count once, as mistypings do (optimal string alignment distance).
 */
export const spellingLikeness = (one: string, other: string): number => {
  if (one === other) return 1
  const width = other.length + 1
  const table = new Uint16Array((one.length + 1) * width)
  for (let i = 0; i <= one.length; i += 1)
    for (let j = 0; j <= other.length; j += 1) {
      const at = i * width + j
      if (i === 0 || j === 0) {
        table[at] = i + j
        continue
      }
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1)
      let least = Math.min(table[at - width - 1] + (same ? 0 : 1), table[at - width] + 1, table[at - 1] + 1)
      const exchanged =
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
      if (exchanged) least = Math.min(least, table[at - 2 * width - 2] + 1)
      table[at] = least
    }
  return 1 - table[table.length - 1] / Math.max(one.length, other.length)
}
