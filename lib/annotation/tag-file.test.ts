import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TagFields } from './tag'
import { tagColours } from './tag-colours'
import { readTags, tagsToCsv, tagsToJson } from './tag-file'

const words = (max: number) =>
  fc.string({ maxLength: max }).filter((said) => said === said.trim() && !said.includes('\0'))
const tag = fc.record({
  name: words(20).filter((name) => name !== '' && !name.includes(',') && !name.startsWith("'")),
  colour: fc.constantFrom(...tagColours),
  note: words(40).filter((note) => !note.startsWith("'")),
})
const codebooks = fc.uniqueArray(tag, { selector: ({ name }) => name, minLength: 1, maxLength: 6 })

describe('a codebook in a file', () => {
  it('is the same when it is read back, as CSV and as JSON', () => {
    fc.assert(
      fc.property(codebooks, (tags: readonly TagFields[]) => {
        expect(readTags(tagsToCsv(tags))).toEqual({ tags })
        expect(readTags(tagsToJson(tags))).toEqual({ tags })
      }),
    )
  })
  it('is read from what other programs write: other names of columns, other colours', () => {
    const text = 'Code,Color,Memo\n"on record",#ff0000,"Said, for\npublication"\nlater,,\n'
    expect(readTags(text)).toEqual({
      tags: [
        { name: 'on record', colour: 'grey', note: 'Said, for\npublication' },
        { name: 'later', colour: 'grey', note: '' },
      ],
    })
  })
  it('does not let a spreadsheet run a tag', () => {
    expect(tagsToCsv([{ name: '=1+1', colour: 'red', note: '' }])).toContain("'=1+1")
  })
  const faults: readonly (readonly [string, RegExp])[] = [
    ['', /first line names the columns/],
    ['colour,note\nred,x\n', /one of them has to be “name”/],
    ['name\n', /no tag in this file/],
    ['name,colour\na,purple\n', /Row 2: Choose one of grey/],
    ['name\na\na\n', /Row 3: “a” stands in the file twice/],
    ['name\n"a\n', /Line 2: a quotation mark/],
    ['name,note\n,x\n', /Row 2: A tag needs a name/],
    ['[{"name":"a,b"}]', /Entry 1: A tag cannot hold a comma/],
    ['{"tags":3}', /no list of tags/],
    ['[', /not JSON/],
  ]
  it.each(faults)('tells what is wrong with %j', (text, sentence) => {
    expect(readTags(text)).toMatchObject({ fault: expect.stringMatching(sentence) })
  })
})
