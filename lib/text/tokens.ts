/** The words and signs of a text, in order. Two that differ in case, quotation marks or dashes only have the same id. */
export type Tokens = {
  readonly ids: Int32Array
  /** Offsets in the text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Gives every spelling a number from 1; `spelling[id]` is the folded word. 0 is no word. */
export type Vocabulary = { readonly ids: Map<string, number>; readonly spelling: string[] }

export const newVocabulary = (): Vocabulary => ({ ids: new Map(), spelling: [''] })

/** Scripts that put no spaces between words are taken sign by sign. Runs are bounded for the matcher's sake. */
const token =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}{0,99}|[\p{L}\p{N}\p{M}]{1,200}(?:['’]\p{L}{1,20}){0,3}|\S/gu

const plainMarks: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
}

const fold = (word: string): string => plainMarks[word] ?? word.normalize('NFC').toLowerCase().replaceAll('’', "'")

/** Cuts a text into words and signs, with ids from `vocabulary`, to which new spellings are added. */
export const tokenise = (text: string, vocabulary: Vocabulary): Tokens => {
  const room = Math.max(16, text.length)
  let ids = new Int32Array(Math.ceil(room / 3))
  let starts = new Int32Array(ids.length)
  let ends = new Int32Array(ids.length)
  const seen = new Map<string, number>()
  let count = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const word = found[0]
    let id = seen.get(word)
    if (id === undefined) {
      const folded = fold(word)
      id = vocabulary.ids.get(folded) ?? vocabulary.spelling.length
      if (id === vocabulary.spelling.length) {
        vocabulary.ids.set(folded, id)
        vocabulary.spelling.push(folded)
      }
      seen.set(word, id)
    }
    if (count === ids.length) {
      const longer = (old: Int32Array) => {
        const grown = new Int32Array(old.length * 2)
        grown.set(old)
        return grown
      }
      ids = longer(ids)
      starts = longer(starts)
      ends = longer(ends)
    }
    ids[count] = id
    starts[count] = found.index
    ends[count] = found.index + word.length
    count += 1
  }
  return { ids: ids.subarray(0, count), starts: starts.subarray(0, count), ends: ends.subarray(0, count) }
}

/** What a word counts for as evidence, by its letters: long words say more, up to eight; a sign says almost nothing. */
export const worth = (word: string): number => (/^[\p{L}\p{N}]/u.test(word) ? Math.min(8, word.length) : 0.25)
