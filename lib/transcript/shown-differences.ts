import { boundaryBefore } from '@/lib/text/grapheme'
import { applyEdits, type Edit, type Edits } from '@/lib/text/map'
import type { Difference } from './version'

/** How many differences are shown, how much of each, and of what stands beside it, in UTF-16 units. */
const shown = { most: 12, words: 280, beside: 48 } as const

/** Edits with so little between them are shown as one; no word is looked for further than this. */
const near = 24

const inWord = /[\p{L}\p{M}\p{N}'’-]/u

/** Where the word begins or ends that an edit cuts at `at`, whether it does so by what it takes out or by what it puts in. */
const edgeOfWord = (text: string, at: number, by: 1 | -1, put: string): number => {
  const [outside, inside] = by === 1 ? [text[at], text[at - 1]] : [text[at - 1], text[at]]
  const first = (by === 1 ? put.at(-1) : put[0]) ?? ''
  if (!inWord.test(outside ?? '') || !(inWord.test(inside ?? '') || inWord.test(first))) return at
  let edge = at
  while (Math.abs(edge - at) < near && inWord.test(text[by === 1 ? edge : edge - 1] ?? '')) edge += by
  return edge
}

/** Edits that are shown together: beside each other on a line. */
const groupsOf = (before: string, edits: Edits): readonly Edits[] => {
  const groups: Edit[][] = []
  for (const edit of edits) {
    const last = groups.at(-1)?.at(-1)
    const between = last && before.slice(last.end, edit.start)
    if (between !== undefined && between.length < near && !between.includes('\n')) groups.at(-1)?.push(edit)
    else if (groups.length === shown.most) break
    else groups.push([edit])
  }
  return groups
}

const cut = (words: string): string =>
  words.length <= shown.words ? words : `${words.slice(0, boundaryBefore(words, shown.words))}…`

/** The first places where edits change a text, in whole words, with some of what stands beside them. */
export const firstDifferences = (before: string, edits: Edits): readonly Difference[] =>
  groupsOf(before, edits).map((group) => {
    const [first, last] = [group[0] as Edit, group.at(-1) as Edit]
    const start = edgeOfWord(before, first.start, -1, first.text)
    const end = edgeOfWord(before, last.end, 1, last.text)
    const inside = group.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }))
    const was = before.slice(start, end)
    return {
      ...{ was: cut(was), is: cut(applyEdits(was, inside)), places: group.length },
      // From and to the nearest white space, so that no word is cut.
      before: before.slice(Math.max(0, start - shown.beside), start).replace(start > shown.beside ? /^\S*\s/ : /^/, ''),
      after: before.slice(end, end + shown.beside).replace(end + shown.beside < before.length ? /\s\S*$/ : /$/, ''),
    }
  })
