import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { seeded } from '../seeded'

/** A text to annotate, sentences that are not in it, and where both come from. */
export type Source = { readonly text: string; readonly others: readonly string[]; readonly from: string }

const folder = resolve(import.meta.dirname, '../../../../shared/data/dev/transcripts')

/** One recording after another; the collection made for size tests would be the whole text by itself. */
const leftOut = 'btc-collected-150k.txt'

/** The first `count` words of a text, or null when it has fewer; `rest` is what follows them. */
const cut = (text: string, count: number) => {
  let seen = 0
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    seen += 1
    const end = index + word.length
    if (seen === count) return { head: text.slice(0, end), rest: text.slice(end) }
  }
  return null
}

const sentences = (text: string) => (text.match(/[^.?!\n]+[.?!]/g) ?? []).map((sentence) => sentence.trim())
const ofLength = (sentence: string) => sentence.length > 20 && sentence.length < 300

const syllables = 'b d f g h k l m n p r s t v w z br st kr pl'
  .split(' ')
  .flatMap((opening) => [...'aeiou'].map((vowel) => opening + vowel))
const vocabulary = 6_000

/**
 * `count` words of nobody's: turns of one to eight sentences of 4 to 24 words, of which few are frequent and most rare, as
 * in any language (Zipf's law).
 */
const made = (count: number, seed: number): string => {
  const next = seeded(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const spelt = (rank: number) => {
    let [word, left] = ['', rank]
    for (; left > 0 || word === ''; left = Math.floor(left / syllables.length))
      word += syllables[left % syllables.length]
    return word
  }
  const turns: string[] = []
  for (let left = count; left > 0; ) {
    const said = Array.from({ length: 1 + below(8) }, () => {
      const words = Array.from({ length: 4 + below(21) }, () => spelt(Math.floor(vocabulary ** next()) - 1))
      left -= words.length
      const [first = '', ...rest] = words
      return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`
    })
    turns.push(`Speaker ${'ABCD'.charAt(below(4))}: ${said.join(' ')}`)
    left -= 2
  }
  return turns.join('\n\n')
}

/** `count` words of real transcripts where they are at hand, of a generator's otherwise. */
export const sourceOf = (count: number): Source => {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.txt') && name !== leftOut)
    : []
  const joined = files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n\n')
  const real = cut(joined, count)
  const whole = real ?? cut(made(count + 20_000, 7), count)
  if (!whole) throw new RangeError(`The generator writes fewer than ${count} words.`)
  const others = sentences(whole.rest).filter(ofLength)
  return { text: whole.head, others, from: real ? 'real transcripts' : 'made text' }
}
