import { AppError } from '@/lib/errors'
import { maxFileBytes } from '@/lib/transcript/transcript'
import { findTurns } from '@/lib/transcript/turns'
import { docx } from './docx'
import type { GivenFile, Imported, ImportFormat, Watch } from './format'
import { html } from './html'
import { markdown } from './markdown'
import { heed } from './pace'
import { plainText } from './plain-text'
import { podcast } from './podcast'
import { extensionOf, foreignFormat, isWebPage, likelyExtension, oldOffice } from './signature'
import { srt } from './srt'
import { acceptText } from './text'
import { asTitle, titleOfText, titleOfWords } from './title'
import { vtt } from './vtt'
import { whisper } from './whisper'

export type { Imported, ImportedComment, ImportFormat, Watch } from './format'

/** Every format that can be imported. A new one: its file beside this, and one line here. */
export const importFormats: readonly ImportFormat[] = [plainText, markdown, docx, html, srt, vtt, podcast, whisper]

const or = new Intl.ListFormat('en', { type: 'disjunction' })

/** The formats in words: `Text, Markdown or WebVTT`. */
export const importable: string = or.format(importFormats.map(({ label }) => label))

const megabytes = (bytes: number) => (Math.ceil(bytes / 104_857.6) / 10).toFixed(1).replace(/\.0$/, '')

/** A file's name as it may stand in a sentence: without folders and control characters, and not endless. */
const spoken = (name: string): string => {
  const last = asTitle(name.split(/[\\/]/).at(-1) ?? '')
  return last === '' ? 'The file' : last.length > 80 ? `${last.slice(0, 79)}…` : last
}

/** Throws AppError for a file that is of a kind which nothing here reads, whatever it is called. */
const refuseForeign = (name: string, file: GivenFile): void => {
  const office = oldOffice(file.bytes)
  if (office)
    throw new AppError(
      'unsupported',
      office === 'locked'
        ? `${name} is locked with a password. Open it in Word, take the password off, save it and import it again.`
        : `${name} is a document of an old Word or another old Office program. Save it as .docx and import that.`,
    )
  const foreign = foreignFormat(file.name, file.bytes)
  if (foreign) throw new AppError('unsupported', `${name} is ${foreign}. Save it as ${importable} and import that.`)
  if (/^\.(?:txt|text|md)$/.test(extensionOf(file.name)) && isWebPage(file.bytes))
    throw new AppError(
      'unsupported',
      `${name} is a web page (HTML). Give it a name that ends in .html and import it again.`,
    )
}

/** The format of a file: by the ending of its name, then by its media type, then by how it begins; else plain text. */
const formatOf = (file: GivenFile, mediaType: string): ImportFormat => {
  const extension = extensionOf(file.name)
  const named = (ending: string | null) =>
    importFormats.filter(({ extensions }) => ending !== null && extensions.includes(ending))
  const sent = importFormats.filter(({ mediaTypes }) => mediaTypes.includes(mediaType))
  const found = [named(extension), sent, named(likelyExtension(file.bytes))].find((formats) => formats.length > 0) ?? []
  return found.find(({ fits }) => !fits || fits(file)) ?? found.at(-1) ?? plainText
}

/**
 * Reads a file. The format is chosen by the ending of its name, then by the media type it was sent with, then by how it
 * begins; a file of no known format is read as plain text. Throws AppError, `unsupported`, `invalid` or `too-large`, with
 * a sentence that says what is wrong, where, and what to do; and the signal's reason when it is aborted. Nothing is half
 * read.
 */
export const importFile = async (
  file: { readonly name: string; readonly mediaType?: string; readonly bytes: Uint8Array },
  watch: Watch = {},
): Promise<Imported> => {
  const name = spoken(file.name)
  const { bytes } = file
  heed(watch)
  if (bytes.length > maxFileBytes)
    throw new AppError(
      'too-large',
      `${name} has ${megabytes(bytes.length)} MB; ${megabytes(maxFileBytes)} MB is the most a file may have. Split it and import the parts.`,
    )
  if (bytes.length === 0) throw new AppError('invalid', `${name} is empty: there is nothing in it to read.`)
  refuseForeign(name, file)
  const mediaType = file.mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  return formatOf(file, mediaType).read({ name, bytes }, watch)
}

/** Reads pasted text: the same checks and the same turns as a text file. Without a title its first line or words give one. */
export const importText = (
  { title, text: given }: { readonly title?: string; readonly text: string },
  { progress }: Watch = {},
): Imported => {
  const bytes = new TextEncoder().encode(given).length
  if (bytes > maxFileBytes)
    throw new AppError(
      'too-large',
      `The text has ${megabytes(bytes)} MB; ${megabytes(maxFileBytes)} MB is the most. Split it and import the parts.`,
    )
  const text = acceptText('The text', given)
  const turns = findTurns(text, progress)
  return { text, turns, metadata: {}, title: asTitle(title ?? '') || (titleOfText(text, turns) ?? titleOfWords(text)) }
}
