import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { importFile } from '@/lib/import'
import { documentFiles, paragraph, partOf, zipOf } from '@/lib/import/docx/sample'

const utf8 = (text: string) => new TextEncoder().encode(text)
const body = `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc></w:tr></w:tbl><w:p><w:commentRangeStart w:id="0"/><w:r><w:t>The ferry</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/><w:footnoteReference w:id="2"/></w:r><w:del w:id="3"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`
const parts = {
  comments: partOf('comments', `<w:comment w:id="0" w:author="Ida">${paragraph('Which?')}</w:comment>`),
  footnotes: partOf('footnotes', `<w:footnote w:id="2">${paragraph('Note.')}</w:footnote>`),
}

/** A small whole file of each format, with what its reader looks for. */
const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a.docx', zipOf(documentFiles(body, parts))],
  [
    'a.srt',
    utf8('1\n00:00:01,000 --> 00:00:02,000\nIda: <i>Hello</i>\n\n2\n00:00:02,000 --> 00:00:03,500\n- Yes.\n- No.\n'),
  ],
  [
    'a.vtt',
    utf8(
      'WEBVTT - x\nLanguage: en\n\nNOTE y\n\none\n00:01.000 --> 00:02.000 align:start\n<v Ida>Hello &amp; <00:01.500>you</v>\n',
    ),
  ],
  [
    'a.json',
    utf8('{"segments":[{"start":0,"end":1.5,"text":" Hello","speaker":"A","words":[{"word":"Hello","start":0}]}]}'),
  ],
  ['b.json', utf8('{"version":"1.0.0","segments":[{"speaker":"A","startTime":0,"endTime":1,"body":"Hello"}]}')],
  [
    'a.html',
    utf8(
      '<!doctype html><html lang=en><body><nav>x</nav><article><h1>T</h1><p><b>Ida:</b> Hello &eacute;<ul><li>a</ul><table><tr><td>b</table></article></body></html>',
    ),
  ],
  ['a.md', utf8('---\ntitle: T\n---\n# T\n\nIda: Hello')],
]

/** Changes to bytes: some overwritten, cut out, doubled or put in. Places are shares of the length. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(20),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom(
        '<',
        '>',
        '&',
        '-->',
        '\0',
        '"',
        '\n\n',
        '<!DOCTYPE x>',
        '&#xD800;',
        '{',
        '[',
        '99999999999',
        '\r',
        '</w:p>',
        '<w:p>',
        '<w:tc>',
        '\uFEFF',
        '\\ud800',
        'null',
      )
      .map(utf8),
  ),
  keeps: fc.boolean(),
})
type Change = { at: number; length: number; put: Uint8Array; keeps: boolean }
const changed = (bytes: Uint8Array, changes: readonly Change[]) =>
  changes.reduce((now, { at, length, put, keeps }) => {
    const start = Math.floor(at * now.length)
    return Uint8Array.from([...now.subarray(0, start), ...put, ...now.subarray(keeps ? start : start + length)])
  }, bytes)

/** Nothing but an import that holds together, or a refusal in words. */
const holds = async (name: string, bytes: Uint8Array): Promise<void> => {
  try {
    const { text, turns, comments = [], notes = [] } = await importFile({ name, bytes })
    expect(text.trim()).not.toBe('')
    expect(text.isWellFormed() && !text.includes('\0')).toBe(true)
    let last = 0
    for (const { start, end, label, from = 0, to = from } of turns) {
      expect((label?.start ?? start) >= last && start <= end && end <= text.length && from <= to).toBe(true)
      last = end
    }
    for (const { start, end } of comments) expect(start < end && end <= text.length).toBe(true)
    for (const note of notes) expect(note).toMatch(/[.]$/)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.message).toMatch(/^.+\.$/s)
  }
}

describe('a file that was damaged is imported whole or refused, whatever the damage', () => {
  it.each(files)('%s', (name, bytes) =>
    fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) =>
        holds(name, changed(bytes, changes)),
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    ),
  )
  it('a.docx, damaged inside of the zip', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(10), fc.array(change, { minLength: 1, maxLength: 4 }), (which, changes) => {
        const inside = documentFiles(body, parts)
        const damaged = inside.map((file, at) =>
          at === which % inside.length ? { ...file, content: changed(utf8(String(file.content)), changes) } : file,
        )
        return holds('a.docx', zipOf(damaged))
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    ))
})
