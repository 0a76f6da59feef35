/**
 * One term as it was typed: `-tag:"on record"` is left out, has the name `tag` and the value `on record`. A bare word has
 * no name. `start` and `end` are where it stands in what was typed.
 */
export type Term = {
  readonly without: boolean
  readonly name: string | null
  readonly value: string
  /** Whether the value stood in quotation marks, and whether they were closed. */
  readonly quoted: boolean
  readonly closed: boolean
  readonly start: number
  readonly end: number
}

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“' }

/** Reads a value that begins at `at`: up to a blank, or to the closing mark where it begins with a quotation mark. */
const readValue = (typed: string, at: number) => {
  const close = closing[typed.charAt(at)]
  if (close === undefined) {
    const value = /^\S*/.exec(typed.slice(at))?.[0] ?? ''
    return { value, quoted: false, closed: true, end: at + value.length }
  }
  let value = ''
  for (let here = at + 1; here < typed.length; here += 1) {
    const sign = typed.charAt(here)
    if (sign === '\\' && here + 1 < typed.length) {
      here += 1
      value += typed.charAt(here)
    } else if (sign === close) return { value, quoted: true, closed: true, end: here + 1 }
    else value += sign
  }
  return { value, quoted: true, closed: false, end: typed.length }
}

/** The terms of a typed filter, in their order. A name is letters before a colon; the colon of an address is not one. */
export const termsIn = (typed: string): readonly Term[] => {
  const terms: Term[] = []
  for (let start = 0; start < typed.length; ) {
    if (/\s/.test(typed.charAt(start))) {
      start += 1
      continue
    }
    const head = /^(-?)([a-z]+):(?!\/\/)/i.exec(typed.slice(start))
    const named = head ? { without: head[1] === '-', name: (head[2] as string).toLowerCase() } : null
    const read = readValue(typed, start + (head?.[0].length ?? 0))
    terms.push({ without: false, name: null, ...named, ...read, start })
    start = read.end
  }
  return terms
}

/** A value as one would type it: in quotation marks where it would be read as something else without them. */
export const printValue = (value: string): string =>
  value === '' || /[\s",“„\\]|^-|:/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value

/** The phrases of typed words: blanks part them, quotation marks hold several words together. */
export const phrasesIn = (typed: string): readonly string[] => {
  const phrases: string[] = []
  for (let at = 0; at < typed.length; ) {
    if (/\s/.test(typed.charAt(at))) {
      at += 1
      continue
    }
    const { value, end } = readValue(typed, at)
    if (value.trim() !== '') phrases.push(value)
    at = end
  }
  return phrases
}

/** Phrases as words that `phrasesIn` reads back. */
export const printPhrases = (phrases: readonly string[]): string => phrases.map(printValue).join(' ')
