import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { importable, importFile, importText } from '.'
import { malformedAt } from './decode'

const bytes = (text: string) => new TextEncoder().encode(text)
const raw = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : part)))
const wide = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])

const refusal = async (read: () => unknown) => {
  try {
    await read()
  } catch (error) {
    if (error instanceof AppError) return [error.problem, error.message]
    throw error
  }
  return ['accepted', '']
}

describe('the text', () => {
  const texts: [what: string, given: Uint8Array, text: string][] = [
    ['stands as it is', bytes('  Ein „Satz“.\t \n\n\n'), '  Ein „Satz“.\t \n\n\n'],
    ['loses its byte order mark', raw([0xef, 0xbb, 0xbf], 'Text'), 'Text'],
    ['keeps a mark in the middle', bytes('a\uFEFFb'), 'a\uFEFFb'],
    ['has LF for CRLF and CR', bytes('a\r\nb\rc\r\r\nd\n\re'), 'a\nb\nc\n\nd\n\ne'],
    ['keeps accents as they were typed', bytes('cafe\u0301 café'), 'cafe\u0301 café'],
    ['keeps emoji and other line separators', bytes('😀\u2028\u0085x'), '😀\u2028\u0085x'],
  ]
  it.each(texts)('%s', async (_, given, text) => {
    expect((await importFile({ name: 'call.txt', bytes: given })).text).toBe(text)
    expect((await importFile({ name: 'call.md', bytes: given })).text).toBe(text)
  })
  it('is the same when it is pasted', () => expect(importText({ text: '\uFEFFa\r\nb\r' }).text).toBe('a\nb\n'))
})

describe('how far a long text is', () => {
  const long = 'Marrant: We put nine points on one page.\n\n'.repeat(30_000)
  const bytes = new TextEncoder().encode(long)
  type Told = (share: number) => void
  it.each<[string, (progress: Told) => unknown]>([
    ['in a text file', (progress) => importFile({ name: 'call.txt', bytes }, { progress })],
    ['in Markdown', (progress) => importFile({ name: 'call.md', bytes }, { progress })],
    ['where it was pasted', (progress) => importText({ text: long }, { progress })],
  ])('is told while it is read, %s', async (_, read) => {
    const shares: number[] = []
    await read((share) => shares.push(share))
    expect(shares.length).toBeGreaterThan(20)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([Number(shares[0]) < 0.1, Number(shares.at(-1)) > 0.8, Math.max(...shares) <= 1]).toEqual([true, true, true])
  })
})

describe('what is refused, with what and where', () => {
  const utf8 = 'Save it as UTF-8 and import it again.'
  const only = `Save it as ${importable} and import that.`
  const files: [name: string, given: Uint8Array, problem: string, sentence: string][] = [
    [
      'harbour.txt',
      raw(`${'line\n'.repeat(11)}caf`, [0xe9], ' x'),
      'invalid',
      `harbour.txt is not UTF-8: the byte at 58 (line 12) cannot be read. ${utf8}`,
    ],
    [
      'harbour.txt',
      raw(`${'x'.repeat(1_204)}`, [0xff]),
      'invalid',
      `harbour.txt is not UTF-8: the byte at 1,204 (line 1) cannot be read. ${utf8}`,
    ],
    [
      'cut.txt',
      raw('abc', [0xe2, 0x82]),
      'invalid',
      `cut.txt is not UTF-8: the byte at 3 (line 1) cannot be read. ${utf8}`,
    ],
    ['wide.txt', raw([0xff, 0xfe], wide('Hello')), 'invalid', `wide.txt is written in UTF-16. ${utf8}`],
    ['wide.txt', raw([0xfe, 0xff, 0, 72]), 'invalid', `wide.txt is written in UTF-16. ${utf8}`],
    ['wide.txt', raw(wide('Hello without a mark')), 'invalid', `wide.txt is written in UTF-16. ${utf8}`],
    ['empty.txt', raw(), 'invalid', 'empty.txt is empty: there is nothing in it to read.'],
    ['blank.md', bytes(' \n\t\n'), 'invalid', 'blank.md is empty: there is nothing in it to read.'],
    [
      'null.txt',
      bytes('one\ntwo\0'),
      'invalid',
      'null.txt holds a null character at character 7 (line 2), which cannot be stored. Remove it and import again.',
    ],
    [
      'noise.bin',
      raw([1, 2, 0, 255, 254, 0, 7]),
      'unsupported',
      'noise.bin is not a text file, and nothing that can be imported. Save its words as a text file (.txt) and import that.',
    ],
    ['call.txt', bytes('%PDF-1.7 …'), 'unsupported', `call.txt is a PDF. ${only}`],
    ['call.zip', raw('PK', [3, 4, 20, 0]), 'unsupported', `call.zip is a zip archive. ${only}`],
    ['call.png', raw([0x89], 'PNG\r\n'), 'unsupported', `call.png is a PNG image. ${only}`],
    ['call.rtf', bytes('plain'), 'unsupported', `call.rtf is an RTF document. ${only}`],
    ['call.docx', bytes('{\\rtf1 x}'), 'unsupported', `call.docx is an RTF document. ${only}`],
    [
      'call.docx',
      raw([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], wide('WordDocument')),
      'unsupported',
      'call.docx is a document of an old Word or another old Office program. Save it as .docx and import that.',
    ],
    [
      'call.docx',
      raw([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], wide('EncryptedPackage')),
      'unsupported',
      'call.docx is locked with a password. Open it in Word, take the password off, save it and import it again.',
    ],
    [
      'call.txt',
      bytes('\n<!DOCTYPE html><p>x'),
      'unsupported',
      'call.txt is a web page (HTML). Give it a name that ends in .html and import it again.',
    ],
    ['../a/b\u0007.txt', raw(), 'invalid', 'b .txt is empty: there is nothing in it to read.'],
    [
      'big.txt',
      new Uint8Array(20 * 1024 * 1024 + 1),
      'too-large',
      'big.txt has 20.1 MB; 20 MB is the most a file may have. Split it and import the parts.',
    ],
    [
      'words.txt',
      bytes('a '.repeat(1_000_001)),
      'too-large',
      'words.txt has 1,000,001 words; a transcript holds 1,000,000 at most. Split it and import the parts.',
    ],
    [
      'lines.txt',
      bytes('.\n'.repeat(600_000)),
      'too-large',
      'lines.txt has 600,001 lines; a transcript holds 500,000 at most. Split it and import the parts.',
    ],
  ]
  it.each(files)('%s: %#', async (name, given, problem, sentence) => {
    expect(await refusal(() => importFile({ name, bytes: given }))).toEqual([problem, sentence])
  })

  it('half of a surrogate pair, pasted', async () => {
    expect(await refusal(() => importText({ text: 'a\ud800b' }))).toEqual([
      'invalid',
      'The text holds half of a surrogate pair at character 1 (line 1), which cannot be stored. Remove it and import again.',
    ])
  })

  const sequences: [given: number[], at: number][] = [
    [[0x61, 0xc3, 0xa9], -1],
    [[0xc0, 0x80], 0],
    [[0xed, 0xa0, 0x80], 0],
    [[0xf4, 0x90, 0x80, 0x80], 0],
    [[0xf0, 0x9f, 0x98, 0x80, 0x80], 4],
    [[0xe0, 0x80, 0x80], 0],
  ]
  it.each(sequences)('the first malformed byte of %j', (given, at) =>
    expect(malformedAt(Uint8Array.from(given))).toBe(at),
  )
})

describe('the title', () => {
  const titles: [what: string, name: string, text: string, title: string][] = [
    ['the first heading of Markdown', 'call.md', 'One.\n\n# The **call** of `May`\n\nTwo.', 'The call of May'],
    ['front matter comes first', 'call.md', '---\ntitle: "A leaked call"\n---\n# Heading', 'A leaked call'],
    ['a short first line', 'call.txt', 'The call\n\nAnna: Hello there.', 'The call'],
    ['not a first line that is a sentence', 'the_call.txt', 'Thank you.\n\nAnd more.', 'the call'],
    ['not a first line that is spoken', 'call 3.txt', 'Anna: Hello\nBen: Hello', 'call 3'],
    ['not a long first line', 'a.b.txt', `${'word '.repeat(60)}\n\nAnd more`, 'a.b'],
    ['not a list', 'list.txt', '* Anna\n* Ben\n\nText', 'list'],
    ['a name without an ending', 'transcript', 'x', 'transcript'],
  ]
  it.each(titles)('%s', async (_, name, text, title) =>
    expect((await importFile({ name, bytes: bytes(text) })).title).toBe(title),
  )

  it('of pasted text is the one given, else its first line, else its first words', () => {
    expect(importText({ title: ' Given ', text: 'x' }).title).toBe('Given')
    expect(importText({ text: 'First line\n\nSecond.' }).title).toBe('First line')
    expect(
      importText({ text: 'It was late when the minister rang the envoy at home and asked him to come.' }).title,
    ).toBe('It was late when the minister rang the envoy at home and…')
  })
})

describe('what a file says of itself', () => {
  it('is read from front matter, which stays in the text', async () => {
    const text =
      '---\ntitle: A call\noutlet: The Quay\ndate: 2031-03-11\nlanguage: en\ntranslator: N. Ost\nsource: https://example.org/a\n---\nText'
    const imported = await importFile({ name: 'call.md', bytes: bytes(text) })
    expect(imported.text).toBe(text)
    expect(imported.metadata).toEqual({
      outlet: 'The Quay',
      printedOn: '2031-03-11',
      language: 'en',
      translator: 'N. Ost',
      origin: 'https://example.org/a',
    })
  })
  it('leaves out what nobody could have typed there', async () => {
    const text = '---\ntitle: A call\ndate: last spring\nlanguage: plain English\n---\nText'
    expect((await importFile({ name: 'call.md', bytes: bytes(text) })).metadata).toEqual({})
  })
})

describe('the format', () => {
  it.each([
    ['call.MD', undefined, '# T\n\nx', 'T'],
    ['call', 'text/markdown; charset=utf-8', '# T\n\nx.', 'T'],
    ['call.log', 'application/octet-stream', 'One.', 'call'],
    ['call', 'application/octet-stream', 'WEBVTT The call\n\n00:01.000 --> 00:02.000\nOne.', 'The call'],
    ['call.txt', 'text/plain', 'WEBVTT stays text\n\nWhere the name says so.', 'WEBVTT stays text'],
    ['call', 'text/vtt', 'WEBVTT\nTitle: A call\n\n00:01.000 --> 00:02.000\nOne.', 'A call'],
    ['call.json', undefined, '{"segments":[{"body":"One.","startTime":1}]}', 'call'],
    ['call.json', undefined, '[{"text":"One.","start":1}]', 'call'],
  ])('of %s sent as %s', async (name, mediaType, text, title) => {
    expect((await importFile({ name, mediaType, bytes: bytes(text) })).title).toBe(title)
  })
})
