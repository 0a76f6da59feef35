import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { madeText } from '../render/made'

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
  if (real) return { text: real.head, others: sentences(real.rest).filter(ofLength), from: 'real transcripts' }
  const others = sentences(madeText(20_000, 8).replaceAll(/(\S+ ){11}\S+/g, '$&.')).filter(ofLength)
  return { text: madeText(count, 7), others, from: 'made text' }
}
