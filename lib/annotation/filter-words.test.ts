import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything, type Filter, fromQuery, toQuery } from './filter'
import { parseFilter, printFilter } from './filter-words'
import { annotationStates, flagSortNames, kindNames, placements } from './kinds'

const mira = '01998f00-0000-7000-8000-000000000001'
const mirko = '01998f00-0000-7000-8000-000000000002'
const twin = '01998f00-0000-7000-8000-000000000003'
const otherTwin = '01998f00-0000-7000-8000-000000000004'
const people = {
  ...{ [mira]: 'Mira Okafor', [mirko]: 'Mirko Lind', [twin]: 'Anaïs Roth', [otherTwin]: 'Anaïs Roth' },
  names: 'names',
}
const known = { people, me: mira, now: new Date(2031, 2, 11, 15) }
const parse = (typed: string) => parseFilter(typed, known)

describe('what typed words filter for', () => {
  const cases: readonly (readonly [string, string, Partial<Filter>])[] = [
    ['nothing lets everything through', '', {}],
    ['a kind', 'kind:flag', { kind: ['flag'] }],
    ['a kind as the page calls it', 'kind:Flags kind:"source check"', { kind: ['flag', 'check'] }],
    [
      'several with commas',
      'kind:flag,note state:open,resolved',
      { kind: ['flag', 'note'], state: ['open', 'resolved'] },
    ],
    ['any state', 'state:any', { state: [] }],
    ['a person by a part of the name', 'user:okaf', { author: [mira] }],
    ['a person by the whole name', 'user:"Mirko Lind"', { author: [mirko] }],
    ['a person by id', `user:${twin}`, { author: [twin] }],
    ['oneself', 'user:me', { author: [mira] }],
    ['a detector among the authors', 'user:names', { author: ['names'] }],
    ['names that say the same', 'author:okafor by:me', { author: [mira] }],
    ['a tag of several words', 'tag:"on the record"', { tag: ['on the record'] }],
    ['a tag left out', '-tag:done', { without: ['done'] }],
    ['words of notes, both', 'text:boat text:"third crew"', { text: ['boat', 'third crew'] }],
    ['words of the passage', 'quote:ushakov', { quote: ['ushakov'] }],
    ['bare words', 'ferry "last boat"', { q: ['ferry', 'last boat'] }],
    ['curly quotation marks', 'tag:“on record” „later“', { tag: ['on record'], q: ['later'] }],
    ['a quotation mark inside', 'text:"so-called \\"boat\\""', { text: ['so-called "boat"'] }],
    ['a clock and an address are words', '10:30 https://example.org/a', { q: ['10:30', 'https://example.org/a'] }],
    ['a name in quotation marks is a word', '"kind:flag"', { q: ['kind:flag'] }],
    ['what lost its words', 'placed:Lost,doubtful', { placed: ['lost', 'doubtful'] }],
    ['times', 'since:2d until:yesterday', { since: '2d', until: 'yesterday' }],
    ['a day', 'since:2026-11-01', { since: '2026-11-01' }],
    ['the same twice is once', 'kind:flag kind:flag', { kind: ['flag'] }],
    ['capitals do not matter in names', 'KIND:FLAG Sort:Name', { kind: ['flag'], sort: ['name'] }],
  ]
  it.each(cases)('%s', (_, typed, filter) => {
    expect(parse(typed)).toEqual({ filter: { ...everything, ...filter }, mistakes: [] })
  })
})

describe('a tag', () => {
  const tagged = { ...known, tags: new Set(['figures']) }
  it('that nothing carries is told, also in a list', () => {
    expect(parseFilter('tag:nosuch', tagged).mistakes).toEqual(['No annotation has the tag nosuch.'])
    expect(parseFilter('tag:figures,nosuch', tagged).mistakes).toEqual(['No annotation has the tag nosuch.'])
  })
  it('passes where something carries it, to be left out, or while the tags are not all here', () => {
    expect(parseFilter('tag:figures -tag:nosuch', tagged).mistakes).toEqual([])
    expect(parse('tag:nosuch').mistakes).toEqual([])
  })
})

describe('what is told of words that filter for nothing', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['colour:red', /no filter “colour:”/],
    ['user:nobody', /Nobody called “nobody”/],
    ['user:mir', /can be Mira Okafor, Mirko Lind/],
    ['kind:flagg', /“flagg” is no kind. Use highlight/],
    ['state:shut', /is no state/],
    ['placed:gone', /says nothing of a place. Use exact/],
    ['sort:banana', /is no sort of flag/],
    ['since:soon', /is no time/],
    ['since:2026-02-30', /is no time/],
    ['tag:', /Say after “tag:”/],
    ['text:"open', /not closed/],
    ['-kind:flag', /Only tags can be left out/],
  ]
  it.each(cases)('%s', (typed, sentence) => {
    const { filter, mistakes } = parse(`${typed === 'text:"open' ? '' : 'quote:boat '}${typed}`)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toMatch(sentence)
    expect(filter).toEqual({ ...everything, ...(typed === 'text:"open' ? {} : { quote: ['boat'] }) })
  })
})

const few = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { maxLength: 3 })
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((said) => said.trim() !== '')
const word = words.map((said) => said.replaceAll(',', ';'))
const time = fc.constantFrom('2d', '3h', 'today', 'yesterday', '2026-11-01', '2026-11-01T10:30', null)
const filters: fc.Arbitrary<Filter> = fc.record({
  kind: few(fc.constantFrom(...kindNames)),
  state: few(fc.constantFrom(...annotationStates)),
  author: few(fc.constantFrom(...Object.keys(people), '01998f00-0000-7000-8000-00000000000f')),
  tag: few(word),
  without: few(word),
  detector: few(word),
  placed: few(fc.constantFrom(...placements)),
  sort: few(fc.constantFrom(...flagSortNames)),
  text: few(words),
  quote: few(words),
  q: few(words),
  since: time,
  until: time,
})

describe('a filter', () => {
  it('is the same when its words are read back', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parse(printFilter(filter, known))).toEqual({ filter, mistakes: [] })
      }),
    )
  })
  it('is the same when its address is read back', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(fromQuery(new URLSearchParams(toQuery(filter).toString()))).toEqual(filter)
      }),
    )
  })
  it('takes any typed words without breaking', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => void parse(typed)))
  })
  it('names a person who shares a name by id', () => {
    expect(printFilter({ ...everything, author: [twin] }, known)).toBe(`user:${twin}`)
    expect(printFilter({ ...everything, author: [mira] }, known)).toBe('user:"Mira Okafor"')
  })
})
