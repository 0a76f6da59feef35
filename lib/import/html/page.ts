import { AppError } from '@/lib/errors'
import { decodeLoosely, fromWindows1252 } from '../decode'
import { grouped } from '../notes'

/** What the first bytes of a page say its encoding is. */
const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i

/** Names that browsers read as Windows-1252. */
const western = /^(?:iso-?8859-1|latin-?1|windows-1252|cp1252|us-ascii|ascii)$/i

/** The text of a web page: by its byte order mark, else as UTF-8 where it is that, else by what it says of itself. */
export const decodePage = (name: string, bytes: Uint8Array): { readonly text: string; readonly notes: string[] } => {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const head = String.fromCharCode(...bytes.subarray(0, 2_048))
  const charset = declared.exec(head)?.[1]
  if (!marked && charset !== undefined && !/^utf-?(?:8|16)/i.test(charset)) {
    if (western.test(charset)) return { text: fromWindows1252(bytes), notes: [] }
    try {
      return { text: new TextDecoder(charset).decode(bytes), notes: [] }
    } catch {
      // A name that nobody knows says nothing.
    }
  }
  return decodeLoosely(name, bytes)
}

/** The most a page may hold: elements in all, and elements within elements (the parser's time grows with their square). */
export const maxElements = 2_000_000
export const maxAttributes = 2_000
export const maxDepth = 1_000

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Elements that end where another begins, by the other's name. */
const endsAt: Readonly<Record<string, readonly string[]>> = {
  ...{ p: ['p'], li: ['li'], dt: ['dt', 'dd'], dd: ['dt', 'dd'], option: ['option'] },
  ...{ tr: ['td', 'th', 'tr'], td: ['td', 'th'], th: ['td', 'th'] },
}

/** How many elements a page has, how deep they stand, and the most attributes of one that has very many. */
export type Size = { readonly elements: number; readonly depth: number; readonly attributes: number }

/** Measures a page without building it. */
export const measure = (text: string): Size => {
  const stack: string[] = []
  let [elements, depth, attributes] = [0, 0, 0]
  const tag = /<(\/?)([a-z][^\s<>/]{0,30})/gi
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const name = (found[2] as string).toLowerCase()
    if (found[1]) {
      // What was left open inside ends with it; something far out is not looked for.
      let at = stack.length - 1
      while (at >= 0 && at > stack.length - 100 && stack[at] !== name) at -= 1
      if (stack[at] === name) stack.length = at
      continue
    }
    elements += 1
    const end = text.indexOf('>', found.index)
    if (end - found.index > 20_000) attributes = Math.max(attributes, text.slice(found.index, end).split(/\s+/).length)
    if (empty.has(name)) continue
    while (endsAt[name]?.includes(stack.at(-1) ?? '')) stack.pop()
    depth = Math.max(depth, stack.push(name))
    if (elements > maxElements || depth > maxDepth) break
  }
  return { elements, depth, attributes }
}

/** Throws AppError for a page with more elements than are read, or with elements too deep in one another. */
export const refuseEndless = (name: string, { elements, depth, attributes }: Size): void => {
  const what =
    elements > maxElements
      ? `has more than ${grouped(maxElements)} elements`
      : depth > maxDepth
        ? `has elements more than ${grouped(maxDepth)} deep in one another`
        : attributes > maxAttributes
          ? `has an element with more than ${grouped(maxAttributes)} attributes`
          : ''
  if (what !== '')
    throw new AppError(
      'too-large',
      `${name} ${what}; no page of words does. Save the part you need as a text file and import that.`,
    )
}

const meta = (document: Document, names: readonly string[]): string => {
  for (const name of names) {
    const found = document.querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
    const content = found?.getAttribute('content')?.trim()
    if (content) return content
  }
  return ''
}

/** What a page says of itself, by the keys that metadata is read from. */
export const entriesOf = (document: Document, text: string): ReadonlyMap<string, string> => {
  const time =
    document.querySelector('time[pubdate],[itemprop=datePublished][datetime]')?.getAttribute('datetime') ?? ''
  const address = [
    document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '',
    meta(document, ['og:url']),
    /<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->/.exec(text.slice(0, 5_000))?.[1] ?? '',
  ].find((url) => /^https?:\/\//i.test(url))
  const entries: readonly (readonly [key: string, value: string | null | undefined])[] = [
    ['title', meta(document, ['og:title', 'twitter:title', 'dc.title'])],
    ['outlet', meta(document, ['og:site_name', 'application-name', 'dc.publisher'])],
    [
      'date',
      meta(document, ['article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate', 'parsely-pub-date']) ||
        time,
    ],
    [
      'language',
      document.documentElement?.getAttribute('lang') || meta(document, ['og:locale', 'language']).replace('_', '-'),
    ],
    ['translator', meta(document, ['translator'])],
    ['url', address],
  ]
  return new Map(entries.flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])))
}
