/** A text cut into words: where each begins, and a number for its letters that is the same for the same letters. */
export type WordTokens = { readonly starts: Int32Array; readonly ids: Int32Array; readonly length: number }

/** The longest word, and the most of what stands behind one, in UTF-16 units: what is longer counts as several. */
const longest = 64

const other = 1
const letter = 2
const alone = 3
const kinds = new Uint8Array(65_536)
const letters = /[\p{L}\p{N}\p{M}'’]/u
const withoutSpaces = /[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u

/** What a UTF-16 unit is: a letter of a word, a letter of a script without spaces, or what stands between words. */
const kindOf = (unit: number): number => {
  const known = kinds[unit] as number
  if (known !== 0) return known
  const sign = String.fromCharCode(unit)
  const kind = withoutSpaces.test(sign) ? alone : letters.test(sign) ? letter : other
  kinds[unit] = kind
  return kind
}

/** Where the word that begins at `at` ends, with what stands behind it up to the next. */
const wordEnd = (text: string, at: number): number => {
  let end = at + 1
  const first = kindOf(text.charCodeAt(at))
  if (first === letter) {
    const most = Math.min(text.length, at + longest)
    while (end < most && kindOf(text.charCodeAt(end)) === letter) end += 1
  }
  const most = Math.min(text.length, end + longest)
  while (end < most && kindOf(text.charCodeAt(end)) === other) end += 1
  return end
}

/** Cuts texts into words with what stands behind each. Words that are the same have the same number in all of them. Linear. */
export const wordTokens = (texts: readonly string[]): readonly WordTokens[] => {
  const numbers = new Map<string, number>()
  return texts.map((text) => {
    const starts: number[] = []
    const ids: number[] = []
    for (let at = 0; at < text.length; ) {
      const end = wordEnd(text, at)
      const word = text.slice(at, end)
      let id = numbers.get(word)
      if (id === undefined) {
        id = numbers.size
        numbers.set(word, id)
      }
      starts.push(at)
      ids.push(id)
      at = end
    }
    starts.push(text.length)
    return { starts: Int32Array.from(starts), ids: Int32Array.from(ids), length: ids.length }
  })
}

const sign = new RegExp(`(?:(?!${withoutSpaces.source})[\\p{L}\\p{N}\\p{M}'’])+|\\s+|[^]`, 'gu')

/** A short text cut into words, white space and single signs between them. */
export const signs = (text: string): string[] => text.match(sign) ?? []
