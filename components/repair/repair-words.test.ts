import { describe, expect, it } from 'vitest'
import type { Cause } from '@/lib/transcript/corrected'
import type { Repair, RepairPlace } from '@/lib/transcript/repair'
import { repairCommand } from './repair-keys'
import { lossWords, nearby, whyWords } from './repair-words'

const lost = (placed: 'lost' | 'doubtful', cause: Cause | null) =>
  ({
    annotation: { placed },
    loss: cause && { revision: 4, cause, by: { id: 'e', name: 'Edda' }, at: '2031-03-12T10:40:00.000Z', reason: null },
  }) as Repair

describe('what was done to the words', () => {
  it.each<[Repair, string]>([
    [lost('lost', 'accept'), 'Taken out by a correction, in revision 4'],
    [lost('doubtful', 'accept'), 'Replaced by a correction, in revision 4'],
    [lost('lost', 'version'), 'Taken out by a newer file, in revision 4'],
    [lost('doubtful', 'restore'), 'Replaced when an earlier text was restored, in revision 4'],
    [lost('lost', null), 'Taken out since'],
  ])('%#: %s', (repair, expected) => expect(lossWords(repair)).toBe(expected))
})

describe('why a place is offered', () => {
  it.each<[Pick<RepairPlace, 'why' | 'alike' | 'around'>, string]>([
    [{ why: 'here', alike: 0.1, around: 1 }, 'Where it stands now'],
    [{ why: 'same', alike: 1, around: 1 }, 'The same words, with the same words around'],
    [{ why: 'alike', alike: 0.824, around: 0.7 }, '82% the same words, with like words around'],
    [{ why: 'alike', alike: 0.5, around: 0.1 }, '50% the same words, with other words around'],
    [{ why: 'sentence', alike: 0, around: 0 }, 'The sentence its words stood in'],
  ])('%#: %s', (place, expected) => expect(whyWords(place)).toBe(expected))
})

describe('the keys of the repair queue', () => {
  it.each([
    ['a', true, true, 'attach'],
    ['A', false, true, 'attach'],
    ['Enter', true, false, 'attach'],
    ['Enter', false, true, null],
    ['e', true, true, 'archive'],
    ['l', true, true, 'leave'],
    ['j', true, true, 'leave'],
    ['k', true, true, 'back'],
    ['z', true, true, 'undo'],
    ['1', true, true, 0],
    ['5', false, true, 4],
    ['0', true, true, null],
    ['a', true, false, null],
    ['toString', true, true, null],
  ] as const)('%s, the focus free: %s, single keys: %s', (key, isFree, single, expected) =>
    expect(repairCommand(key, isFree, single)).toBe(expected),
  )
})

describe('what is shown around a passage', () => {
  const long = 'It was the evening of the vote, and nobody in the room had slept for two nights or more.'
  it.each([
    ['its own paragraph', `Before.\n\n${long} `, 'words', ` ${long}\n\nLater.`, [`${long} `, ` ${long}`]],
    ['more where that is little', 'Before.\n\nValkov: ', 'words', '.\n\nLater.\n', ['Before.\nValkov: ', '.\nLater.']],
    ['that it goes on', `${long} `, 'words', ` ${long}`, [`…${long} `, ` ${long}…`]],
  ])('%s', (_, before, words, after, expected) => {
    const shown = nearby({ before, words, after })
    expect([shown.before, shown.after]).toEqual(expected)
  })
})
