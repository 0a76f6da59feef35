import { describe, expect, it } from 'vitest'
import { srt } from './srt'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (given: string | Uint8Array) =>
  srt.read({ name: 'call.srt', bytes: typeof given === 'string' ? bytes(given) : given })
const times = '00:00:01,000 --> 00:00:02,000'

describe('the text', () => {
  const call = `1\n${times}\nThe ferry\n\n2\n00:00:02,000 --> 00:00:04,000\nleft at six.\n`
  it('reads as prose, with the times of the first and the last cue', async () => {
    const { text, turns, title, notes } = await read(call)
    expect(text).toBe('The ferry left at six.')
    expect(turns).toEqual([{ start: 0, end: 22, from: 1, to: 4 }])
    expect([title, notes]).toEqual(['call', undefined])
  })

  const same: [what: string, given: string | Uint8Array][] = [
    ['a byte order mark and CRLF', `\uFEFF${call.replaceAll('\n', '\r\n')}`],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...[...call].flatMap((sign) => [sign.charCodeAt(0), 0])])],
    ['no empty lines', call.replaceAll('\n\n', '\n')],
    ['many empty lines', `\n\n${call.replaceAll('\n\n', '\n\n\n')}\n\n`],
    ['no counters', call.replaceAll(/^\d\n/gm, '')],
    ['tags and codes', call.replace('The ferry', '{\\an8}<font color="red"><b>The</b> ferry</font>')],
    ['places on the screen', call.replaceAll(/000$/gm, '000 X1:40 X2:600')],
  ]
  it.each(same)('is the same with %s', async (_, given) => {
    const { text, notes } = await read(given)
    expect([text, notes]).toEqual(['The ferry left at six.', undefined])
  })

  const texts: [what: string, given: string, text: string][] = [
    [
      'keeps a number that is said',
      `1\n${times}\nHow many?\n42\n\n2\n${times.replace('01', '02')}\nYes.`,
      'How many? 42 Yes.',
    ],
    [
      'keeps words after an empty line',
      `1\n${times}\nOne\n\ntwo\n\n2\n${times.replace('01', '02')}\nthree`,
      'One two three',
    ],
    ['keeps an arrow that is said', `1\n${times}\nA --> B`, 'A --> B'],
    [
      'makes labels of names that come back',
      `1\n${times}\nIda: Hello.\n\n2\n${times}\nJon: Yes?\n\n3\n${times}\nIda: Good.`,
      'Ida: Hello.\n\nJon: Yes?\n\nIda: Good.',
    ],
    ['parts speakers by >>', `1\n${times}\n>> Hello.\n>> IDA: Yes?`, '>> Hello.\n\n>> IDA: Yes?'],
  ]
  it.each(texts)('%s', async (_, given, text) => expect((await read(given)).text).toBe(text))
})

describe('what looks wrong is noted with its line', () => {
  const cases: [what: string, given: string, text: string, note: RegExp][] = [
    ['a short time', '1\n0:01.5 -> 0:02\nx', 'x', /^The times of 1 cue are not written .* in line 2:/],
    [
      'times that cannot be read',
      `1\n${times}\nx\n\n2\n00:00:?? --> 00\ny`,
      'x y',
      /^The times of 1 cue cannot be read, in line 6:/,
    ],
    ['half a time', `1\n${times}\nx\n\n2\n00:00 -->\ny`, 'x y', /^The times of 1 cue cannot be read, in line 6:/],
    ['words before the first cue', `Made by hand\n\n1\n${times}\nx`, 'x', /left out, 1 place, in line 1\.$/],
    [
      'a time that runs backwards',
      `1\n00:00:03,000 --> 00:00:02,000\nx`,
      'x',
      /^1 cue ends before it begins, in line 2:/,
    ],
  ]
  it.each(cases)('%s', async (_, given, text, note) => {
    const imported = await read(given)
    expect(imported.text).toBe(text)
    expect(imported.notes?.[0] ?? '').toMatch(note)
  })

  it('reads Windows-1252 where only that makes sense, and says so', async () => {
    const given = Uint8Array.from([...bytes(`1\n${times}\nThe harbour caf`), 0xe9, 0x20, 0x93, 0x94])
    const { text, notes } = await read(given)
    expect(text).toBe('The harbour café “”')
    expect(notes).toEqual([
      'The file is not UTF-8 (line 3) and was read as Windows-1252: look whether its accents are right.',
    ])
  })
})

describe('what is refused', () => {
  const cases: [what: string, given: string | Uint8Array, sentence: RegExp][] = [
    ['plain text', 'Nothing but words.', /^call\.srt holds no subtitles: no line has times such as 00:00:01,000/],
    ['cues without words', `1\n${times}\n\n`, /^call\.srt holds no subtitles/],
    [
      'another alphabet that is not UTF-8',
      Uint8Array.from([...bytes(`1\n${times}\n`), ...Array.from({ length: 40 }, (_, at) => 0xe0 + (at % 32))]),
      /^call\.srt is not UTF-8: the byte at 32 \(line 3\)/,
    ],
    ['half of a wide file', Uint8Array.from([0x31, 0, 0x0a, 0, 0x30, 0, 0x30, 0, 0x3a, 0]), /is written in UTF-16/],
  ]
  it.each(cases)('%s', async (_, given, sentence) => expect(read(given)).rejects.toThrow(sentence))
})
