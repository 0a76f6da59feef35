import { parseHTML } from 'linkedom'
import { AppError } from '@/lib/errors'
import { quotedLast } from '@/lib/text/quoted'
import { countWords } from '@/lib/text/words'
import { findTurns } from '@/lib/transcript/turns'
import type { ImportFormat } from './format'
import { decodePage, entriesOf, measure, refuseEndless } from './html/page'
import { findReadable } from './html/readable'
import { walk } from './html/walk'
import { metadataOf } from './markdown'
import { counted } from './notes'
import { pause } from './pace'
import { acceptText, withLineFeeds } from './text'
import { asTitle, titleOfFile, titleOfText } from './title'

/** Below this share of a page's words the article that was found is doubted, and the page is read whole. */
const doubtful = 0.4

/** How many words paragraphs hold; the signs of pictures are none. */
const wordsIn = (paragraphs: readonly string[]): number =>
  countWords(paragraphs.join(' ').replaceAll(/\[picture[^\]]*\]/g, ''))

/** Web pages: the article of the page, with headings, lists and tables as text; menus and the like left out. */
export const html: ImportFormat = {
  name: 'html',
  label: 'web page (HTML)',
  extensions: ['.html', '.htm', '.xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read: async ({ name, bytes }, watch = {}) => {
    const decoded = decodePage(name, bytes)
    const source = withLineFeeds(decoded.text).replaceAll('\0', '\uFFFD')
    const size = measure(source)
    refuseEndless(name, size)
    const page = /<(?:html|body)[\s>]/i.test(source) ? source : `<!doctype html><html><body>${source}</body></html>`
    const { document } = parseHTML(page)
    await pause(watch, 0.3)

    const body = document.body ?? document.documentElement
    const whole = walk(body, () => false)
    const all = wordsIn(whole.paragraphs)
    if (all === 0)
      throw new AppError(
        'invalid',
        `${name} has no words that a browser would show. If its text is loaded by a program, open it in a browser, copy the text and paste it.`,
      )
    await pause(watch, 0.5)
    const readable = findReadable(document, size)
    await pause(watch, 0.8)
    const article = readable.root === body && readable.whole ? whole : walk(readable.root, readable.leftOut)
    const words = wordsIn(article.paragraphs)
    const isArticle = words >= all * doubtful
    const { paragraphs, deleted, pictures, links, tables } = isArticle ? article : whole
    const text = acceptText(name, paragraphs.join('\n\n'))
    const turns = findTurns(text)

    const notes = [...decoded.notes]
    if (readable.whole) notes.push(readable.whole)
    else if (!isArticle) notes.push('No article stands out on the page: all of its text was read.')
    else if (all > words) {
      const kept = new Set(paragraphs)
      const first = whole.paragraphs.find((one) => !kept.has(one)) ?? ''
      notes.push(
        `Left out beside the article: ${counted(all - words, 'word')} of menus, links and the like, the first ${quotedLast(first)}`,
      )
    }
    if (whole.menus.length > 0)
      notes.push(
        `${counted(whole.menus.length, 'menu')} of the page ${whole.menus.length === 1 ? 'was left out: it begins' : 'were left out, the first begins'} ${quotedLast(whole.menus[0] ?? '')}`,
      )
    if (tables > 0)
      notes.push(
        `${counted(tables, 'table')} ${tables === 1 ? 'was read row by row, its' : 'were read row by row, their'} cells set apart by tabs.`,
      )
    if (deleted.length > 0)
      notes.push(
        `Words the page marks as deleted were left out: ${counted(deleted.length, 'place')}, the first ${quotedLast(deleted[0] ?? '')}`,
      )

    if (pictures > 0)
      notes.push(
        `${counted(pictures, 'picture')} ${pictures === 1 ? 'was left out: its place is' : 'were left out: their places are'} marked [picture].`,
      )
    if (links > 0)
      notes.push(
        `The words of ${counted(links, 'link')} were kept, ${links === 1 ? 'its address was' : 'their addresses were'} left out.`,
      )

    const entries = new Map(entriesOf(document, source))
    for (const [key, value] of [
      ['outlet', readable.outlet],
      ['date', readable.published],
    ] as const)
      if (!entries.has(key) && value) entries.set(key, value)
    const heading = paragraphs.find((one) => /^#{1,6} /.test(one))?.replace(/^#+ /, '')
    const named = entries.get('title') ?? (readable.title || document.querySelector('title')?.textContent) ?? ''
    watch.progress?.(1)
    return {
      text,
      turns,
      metadata: metadataOf({ start: 0, end: 0, entries }),
      title: asTitle(named) || asTitle(heading ?? '') || (titleOfText(text, turns) ?? titleOfFile(name)),
      ...(notes.length > 0 && { notes }),
    }
  },
}
