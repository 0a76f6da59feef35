import { describe, expect, it } from 'vitest'
import { proposals } from './proposal'

const before = 'Marrant: '
/** What is proposed where `words` become `now`, as `old>new`. */
const proposed = (words: string, now: string) => {
  const text = `${before}${words}\n\nUshkov: Yes.`
  const turn = { start: before.length, end: before.length + words.length }
  return proposals(text, turn, now).map((edit) => `${text.slice(edit.start, edit.end)}>${edit.text}`)
}

describe('what a person proposes who rewrote a turn', () => {
  it.each<[what: string, words: string, now: string, list: readonly string[]]>([
    ['nothing typed', 'The ports open.', 'The ports open.', []],
    ['white space at the ends does not count', 'The ports open.', ' The ports open.\n', []],
    ['a whole word for a letter', 'was explaning that', 'was explaining that', ['explaning>explaining']],
    ['one word for another', 'nine points of', 'five points of', ['nine>five']],
    ['two words far apart are two', 'nine points of the vote', 'five points of the poll', ['nine>five', 'vote>poll']],
    ['words side by side are one', 'the big house is', 'the small boat is', ['big house>small boat']],
    ['two misspelt words side by side are one', 'in teh hosue now', 'in the house now', ['teh hosue>the house']],
    ['a word put in takes one beside it', 'it is so', 'it is not so', ['so>not so']],
    ['a word put in at the beginning', 'ports open', 'The ports open', ['ports>The ports']],
    ['a word put in at the end', 'ports open', 'ports open soon', ['open>open soon']],
    ['a sign put in', 'Yes I said', 'Yes, I said', ['Yes>Yes,']],
    ['a word taken out', 'it is not so', 'it is so', ['not >']],
    ['everything taken out', 'it is so', '', ['it is so>']],
    ['everything rewritten', 'it is so', 'we never met', ['it is so>we never met']],
    ['a capital after a full stop', 'he said. Then he left', 'he said, then he left', ['. Then>, then']],
    ['an accent', 'cafe noir', 'cafe\u0301 noir', ['cafe>cafe\u0301']],
    ['one of a family', 'so 👩‍👩‍👧 then', 'so 👩‍👩‍👦 then', ['👩‍👩‍👧>👩‍👩‍👦']],
    ['a flag put before a flag', '🇳🇴', '🇸🇪🇳🇴', ['🇳🇴>🇸🇪🇳🇴']],
    ['Hebrew', 'הוא אמר שלום', 'הוא אמר לא שלום', ['שלום>לא שלום']],
    ['line breaks stay as they are', 'one\r\ntwo three', 'one\ntwo four', ['three>four']],
    ['words put in on both sides of one', 'a said b', 'a he said it b', ['said b>he said it b']],
    ['a line break for a space', 'one two', 'one\ntwo', ['one >one\n']],
  ])('%s', (_, words, now, list) => expect(proposed(words, now)).toEqual(list))

  it('refuses a turn without words', () =>
    expect(() => proposals('A: ', { start: 3, end: 3 }, 'x')).toThrow(RangeError))

  it('gives one replacement where a huge turn was rewritten', () => {
    const words = Array.from({ length: 60_000 }, (_, at) => `${at % 7}`).join(' ')
    const now = Array.from({ length: 60_000 }, (_, at) => `${at % 5}`).join(' ')
    expect(proposed(words, now)).toHaveLength(1)
  })
})
