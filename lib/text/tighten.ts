import { boundaryAfter, boundaryBefore } from './grapheme'
import { applyEdits, type Edit, type Edits, joinTouching } from './map'

/** How much of the text around an edit is looked at first, in UTF-16 units; more where a cluster reaches further. */
const around = 64

/** How many units two strings have in common at their beginning, and behind that at their end. */
const sharedEnds = (a: string, b: string): { readonly before: number; readonly after: number } => {
  const most = Math.min(a.length, b.length)
  let before = 0
  while (before < most && a.charCodeAt(before) === b.charCodeAt(before)) before += 1
  let after = 0
  while (after < most - before && a.charCodeAt(a.length - 1 - after) === b.charCodeAt(b.length - 1 - after)) after += 1
  return { before, after }
}

/** A letter of a word in a script that parts words by spaces. */
const letter = /(?![\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}])[\p{L}\p{N}\p{M}]/u
const isLetter = (sign: string | undefined): boolean => sign !== undefined && letter.test(sign)
/** Whether a place stands inside of a word, in a script that parts words by spaces. */
export const cutsWord = (text: string, at: number): boolean => isLetter(text[at - 1]) && isLetter(text[at])
const allLetters = (text: string): boolean => [...text].every(isLetter)

/**
 * Without the equal letters at both ends, wherever that cuts a cluster; null where nothing changes. A change of more than
 * one word is not cut inside of a word: "house" would otherwise keep its "se" when "the big house" becomes "a horse".
 */
const core = (text: string, { start, end, text: replacement }: Edit): Edit | null => {
  const old = text.slice(start, end)
  if (old === replacement) return null
  let { before, after } = sharedEnds(old, replacement)
  const cuts = () => before > 0 && (cutsWord(old, before) || cutsWord(replacement, before))
  const cutsBehind = () =>
    after > 0 && (cutsWord(old, old.length - after) || cutsWord(replacement, replacement.length - after))
  if (cuts() || cutsBehind()) {
    const changed = old.slice(before, old.length - after) + replacement.slice(before, replacement.length - after)
    if (!allLetters(changed)) {
      while (cuts()) before -= 1
      while (cutsBehind()) after -= 1
    }
  }
  return { start: start + before, end: end - after, text: replacement.slice(before, replacement.length - after) }
}

/** The last place at or before `at` where clusters part in both texts, which are the same up to `at`. */
const backInBoth = (a: string, b: string, at: number): number => {
  let place = at
  for (let next = -1; next !== place; ) {
    next = place
    place = boundaryBefore(b, boundaryBefore(a, place))
  }
  return place
}

/** The first place at or after `at` of `a` where clusters part in both texts, which are the same from there on. */
const onInBoth = (a: string, b: string, at: number): number => {
  const shift = b.length - a.length
  let place = at
  for (let next = -1; next !== place; ) {
    next = place
    place = boundaryAfter(b, boundaryAfter(a, place) + shift) - shift
  }
  return place
}

/**
 * The smallest edit that does the same: without the equal letters at both ends. It keeps words whole when it changes more
 * than one, and is widened where it would cut a grapheme cluster of the text before or after it. Null when nothing changes.
 * Throws RangeError outside the text.
 */
export const tighten = (text: string, edit: Edit): Edit | null => {
  const { start, end } = edit
  if (!(start >= 0 && start <= end && end <= text.length))
    throw new RangeError(`The edit ${start}–${end} is outside the text.`)
  const small = core(text, edit)
  if (!small) return null
  for (let reach = around; ; reach *= 8) {
    const from = boundaryBefore(text, Math.max(0, start - reach))
    const to = boundaryAfter(text, Math.min(text.length, end + reach))
    const before = text.slice(from, to)
    const after = text.slice(from, start) + edit.text + text.slice(end, to)
    const left = backInBoth(before, after, small.start - from)
    const right = onInBoth(before, after, small.end - from)
    const whole = (left > 0 || from === 0) && (right < before.length || to === text.length)
    if (whole)
      return {
        start: from + left,
        end: from + right,
        text: after.slice(left, after.length - (before.length - right)),
      }
  }
}

/**
 * The list with every edit that cuts a cluster of the text before or after widened by what it cuts and by `more`, and
 * joined with the edit before where it comes over that. Null when none cuts any.
 */
const widenCut = (text: string, edits: Edits, more: number): Edits | null => {
  const after = applyEdits(text, edits)
  const widened: Edit[] = []
  let shift = 0
  let cuts = false
  for (const [at, edit] of edits.entries()) {
    const place = edit.start + shift
    shift += edit.text.length - (edit.end - edit.start)
    const behind = edit.end + shift
    const back = Math.max(edit.start - boundaryBefore(text, edit.start), place - boundaryBefore(after, place))
    const on = Math.max(boundaryAfter(text, edit.end) - edit.end, boundaryAfter(after, behind) - behind)
    if (back > 0 || on > 0) cuts = true
    let start = Math.max(0, edit.start - (back > 0 ? back + more : 0))
    const end = Math.min(edits[at + 1]?.start ?? text.length, edit.end + (on > 0 ? on + more : 0))
    let replacement = edit.text + text.slice(edit.end, end)
    const last = widened.at(-1)
    if (last && back > 0 && (start < last.end || last.end === edit.start)) {
      widened.pop()
      replacement = last.text + text.slice(last.end, edit.start) + replacement
      start = last.start
    } else replacement = text.slice(start, edit.start) + replacement
    widened.push({ start, end, text: replacement })
  }
  return cuts ? widened : null
}

/**
 * Any edits of one text as a list that `applyEdits` takes: in order, each as small as it can be, none that changes
 * nothing, and no grapheme cluster cut in the text before or after all of them. Insertions at one place keep their order.
 * Throws RangeError where two overlap or one is outside the text.
 */
export const tidyEdits = (text: string, edits: Edits): Edits => {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  for (const [at, { start, end }] of inOrder.entries()) {
    if (start < (inOrder[at - 1]?.end ?? 0) || end > text.length)
      throw new RangeError(`The edit ${start}–${end} is over another or outside the text.`)
  }
  let list = joinTouching(inOrder.flatMap((edit) => core(text, edit) ?? []))
  for (let rounds = 0; ; rounds += 1) {
    const widened = widenCut(text, list, rounds < 4 ? 0 : 2 ** rounds)
    // Some that only changed something apart change nothing once they are one.
    if (!widened) return list.filter(({ start, end, text: put }) => text.slice(start, end) !== put)
    list = joinTouching(widened)
  }
}
