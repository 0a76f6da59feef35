import { AppError } from '@/lib/errors'
import { unstorableAt } from '@/lib/text/plain'
import { countWords } from '@/lib/text/words'
import { maxWords } from '@/lib/transcript/transcript'
import { grouped } from './notes'

/** The most lines a text may hold: each may become a turn. */
export const maxLines = 500_000

/** A file's text without its byte order mark, and with LF for CRLF and CR. */
export const withLineFeeds = (given: string): string => given.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')

/** The text, when all of it can be stored. Throws AppError with the place of what cannot. */
export const storable = (name: string, text: string): string => {
  const at = unstorableAt(text)
  if (at === -1) return text
  const what = text[at] === '\0' ? 'a null character' : 'half of a surrogate pair'
  const line = text.slice(0, at).split('\n').length
  throw new AppError(
    'invalid',
    `${name} holds ${what} at character ${grouped(at)} (line ${grouped(line)}), which cannot be stored. Remove it and import again.`,
  )
}

/**
 * The text all offsets refer to: byte order mark removed, CRLF and CR read as LF, nothing else changed. Throws AppError
 * for what cannot be a transcript; `name` begins the sentence that says why.
 */
export const acceptText = (name: string, given: string): string => {
  const text = storable(name, withLineFeeds(given))
  if (text.trim() === '') throw new AppError('invalid', `${name} is empty: there is nothing in it to read.`)
  const words = countWords(text)
  if (words > maxWords)
    throw new AppError(
      'too-large',
      `${name} has ${grouped(words)} words; a transcript holds ${grouped(maxWords)} at most. Split it and import the parts.`,
    )
  let lines = 1
  for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1)) lines += 1
  if (lines > maxLines)
    throw new AppError(
      'too-large',
      `${name} has ${grouped(lines)} lines; a transcript holds ${grouped(maxLines)} at most. Split it and import the parts.`,
    )
  return text
}
