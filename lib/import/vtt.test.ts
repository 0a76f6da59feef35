import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { refuseMany } from './captions/said'
import { readVtt } from './captions/vtt-cues'
import { oddities } from './notes'
import { vtt } from './vtt'

const read = async (text: string) => vtt.read({ name: 'call.vtt', bytes: new TextEncoder().encode(text) })
const cue = (from: string, to: string, words: string) => `00:${from} --> 00:${to}\n${words}\n\n`

describe('the cues, as the standard reads them', () => {
  const cases: [what: string, body: string, cues: [from: number, to: number, payload: string][]][] = [
    ['with and without hours', '00:01.500 --> 100:00:02.000\nx', [[1.5, 360_002, 'x']]],
    ['with an identifier and settings', 'one\n00:01.000 --> 00:02.000 align:start\nx\ny', [[1, 2, 'x\ny']]],
    ['with tabs, and no white space, round the arrow', '00:01.000-->\t00:02.000\nx', [[1, 2, 'x']]],
    [
      'ended by the times of the next one',
      '00:01.000 --> 00:02.000\nx\n00:02.000 --> 00:03.000\ny',
      [
        [1, 2, 'x'],
        [2, 3, 'y'],
      ],
    ],
    ['without words', '00:01.000 --> 00:02.000\n\n', [[1, 2, '']]],
    ['not those with a comma', '00:01,000 --> 00:02,000\nx', []],
    ['not those in a NOTE or a STYLE', 'NOTE\n00:01.000\n\nSTYLE\n::cue {}\n\nREGION\nid:a', []],
    ['without an end of the last line', 'NOTE x\n\n1\n00:01.000 --> 00:02.000', [[1, 2, '']]],
  ]
  it.each(cases)('%s', (_, body, cues) => {
    const found = readVtt(`WEBVTT\n\n${body}`, oddities()).cues.filter(({ loose }) => !loose)
    expect(found.map(({ from, to, payload }) => [from, to, payload])).toEqual(cues)
  })
})

describe('the text', () => {
  const texts: [what: string, cues: string, text: string][] = [
    [
      'joins lines and cues to paragraphs, which end where a sentence does and someone pauses',
      cue('01.000', '02.000', 'The ferry\nleft') +
        cue('02.000', '03.000', 'at six.') +
        cue('09.000', '10.000', 'Late.'),
      'The ferry left at six.\n\nLate.',
    ],
    [
      'names the speaker where the speaker changes',
      cue('01.000', '02.000', '<v Ida Marrant>Hello.') +
        cue('02.000', '03.000', '<v Ida Marrant>Are you there?') +
        cue('03.000', '04.000', '<v.loud Jon Ost>I <i>am</i>.</v> <v Ida Marrant>Good.</v>'),
      'Ida Marrant: Hello. Are you there?\n\nJon Ost: I am.\n\nIda Marrant: Good.',
    ],
    [
      'does not give words to the one who spoke before',
      cue('01.000', '02.000', '<v Ida>Hello.</v>') + cue('02.000', '03.000', 'A door.'),
      'Ida: Hello.\n\nA door.',
    ],
    [
      'takes names that the words begin with',
      cue('01.000', '02.000', 'IDA: Hello.') + cue('02.000', '03.000', 'JON: Yes?') + cue('03.000', '04.000', 'Go on.'),
      'IDA: Hello.\n\nJON: Yes? Go on.',
    ],
    ['parts two people in one cue by their dashes', cue('01.000', '02.000', '- Hello.\n- Yes?'), '- Hello.\n\n- Yes?'],
    [
      'has no signs in it',
      cue(
        '01.000',
        '02.000',
        '<c.big>a</c> &amp; <00:01.500>b &lt;c&gt; 1 < 2 &foo; <ruby>漢<rt>kan</rt></ruby> &#233;',
      ),
      'a & b <c> 1 < 2 &foo; 漢(kan) é',
    ],
    ['puts no spaces between lines of Chinese', cue('01.000', '02.000', '渡轮六点\n开走了'), '渡轮六点开走了'],
    [
      'writes what scrolls once',
      Array.from({ length: 12 }, (_, at) => cue(`${10 + at}.000`, `${11 + at}.000`, `line ${at}\nline ${at + 1}`)).join(
        '',
      ),
      Array.from({ length: 13 }, (_, at) => `line ${at}`).join(' '),
    ],
    [
      'keeps what people repeat',
      Array.from({ length: 3 }, (_, at) => cue(`${10 + at}.000`, `${11 + at}.000`, 'No.')).join(''),
      'No. No. No.',
    ],
  ]
  it.each(texts)('%s', async (_, cues, text) => expect((await read(`WEBVTT\n\n${cues}`)).text).toBe(text))

  it('ends a paragraph that grows too long, at a sentence where there is one', async () => {
    const cues = (words: string) =>
      Array.from({ length: 99 }, (_, at) =>
        cue(`${String(10 + at * 0.5).padEnd(4, '.0')}00`.slice(0, 6), '59.999', words),
      )
    const spoken = await read(`WEBVTT\n\n${cues('And it went on and on.').join('')}`)
    const longest = Math.max(...spoken.text.split('\n\n').map((one) => one.length))
    expect(longest).toBeLessThan(500)
    const unpunctuated = await read(`WEBVTT\n\n${cues('and it went on and on').join('')}`)
    expect(Math.max(...unpunctuated.text.split('\n\n').map((one) => one.length))).toBeLessThan(1_400)
  })

  it('has turns with label, speaker and times', async () => {
    const { text, turns } = await read(
      `WEBVTT\n\n${cue('01.000', '02.500', '<v Ida>Hello.')}${cue('02.500', '04.000', '<v Ida>You?')}${cue('59.000', '59.500', 'x')}`,
    )
    expect(turns).toEqual([
      { start: 5, end: 16, label: { start: 0, end: 4 }, speaker: 'Ida', from: 1, to: 4 },
      { start: 18, end: 19, from: 59, to: 59.5 },
    ])
    expect(text.slice(5, 16)).toBe('Hello. You?')
  })
})

describe('what the file says of itself', () => {
  it('stands in its header and in NOTEs', async () => {
    const { title, metadata, notes } = await read(
      `WEBVTT - The ferry call\nKind: captions\nLanguage: en-GB\n\nNOTE translator: N. Ost\n\nNOTE look at cue 3\n\n${cue('01.000', '02.000', 'x')}`,
    )
    expect(title).toBe('The ferry call')
    expect(metadata).toEqual({ language: 'en-GB', translator: 'N. Ost' })
    expect(notes).toEqual(['1 NOTE of the file is not part of the text: “look at cue 3”.'])
  })
})

describe('what looks wrong is kept and noted with its line', () => {
  const cases: [what: string, body: string, text: string, note: string][] = [
    [
      'times of SubRip',
      '00:01,000 --> 00:02,000\nx',
      'x',
      'The times of 1 cue are not written as the format asks, in line 3: look whether they were understood.',
    ],
    [
      'times that nobody can read',
      'soon --> later\nx',
      'x',
      'The times of 1 cue cannot be read, in line 3: the words are kept, without times.',
    ],
    [
      'an end before the beginning',
      cue('02.000', '01.000', 'x'),
      'x',
      '1 cue ends before it begins, in line 3: the end is left out.',
    ],
    [
      'a file that goes backwards',
      cue('05.000', '06.000', 'x') + cue('01.000', '02.000', 'y') + cue('00.000', '00.500', 'z'),
      'x y z',
      '2 cues begin before the one above, the first in line 6: the order of the file is kept.',
    ],
    [
      'cues that overlap',
      cue('01.000', '06.000', 'x') + cue('02.000', '07.000', 'y'),
      'x y',
      '1 cue begins before the one above has ended, in line 6.',
    ],
    [
      'a time beyond belief',
      '99999999:00:00.000 --> 99999999:00:01.000\nx',
      'x',
      '1 cue has a time beyond belief, in line 3: it is left out.',
    ],
    [
      'words outside of any cue',
      `lost words\n\n${cue('01.000', '02.000', 'x')}`,
      'x',
      'Words that belong to no cue were left out, 1 place, in line 3.',
    ],
  ]
  it.each(cases)('%s', async (_, body, text, note) => {
    const imported = await read(`WEBVTT\n\n${body}`)
    expect([imported.text, imported.notes]).toEqual([text, [note]])
  })
})

describe('what is refused', () => {
  const cases: [what: string, text: string, sentence: RegExp][] = [
    [
      'a file without its first word',
      '00:01.000 --> 00:02.000\nx',
      /^call\.vtt is not a WebVTT file: line 1 must begin/,
    ],
    [
      'a file without words',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n\n',
      /^call\.vtt holds no words: 1 cue below line 1\./,
    ],
    ['a null character', 'WEBVTT\n\n00:01.000 --> 00:02.000\nx\0', /null character at character 33 \(line 4\)/],
  ]
  it.each(cases)('%s', async (_, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence)
    await expect(read(text)).rejects.toBeInstanceOf(AppError)
  })
  it('more cues than a million words take', () => {
    const cues = Array.from({ length: 300_001 }, () => ({ from: 0, to: 1, payload: 'x', line: 1 }))
    expect(() => refuseMany('call.vtt', cues)).toThrow('call.vtt has 300,001 cues; 300,000 is the most that is read.')
  })
  it('stops when it is asked to', async () => {
    const many = cue('01.000', '02.000', 'x').repeat(12_000)
    const controller = new AbortController()
    const told: number[] = []
    const progress = (share: number) => {
      told.push(share)
      controller.abort(new Error('enough'))
    }
    const bytes = new TextEncoder().encode(`WEBVTT\n\n${many}`)
    const reading = (async () => vtt.read({ name: 'call.vtt', bytes }, { progress, signal: controller.signal }))()
    await expect(reading).rejects.toThrow('enough')
    expect(told).toHaveLength(1)
  })
})
