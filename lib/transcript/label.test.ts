import { describe, expect, it } from 'vitest'
import { clock, labelPieces } from './label'

describe('the pieces of a speaker label', () => {
  const cases: [string, string | undefined, string][] = [
    ['Marrant: ', 'Marrant', 'name(Marrant) rest(: )'],
    ['[00:12] Marrant: ', 'Marrant', 'rest([) time(00:12) rest(] ) name(Marrant) rest(: )'],
    ['Marrant (1:02:03.5):', 'Marrant', 'name(Marrant) rest( () time(1:02:03.5) rest():)'],
    ['**Marrant:** ', 'Marrant', 'rest(**) name(Marrant) rest(:** )'],
    ['>> DR. LEE:', undefined, 'rest(>> ) name(DR. LEE) rest(:)'],
    ['[00:12] Oren Valkov - ', undefined, 'rest([) time(00:12) rest(] ) name(Oren Valkov) rest( - )'],
    ['00:12', undefined, 'time(00:12)'],
    ['—', undefined, 'rest(—)'],
    ['Ушаков: ', undefined, 'name(Ушаков) rest(: )'],
  ]
  it.each(cases)('%s', (label, speaker, pieces) => {
    const found = labelPieces(label, speaker)
    expect(found.map(({ part, text }) => `${part}(${text})`).join(' ')).toBe(pieces)
    expect(found.map(({ text }) => text).join('')).toBe(label)
  })
})

describe('a time on the clock', () => {
  it.each([
    [0, '00:00'],
    [12.9, '00:12'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [-1, '00:00'],
  ])('%d seconds', (seconds, shown) => {
    expect(clock(seconds)).toBe(shown)
  })
})
