import type { Anchor } from './candidate'
import { type Tokens, tokenise, type Vocabulary } from './tokens'

/**
 * What anchors together still know of the text they were made on: stretches of words and surroundings, joined where they
 * overlap. Tokens of one stretch follow another's, a token 0 between them; offsets are those of the old text.
 */
export type Remembered = Tokens & {
  /** For each anchor, in the order given, the first token of its stretch and the one behind the last. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[]
}

type Stretch = { readonly from: number; readonly pieces: string[]; readonly members: number[]; readonly first: number }

/** Joins the anchors' stretches. Those that contradict each other, made on different texts, stay apart. */
export const remember = (anchors: readonly Anchor[], vocabulary: Vocabulary): Remembered => {
  const known = anchors.map(({ start, prefix, exact, suffix }, at) => ({
    at,
    from: start - prefix.length,
    words: prefix + exact + suffix,
  }))
  known.sort((a, b) => a.from - b.from || b.words.length - a.words.length)
  const stretches: Stretch[] = []
  let last = { from: 0, words: '' }
  for (const { at, from, words } of known) {
    const open = stretches.at(-1)
    const overlap = last.words.slice(from - last.from)
    const shared = Math.min(overlap.length, words.length)
    if (open && from <= last.from + last.words.length && overlap.slice(0, shared) === words.slice(0, shared)) {
      open.members.push(at)
      if (words.length <= overlap.length) continue
      open.pieces.push(words.slice(overlap.length))
    } else stretches.push({ from, pieces: [words], members: [at], first: at })
    last = { from, words }
  }

  const cut = stretches.map(({ from, pieces }) => ({ from, tokens: tokenise(pieces.join(''), vocabulary) }))
  const count = cut.reduce((sum, { tokens }) => sum + tokens.ids.length + 1, 0)
  const ids = new Int32Array(count)
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  const bounds: { from: number; to: number }[] = new Array(anchors.length)
  let at = 0
  cut.forEach(({ from, tokens }, which) => {
    const begins = at
    for (let i = 0; i < tokens.ids.length; i += 1, at += 1) {
      ids[at] = tokens.ids[i]
      starts[at] = tokens.starts[i] + from
      ends[at] = tokens.ends[i] + from
    }
    for (const member of stretches[which].members) bounds[member] = { from: begins, to: at }
    starts[at] = at > begins ? ends[at - 1] : from
    ends[at] = starts[at]
    at += 1
  })
  return { ids, starts, ends, stretches: bounds }
}
