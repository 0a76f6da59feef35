/** What a file is by its first bytes, in words for "This is …". Written as text of one character a byte. */
const beginnings: readonly (readonly [begins: string, at: number, what: string])[] = [
  ['%PDF-', 0, 'a PDF'],
  ['{\\rtf', 0, 'an RTF document'],
  ['\xd0\xcf\x11\xe0', 0, 'an old Office document'],
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
  ['WEBVTT', 0, 'a WebVTT subtitle file'],
]

/** What a zip file is by the ending of its name. */
const zips: Readonly<Record<string, string>> = {
  '.docx': 'a Word document',
  '.odt': 'an OpenDocument text',
  '.xlsx': 'an Excel workbook',
  '.pptx': 'a PowerPoint presentation',
  '.epub': 'an e-book',
  '.pages': 'a Pages document',
}

/** Text files of formats that are not read as text, by the ending of their names. */
const endings: Readonly<Record<string, string>> = {
  '.csv': 'a table (CSV)',
  '.htm': 'a web page (HTML)',
  '.html': 'a web page (HTML)',
  '.json': 'a JSON file',
  '.rtf': 'an RTF document',
  '.srt': 'a subtitle file (SRT)',
  '.vtt': 'a WebVTT subtitle file',
  '.xml': 'an XML file',
}

/** The ending of a file's name in lower case, with its point; empty without one. */
export const extensionOf = (name: string): string => /\.[a-z0-9]{1,12}$/i.exec(name)?.[0].toLowerCase() ?? ''

/** What the file is when it is of a format that cannot be imported yet, as `a PDF`; null when it may be text. */
export const foreignFormat = (name: string, bytes: Uint8Array): string | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 1_024)).replace(/^\xef\xbb\xbf/, '')
  const extension = extensionOf(name)
  if (head.startsWith('PK\x03\x04')) return zips[extension] ?? 'a zip archive'
  const known = beginnings.find(([begins, at]) => head.startsWith(begins, at))
  if (known) return known[2]
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(head)) return 'a web page (HTML)'
  if (/^\s*<\?xml/i.test(head)) return 'an XML file'
  return endings[extension] ?? null
}
