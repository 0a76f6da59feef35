import { diffArrays } from 'diff'
import { likeness } from './likeness'
import type { Edit, Edits } from './map'
import { tidyEdits } from './tighten'
import { uniqueRuns, type Window } from './unique-runs'
import { signs, type WordTokens, wordTokens } from './word-tokens'

/** How long the runs of words are that are looked for in both texts, one after the other, in what lies between those before. */
const runSizes = [8, 3, 1, 1] as const

/** What is compared sign by sign: the most signs of both sides, the most that may differ, and the effort for a whole text. */
const closely = { signs: 1_200, different: 250, effort: 20_000_000 } as const

/** Where nothing comes up only once: how many words further on the texts are looked for in step again, and for how many words. */
const step = { reach: 100, words: 4 } as const

/** From here on two words are one, misspelt. */
const sameWord = 0.5

const hasLetters = /[\p{L}\p{N}]/u

/** Whether it is plain what became of what: signs for signs, or a word for one like it. */
const isPlain = ({ old, text }: { old: string; text: string }): boolean =>
  !(hasLetters.test(old) || hasLetters.test(text)) ||
  (signs(old).length === 1 && signs(text).length === 1 && likeness(old, text) >= sameWord)

/** Two changes with nothing but signs between them are one, unless it is plain of either what became of what. */
const joined = (found: readonly (Edit & { readonly old: string })[], before: string): readonly Edit[] => {
  const edits: (Edit & { readonly old: string; readonly plain: boolean })[] = []
  for (const edit of found) {
    const last = edits.at(-1)
    const plain = isPlain(edit)
    const between = last ? before.slice(last.end, edit.start) : ''
    if (last && !last.plain && !plain && !hasLetters.test(between)) {
      const [old, text] = [last.old + between + edit.old, last.text + between + edit.text]
      edits[edits.length - 1] = { start: last.start, end: edit.end, text, old, plain: false }
    } else edits.push({ ...edit, plain })
  }
  return edits
}

/** The changes from one short text to another, sign by sign; null where that takes too long. `at` is where the first begins. */
const compareClosely = (before: string, from: number, to: number, after: string, left: { effort: number }) => {
  const [a, b] = [signs(before.slice(from, to)), signs(after)]
  left.effort -= (a.length + b.length) * Math.min(a.length + b.length, closely.different)
  if (a.length + b.length > closely.signs || left.effort < 0) return null
  const changes = diffArrays(a, b, { maxEditLength: closely.different })
  if (!changes) return null
  const found: (Edit & { readonly old: string })[] = []
  let at = from
  for (const { added, removed, value } of changes) {
    const text = value.join('')
    const last = found.at(-1)
    const goesOn = last && last.end === at ? found.pop() : undefined
    const { start, old, text: put } = goesOn ?? { start: at, old: '', text: '' }
    if (removed) found.push({ start, end: at + text.length, text: put, old: old + text })
    else if (added) found.push({ start, end: at, text: put + text, old })
    else if (goesOn) found.push(goesOn)
    if (!added) at += text.length
  }
  return joined(found, before)
}

/** Where two lists that part at the beginning of a window are in step again, nearest first; null where nowhere near. */
const inStep = (a: Int32Array, b: Int32Array, { aFrom, aTo, bFrom, bTo }: Window, left: { effort: number }) => {
  const runs = (i: number, j: number) => {
    for (let word = 0; word < step.words; word += 1) if (i + word >= aTo || a[i + word] !== b[j + word]) return false
    return j + step.words <= bTo
  }
  for (let far = 1; far <= step.reach && left.effort > 0; far += 1) {
    left.effort -= far
    for (let near = 0; near <= far; near += 1) {
      const [i, j] = [aFrom + near, bFrom + far - near]
      if (runs(i, j)) return { a: i, b: j }
    }
  }
  return null
}

/**
 * The edits that lead from one text to another, for a newer version of a whole transcript or for one rewritten turn. Runs
 * of words that come up once in both hold the texts together, first long ones, then single words; what lies between is
 * compared word by word. Time grows with the length of the texts whatever they are: where effort runs out, edits are coarser,
 * never wrong. No word is cut unless just it is changed, and no grapheme cluster is.
 */
export const differences = (before: string, after: string): Edits => {
  if (before === after) return []
  const [a, b] = wordTokens([before, after]) as [WordTokens, WordTokens]
  const left = { effort: closely.effort }
  const edits: Edit[] = []
  const rest: Window[] = []

  const compare = (window: Window, level: number): void => {
    let { aFrom, aTo, bFrom, bTo } = window
    while (aFrom < aTo && bFrom < bTo && a.ids[aFrom] === b.ids[bFrom]) {
      aFrom += 1
      bFrom += 1
    }
    while (aFrom < aTo && bFrom < bTo && a.ids[aTo - 1] === b.ids[bTo - 1]) {
      aTo -= 1
      bTo -= 1
    }
    if (aFrom === aTo && bFrom === bTo) return
    const [start, end] = [a.starts[aFrom] as number, a.starts[aTo] as number]
    const text = after.slice(b.starts[bFrom], b.starts[bTo])
    if (aFrom === aTo || bFrom === bTo) {
      edits.push({ start, end, text })
      return
    }
    const size = runSizes[level]
    if ((aTo - aFrom) * (bTo - bFrom) <= 16 || (size === undefined && aTo - aFrom + bTo - bFrom <= closely.signs / 2)) {
      edits.push(...(compareClosely(before, start, end, text, left) ?? [{ start, end, text }]))
      return
    }
    if (size === undefined) {
      const again = inStep(a.ids, b.ids, { aFrom, aTo, bFrom, bTo }, left)
      if (!again) edits.push({ start, end, text })
      else rest.push({ aFrom: again.a, aTo, bFrom: again.b, bTo })
      if (again) compare({ aFrom, aTo: again.a, bFrom, bTo: again.b }, level)
      return
    }
    for (const pair of uniqueRuns(a.ids, b.ids, { aFrom, aTo, bFrom, bTo }, size)) {
      // Those that lie in the run before are in it already.
      if (pair.a < aFrom || pair.b < bFrom) continue
      compareAll({ aFrom, aTo: pair.a, bFrom, bTo: pair.b }, level + 1)
      aFrom = pair.a + size
      bFrom = pair.b + size
    }
    compareAll({ aFrom, aTo, bFrom, bTo }, level + 1)
  }
  /** A window, and what is left of it each time it was in step again: in a loop, as there may be many. */
  const compareAll = (window: Window, level: number): void => {
    for (let next: Window | undefined = window; next; next = rest.pop()) compare(next, level)
  }
  compareAll({ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, 0)
  return tidyEdits(before, edits)
}
