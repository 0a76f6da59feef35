import { describe, expect, it } from 'vitest'
import { outline } from './outline'
import { findTurns } from './turns'

const read = (text: string) => outline(text, findTurns(text))

describe('outline', () => {
  it('counts the turns of each speaker, the busiest first', () => {
    expect(read('Ben: x\n\nAnna: y\n\nAnna: z').speakers).toEqual([
      { name: 'Anna', turns: 2, variants: ['Anna'], first: 8 },
      { name: 'Ben', turns: 1, variants: ['Ben'], first: 0 },
    ])
  })

  it('folds case and closing punctuation, and names the way that is written most', () => {
    const { speakers } = read('Mr. NORTH: a\n\nMr. North: b\n\nMr. NORTH: c\n\nMr. North.: d\n\nAnna: e')
    expect(speakers[0]).toEqual({
      name: 'Mr. NORTH',
      turns: 4,
      variants: ['Mr. NORTH', 'Mr. North', 'Mr. North.'],
      first: 0,
    })
  })

  it('keeps names that differ in spelling apart', () => {
    expect(read('Ushkov: a\n\nUshakov: b\n\nUshkov: c').speakers.map((speaker) => speaker.name)).toEqual([
      'Ushkov',
      'Ushakov',
    ])
  })

  it('lists headings with their level, words and turn', () => {
    const text = '# The call #\n\nAnna: a\n\n### Second\nBen: b\n\nAnna: c'
    expect(read(text).headings).toEqual([
      { start: 0, end: 12, title: 'The call', level: 1, turn: 0 },
      { start: 23, end: 33, title: 'Second', level: 3, turn: 2 },
    ])
  })

  it('takes no hashtag for a heading', () => expect(read('#ports were open.\n\nAnd more.').headings).toEqual([]))

  it('is empty for a text with neither', () => expect(read('One.\n\nTwo.')).toEqual({ headings: [], speakers: [] }))
})
