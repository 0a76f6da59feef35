import { describe, expect, it } from 'vitest'
import { differences } from '@/lib/text/differences'
import type { Stretch } from './comparison'
import type { Wording } from './correction'
import { passagesBetween } from './passages'
import type { Turn } from './transcript'
import { findTurns } from './turns'

const wording = (text: string, turns: readonly Turn[] = findTurns(text)): Wording => ({ text, turns })
const written = (stretches: readonly Stretch[]) =>
  stretches
    .map((one) => ('kept' in one ? one.kept : 'left' in one ? `(${one.left})` : `[${one.was}|${one.is}]`))
    .join('')

const between = (before: string | Wording, after: string | Wording) => {
  const [old, young] = [before, after].map((one) => (typeof one === 'string' ? wording(one) : one)) as [
    Wording,
    Wording,
  ]
  const found = passagesBetween(old, young, differences(old.text, young.text))
  const items = Array.from({ length: found.length }, (_, index) => found.at(index))
  return { ...found, items, old, young }
}

const call =
  'Marrant: We put nine points on one page.\n\nValkov: The leaders could discuss it.\n\nMarrant: Donbass, then.\n'

describe('the passages in which two revisions differ', () => {
  it('are the paragraphs that changed, with who speaks, in whole words, and how many are the same between', () => {
    const found = between(call, call.replace('nine', 'eight').replace('Donbass', 'Donetsk'))
    expect(
      found.items.map(({ number, skipped, speaker, differences, stretches }) => [
        number,
        skipped,
        speaker,
        differences,
        written(stretches),
      ]),
    ).toEqual([
      [1, 0, 'Marrant', 1, 'We put [nine|eight] points on one page.'],
      [2, 1, 'Marrant', 1, '[Donbass|Donetsk], then.'],
    ])
    expect(found).toMatchObject({ differences: 2, rest: 0, lineEnds: 0 })
  })

  it('stand where they say in both texts', () => {
    const { items, old, young } = between(call, call.replace('one page', 'a single page').replace('it', 'that'))
    for (const { before, after, stretches } of items) {
      const [was, is] = (['was', 'is'] as const).map((side) =>
        stretches
          .map((one) => ('kept' in one ? one.kept : side in one ? (one as { was: string; is: string })[side] : ''))
          .join(''),
      )
      expect(old.text.slice(before.start, before.end)).toBe(was)
      expect(young.text.slice(after.start, after.end)).toBe(is)
    }
    expect(items).toHaveLength(2)
  })

  it.each([
    [
      'a label that names somebody else is part of it',
      call,
      call.replace('Valkov', 'Walkow'),
      ['[Valkov|Walkow]: The leaders could discuss it.'],
    ],
    ['a turn that was taken out', call, call.replace('Valkov: The leaders could discuss it.\n\n', ''), undefined],
    ['a turn that was put in', call, `${call}\nValkov: Good.\n`, ['Donbass, then.[|\n\nValkov: Good.]']],
    ['all of it', 'One.', 'Two.', ['[One|Two].']],
    ['what was empty', '', 'Two.', ['[|Two.]']],
    ['what is empty now', 'Two.', '', ['[Two.|]']],
  ] as const)('%s', (_, before, after, wanted) => {
    const { items } = between(before, after)
    if (wanted) expect(items.map(({ stretches }) => written(stretches))).toEqual(wanted)
    else
      expect(items.map(({ stretches }) => written(stretches)).join('')).toContain(
        'Valkov: The leaders could discuss it.',
      )
  })

  it('are none where nothing differs, and all paragraphs are the same', () => {
    expect(between(call, call)).toMatchObject({ differences: 0, length: 0, rest: 3 })
  })

  it('leave out words far from a difference, and say how many', () => {
    const far = 'word '.repeat(200)
    const [passage] = between(`${far}nine ${far}`, `${far}ten ${far}`).items
    const [cut, before, difference, after, more] = passage?.stretches ?? []
    expect([cut, more]).toEqual([{ left: expect.any(Number) }, { left: expect.any(Number) }])
    expect(difference).toEqual({ was: 'nine', is: 'ten' })
    expect(before && 'kept' in before && before.kept).toMatch(/^(word )+$/)
    expect(after && 'kept' in after && after.kept).toMatch(/^( word)+$/)
  })

  it('do not tell of line ends that nobody sees', () => {
    const found = between(call.replaceAll('\n', '\r\n'), call.replace('nine', 'ten'))
    expect(found.items).toHaveLength(1)
    expect(found.lineEnds).toBeGreaterThan(0)
  })

  it('go on in the next where very many follow one another', () => {
    const text = Array.from({ length: 100 }, (_, at) => `word${at} same`).join(' ')
    const { items } = between(text, text.replaceAll('word', 'other'))
    expect(items.map(({ differences }) => differences)).toEqual([40, 40, 20])
    expect(items.map(({ skipped }) => skipped)).toEqual([0, 0, 0])
    expect(
      items
        .map(({ stretches }) => written(stretches))
        .join('')
        .match(/same/g),
    ).toHaveLength(100 + 2)
  })

  it('tell of turns that differ in nothing but who speaks, when, or where they begin', () => {
    const text = 'One.\n\nTwo.\n\nThree.'
    const turns = [
      { start: 0, end: 4, speaker: 'Marrant', from: 1 },
      { start: 6, end: 18, speaker: 'Valkov' },
    ]
    const now = [
      { start: 0, end: 4, speaker: 'Marrant', from: 2 },
      { start: 6, end: 10, speaker: 'Valkov' },
      { start: 12, end: 18, speaker: 'Marrant' },
    ]
    const { items } = between({ text, turns }, { text, turns: now })
    expect(items.map(({ stretches, turns, differences }) => [written(stretches), turns, differences])).toEqual([
      ['One.', [{ was: { speaker: 'Marrant', from: 1 }, is: { speaker: 'Marrant', from: 2 } }], 0],
      ['Three.', [{ was: null, is: { speaker: 'Marrant', from: null } }], 0],
    ])
  })
})
