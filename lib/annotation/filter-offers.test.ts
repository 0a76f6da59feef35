import { describe, expect, it } from 'vitest'
import { type Choices, offersAt } from './filter-offers'

const choices: Choices = {
  user: [
    { value: 'Mira Okafor', count: 3 },
    { value: 'Teodor Sand', count: 9 },
  ],
  tag: [
    { value: 'name', count: 1 },
    { value: 'on record', count: 5, note: 'Said for publication' },
    { value: 'surname', count: 2 },
  ],
  kind: [{ value: 'note', label: 'Notes', count: 4 }],
}
const at = (typed: string) => {
  const { start, end, offers } = offersAt(typed, typed.length, choices)
  return offers.map(({ insert }) => typed.slice(0, start) + insert + typed.slice(end))
}

describe('what a filter is completed with', () => {
  it('offers every name where nothing is typed, and behind a finished term', () => {
    expect(at('').slice(0, 3)).toEqual(['user:', 'tag:', 'kind:'])
    expect(at('kind:flag ')[0]).toBe('kind:flag user:')
  })
  it('offers the values of a name, the beginning first, then the most frequent', () => {
    expect(at('tag:')).toEqual(['tag:"on record" ', 'tag:surname ', 'tag:name '])
    expect(at('tag:na')).toEqual(['tag:name ', 'tag:surname '])
    expect(at('user:san')).toEqual(['user:"Teodor Sand" '])
    expect(at('-tag:na')[0]).toBe('-tag:name ')
  })
  it('goes on inside quotation marks that are not closed yet', () => {
    expect(at('tag:"on r')).toEqual(['tag:"on record" '])
  })
  it('offers names and values for a bare beginning', () => {
    expect(at('t')).toEqual(['tag:', 'text:', 'user:"Teodor Sand" ', 'kind:note '])
    expect(at('okaf')).toEqual(['user:"Mira Okafor" '])
  })
  it('completes the term under the caret and leaves the rest', () => {
    const { start, end } = offersAt('kind:note tag:na since:2d', 16, choices)
    expect([start, end]).toEqual([10, 16])
  })
  it('offers nothing for free words', () => {
    expect(at('text:bo')).toEqual([])
    expect(at('"bo')).toEqual([])
  })
})
