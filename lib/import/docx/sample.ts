import { crc32, deflateRawSync } from 'node:zlib'

/** What a file in a zip of the tests is made of: its bytes, and lies about them where a test wants some. */
export type SampleFile = {
  readonly name: string
  readonly content: string | Uint8Array
  /** The unpacked size that the zip declares, where it is not the true one. */
  readonly declares?: number
  readonly encrypted?: boolean
}

/** A zip file, for tests: two records a file, and the end of the directory. */
export const zipOf = (files: readonly SampleFile[]): Uint8Array => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, declares, encrypted = false } of files) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declares ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, record) => sum + record.length, 0)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Math.min(files.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(files.length, 0xffff), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A part of a Word document with the namespaces that its content may use. */
export const partOf = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} xmlns:w="${word}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${content}</w:${root}>`

const relation = (type: string, target: string, at: number) =>
  `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`

/** Relations of a package, by type. */
export const relationsOf = (targets: Readonly<Record<string, string>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(targets)
    .map(([type, target], at) => relation(type, target, at))
    .join('')}</Relationships>`

/** The files of a Word document whose body is `body`, with further parts by their names without `word/` and `.xml`. */
export const documentFiles = (body: string, parts: Readonly<Record<string, string>> = {}): SampleFile[] => [
  { name: '_rels/.rels', content: relationsOf({ officeDocument: 'word/document.xml' }) },
  { name: 'word/document.xml', content: partOf('document', `<w:body>${body}</w:body>`) },
  {
    name: 'word/_rels/document.xml.rels',
    content: relationsOf(
      Object.fromEntries(Object.keys(parts).map((name) => [name.replace(/\d$/, ''), `${name}.xml`])),
    ),
  },
  ...Object.entries(parts).map(([name, content]) => ({ name: `word/${name}.xml`, content })),
]

/** A paragraph of plain words. */
export const paragraph = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
