/** A stretch of a cue in one voice. */
export type Voice = { readonly speaker?: string; readonly words: string }

/** A tag: whether it closes, its name, classes behind a point, and what follows the name. */
const tag = /<(\/?)([^\s<>/.]*)(?:\.[^\s<>]*)?(?:\s([^<>]*))?>/g

const known = new Set(['b', 'c', 'font', 'i', 'lang', 'rt', 'ruby', 's', 'u', 'v'])

/** Position and drawing codes that SubRip files carry over from other formats: `{\an8}`. */
const codes = /\{\\[^{}\n]{1,200}\}/g

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' },
  ...{ hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}

const character = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined

/** Words with their character references read; what is none, or names nothing, stays as it is. */
const readable = (words: string): string => (words.includes('&') ? replaced(words) : words)

const replaced = (words: string): string =>
  words.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,6}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] as string) : whole
    return character(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10)) ?? whole
  })

/**
 * The words of a cue without its signs, voice by voice: tags of WebVTT and SubRip are taken off, `<v Name>` begins a
 * voice, ruby stands in brackets, references are read. An angle bracket that begins no tag stays as it is.
 */
export const voicesOf = (payload: string): Voice[] => {
  const voices: { speaker?: string; words: string }[] = [{ words: '' }]
  const add = (words: string) => {
    const last = voices.at(-1)
    if (last) last.words += readable(words)
  }
  const text = payload.includes('{\\') ? payload.replace(codes, '') : payload
  if (!text.includes('<')) return text.trim() === '' ? [] : [{ words: readable(text) }]
  let done = 0
  for (const { 0: whole, 1: closing, 2: given = '', 3: behind, index } of text.matchAll(tag)) {
    const name = given.toLowerCase()
    const isTime = closing === '' && /^\d+:[\d:]+$/.test(name)
    if (!isTime && !known.has(name) && !(closing !== '' && name === '')) continue
    add(text.slice(done, index))
    done = index + whole.length
    if (name === 'rt') add(closing === '' ? '(' : ')')
    if (name !== 'v') continue
    const speaker =
      closing === ''
        ? readable(behind ?? '')
            .replaceAll(/\s+/g, ' ')
            .trim()
        : ''
    voices.push({ words: '', ...(speaker !== '' && { speaker }) })
  }
  add(text.slice(done))
  return voices.filter(({ words }) => words.trim() !== '')
}
