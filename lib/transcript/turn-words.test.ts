import { describe, expect, it } from 'vitest'
import type { TurnProposal } from '@/lib/annotation/turn-change'
import { secondsIn, turnWords } from './turn-words'

describe('what is proposed for a turn, in words', () => {
  it.each<[TurnProposal, string]>([
    [{ do: 'relabel', speaker: 'Ushakov' }, 'Speaker: Ushakov'],
    [{ do: 'relabel', speaker: null }, 'No speaker'],
    [{ do: 'retime', from: 75 }, 'Times: from 01:15'],
    [{ do: 'retime', from: null, to: 3600 }, 'Times: none at the beginning, to 1:00:00'],
    [{ do: 'split' }, 'A new turn from here'],
    [{ do: 'split', speaker: 'Marrant', from: 12 }, 'A new turn from here, of Marrant, at 00:12'],
    [{ do: 'merge' }, 'Joined to the turn before'],
  ])('%j', (turn, words) => expect(turnWords(turn)).toBe(words))
})

describe('a time as people write it', () => {
  it.each([
    ['1:02', 62],
    ['00:00:12.5', 12.5],
    ['01:02:03', 3723],
    ['75:30', 4530],
    [' 0:05 ', 5],
    ['0:05,25', 5.25],
    ['1:60', null],
    ['1:75:00', null],
    ['12', null],
    ['soon', null],
    ['', null],
  ])('%s', (time, seconds) => expect(secondsIn(time)).toBe(seconds))
})
