import { describe, expect, it } from 'vitest'
import { importFile } from '.'

const read = (value: unknown) =>
  importFile({
    name: 'call.json',
    bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
  })

describe('the text and its turns', () => {
  it('of Whisper: segments joined to sentences, the language by its code', async () => {
    const { text, turns, metadata } = await read({
      text: ' The ferry left at six.',
      language: 'english',
      segments: [
        { id: 0, start: 0, end: 1.2000000001, text: ' The ferry', words: [{ word: ' The', start: 0, end: 1 }] },
        { id: 1, start: 1.2, end: 2, text: ' left at six.' },
      ],
    })
    expect(text).toBe('The ferry left at six.')
    expect(turns).toEqual([{ start: 0, end: 22, from: 0, to: 2 }])
    expect(metadata).toEqual({ language: 'en' })
  })

  it('of WhisperX: speakers of segments, and of words where they change inside one', async () => {
    const word = (said: string, start: number, speaker?: string) => ({ word: said, start, end: start + 1, speaker })
    const { text, turns } = await read({
      segments: [
        { start: 0, end: 1, text: 'Hello.', speaker: 'SPEAKER_00' },
        {
          start: 1,
          end: 4,
          text: 'Yes? Good.',
          words: [word('Yes?', 1, 'SPEAKER_01'), word('Good.', 2, 'SPEAKER_00')],
        },
        { start: 4, end: 5, text: 'No one.' },
      ],
      word_segments: [],
    })
    expect(text).toBe('SPEAKER_00: Hello.\n\nSPEAKER_01: Yes?\n\nSPEAKER_00: Good.\n\nNo one.')
    expect(turns[1]).toEqual({
      start: 32,
      end: 36,
      label: { start: 20, end: 31 },
      speaker: 'SPEAKER_01',
      from: 1,
      to: 2,
    })
  })

  it('of whisper.cpp: milliseconds', async () => {
    const { turns, metadata } = await read({
      result: { language: 'de' },
      transcription: [{ timestamps: { from: '00:00:00,500' }, offsets: { from: 500, to: 1500 }, text: ' Ja.' }],
    })
    expect([turns, metadata]).toEqual([[{ start: 0, end: 3, from: 0.5, to: 1.5 }], { language: 'de' }])
  })

  it('of podcasts: speaker, startTime, endTime, body', async () => {
    const { text, turns } = await read({
      version: '1.0.0',
      segments: [
        { speaker: 'Ida', startTime: 0.5, endTime: 1, body: 'Hello' },
        { speaker: 'Ida', startTime: 1, endTime: 2, body: 'there.' },
        { speaker: 'Jon', startTime: 2, endTime: 3, body: 'Yes?' },
      ],
    })
    expect(text).toBe('Ida: Hello there.\n\nJon: Yes?')
    expect(turns[1]).toEqual({ start: 24, end: 28, label: { start: 19, end: 23 }, speaker: 'Jon', from: 2, to: 3 })
  })
})

describe('what looks wrong is noted with its number', () => {
  it('and nothing said is lost', async () => {
    const { text, turns, notes } = await read([
      { text: 'a', start: 5, end: 4 },
      { text: 'b', start: 1e300, end: 'soon' },
      { text: 'c', start: -1 },
      { text: '  ' },
      { text: 'd', start: 2, end: 3 },
    ])
    expect(text).toBe('a b c d')
    expect(turns).toEqual([{ start: 0, end: 7, from: 5 }])
    expect(notes).toEqual([
      '2 segments have no time that can be read, the first is number 2.',
      '1 segment ends before it begins, so the end is left out, the first is number 1.',
      '1 segment begins before the one above, and the order of the file is kept, the first is number 5.',
      '1 segment has no words and is left out, the first is number 4.',
    ])
  })
})

describe('what is refused', () => {
  const cases: [what: string, value: unknown, sentence: RegExp][] = [
    [
      'what is not JSON',
      '{\n"segments": [\n{]',
      /^call\.json is not JSON: it cannot be read from line 3 \(character 17\) on/,
    ],
    ['JSON that breaks off', '{"segments": [', /^call\.json is not JSON: it cannot be read from line 1/],
    [
      'another shape',
      { hello: 1 },
      /^call\.json is JSON of another shape\. What can be imported has a list called segments/,
    ],
    ['a number', '1e400', /another shape/],
    ['an empty list', '[]', /another shape/],
    [
      '100,000 levels',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      /^call\.json is nested more than 1,000 deep \(character 1,000\)/,
    ],
    [
      'segments that are none',
      { segments: [{ text: 'x' }, 7] },
      /something other than a segment in segments, number 2\./,
    ],
    ['segments without words', { text: '', segments: [] }, /^call\.json holds no words: 0 segments in segments/],
    [
      'a null character',
      { segments: [{ text: 'a\0' }] },
      /null character in segments, number 1, which cannot be stored/,
    ],
    ['half of a pair', '[{"text":"a\\ud800"}]', /half of a surrogate pair in the list, number 1/],
  ]
  it.each(cases)('%s', async (_, value, sentence) => expect(read(value)).rejects.toThrow(sentence))
})
