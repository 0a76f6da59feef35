import { AppError } from '@/lib/errors'
import { maxFileBytes } from '@/lib/transcript/transcript'
import { findTurns } from '@/lib/transcript/turns'
import type { Imported, ImportFormat, Watch } from './format'
import { markdown } from './markdown'
import { plainText } from './plain-text'
import { extensionOf, foreignFormat } from './signature'
import { acceptText } from './text'
import { asTitle, titleOfText, titleOfWords } from './title'

export type { Imported, ImportedComment, ImportFormat, Watch } from './format'

/** Every format that can be imported. A new one: its file beside this, and one line here. */
export const importFormats: readonly ImportFormat[] = [plainText, markdown]

const megabytes = (bytes: number) => (Math.ceil(bytes / 104_857.6) / 10).toFixed(1).replace(/\.0$/, '')

/** A file's name as it may stand in a sentence: without folders and control characters, and not endless. */
const spoken = (name: string): string => {
  const last = asTitle(name.split(/[\\/]/).at(-1) ?? '')
  return last === '' ? 'The file' : last.length > 80 ? `${last.slice(0, 79)}…` : last
}

/**
 * Reads a file: the format is chosen by the ending of its name, then by the media type it was sent with; a file without
 * either is read as plain text. Throws AppError, `unsupported`, `invalid` or `too-large`, with a sentence that says what
 * is wrong, where, and what to do. Nothing is half read.
 */
export const importFile = async (
  file: { readonly name: string; readonly mediaType?: string; readonly bytes: Uint8Array },
  watch: Watch = {},
): Promise<Imported> => {
  const name = spoken(file.name)
  const { bytes } = file
  if (bytes.length > maxFileBytes)
    throw new AppError(
      'too-large',
      `${name} has ${megabytes(bytes.length)} MB; ${megabytes(maxFileBytes)} MB is the most a file may have. Split it and import the parts.`,
    )
  if (bytes.length === 0) throw new AppError('invalid', `${name} is empty: there is nothing in it to read.`)
  const foreign = foreignFormat(file.name, bytes)
  if (foreign)
    throw new AppError(
      'unsupported',
      `${name} is ${foreign}. Only text and Markdown can be imported here: save its words as a text file (.txt) and import that.`,
    )
  const extension = extensionOf(file.name)
  const mediaType = file.mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const format =
    importFormats.find(({ extensions }) => extensions.includes(extension)) ??
    importFormats.find(({ mediaTypes }) => mediaTypes.includes(mediaType)) ??
    plainText
  return format.read({ name, bytes }, watch)
}

/** Reads pasted text: the same checks and the same turns as a text file. Without a title its first line or words give one. */
export const importText = ({ title, text: given }: { readonly title?: string; readonly text: string }): Imported => {
  const bytes = new TextEncoder().encode(given).length
  if (bytes > maxFileBytes)
    throw new AppError(
      'too-large',
      `The text has ${megabytes(bytes)} MB; ${megabytes(maxFileBytes)} MB is the most. Split it and import the parts.`,
    )
  const text = acceptText('The text', given)
  const turns = findTurns(text)
  return { text, turns, metadata: {}, title: asTitle(title ?? '') || (titleOfText(text, turns) ?? titleOfWords(text)) }
}
