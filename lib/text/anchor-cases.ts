/** The range of the nth (from 0) place of `words` in the text. */
export const place = (text: string, words: string, nth = 0) => {
  let start = text.indexOf(words)
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  if (start === -1) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length }
}

export const call = [
  'The envoy rang at nine. Ushkov answered, and the two spoke for five minutes about the deal.',
  '"I would make the call," he said. "I think it is going to be a good call," he said again.',
  'The minister was explaning that the ports would open in March, the same month as the vote.',
  'Nobody in the capital had heard of it before the paper printed the transcript on Tuesday.',
].join('\n\n')

const moved = (order: readonly number[]) => order.map((index) => call.split('\n\n')[index]).join('\n\n')

/** Words annotated in one state of a text, and where they must be found in another. */
type Case = {
  what: string
  before: string
  words: string
  nth?: number
  after: string
  placed: 'exact' | 'moved' | 'doubtful' | 'lost'
  found?: string
  at?: number
}

export const cases: Case[] = [
  { what: 'the same text', before: call, words: 'the ports', after: call, placed: 'exact' },
  { what: 'offset 0 is a place', before: call, words: 'The envoy', after: call, placed: 'exact', at: 0 },
  { what: 'the whole text', before: call, words: call, after: call, placed: 'exact', at: 0 },
  {
    what: 'an edit behind the words leaves them',
    before: call,
    words: 'the two',
    after: call.replace('five minutes', 'an hour'),
    placed: 'exact',
  },
  {
    what: 'words inserted in front move them',
    before: call,
    words: 'the ports',
    after: `By our own writer.\n\n${call}`,
    placed: 'moved',
    at: place(call, 'the ports').start + 20,
  },
  {
    what: 'offset 0 moves when a title is put in front',
    before: call,
    words: 'The envoy',
    after: `A CALL\n\n${call}`,
    placed: 'moved',
    at: 8,
  },
  {
    what: 'the second of two equal phrases stays the second',
    before: call,
    words: 'he said',
    nth: 1,
    after: `New first line.\n${call}`,
    placed: 'moved',
    at: place(`New first line.\n${call}`, 'he said', 1).start,
  },
  {
    what: 'the first of two equal phrases stays the first',
    before: call,
    words: 'call,"',
    nth: 0,
    after: call.replace('rang at nine', 'telephoned shortly after nine in the morning'),
    placed: 'moved',
    at: place(call.replace('rang at nine', 'telephoned shortly after nine in the morning'), 'call,"').start,
  },
  {
    what: 'when the second phrase goes, the first is not taken for it',
    before: call,
    words: 'good call',
    after: call.replace('"I think it is going to be a good call," he said again.', ''),
    placed: 'lost',
  },
  {
    what: 'the same words pushed into the old place do not deceive it',
    before: 'xx yy no one knows. Then she came home, no wonder.',
    words: 'no',
    after: 'He is no friend. xx yy no one knows. Then she came home, no wonder.',
    placed: 'moved',
    at: 23,
  },
  {
    what: 'the same word among very many, all else moved',
    before: `${'so '.repeat(3_000)}he was, so to speak, gone${' so'.repeat(3_000)}`,
    words: 'so to',
    after: `${'so '.repeat(1_000)}he was, so to speak, gone${' so'.repeat(3_000)}`,
    placed: 'moved',
    at: 3_008,
  },
  {
    what: 'a one-letter quote among thousands, by its surroundings',
    before: `${'a b '.repeat(2_000)}(a) first${' a b'.repeat(2_000)}`,
    words: '(a)',
    after: `${'a b '.repeat(500)}(a) first${' a b'.repeat(2_000)}`,
    placed: 'moved',
    at: 2_000,
  },
  {
    what: 'equal verses at equal distance are a question',
    before: `${'. '.repeat(500)}we shall not be moved from here${' .'.repeat(500)}`,
    words: 'we shall not be moved from here',
    after: `${'. '.repeat(400)}we shall not be moved from here${' .'.repeat(200)}${'. '.repeat(6)}we shall not be moved from here${' .'.repeat(500)}`,
    placed: 'doubtful',
  },
  {
    what: 'a corrected name keeps its place',
    before: call,
    words: 'Ushkov',
    after: call.replace('Ushkov', 'Ushakov'),
    placed: 'moved',
    found: 'Ushakov',
  },
  {
    what: 'a corrected spelling inside the quote',
    before: call,
    words: 'was explaning that the ports',
    after: call.replace('explaning', 'explaining'),
    placed: 'moved',
    found: 'was explaining that the ports',
  },
  {
    what: 'a corrected last letter is inside the range',
    before: 'he responsed, and then',
    words: 'responsed',
    after: 'he responded, and then',
    placed: 'moved',
    found: 'responded',
  },
  {
    what: 'straight quotation marks become round ones',
    before: call,
    words: '"I would make the call,"',
    after: call.replaceAll(/"([^"]*)"/g, '“$1”'),
    placed: 'moved',
    found: '“I would make the call,”',
  },
  {
    what: 'a changed word in a quote that also moved',
    before: call,
    words: 'heard of it before the paper printed',
    after: moved([3, 0, 1, 2]).replace('paper', 'magazine'),
    placed: 'moved',
    found: 'heard of it before the magazine printed',
  },
  {
    what: 'a misspelt name does not jump to another that is spelt the same',
    before: `${call}\n\nLater, in the other paper, Ushkov said nothing at all.`,
    words: 'Ushkov',
    after: `${call.replace('Ushkov', 'Ushakov')}\n\nLater, in the other paper, Ushkov said nothing at all.`,
    placed: 'moved',
    found: 'Ushakov',
  },
  {
    what: 'a moved paragraph takes its annotation with it',
    before: call,
    words: call.split('\n\n')[2],
    after: moved([2, 3, 0, 1]),
    placed: 'moved',
    at: 0,
  },
  {
    what: 'words inside a moved paragraph',
    before: call,
    words: 'in March',
    after: moved([2, 0, 1, 3]),
    placed: 'moved',
    found: 'in March',
  },
  {
    what: 'the whole text with one word changed',
    before: call,
    words: call,
    after: call.replace('nine', 'ten'),
    placed: 'moved',
    found: call.replace('nine', 'ten'),
  },
  {
    what: 'a long quote with a sentence taken out',
    before: call.repeat(5),
    words: call.repeat(5).slice(100, 1_500),
    after: call.repeat(5).replace('in March, the same month as the vote', 'soon'),
    placed: 'moved',
  },
  {
    what: 'emoji stay whole',
    before: 'He wrote 👩‍👩‍👧 and left',
    words: '👩‍👩‍👧',
    after: 'At last he wrote 👩‍👩‍👧 and left',
    placed: 'moved',
    found: '👩‍👩‍👧',
  },
  {
    what: 'a changed member of a family is taken with the family',
    before: 'He wrote 👩‍👩‍👧 and left early on that day',
    words: '👩‍👩‍👧',
    after: 'He wrote 👩‍👩‍👦 and left early on that day',
    placed: 'moved',
    found: '👩‍👩‍👦',
  },
  {
    what: 'an accent put on later belongs to the letter',
    before: 'the cafe was shut on that day',
    words: 'cafe',
    after: 'the cafe\u0301 was shut on that day',
    placed: 'exact',
    found: 'cafe\u0301',
  },
  {
    what: 'CRLF is not cut',
    before: 'one\r\ntwo\r\nthree',
    words: 'two\r\n',
    after: 'nought\r\none\r\ntwo\r\nthree',
    placed: 'moved',
    found: 'two\r\n',
  },
  {
    what: 'right to left',
    before: 'אמר השר כי השיחה התקיימה ביום שלישי בבוקר',
    words: 'השיחה',
    after: 'לפי הדיווח, אמר השר כי השיחה התקיימה ביום שלישי בבוקר',
    placed: 'moved',
    found: 'השיחה',
  },
  {
    what: 'a changed word, right to left',
    before: 'אמר השר כי השיחה התקיימה ביום שלישי בבוקר',
    words: 'התקיימה',
    after: 'אמר השר כי השיחה התקימה ביום שלישי בבוקר',
    placed: 'moved',
    found: 'התקימה',
  },
  {
    what: 'nothing in front: an empty prefix',
    before: 'Yes. And then no. And yes.',
    words: 'Yes',
    after: '“Yes. And then no. And yes.',
    placed: 'moved',
    at: 1,
  },
  {
    what: 'nothing behind: an empty suffix',
    before: 'It ends with a word',
    words: 'word',
    after: 'Here it ends with a word',
    placed: 'moved',
    at: 20,
  },
  {
    what: 'a deleted sentence is lost',
    before: call,
    words: 'Ushkov answered, and the two spoke',
    after: call.replace('Ushkov answered, and the two spoke for five minutes about the deal.', ''),
    placed: 'lost',
  },
  {
    what: 'words replaced by quite others are lost',
    before: call,
    words: 'the ports',
    after: call.replace('the ports would open in March', 'rain would fall'),
    placed: 'lost',
  },
  {
    what: 'a short word elsewhere is no evidence',
    before: call,
    words: 'nine',
    after: `Nothing here is alike. ${'lorem ipsum dolor '.repeat(60)} nine ${'amet '.repeat(40)}`,
    placed: 'lost',
  },
  {
    what: 'another text altogether',
    before: call,
    words: 'spoke for five minutes about the deal',
    after: 'Rain fell on the harbour all week. '.repeat(30),
    placed: 'lost',
  },
  {
    what: 'a long quote from another text altogether',
    before: call.repeat(4),
    words: call.repeat(3),
    after: 'Rain fell on the harbour all week. '.repeat(90),
    placed: 'lost',
  },
  { what: 'an emptied text', before: call, words: 'nine', after: '', placed: 'lost' },
]
