import { describe, expect, it } from 'vitest'
import { frontMatter } from './front-matter'
import { findTurns } from './turns'

/** What a turn is in words: label | speaker | from | body. */
const shown = (text: string) =>
  findTurns(text).map(({ start, end, label, speaker, from }) =>
    [label ? text.slice(label.start, label.end) : '', speaker ?? '', from ?? '', text.slice(start, end)].join('|'),
  )

const sentence =
  'The minister said on the radio that the ports would open in the spring, and that nobody had asked her about it before.'

const cases: [what: string, text: string, turns: string[]][] = [
  ['nothing', '', []],
  ['only white space', ' \n\n\t\n', []],
  ['one line', 'One line.', ['|||One line.']],
  ['paragraphs are trimmed', '\n  One. \n\n\tTwo.\n', ['|||One.', '|||Two.']],
  ['empty lines may hold white space', 'One.\n \t\nTwo.', ['|||One.', '|||Two.']],
  [
    'a paragraph of several lines, where empty lines part',
    'One\none.\n\nTwo\ntwo.\n\nThree.',
    ['|||One\none.', '|||Two\ntwo.', '|||Three.'],
  ],
  [
    'every line, where there are few empty ones',
    ['a.', 'b.', 'c.', 'd.', 'e.', '', 'f.'].join('\n'),
    ['|||a.', '|||b.', '|||c.', '|||d.', '|||e.', '|||f.'],
  ],
  ['a dialogue of two turns', 'Anna: Hello.\nBen: Good day.', ['Anna:|Anna||Hello.', 'Ben:|Ben||Good day.']],
  [
    'a name that comes once, in a dialogue',
    'A: x\n\nB: y\n\nA: z\n\nCarla: w',
    ['A:|A||x', 'B:|B||y', 'A:|A||z', 'Carla:|Carla||w'],
  ],
  [
    'labels begin turns inside a paragraph too',
    'A: x\nB: y\n\nA: z\nB: w',
    ['A:|A||x', 'B:|B||y', 'A:|A||z', 'B:|B||w'],
  ],
  [
    'a paragraph without a label belongs to nobody',
    'A: x\n\nmore of x\n\nA: z\n\nB: w',
    ['A:|A||x', '|||more of x', 'A:|A||z', 'B:|B||w'],
  ],
  ['times in seconds', '[00:01:02] Anna: x', ['[00:01:02] Anna:|Anna|62|x']],
  ['a time without a name', '[00:12] x\n\n[00:15] y', ['[00:12]||12|x', '[00:15]||15|y']],
  [
    'a label on its own line',
    'Anna  00:12\nHello.\n\nBen  00:15\nGood day.',
    ['Anna  00:12|Anna|12|Hello.', 'Ben  00:15|Ben|15|Good day.'],
  ],
  ['a label on its own line, an empty line, then the words', 'Anna  00:12\n\nHello.', ['Anna  00:12|Anna|12|Hello.']],
  ['a label with nothing after it is a paragraph', 'Hello.\n\nAnna  00:12', ['|||Hello.', '|||Anna  00:12']],
  ['a heading is a turn without a speaker', '## Call\nAnna: x\nBen: y', ['|||## Call', 'Anna:|Anna||x', 'Ben:|Ben||y']],
  [
    'front matter is one turn, and no dialogue',
    '---\nTitle: A call\nOutlet: The Quay\n---\nOne.\n\nTwo.',
    ['|||---\nTitle: A call\nOutlet: The Quay\n---', '|||One.', '|||Two.'],
  ],
  ['bare times before most paragraphs', '00:12 x\n00:15 y\n00:19 z', ['00:12||12|x', '00:15||15|y', '00:19||19|z']],
  ['white space between label and words stands in neither', 'A:   x\nB:\ty', ['A:|A||x', 'B:|B||y']],
]

const noLabels: [why: string, text: string][] = [
  ['one sentence with a colon, in an article', `Anna Marrant: a life\n\n${sentence}\n\n${sentence}\n\n${sentence}`],
  ['a reporting verb', 'He said: "No."\n\nShe said: "Yes."\n\nHe said: "No."'],
  ['a note twice', `Note: one.\n\n${sentence}\n\nNote: two.`],
  [
    'a word twice in a long article',
    [...Array(60).keys()].map((i) => (i % 30 === 0 ? 'Remember: it is late.' : sentence)).join('\n\n'),
  ],
  ['a time of day at one beginning', `12:30 was the hour.\n\n${sentence}\n\n${sentence}`],
]

describe('findTurns', () => {
  it.each(cases)('%s', (_, text, turns) => expect(shown(text)).toEqual(turns))

  it.each(noLabels)('finds no speaker in %s', (_, text) => {
    expect(findTurns(text).filter((turn) => turn.speaker !== undefined || turn.from !== undefined)).toEqual([])
  })

  it('keeps lines wrapped by hand in one paragraph, however few empty lines there are', () => {
    const lines = 'the minister said on the radio that the ports would open again and\n'.repeat(20)
    expect(findTurns(`${lines}that was all.\n\n${lines}and no more was heard of it.`)).toHaveLength(2)
  })

  it('takes lines that are sentences for paragraphs', () => {
    expect(findTurns('The minister said on the radio that the ports would open again.\n'.repeat(20))).toHaveLength(20)
  })

  const long: [what: string, text: string][] = [
    ['a million words in turns', `WALLACE: ${'good evening to all '.repeat(12)}\n`.repeat(20_000)],
    ['ten million characters in one line', 'word '.repeat(2_000_000)],
    ['ten million spaces', ' '.repeat(10_000_000)],
    ['a million line breaks', '\n'.repeat(1_000_000)],
    ['a million short lines', 'a:\n'.repeat(300_000)],
    ['one endless name', 'A'.repeat(5_000_000)],
  ]
  it.each(long)(
    'is quick with %s',
    (_, text) => {
      const began = process.cpuUsage()
      findTurns(text)
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
    },
    60_000,
  )
})

describe('frontMatter', () => {
  const read = (text: string) => {
    const found = frontMatter(text)
    return found && { end: found.end, ...Object.fromEntries(found.entries) }
  }
  it('reads simple lines, without quotation marks', () => {
    expect(read('---\ntitle: "A call"\nDate: 2031-03-11\n# remark\ntags:\n  - one\n---\nText')).toEqual({
      end: 63,
      title: 'A call',
      date: '2031-03-11',
    })
  })
  it.each([
    ['a rule somewhere else', 'Text\n---\ntitle: x\n---'],
    ['a rule that is never closed', '---\ntitle: x\n\nText'],
    ['text between two rules', '---\nThis is a text.\n---\n'],
    ['nothing between two rules', '---\n---\n'],
  ])('is not %s', (_, text) => expect(read(text)).toBeNull())
})
