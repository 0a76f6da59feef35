import { AppError } from '@/lib/errors'
import { quoted } from '@/lib/text/quoted'
import { findTurns } from '@/lib/transcript/turns'
import { type Block, joinBlocks, layOut } from './docx/block'
import { readStories } from './docx/body'
import { placeComments, readThreads } from './docx/comments'
import { noNumbering, readNumbering } from './docx/numbering'
import { holdsWords, openPackage } from './docx/package'
import { markerOf, nothingSeen, type Reference, type Seen, type Setting, type Story } from './docx/story'
import { readStyles } from './docx/styles'
import { type Part, readXml } from './docx/xml'
import { unzip } from './docx/zip'
import type { ImportFormat, Watch } from './format'
import { metadataOf } from './markdown'
import { counted } from './notes'
import { within } from './pace'
import { isZip } from './signature'
import { acceptText } from './text'
import { asTitle, titleOfFile, titleOfText } from './title'

/** What docProps/core.xml says: title and language. The day the file was made is not the day it was printed. */
const readProperties = async (part: Part | undefined, watch: Watch): Promise<ReadonlyMap<string, string>> => {
  const entries = new Map<string, string>()
  let key = ''
  if (part)
    await readXml(
      part,
      {
        open: (name) => {
          key = name.startsWith('dc:') ? name.slice(3) : ''
        },
        close: () => {
          key = ''
        },
        text: (words) => {
          if (key !== '') entries.set(key, (entries.get(key) ?? '') + words)
        },
      },
      watch,
    )
  return new Map([...entries].filter(([name, value]) => ['title', 'language'].includes(name) && value.trim() !== ''))
}

/** The notes that the text refers to, each with the marker it has there. */
const notesAtEnd = (references: readonly Reference[], stories: Readonly<Record<Reference['sort'], Story[]>>): Block[] =>
  (['footnote', 'endnote'] as const).flatMap((sort) =>
    references
      .filter((reference) => reference.sort === sort)
      .flatMap((reference, index) => {
        const [first, ...others] = stories[sort].find(({ id }) => id === reference.id)?.blocks ?? []
        const before = `${markerOf(reference, index + 1)} `
        const words = (first?.words ?? '').trimStart()
        const shift = before.length - ((first?.words.length ?? 0) - words.length)
        const marks = (first?.marks ?? []).map((mark) => ({ ...mark, at: Math.max(0, mark.at + shift) }))
        return [{ words: before + words, marks, heading: false }, ...others]
      }),
  )

const sentences: readonly (readonly [what: keyof Seen, sentence: (count: number) => string])[] = [
  ['hidden', (n) => `Hidden text was left out: ${counted(n, 'character')}.`],
  ['struck', (n) => `Words that are struck through are kept: ${counted(n, 'place')}.`],
  ['boxes', (n) => `${counted(n, 'text box', 'text boxes')}: the words stand behind the paragraph each is tied to.`],
  [
    'pictures',
    (n) =>
      `${counted(n, 'picture')} ${n === 1 ? 'was left out: its place is' : 'were left out: their places are'} marked [picture].`,
  ],
  ['symbols', (n) => `${counted(n, 'sign')} of picture fonts ${n === 1 ? 'is' : 'are'} written as □.`],
]

const notesOf = (seen: Seen): string[] => {
  const { insertions, deletions } = seen
  const tracked =
    insertions + deletions === 0
      ? []
      : [
          `The document has tracked changes (${counted(insertions, 'insertion')}, ${counted(deletions, 'deletion')}): the text is read as if all were accepted.`,
        ]
  return [...tracked, ...sentences.flatMap(([what, sentence]) => (seen[what] > 0 ? [sentence(seen[what])] : []))]
}

/** Word documents: headings, paragraphs, lists and tables as text, notes at its end, comments on their ranges. */
export const docx: ImportFormat = {
  name: 'docx',
  label: 'Word (DOCX)',
  extensions: ['.docx', '.docm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  read: async ({ name, bytes }, watch = {}) => {
    if (!isZip(bytes))
      throw new AppError(
        'invalid',
        `${name} is not a Word document: it does not begin as a .docx does. Save it anew in Word.`,
      )
    const quiet = { signal: watch.signal }
    const { main, related, all, at } = await openPackage(name, await unzip(name, bytes, holdsWords, watch), quiet)
    watch.progress?.(0.1)
    const [listPart, stylePart] = [related('numbering'), related('styles')]
    const numbering = listPart ? await readNumbering(listPart, quiet) : noNumbering
    const styles = new Map(stylePart ? await readStyles(stylePart, quiet) : [])
    for (const [id, { list, level }] of numbering.byStyle) styles.set(id, { list, level, ...styles.get(id) })
    const setting: Setting = { styles, numbering }
    const seen = nothingSeen()
    const stories = async (part: Part | undefined, count = seen) =>
      part ? readStories(part, setting, count, quiet) : []

    const [body] = await readStories(main, setting, seen, within(watch, 0.1, 0.8))
    const ofNotes = async (type: string) =>
      (await stories(related(type))).filter(({ attributes }) => !attributes.type?.endsWith('eparator'))
    const notes = { footnote: await ofNotes('footnotes'), endnote: await ofNotes('endnotes') }
    const atEnd = notesAtEnd(body?.references ?? [], notes)
    const { text: given, ranges, title: heading } = layOut([...(body?.blocks ?? []), ...atEnd])
    if (given === '') throw new AppError('invalid', `${name} holds no words: there is nothing in it to read.`)
    const text = acceptText(name, given)
    watch.progress?.(0.9)

    const threads = ['commentsExtended', 'commentsIds', 'commentsExtensible'].map(related)
    const placed = placeComments(
      await stories(related('comments'), nothingSeen()),
      ranges,
      await readThreads(threads, quiet),
    )
    const edges = new Set<string>()
    for (const part of [...all('header'), ...all('footer')])
      for (const { blocks } of await stories(part, nothingSeen())) edges.add(joinBlocks(blocks, ' ').words.trim())
    for (const edge of edges) if (edge.replaceAll(/\[picture[^\]]*\]/g, '').trim() === '') edges.delete(edge)

    const properties = await readProperties(at('docProps/core.xml'), quiet)
    const turns = findTurns(text)
    const told = notesOf(seen)
    if (atEnd.length > 0) told.push('Footnotes and endnotes stand at the end of the text, each with its marker.')
    if (edges.size > 0)
      told.push(
        `Headers and footers were left out: ${[...edges].slice(0, 3).map(quoted).join(', ')}${edges.size > 3 ? ' and others' : ''}.`,
      )
    told.push(...placed.notes)
    watch.progress?.(1)
    return {
      text,
      turns,
      metadata: metadataOf({ start: 0, end: 0, entries: properties }),
      title:
        asTitle(properties.get('title') ?? '') ||
        asTitle(heading ?? '') ||
        (titleOfText(text, turns) ?? titleOfFile(name)),
      ...(placed.comments.length > 0 && { comments: placed.comments }),
      ...(told.length > 0 && { notes: told }),
    }
  },
}
