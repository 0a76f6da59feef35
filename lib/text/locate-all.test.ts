import { describe, expect, it } from 'vitest'
import { describe as anchorOf } from './anchor'
import { call, cases, place } from './anchor-cases'
import { locateAll } from './locate-all'

/** Each word of a text as an anchor, each three words, and each line. */
const manyOf = (text: string) =>
  [/\S+/g, /\S+ \S+ \S+/g, /[^\n]+/g].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) =>
      anchorOf(text, { start: index, end: index + words.length }),
    ),
  )

/** An annotation among many others of the same text, and where it must be found. */
type Case = {
  what: string
  words: string
  nth?: number
  after: string
  placed: 'exact' | 'moved' | 'doubtful' | 'lost'
  found?: string
  at?: number
}

const lines = [
  'Clerk: Thank you. Is there a motion? Thank you.',
  'Valkov: I move that the north quay be closed in winter, and that the ferry go from the old one.',
  'Clerk: Thank you. Is there a second?',
  'Marrant: I second that. I do not like it, but the ice was a foot thick last year.',
  'Clerk: Thank you. All in favour say so now.',
  'Valkov: So.',
  'Clerk: Thank you. It is carried, and the harbour master will put up the notice on Monday.',
]
const meeting = lines.join('\n')
const order = (which: readonly number[]) => which.map((index) => lines[index]).join('\n')
const at = (text: string, words: string, nth = 0) => place(text, words, nth).start

const without = meeting.replace('Clerk: Thank you. Is there a second?\n', '')
const reordered = order([0, 1, 2, 5, 6, 3, 4])
const rewritten = meeting.replace('the ice was a foot thick', 'it was cold')
const sentencePut = meeting.replace(
  'closed in winter',
  'closed. They had waited for that longer than anyone there could say. In winter',
)
const among: Case[] = [
  { what: 'nothing changed', words: 'Thank you', nth: 3, after: meeting, placed: 'exact' },
  {
    what: 'of words that stand five times those that their neighbours are beside',
    words: 'Thank you',
    nth: 3,
    after: without,
    placed: 'moved',
    at: at(without, 'Thank you', 2),
  },
  {
    what: 'of words that stand five times those that went',
    words: 'Thank you',
    nth: 2,
    after: without,
    placed: 'lost',
  },
  {
    what: 'a word in a line that was moved',
    words: 'So.',
    after: reordered,
    placed: 'moved',
    at: at(reordered, 'So.'),
  },
  {
    what: 'a line that was moved',
    words: lines[3] as string,
    after: reordered,
    placed: 'moved',
    found: lines[3],
  },
  {
    what: 'a word spelt otherwise',
    words: 'Valkov',
    nth: 1,
    after: meeting.replace('Valkov: So', 'Volkov: So'),
    placed: 'moved',
    found: 'Volkov',
  },
  {
    what: 'letters exchanged',
    words: 'ice',
    after: meeting.replace('ice', 'cie'),
    placed: 'moved',
    found: 'cie',
  },
  {
    what: 'capitals and marks',
    words: 'put up the notice',
    after: meeting.replace('put up the notice', 'put up, the Notice'),
    placed: 'moved',
    found: 'put up, the Notice',
  },
  {
    what: 'words put in at its end do not belong to it',
    words: 'I second that',
    after: meeting.replace('I second that', 'I second that motion'),
    placed: 'exact',
    found: 'I second that',
  },
  {
    what: 'words put in the place of its last do',
    words: 'was a foot thick',
    after: meeting.replace('thick', 'deep'),
    placed: 'moved',
    found: 'was a foot deep',
  },
  {
    what: 'words taken out at its start leave the rest',
    words: 'closed in winter, and that the ferry go',
    after: meeting.replace('closed in winter', 'winter'),
    placed: 'moved',
    found: 'winter, and that the ferry go',
  },
  {
    what: 'another word in its place is a question',
    words: 'foot',
    after: meeting.replace('a foot', 'a metre'),
    placed: 'doubtful',
    found: 'metre',
  },
  {
    what: 'words taken out',
    words: 'a foot',
    after: meeting.replace(' a foot thick', ''),
    placed: 'lost',
  },
  {
    what: 'few of many words left are a question',
    words: 'the ice was a foot thick last',
    after: rewritten,
    placed: 'doubtful',
  },
  {
    what: 'a sentence in the midst of two words is a question',
    words: 'in winter',
    after: sentencePut.replace('In winter', 'winter').replace('closed.', 'closed in.'),
    placed: 'doubtful',
  },
  {
    what: 'torn in two by a moved line is a question',
    words: meeting.slice(at(meeting, 'the old one'), at(meeting, 'Marrant: I')),
    after: order([0, 1, 3, 4, 5, 6, 2]),
    placed: 'doubtful',
  },
  { what: 'part of a word', words: 'arbour', after: `By us.\n${meeting}`, placed: 'moved', found: 'arbour' },
  { what: 'a space beside a word', words: ' master', after: `By us.\n${meeting}`, placed: 'moved', found: ' master' },
  { what: 'another text altogether', words: 'a foot thick', after: 'Rain fell all week. '.repeat(40), placed: 'lost' },
  { what: 'an emptied text', words: 'Valkov', after: '', placed: 'lost' },
]

describe('locateAll', () => {
  it.each(among)('among many: $what', ({ words, nth, after, placed, found, at }) => {
    const anchor = anchorOf(meeting, place(meeting, words, nth))
    const [located] = locateAll(after, [anchor, ...manyOf(meeting)])
    expect(located?.placed ?? 'lost').toBe(placed)
    if (found !== undefined) expect(after.slice(located?.start, located?.end)).toBe(found)
    if (at !== undefined) expect(located?.start).toBe(at)
  })

  /** What one anchor by itself does not say: many in one text know whether there were two, or what stood between. */
  const otherwise = new Map<string, string>([
    ['when the second phrase goes, the first is not taken for it', 'doubtful'],
    ['equal verses at equal distance are a question', 'moved'],
    ['words replaced by quite others are lost', 'doubtful'],
    ['an accent put on later belongs to the letter', 'moved'],
  ])
  it.each(cases)('by itself: $what', ({ what, before, words, nth, after, placed, found, at }) => {
    const [located] = locateAll(after, [anchorOf(before, place(before, words, nth))])
    expect(located?.placed ?? 'lost').toBe(otherwise.get(what) ?? placed)
    if (found !== undefined) expect(after.slice(located?.start, located?.end)).toBe(found)
    if (at !== undefined) expect(located?.start).toBe(at)
  })

  it('answers for none, and for anchors without words', () => {
    expect(locateAll(call, [])).toEqual([])
    expect(locateAll(call, [{ start: 3, end: 3, exact: '', prefix: '', suffix: '' }])).toEqual([null])
  })

  it('holds apart what contradicts each other, made on different texts', () => {
    const other = call.replace('Ushkov answered', 'Nobody answered')
    const after = `By us.\n\n${call}`
    const found = locateAll(after, [...manyOf(other).slice(0, 20), anchorOf(call, place(call, 'Ushkov'))])
    expect(found.at(-1)).toEqual({ ...place(after, 'Ushkov'), placed: 'moved' })
  })

  it('finds every word again where a text of one line over and over is unchanged', () => {
    const text = 'a b c d e f g\n'.repeat(500)
    const anchors = manyOf(text).slice(0, 400)
    for (const [i, found] of locateAll(text, anchors).entries())
      expect(found).toEqual({ start: anchors[i]?.start, end: anchors[i]?.end, placed: 'exact' })
  })

  it('finds words of scripts without spaces', () => {
    const before = '部长说港口将在三月开放。没有人相信他说的话。他还说冬天很冷。'
    const after = `标题。${before.replace('三月', '四月')}`
    const found = locateAll(after, [
      anchorOf(before, place(before, '相信他')),
      anchorOf(before, place(before, '三月开放')),
    ])
    expect(found.map((one) => after.slice(one?.start, one?.end))).toEqual(['相信他', '四月开放'])
  })
})
