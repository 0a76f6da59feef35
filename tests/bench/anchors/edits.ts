import type { Range } from '@/lib/text/range'
import { seeded } from '../seeded'

/**
 * What is done to a text, as shares of the words that are touched: a spelling changed by one letter, one to three words
 * taken out, one to three words of the text put in, punctuation and capitals changed, a sentence from elsewhere put in, a
 * sentence moved to another place.
 */
const shares = {
  spelling: 0.35,
  out: 0.2,
  in: 0.15,
  marks: 0.1,
  capitals: 0.05,
  newSentence: 0.075,
  moved: 0.075,
} as const

type Word = { text: string; gap: string; piece: number }

/** A text after its edits: where each of its old words now stands, null for those taken out. */
export type Version = {
  readonly text: string
  readonly places: readonly (Range | null)[]
  /** 0 for words that stand where they stood; the number of the moved sentence for the others. */
  readonly pieces: readonly number[]
}

/** The words of a text, each a run of anything but white space, as ranges. */
export const wordsOf = (text: string): readonly Range[] =>
  [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))

const endsSentence = ({ text, gap }: Word) => /[.?!]["')\]]*$/.test(text) || gap.includes('\n')

/** One letter left out, doubled, exchanged with the next, or another in its place. */
const misspelt = (word: string, below: (limit: number) => number): string => {
  const at = 1 + below(word.length - 2)
  const letter = word.charAt(at)
  const other = 'etaoinshrdlu'.charAt(below(12))
  const middle = ['', letter + letter, word.charAt(at + 1) + letter, other][below(4)] as string
  const taken = middle.length === 2 && middle.charAt(0) !== middle.charAt(1) ? 2 : 1
  return word.slice(0, at) + middle + word.slice(at + taken)
}

const otherMarks = (word: string) => (/[.,;:?!]$/.test(word) ? word.slice(0, -1) : `${word},`)
const otherCapitals = (word: string) => {
  const first = word.charAt(0)
  return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + word.slice(1)
}

/** What is to be done, by the numbers of words and sentences. */
type Plan = {
  readonly words: readonly Word[]
  readonly sentences: readonly Range[]
  /** Each word as it is to be spelt; an empty text stands for a word taken out. */
  readonly now: readonly string[]
  /** What comes behind a word, and behind a sentence: words put in; sentences moved there, by number, or put in. */
  readonly inserted: ReadonlyMap<number, readonly string[]>
  readonly after: ReadonlyMap<number, readonly (number | string)[]>
  readonly moved: ReadonlyMap<number, number>
}

const plan = (text: string, share: number, others: readonly string[], seed: number): Plan => {
  const next = seeded(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const ranges = wordsOf(text)
  const words: Word[] = ranges.map(({ start, end }, at) => ({
    text: text.slice(start, end),
    gap: text.slice(end, ranges[at + 1]?.start ?? text.length),
    piece: 0,
  }))
  const sentences: Range[] = []
  for (let at = 0, start = 0; at < words.length; at += 1)
    if (endsSentence(words[at] as Word) || at === words.length - 1) {
      sentences.push({ start, end: at + 1 })
      start = at + 1
    }
  const budget = share * words.length
  const spend = (part: keyof typeof shares, once: () => number) => {
    for (let left = budget * shares[part], tries = 0; left > 0 && tries < words.length; tries += 1) left -= once()
  }

  // Sentences: which are moved, and what comes after which.
  const after = new Map<number, (number | string)[]>()
  const put = (target: number, what: number | string) => after.set(target, [...(after.get(target) ?? []), what])
  const moved = new Map<number, number>()
  spend('moved', () => {
    const at = below(sentences.length)
    const { start, end } = sentences[at] as Range
    const target = below(sentences.length)
    if (moved.has(at) || moved.has(target) || after.has(at) || target === at || end - start < 3) return 0
    moved.set(at, moved.size + 1)
    put(target, at)
    for (let word = start; word < end; word += 1) (words[word] as Word).piece = moved.size
    return end - start
  })
  spend('newSentence', () => {
    const target = below(sentences.length)
    const sentence = others[below(others.length)] as string
    if (moved.has(target)) return 0
    put(target, sentence)
    return sentence.split(/\s+/).length
  })

  // Words: each touched once at most.
  const inserted = new Map<number, string[]>()
  const now = words.map((word) => word.text)
  const touched = new Uint8Array(words.length)
  const change = (part: keyof typeof shares, fits: (word: string) => boolean, to: (word: string) => string) =>
    spend(part, () => {
      const at = below(words.length)
      if (touched[at] === 1 || !fits(now[at] as string)) return 0
      touched[at] = 1
      now[at] = to(now[at] as string)
      return 1
    })
  change(
    'spelling',
    (word) => /^[\p{L}]{3,}/u.test(word),
    (word) => {
      const letters = /^\p{L}+/u.exec(word)?.[0] ?? word
      return misspelt(letters, below) + word.slice(letters.length)
    },
  )
  change('marks', () => true, otherMarks)
  change('capitals', (word) => /^\p{L}/u.test(word), otherCapitals)
  spend('out', () => {
    const start = below(words.length)
    let gone = 0
    for (const length = 1 + below(3); gone < length && touched[start + gone] === 0; gone += 1) {
      touched[start + gone] = 1
      now[start + gone] = ''
    }
    return gone
  })
  spend('in', () => {
    const at = below(words.length)
    if (inserted.has(at)) return 0
    const count = 1 + below(3)
    inserted.set(
      at,
      Array.from({ length: count }, () => (words[below(words.length)] as Word).text),
    )
    return count
  })
  return { words, sentences, now, inserted, after, moved }
}

/** Changes `share` of the words of a text (0 to 1); the same for the same seed. `others` are sentences that are not in it. */
export const edited = (text: string, share: number, others: readonly string[], seed: number): Version => {
  const { words, sentences, now, inserted, after, moved } = plan(text, share, others, seed)
  const written: { text: string; gap: string; word: number }[] = []
  const write = (what: string, gap: string, word: number) => {
    const last = written.at(-1)
    if (what !== '') written.push({ text: what, gap, word })
    else if (last && gap.includes('\n')) last.gap = gap
  }
  const writeWords = (all: readonly string[], gap: string) => {
    for (const [nth, word] of all.entries()) write(word, nth === all.length - 1 ? gap : ' ', -1)
  }
  const writeSentence = (at: number, gap: string) => {
    const { start, end } = sentences[at] as Range
    for (let word = start; word < end; word += 1) {
      const behind = inserted.get(word) ?? []
      const own = word === end - 1 ? gap : (words[word] as Word).gap
      write(now[word] as string, behind.length > 0 ? ' ' : own, word)
      writeWords(behind, own)
    }
  }
  for (const [at, { end }] of sentences.entries()) {
    const gap = (words[end - 1] as Word).gap
    const more = after.get(at) ?? []
    if (moved.has(at)) write('', gap, -1)
    else writeSentence(at, more.length > 0 ? ' ' : gap)
    for (const [nth, what] of more.entries()) {
      const own = nth === more.length - 1 ? gap : ' '
      if (typeof what === 'number') writeSentence(what, own)
      else writeWords(what.split(/\s+/), own)
    }
  }
  const places: (Range | null)[] = words.map(() => null)
  let length = 0
  for (const { text, gap, word } of written) {
    // A mark put behind a word is no part of what was annotated: an insertion at an edge does not grow a range.
    const old = word === -1 ? '' : (words[word] as Word).text
    if (word !== -1) places[word] = { start: length, end: length + (text === `${old},` ? old : text).length }
    length += text.length + gap.length
  }
  return {
    text: written.map(({ text, gap }) => text + gap).join(''),
    places,
    pieces: words.map(({ piece }) => piece),
  }
}
