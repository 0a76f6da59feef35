import { describe, expect, it } from 'vitest'
import { foldName, labelAt } from './speaker-label'

type Found = { label: string; speaker?: string; from?: number; to?: number; sure?: boolean; alone?: boolean }

const labels: [line: string, found: Found][] = [
  ['Marrant: Good morning.', { label: 'Marrant:', speaker: 'Marrant' }],
  ['MARRANT: Good morning.', { label: 'MARRANT:', speaker: 'MARRANT' }],
  ['Mr. NORTH: No, I did not.', { label: 'Mr. NORTH:', speaker: 'Mr. NORTH' }],
  ['J. R. van der Berg: Yes.', { label: 'J. R. van der Berg:', speaker: 'J. R. van der Berg' }],
  ["Siobhán O'Brien-Ōta: Yes.", { label: "Siobhán O'Brien-Ōta:", speaker: "Siobhán O'Brien-Ōta" }],
  ['Speaker 1: Yes.', { label: 'Speaker 1:', speaker: 'Speaker 1' }],
  ['Q: Did you?', { label: 'Q:', speaker: 'Q' }],
  ['Michael Folk (MF): This is it.', { label: 'Michael Folk (MF):', speaker: 'Michael Folk (MF)' }],
  ['השר: בוקר טוב', { label: 'השר:', speaker: 'השר' }],
  ['记者：你好', { label: '记者：', speaker: '记者' }],
  ['**Marrant:** Good morning.', { label: '**Marrant:**', speaker: 'Marrant' }],
  ['**Marrant**: Good morning.', { label: '**Marrant**:', speaker: 'Marrant' }],
  ['[00:12] Marrant: Good morning.', { label: '[00:12] Marrant:', speaker: 'Marrant', from: 12, sure: true }],
  ['00:12 Marrant: Good morning.', { label: '00:12 Marrant:', speaker: 'Marrant', from: 12, sure: true }],
  [
    'Deputy minister [14:50]: Good.',
    { label: 'Deputy minister [14:50]:', speaker: 'Deputy minister', from: 890, sure: true },
  ],
  ['Marrant (00:12): Good morning.', { label: 'Marrant (00:12):', speaker: 'Marrant', from: 12, sure: true }],
  ['Marrant [00:01:02]: Good morning.', { label: 'Marrant [00:01:02]:', speaker: 'Marrant', from: 62, sure: true }],
  ['Marrant [1:00:02.5] Good morning.', { label: 'Marrant [1:00:02.5]', speaker: 'Marrant', from: 3602.5, sure: true }],
  ['Marrant: [28:04] Wow.', { label: 'Marrant: [28:04]', speaker: 'Marrant', from: 1684, sure: true }],
  ['Marrant  00:12', { label: 'Marrant  00:12', speaker: 'Marrant', from: 12, sure: true, alone: true }],
  ['Speaker 1\t0:12', { label: 'Speaker 1\t0:12', speaker: 'Speaker 1', from: 12, sure: true, alone: true }],
  ['[00:12] Marrant', { label: '[00:12] Marrant', speaker: 'Marrant', from: 12, sure: true, alone: true }],
  ['Marrant:', { label: 'Marrant:', speaker: 'Marrant', alone: true }],
  ['[00:12 - 00:15] Good morning.', { label: '[00:12 - 00:15]', from: 12, to: 15, sure: true }],
  ['[00:12] good morning, he said: hello', { label: '[00:12]', from: 12, sure: true }],
  ['00:12 Good morning to you all', { label: '00:12', from: 12 }],
]

const none: [why: string, line: string][] = [
  ['a sentence with a colon', 'He said: we will not sign.'],
  ['a longer sentence with a colon', 'The problem is this: nobody asked.'],
  ['a capitalised sentence of many words', 'What The Minister Of Trade Really Said Was: no.'],
  ['a word that names no speaker', 'Note: this was recorded by telephone.'],
  ['the same in capitals', 'SOURCE: the ministry.'],
  ['an address', 'https://example.org/page'],
  ['a colon inside a word', 'Re:think the plan'],
  ['a time of day', 'At 12:30 the train left.'],
  ['a ratio', '16:9 is the shape'],
  ['a verse', 'John 3:16'],
  ['a name without a colon', 'Marrant said nothing.'],
  ['a role without a time', 'The minister said: we will not sign.'],
  ['a sentence of many words with a time in brackets', 'He left the room much too late [12:30]: why?'],
  ['a name with a time of day in a sentence', 'Marrant 12:30 train was late'],
  ['a stage direction', '(CROSSTALK)'],
  ['a lower-case beginning', 'and then: nothing'],
  ['nothing', ''],
]

describe('labelAt', () => {
  it.each(labels)('finds the label of: %s', (line, found) => {
    const { label, sure = false, alone = false, ...rest } = found
    const { length, key: _, ...given } = labelAt(line) ?? { length: 0, key: '' }
    expect(line.slice(0, length)).toBe(label)
    expect(given).toEqual({ ...rest, sure, alone })
  })

  it.each(none)('takes for no label %s', (_, line) => expect(labelAt(line)).toBeNull())

  it('folds case and closing punctuation of a name, and nothing else', () => {
    expect(foldName('Mr. NORTH.')).toBe(foldName('Mr. North'))
    expect(foldName('O’Brien')).toBe(foldName("O'Brien"))
    expect(foldName('Ushkov')).not.toBe(foldName('Ushakov'))
  })
})
