import { AppError } from '@/lib/errors'
import { grouped } from './notes'

/** How many bytes the character that begins here takes when it is well-formed UTF-8; 0 when it is not. */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at]
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1]
  const wrong =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f)
  return wrong ? 0 : length
}

/** The first byte that is not part of well-formed UTF-8, or -1. */
export const malformedAt = (bytes: Uint8Array): number => {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return -1
}

const lineOf = (bytes: Uint8Array, at: number): number => {
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line += 1
  return line
}

/** Which two-byte encoding the bytes are in, told from their mark or from where the zeros stand; null for neither. */
const wideEncoding = (bytes: Uint8Array): string | null => {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32'
  const head = bytes.subarray(0, 2_000)
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] += 1
  const [even, odd] = zeros
  return head.length >= 8 && Math.max(even, odd) > head.length * 0.3 && Math.min(even, odd) < head.length * 0.05
    ? 'UTF-16'
    : null
}

/** The text of a file in UTF-8, its byte order mark removed. Throws AppError: what the file is instead, and where. */
export const decodeText = (name: string, bytes: Uint8Array): string => {
  const wide = wideEncoding(bytes)
  if (wide) throw new AppError('invalid', `${name} is written in ${wide}. Save it as UTF-8 and import it again.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const at = malformedAt(bytes)
    if (bytes.includes(0))
      throw new AppError(
        'unsupported',
        `${name} is not a text file, and nothing that can be imported. Save its words as a text file (.txt) and import that.`,
      )
    throw new AppError(
      'invalid',
      `${name} is not UTF-8: the byte at ${grouped(at)} (line ${grouped(lineOf(bytes, at))}) cannot be read. Save it as UTF-8 and import it again.`,
    )
  }
}

/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F. Node's own decoder takes it for Latin-1. */
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Bytes in Windows-1252 as text. */
export const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => between[sign.charCodeAt(0) - 0x80] ?? sign)

/** From this share of its letters on, bytes outside ASCII are not the accents of a Western language. */
const foreignShare = 0.3

/**
 * The text of a file whose format leaves its encoding open: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where
 * only that makes sense, which a note says. Throws AppError as `decodeText` does.
 */
export const decodeLoosely = (name: string, bytes: Uint8Array): { readonly text: string; readonly notes: string[] } => {
  const [a, b, c, d] = bytes
  if (((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) && (c !== 0 || d !== 0)) {
    const text = new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    return { text, notes: [] }
  }
  const at = wideEncoding(bytes) || bytes.includes(0) ? -1 : malformedAt(bytes)
  if (at === -1) return { text: decodeText(name, bytes), notes: [] }
  let [letters, high] = [0, 0]
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) letters += 1
  }
  if (high > (letters + high) * foreignShare) return { text: decodeText(name, bytes), notes: [] }
  return {
    text: fromWindows1252(bytes),
    notes: [
      `The file is not UTF-8 (line ${grouped(lineOf(bytes, at))}) and was read as Windows-1252: look whether its accents are right.`,
    ],
  }
}
