/** What a file is by its first bytes, in words for "This is …". Written as text of one character a byte. */
const beginnings: readonly (readonly [begins: string, at: number, what: string])[] = [
  ['%PDF-', 0, 'a PDF'],
  ['{\\rtf', 0, 'an RTF document'],
  ['\xd0\xcf\x11\xe0', 0, 'a document of an older Office'],
  ['\x89PNG', 0, 'a PNG image'],
  ['\xff\xd8\xff', 0, 'a JPEG image'],
  ['GIF8', 0, 'a GIF image'],
  ['II*\0', 0, 'a TIFF image'],
  ['MM\0*', 0, 'a TIFF image'],
  ['WEBP', 8, 'a WebP image'],
  ['WAVE', 8, 'a sound recording'],
  ['ID3', 0, 'a sound recording'],
  ['OggS', 0, 'a sound recording'],
  ['fLaC', 0, 'a sound recording'],
  ['ftyp', 4, 'a video or sound recording'],
  ['\x1a\x45\xdf\xa3', 0, 'a video'],
  ['\x1f\x8b', 0, 'a compressed file'],
  ['7z\xbc\xaf', 0, 'a compressed file'],
  ['Rar!', 0, 'a compressed file'],
]

/** What a zip file is by the ending of its name. */
const zips: Readonly<Record<string, string>> = {
  '.odt': 'an OpenDocument text',
  '.xlsx': 'an Excel workbook',
  '.pptx': 'a PowerPoint presentation',
  '.epub': 'an e-book',
  '.pages': 'a Pages document',
  '.zip': 'a zip archive',
}

/** Text files of formats that are not read as text, by the ending of their names. */
const endings: Readonly<Record<string, string>> = {
  '.csv': 'a table (CSV)',
  '.rtf': 'an RTF document',
  '.xml': 'an XML file',
}

/** The ending of a file's name in lower case, with its point; empty without one. */
export const extensionOf = (name: string): string => /\.[a-z0-9]{1,12}$/i.exec(name)?.[0].toLowerCase() ?? ''

const headOf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 1_024)).replace(/^\xef\xbb\xbf/, '')

/** Whether the bytes are a zip file's. */
export const isZip = (bytes: Uint8Array): boolean =>
  ['PK\x03\x04', 'PK\x05\x06'].some((signature) => headOf(bytes).startsWith(signature))

/** An Office document in the old container (OLE): `locked` where a password encrypts a newer one. Null for others. */
export const oldOffice = (bytes: Uint8Array): 'locked' | 'old' | null => {
  if (!headOf(bytes).startsWith('\xd0\xcf\x11\xe0')) return null
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(locked) ? 'locked' : 'old'
}

/** Whether a file begins as a web page does. */
export const isWebPage = (bytes: Uint8Array): boolean => /^\s*(?:<!doctype html|<html[\s>])/i.test(headOf(bytes))

/** The ending that the content of a file without a telling name has by its first characters; null for none. */
export const likelyExtension = (bytes: Uint8Array): string | null => {
  const head = headOf(bytes)
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(head)) return '.vtt'
  if (isZip(bytes)) return '.docx'
  return isWebPage(bytes) ? '.html' : null
}

/** What the file is when it is of a format that cannot be imported, as `a PDF`; null when it may be one that can. */
export const foreignFormat = (name: string, bytes: Uint8Array): string | null => {
  const head = headOf(bytes)
  const extension = extensionOf(name)
  if (isZip(bytes)) return zips[extension] ?? null
  const known = beginnings.find(([begins, at]) => head.startsWith(begins, at))
  if (known) return known[2]
  if (/^\s*<\?xml/i.test(head) && !/^\.x?html?$/.test(extension)) return 'an XML file'
  return endings[extension] ?? null
}
