import { boundaryBefore } from './grapheme'

/** How much of some words a sentence quotes, in UTF-16 units: enough to know which are meant. */
const longest = 60

/** The beginning of some words, in quotation marks, on one line. */
export const quoted = (words: string): string => {
  const line = words.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return `“${line.length > longest ? `${line.slice(0, boundaryBefore(line, longest - 1))}…` : line}”`
}

/** The same at the end of a sentence, with its full stop; words that end with a sign of their own bring it along. */
export const quotedLast = (words: string): string => {
  const quote = quoted(words)
  return /[.?!…]”$/.test(quote) ? quote : `${quote}.`
}
