import { describe, expect, it } from 'vitest'
import type { Edit } from '@/lib/text/map'
import { tidyEdits } from '@/lib/text/tighten'
import { invertRevising, nextWording, placedAfter, type Wording } from './correction'
import { reviseTurns, type TurnChange } from './revise-turns'
import { findTurns } from './turns'

const text = [
  '[00:12] Marrant: The ports opne in March.',
  '[01:02:03] Ushkov: In May, you mean.',
  'Marrant: That is what I said.',
  'Nobody spoke for a while.',
].join('\n\n')
const call: Wording = { text, turns: findTurns(text) }

/** Each turn as `label(speaker, from-to)|words`. */
const shown = ({ text, turns }: Wording) =>
  turns.map(({ start, end, label, speaker, from, to }) => {
    const times = from === undefined && to === undefined ? '' : `, ${from ?? ''}-${to ?? ''}`
    return `${label ? text.slice(label.start, label.end) : ''}(${speaker ?? ''}${times})|${text.slice(start, end)}`
  })

const first = '[00:12] Marrant:(Marrant, 12-)|The ports opne in March.'
const second = '[01:02:03] Ushkov:(Ushkov, 3723-)|In May, you mean.'
const third = 'Marrant:(Marrant)|That is what I said.'
const fourth = '()|Nobody spoke for a while.'

/** An edit that puts `by` where `words` stand, for the nth time from 0. */
const put = (words: string, by: string, nth = 0): Edit => {
  let start = text.indexOf(words)
  for (let seen = 0; seen < nth; seen += 1) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length, text: by }
}
const behind = (words: string, by: string): Edit => put(words, words + by)

const edited: readonly (readonly [what: string, edits: readonly Edit[], turns: readonly string[]])[] = [
  ['a word inside', [put('opne', 'open')], [first.replace('opne', 'open'), second, third, fourth]],
  [
    'words put at the end of a turn are its own',
    [behind('said.', ' Twice.')],
    [first, second, `${third} Twice.`, fourth],
  ],
  [
    'words put at the beginning too',
    [put('In May', 'No. In May')],
    [first, second.replace('In', 'No. In'), third, fourth],
  ],
  [
    'the speaker is who the label now names',
    [put('Ushkov', 'Ushakov')],
    [first, second.replaceAll('Ushkov', 'Ushakov'), third, fourth],
  ],
  [
    'a letter before the name is in the label',
    [put('Marrant', 'St Marrant', 1)],
    [first, second, third.replaceAll('Marrant', 'St Marrant'), fourth],
  ],
  [
    'a time that the label shows is the turn’s',
    [put('00:12', '00:15')],
    [first.replace('00:12', '00:15').replace('12-', '15-'), second, third, fourth],
  ],
  [
    'label and first word in one edit',
    [put('Ushkov: In', 'Ushakov: By')],
    [first, second.replaceAll('Ushkov', 'Ushakov').replace('In', 'By'), third, fourth],
  ],
  ['the whole label taken away', [put('Marrant: ', '', 1)], [first, second, '()|That is what I said.', fourth]],
  ['a whole turn taken away', [put('[01:02:03] Ushkov: In May, you mean.\n\n', '')], [first, third, fourth]],
  [
    'all words of a turn rewritten',
    [put('In May, you mean.', 'He hung up.')],
    [first, '[01:02:03] Ushkov:(Ushkov, 3723-)|He hung up.', third, fourth],
  ],
  [
    'all words of a turn taken away',
    [put('In May, you mean.', '')],
    [first, '[01:02:03] Ushkov:(Ushkov, 3723-)|', third, fourth],
  ],
  [
    'one edit from turn to turn joins them',
    [put('March.\n\n[01:02:03] Ushkov: In May, you', 'March, you')],
    ['[00:12] Marrant:(Marrant, 12-)|The ports opne in March, you mean.', third, fourth],
  ],
  ['an edit of the empty line only leaves both turns', [put('\n\n', '\n')], [first, second, third, fourth]],
  [
    'words put between two turns by one edit from the line on',
    [put('\n\nNobody', '\nNo one')],
    [first, second, third, '()|No one spoke for a while.'],
  ],
  ['everything taken away', [{ start: 0, end: text.length, text: '' }], []],
]

const at = (words: string) => text.indexOf(words)
const changed: readonly (readonly [
  what: string,
  changes: readonly TurnChange[],
  turns: readonly string[],
  has?: string,
])[] = [
  [
    'another speaker',
    [{ do: 'relabel', at: at('In May'), speaker: 'Nobody' }],
    [first, second.replaceAll('Ushkov', 'Nobody'), third, fourth],
  ],
  [
    'a name that its label is not read as',
    [{ do: 'relabel', at: at('In May'), speaker: '(a voice)' }],
    [first, second.replaceAll('Ushkov', '(a voice)'), third, fourth],
  ],
  [
    'a name that no label would be read as',
    [{ do: 'relabel', at: at('In May'), speaker: 'x@y' }],
    [first, second.replaceAll('Ushkov', 'x@y'), third, fourth],
  ],
  [
    'a speaker where none was',
    [{ do: 'relabel', at: at('Nobody'), speaker: 'Voice' }],
    [first, second, third, 'Voice:(Voice)|Nobody spoke for a while.'],
  ],
  [
    'no speaker',
    [{ do: 'relabel', at: at('That is'), speaker: null }],
    [first, second, '()|That is what I said.', fourth],
  ],
  [
    'a time, in the label too',
    [{ do: 'retime', at: 0, from: 15, to: 20 }],
    [first.replace('00:12', '00:15').replace('12-', '15-20'), second, third, fourth],
  ],
  [
    'a time with hours',
    [{ do: 'retime', at: at('In May'), from: 62 }],
    [first, second.replace('01:02:03', '00:01:02').replace('3723', '62'), third, fourth],
  ],
  [
    'a time that no label shows',
    [{ do: 'retime', at: text.length, from: 62 }],
    [first, second, third, '(, 62-)|Nobody spoke for a while.'],
  ],
  [
    'a time taken away',
    [{ do: 'retime', at: at('In May'), from: null }],
    [first, second.replace(', 3723-', ''), third, fourth],
  ],
  [
    'split in two paragraphs',
    [{ do: 'split', at: at('what I') }],
    [first, second, 'Marrant:(Marrant)|That is', '()|what I said.', fourth],
    'That is\n\nwhat I said.',
  ],
  [
    'split, the rest another’s',
    [{ do: 'split', at: at('what I'), speaker: 'Ushkov' }],
    [first, second, 'Marrant:(Marrant)|That is', 'Ushkov:(Ushkov)|what I said.', fourth],
  ],
  [
    'split with a time',
    [{ do: 'split', at: at('in March'), speaker: 'Ushkov', from: 14 }],
    [
      '[00:12] Marrant:(Marrant, 12-14)|The ports opne',
      '[00:14] Ushkov:(Ushkov, 14-)|in March.',
      second,
      third,
      fourth,
    ],
  ],
  [
    'split twice',
    [
      { do: 'split', at: at('what') },
      { do: 'split', at: at('said.'), speaker: 'Ushkov' },
    ],
    [first, second, 'Marrant:(Marrant)|That is', '()|what I', 'Ushkov:(Ushkov)|said.', fourth],
  ],
  [
    'merged with the turn before',
    [{ do: 'merge', at: text.length }],
    [first, second, `${third} Nobody spoke for a while.`],
    'said. Nobody',
  ],
  ['merged, its label goes', [{ do: 'merge', at: at('In May') }], [`${first} In May, you mean.`, third, fourth]],
  [
    'three made one',
    [
      { do: 'merge', at: at('In May') },
      { do: 'merge', at: at('That is') },
    ],
    [`${first} In May, you mean. That is what I said.`, fourth],
  ],
  [
    'several at once',
    [
      { do: 'relabel', at: 0, speaker: 'Marant' },
      { do: 'relabel', at: at('That is'), speaker: 'Marant' },
      { do: 'split', at: at('you mean') },
    ],
    [
      first.replaceAll('Marrant', 'Marant'),
      '[01:02:03] Ushkov:(Ushkov, 3723-)|In May,',
      '()|you mean.',
      third.replaceAll('Marrant', 'Marant'),
      fourth,
    ],
  ],
  [
    'what is so already',
    [
      { do: 'relabel', at: 0, speaker: 'Marrant' },
      { do: 'retime', at: 0, from: 12 },
    ],
    [first, second, third, fourth],
  ],
]

describe('turns follow edits of the text, and back', () => {
  it.each(edited)('%s', (_, edits, turns) => {
    const revising = { edits: tidyEdits(text, edits), splices: [] }
    const next = nextWording(call, revising)
    expect(shown(next)).toEqual(turns)
    expect(nextWording(next, invertRevising(call, revising))).toEqual(call)
  })
})

describe('turns without anything between them', () => {
  it('gives what is typed where they meet to the first', () => {
    const touching = {
      text: 'ab',
      turns: [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ],
    }
    const next = nextWording(touching, { edits: [{ start: 1, end: 1, text: 'x' }], splices: [] })
    expect(shown(next)).toEqual(['()|ax', '()|b'])
  })
})

describe('turns are corrected, and back', () => {
  it('reads the turns that the cases are about', () => expect(shown(call)).toEqual([first, second, third, fourth]))

  it.each(changed.map(([what, changes, turns, has = '']) => [what, changes, turns, has] as const))(
    '%s',
    (_, changes, turns, has) => {
      const revising = reviseTurns(call, changes)
      const next = nextWording(call, revising)
      expect(shown(next)).toEqual(turns)
      expect(next.text).toContain(has)
      expect(nextWording(next, invertRevising(call, revising))).toEqual(call)
    },
  )

  it('touches nothing but the label when a name is corrected', () => {
    const { edits } = reviseTurns(call, [{ do: 'relabel', at: at('In May'), speaker: 'Ushakov' }])
    expect(edits).toEqual([{ start: at('kov: In'), end: at('kov: In'), text: 'a' }])
  })

  it('keeps line breaks as the text has them', () => {
    const windows = 'A: One two.\r\n\r\nB: Three four.'
    const { edits } = reviseTurns({ text: windows, turns: findTurns(windows) }, [{ do: 'split', at: 7 }])
    expect(edits).toEqual([{ start: 6, end: 7, text: '\r\n\r\n' }])
  })

  it.each<[string, readonly TurnChange[]]>([
    ['a place between turns', [{ do: 'split', at: at('Marrant: That') - 1 }]],
    ['a split before the first word', [{ do: 'split', at: at('In May') }]],
    ['a split behind the last word', [{ do: 'split', at: text.length }]],
    ['a split inside the label', [{ do: 'split', at: at('Ushkov') + 2 }]],
    ['the first turn merged', [{ do: 'merge', at: 0 }]],
    [
      'two speakers for one turn',
      [
        { do: 'relabel', at: 0, speaker: 'A' },
        { do: 'relabel', at: 3, speaker: 'B' },
      ],
    ],
    [
      'two splits at one place',
      [
        { do: 'split', at: at('what') },
        { do: 'split', at: at('what') },
      ],
    ],
  ])('refuses %s', (_, changes) => expect(() => reviseTurns(call, changes)).toThrow(RangeError))
})

describe('how surely an annotation stands after an edit', () => {
  it.each([
    ['untouched, it stands as it stood', 'kept', 'words', 'words', 'exact', 'exact'],
    ['untouched, a doubtful one stays doubtful', 'kept', 'other', 'words', 'doubtful', 'doubtful'],
    ['its words were changed', 'changed', 'worlds', 'words', 'exact', 'moved'],
    ['its own words are back', 'changed', 'words', 'words', 'moved', 'exact'],
    ['a doubtful one whose words were changed', 'changed', 'worlds', 'words', 'doubtful', 'doubtful'],
    ['something larger was put in its place', 'replaced', 'all else', 'words', 'exact', 'doubtful'],
    ['nothing is left', 'deleted', '', 'words', 'exact', 'lost'],
    ['a lost one stays lost', 'kept', '', 'words', 'lost', 'lost'],
  ] as const)('%s', (_, fate, now, exact, before, after) => expect(placedAfter(fate, now, exact, before)).toBe(after))
})
