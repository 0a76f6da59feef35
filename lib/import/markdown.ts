import { type FrontMatter, frontMatter } from '@/lib/transcript/front-matter'
import { outline } from '@/lib/transcript/outline'
import { Metadata } from '@/lib/transcript/transcript'
import { findTurns } from '@/lib/transcript/turns'
import { decodeText } from './decode'
import type { ImportFormat } from './format'
import { within } from './pace'
import { acceptText } from './text'
import { asTitle, titleOfFile, titleOfText } from './title'

/** What each piece of metadata is called in front matter, the first that is there counts. */
const keys = {
  outlet: ['outlet', 'publication', 'publisher'],
  printedOn: ['date', 'printed', 'printedon', 'published'],
  language: ['language', 'lang'],
  translator: ['translator'],
  origin: ['origin', 'source', 'url'],
} as const

/** What front matter says about the transcript. A value that would not be accepted by hand is left out. */
export const metadataOf = (matter: FrontMatter | null): Partial<Metadata> => {
  const found: Partial<Record<keyof Metadata, string>> = {}
  for (const field of Object.keys(keys) as (keyof typeof keys)[]) {
    const key = keys[field].find((name) => matter?.entries.has(name))
    const value = key === undefined ? undefined : matter?.entries.get(key)
    const given = field === 'printedOn' ? value?.slice(0, 10) : value
    const parsed = given === undefined ? null : Metadata.shape[field].safeParse(given)
    if (parsed?.success && parsed.data) found[field] = parsed.data
  }
  return found
}

/** A heading without the signs of emphasis and code. */
const bare = (title: string) => title.replaceAll(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')

/** Markdown in UTF-8. The text of the transcript is the file itself, front matter and signs included. */
export const markdown: ImportFormat = {
  name: 'markdown',
  label: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  read: ({ name, bytes }, watch = {}) => {
    const text = acceptText(name, decodeText(name, bytes))
    const turns = findTurns(text, within(watch, 0, 0.9).progress)
    const matter = frontMatter(text)
    const heading = outline(text, turns).headings[0]?.title
    const title =
      asTitle(matter?.entries.get('title') ?? '') ||
      asTitle(bare(heading ?? '')) ||
      (titleOfText(text, matter ? turns.slice(1) : turns) ?? titleOfFile(name))
    return { text, turns, metadata: metadataOf(matter), title }
  },
}
