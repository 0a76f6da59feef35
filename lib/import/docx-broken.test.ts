import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { importFile } from '.'
import { documentFiles, paragraph, partOf, type SampleFile, zipOf } from './docx/sample'

describe('what is refused', () => {
  const xml = (content: string): SampleFile[] => [{ name: 'word/document.xml', content }]
  const readBody = (body: string) => importFile({ name: 'call.docx', bytes: zipOf(documentFiles(body)) })
  const good = documentFiles(paragraph('x'))
  const bytesOf = (files: readonly SampleFile[], change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) =>
    change(zipOf(files))
  const deep = (count: number) =>
    `${'<w:tbl><w:tr><w:tc>'.repeat(count)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(count)}`
  const cases: [what: string, bytes: Uint8Array, problem: string, sentence: RegExp][] = [
    [
      'a zip that is cut off',
      bytesOf(good, (bytes) => bytes.subarray(0, 200)),
      'invalid',
      /^call\.docx is a broken zip file/,
    ],
    [
      'a zip with a damaged file',
      bytesOf(good, (bytes) => bytes.fill(7, 60, 90)),
      'invalid',
      /^call\.docx is a broken zip file/,
    ],
    [
      'a zip without a document',
      zipOf([{ name: 'a.txt', content: 'x' }]),
      'unsupported',
      /a zip archive without a Word document in it/,
    ],
    ['an empty zip', zipOf([]), 'unsupported', /a zip archive without a Word document in it/],
    [
      'a zip in a zip, which stays shut',
      zipOf([{ name: 'call.docx', content: zipOf(good) }]),
      'unsupported',
      /without a Word document/,
    ],
    [
      'too many files',
      zipOf(Array.from({ length: 5_001 }, (_, at) => ({ name: `${at}`, content: '' }))),
      'too-large',
      /holds 5,001 files; 5,000 is the most/,
    ],
    [
      'a size beyond reason, declared',
      zipOf([{ name: 'word/document.xml', content: 'x', declares: 300 * 1024 * 1024 }]),
      'too-large',
      /unpacks to more than 256 MB \(in word\/document\.xml\)/,
    ],
    [
      'a file that is larger than it declares',
      zipOf([{ name: 'word/document.xml', content: ' '.repeat(1_000_000), declares: 10 }]),
      'invalid',
      /^call\.docx is a broken zip file \(too many bytes/,
    ],
    ['a file twice', zipOf([...good, ...good]), 'invalid', /holds _rels\/\.rels twice/],
    [
      'a path that leaves the folder',
      zipOf([...good, { name: '../a.xml', content: 'x' }]),
      'invalid',
      /broken zip file \(invalid relative path/,
    ],
    [
      'an encrypted file',
      zipOf([{ name: 'word/document.xml', content: 'x', encrypted: true }]),
      'unsupported',
      /is locked with a password/,
    ],
    [
      'a DOCTYPE with entities',
      zipOf(xml('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>')),
      'invalid',
      /^call\.docx is broken: word\/document\.xml holds a DOCTYPE, which Word never writes, at character 0\./,
    ],
    [
      'an entity of its own',
      zipOf(xml('<x>&boom;</x>')),
      'invalid',
      /holds a reference \(&\) to nothing|holds a reference/,
    ],
    [
      'a reference to no character',
      zipOf(xml('<x>&#0;</x>')),
      'invalid',
      /holds a reference \(&#0;\) to nothing at character 3/,
    ],
    [
      'XML that breaks off',
      zipOf(xml(partOf('document', '<w:body><w:p>').slice(0, -14))),
      'invalid',
      /word\/document\.xml breaks off at character/,
    ],
    ['XML that is crossed', zipOf(xml('<a><b></a></b>')), 'invalid', /closes what is not open at character 6/],
    [
      'XML in another encoding',
      zipOf([{ name: 'word/document.xml', content: Uint8Array.from([60, 97, 62, 0xe9]) }]),
      'invalid',
      /word\/document\.xml in it is not UTF-8/,
    ],
    [
      'no words',
      zipOf(documentFiles('<w:p/>'.repeat(1_000))),
      'invalid',
      /^call\.docx holds no words: there is nothing in it to read/,
    ],
    [
      'tables without end in one another',
      zipOf(documentFiles(deep(5_000))),
      'invalid',
      /is nested more than 800 deep at character/,
    ],
    ['no zip at all', new TextEncoder().encode('x'), 'invalid', /^call\.docx is not a Word document/],
  ]
  it.each(cases)('%s', async (_, bytes, problem, sentence) => {
    const reading = importFile({ name: 'call.docx', bytes })
    await expect(reading).rejects.toThrow(sentence)
    await expect(reading).rejects.toBeInstanceOf(AppError)
    await expect(reading).rejects.toMatchObject({ problem })
  })

  it('but not tables twenty deep, nor very many empty paragraphs', async () => {
    expect((await readBody(deep(20))).text).toBe('x')
    expect((await readBody(`${'<w:p/>'.repeat(200_000)}${paragraph('x')}`)).text).toBe('x')
  })

  it('stops when it is asked to', async () => {
    const controller = new AbortController()
    const progress = (share: number) => {
      if (share > 0.2) controller.abort(new Error('enough'))
    }
    const bytes = zipOf(documentFiles(paragraph('x').repeat(80_000)))
    await expect(importFile({ name: 'call.docx', bytes }, { progress, signal: controller.signal })).rejects.toThrow(
      'enough',
    )
  })
})
