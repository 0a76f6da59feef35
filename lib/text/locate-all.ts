import { type Alignment, align } from './align'
import { type Anchor, type Located, locate } from './anchor'
import { snap } from './grapheme'
import type { Range } from './range'
import { type Remembered, remember } from './remembered'
import { newVocabulary, type Tokens, tokenise } from './tokens'

/** How much of an anchor's words must be found in one place, by what they are worth, for the place to be sure. */
const ownWords = 0.55

/** The same of its words and surroundings together. */
const allWords = 0.5

/** Tokens looked at on each side beyond the anchor's own words: about what prefix and suffix hold. */
const sides = 6

/** A sign at an end with this many tokens put between it and the words found is a sign of something else. */
const besides = 3

/** From here on, in units, what was put between an anchor's words may as well have torn them apart. */
const hole = 40

/** On each side of a hole so much must agree, in words and surroundings: some three words. */
const sideWorth = 12

/** A place this many times as long as the words, and some, holds more of something else than of them. */
const swollen = 2

/** How many anchors are looked for one by one: each may cost as much as all the others together. */
const closeLooks = 100

type Old = Remembered & Alignment

/** What a chain found of an anchor's tokens `from`–`to`: the first and the last. */
type Found = { which: number; from: number; to: number; first: number; last: number }

/** The first token in `from`–`to` that ends behind the offset, in the old text. */
const tokenAfter = (ends: Int32Array, offset: number, from: number, to: number): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle] > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** What of the tokens `from`–`to` one chain found, by worth. */
const foundBy = ({ chain, alike, worthUpTo }: Old, which: number, from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i += 1) if (chain[i] === which) sum += alike[i] * (worthUpTo[i + 1] - worthUpTo[i])
  return sum
}

/** The chain that found most of the tokens `from`–`to`, or -1. */
const bestChain = (old: Old, from: number, to: number): number => {
  let best = -1
  let most = 0
  const seen = new Set<number>([-1])
  for (let i = from; i < to; i += 1) {
    const which = old.chain[i]
    if (seen.has(which)) continue
    seen.add(which)
    const found = foundBy(old, which, from, to)
    if (found > most) [best, most] = [which, found]
  }
  return best
}

/** Whether much was put between two of the old tokens `first`–`last`, and little agrees on one side of it, `from`–`to`. */
const isTorn = (
  now: Tokens,
  old: Old,
  which: number,
  first: number,
  last: number,
  from: number,
  to: number,
): boolean => {
  for (let before = first, i = first + 1; i <= last; i += 1) {
    if (old.chain[i] !== which) continue
    const grown = now.starts[old.to[i]] - now.ends[old.to[before]] - (old.starts[i] - old.ends[before])
    const lesser = () => Math.min(foundBy(old, which, from, before + 1), foundBy(old, which, i, to))
    if (grown > hole && lesser() < sideWorth) return true
    before = i
  }
  return false
}

/**
 * The edges in the new text of what was found of the old tokens `from`–`to`, from `first` to `last`. Other words in the place of
 * some at an end belong to it when what stands beside the anchor was found beside them; words put there besides do not.
 */
const edges = (text: string, now: Tokens, old: Old, { start: was, exact }: Anchor, found: Found): Range => {
  const { which, from, to, first, last } = found
  const [f, l] = [old.to[first], old.to[last]]
  let start = now.starts[f]
  let end = now.ends[l]
  const put = f - old.to[from - 1] - 1
  const behind = old.to[to] - l - 1
  const lead = was - old.starts[first]
  const trail = was + exact.length - old.ends[last]
  // Lead below 0 is white space before the first word; above 0 the anchor begins inside a word.
  if (old.chain[from - 1] === which && put > 0 && put <= first - from) start = now.starts[f - put]
  else if (lead < 0 && text.startsWith(exact.slice(0, -lead), start + lead)) start += lead
  else if (lead > 0 && lead < now.ends[f] - start) start += lead
  if (old.chain[to] === which && behind > 0 && behind <= to - 1 - last) end = now.ends[l + behind]
  else if (trail > 0 && text.startsWith(exact.slice(-trail), end)) end += trail
  else if (trail < 0 && -trail < end - now.starts[l]) end += trail
  return start < end ? { start, end } : { start: now.starts[f], end: now.ends[l] }
}

/** Whether nothing of the old tokens `from`–`to` was found anywhere, so that their neighbours say nothing either. */
const isUnknown = ({ chain }: Old, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (chain[i] !== -1) return false
  return true
}

/** What stands in the place of the old tokens `from`–`to`, between the same neighbours: a question. Null when nothing does, or far more. */
const replacement = (text: string, now: Tokens, { to: went, chain }: Old, from: number, to: number): Located | null => {
  const put = went[to] - went[from - 1] - 1
  if (!(chain[from - 1] >= 0) || chain[from - 1] !== chain[to] || put <= 0 || put > to - from) return null
  const between = { start: now.starts[went[to] - put], end: now.ends[went[to] - 1] }
  return { ...snap(text, between), placed: 'doubtful' }
}

/** Where one anchor's words went by the alignment; null when they are gone, undefined when it does not know. */
const place = (text: string, now: Tokens, old: Old, anchor: Anchor, at: number): Located | null | undefined => {
  const { start, exact } = anchor
  const stretch = old.stretches[at]
  const from = tokenAfter(old.ends, start, stretch.from, stretch.to)
  let to = from
  while (to < stretch.to && old.starts[to] < start + exact.length) to += 1
  const widerFrom = Math.max(stretch.from, from - sides)
  const widerTo = Math.min(stretch.to, to + sides)
  const which = bestChain(old, from, to)
  if (which === -1 && from < to && !isUnknown(old, widerFrom, widerTo)) return replacement(text, now, old, from, to)
  if (which === -1) return undefined

  const step = (token: number, way: 1 | -1) => {
    let next = token + way
    while (old.chain[next] !== which) next += way
    return next
  }
  const apart = (sign: number, way: 1 | -1) => {
    const next = step(sign, way)
    const isSign = old.worthUpTo[sign + 1] - old.worthUpTo[sign] < 1
    return isSign && Math.abs(old.to[next] - old.to[sign]) > Math.abs(next - sign) + besides
  }
  let first = step(from - 1, 1)
  let last = step(to, -1)
  while (first < last && apart(first, 1)) first = step(first, 1)
  while (first < last && apart(last, -1)) last = step(last, -1)

  const range = snap(text, edges(text, now, old, anchor, { which, from, to, first, last }))
  if (range.start === start && text.slice(range.start, range.end) === exact) return { ...range, placed: 'exact' }
  const share = (begin: number, end: number) =>
    foundBy(old, which, begin, end) / (old.worthUpTo[end] - old.worthUpTo[begin])
  const sure =
    share(from, to) >= ownWords &&
    share(widerFrom, widerTo) >= allWords &&
    range.end - range.start <= swollen * exact.length + hole &&
    !isTorn(now, old, which, first, last, widerFrom, widerTo)
  return { ...range, placed: sure ? 'moved' : 'doubtful' }
}

/**
 * Finds many anchors of one text in another state of it, at once; see `locate` for what the answers mean. What the anchors
 * remember is put together and aligned with the new text word by word, so that where one word went tells where its neighbours
 * are. Anchors that this says nothing of are looked for one by one, a hundred at most; the rest of them is lost.
 */
export const locateAll = (text: string, anchors: readonly Anchor[]): (Located | null)[] => {
  const vocabulary = newVocabulary()
  const now = tokenise(text, vocabulary)
  const remembered = remember(anchors, vocabulary)
  const old = { ...remembered, ...align(remembered, now, vocabulary) }
  let looks = closeLooks
  return anchors.map((anchor, at) => {
    const found = place(text, now, old, anchor, at)
    if (found !== undefined) return found
    const { start, exact, prefix, suffix } = anchor
    const stays =
      exact !== '' && start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length)
    if (stays) return { ...snap(text, { start, end: start + exact.length }), placed: 'exact' }
    looks -= 1
    return looks < 0 ? null : locate(text, anchor)
  })
}
