/** A replacement, cut down to what really changes: the words that stay before and after, and those that differ. */
export type ChangeOf = {
  readonly before: string
  readonly deleted: string
  readonly inserted: string
  readonly after: string
}

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? []

/** What changes from one text to another, in whole words, from the first that differs to the last. */
export const changeOf = (from: string, to: string): ChangeOf => {
  const old = wordsOf(from)
  const now = wordsOf(to)
  const shorter = Math.min(old.length, now.length)
  let first = 0
  while (first < shorter && old[first] === now[first]) first++
  let last = 0
  while (last < shorter - first && old.at(-1 - last) === now.at(-1 - last)) last++
  const middle = (words: readonly string[]) => words.slice(first, words.length - last).join('')
  return {
    before: old.slice(0, first).join(''),
    deleted: middle(old),
    inserted: middle(now),
    after: old.slice(old.length - last).join(''),
  }
}
