import { describe, expect, it } from 'vitest'
import { type TurnPlace, type TurnValues, turnProposals, valuesOf } from './turn-proposals'

const text = 'Ushkov [00:12]: We open. The road is clear.\n\nMarrant: And?\n\nUshkov: Yes.\n'
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}
const first: TurnPlace = {
  turn: {
    words: at('We open. The road is clear.'),
    name: { ...at('Ushkov'), exact: 'Ushkov' },
    time: at('00:12'),
    shown: '00:12',
    isFirst: true,
  },
  word: at('The'),
  first: at('We'),
  namedSo: () => [at('Ushkov'), at('Ushkov', 20)],
  words: ({ start, end }) => text.slice(start, end),
}
const second: TurnPlace = {
  ...first,
  turn: { words: at('And?'), name: null, time: null, shown: '', isFirst: false },
  word: at('And'),
  first: at('And'),
}

/** What is proposed where the form says this: on which words, and what; or what is wrong. */
const proposed = (typed: Partial<TurnValues>, place = first) => {
  const found = turnProposals({ ...valuesOf(place.turn), ...typed }, place, 1)
  return 'faults' in found
    ? Object.keys(found.faults)
    : found.made.map(({ start, exact, correction }) => [start, exact, correction?.to === exact, correction?.turn])
}

describe('what the form of a turn proposes', () => {
  const named = { do: 'relabel', speaker: 'Ushakov' }
  it.each<[string, Partial<TurnValues>, TurnPlace, unknown]>([
    ['another speaker, on the name', { speaker: ' Ushakov ' }, first, [[0, 'Ushkov', true, named]]],
    [
      'another speaker everywhere',
      { speaker: 'Ushakov', everywhere: true },
      first,
      [
        [0, 'Ushkov', true, named],
        [at('Ushkov', 20).start, 'Ushkov', true, named],
      ],
    ],
    ['no speaker', { speaker: '' }, first, [[0, 'Ushkov', true, { do: 'relabel', speaker: null }]]],
    [
      'a speaker where none is named, on the first word',
      { speaker: 'Ada' },
      second,
      [[at('And').start, 'And', true, { do: 'relabel', speaker: 'Ada' }]],
    ],
    ['the same speaker is nothing', { speaker: 'Ushkov' }, first, ['speaker']],
    [
      'another time, on the time',
      { part: 'retime', from: '0:15' },
      first,
      [[at('00:12').start, '00:12', true, { do: 'retime', from: 15 }]],
    ],
    [
      'only the end',
      { part: 'retime', to: '1:00:00' },
      first,
      [[at('00:12').start, '00:12', true, { do: 'retime', to: 3600 }]],
    ],
    [
      'no time any more',
      { part: 'retime', from: '' },
      first,
      [[at('00:12').start, '00:12', true, { do: 'retime', from: null }]],
    ],
    ['a time that is none', { part: 'retime', from: 'soon' }, first, ['from']],
    ['the same times are nothing', { part: 'retime' }, first, ['from']],
    [
      'a turn of its own, on the word',
      { part: 'split', next: 'Ada', at: '0:20' },
      first,
      [[at('The').start, 'The', true, { do: 'split', speaker: 'Ada', from: 20 }]],
    ],
    ['no turn of its own from the first word on', { part: 'split' }, second, ['next']],
    ['joined to the one before', { part: 'merge' }, second, [[at('And').start, 'And', true, { do: 'merge' }]]],
    ['nothing to join the first to', { part: 'merge' }, first, ['speaker']],
  ])('%s', (_, typed, place, expected) => expect(proposed(typed, place)).toEqual(expected))
})
