import { describe, expect, it } from 'vitest'
import { countWords } from './words'

const cases: [what: string, text: string, words: number][] = [
  ['nothing has no words', '', 0],
  ['white space and signs are none', ' \n… — “ ” 😀 ', 0],
  ['plain words', 'the two spoke for five minutes', 6],
  ['apostrophes, round and straight, join', "don't you’ll", 2],
  ['a closing apostrophe joins nothing', "the ministers' call", 3],
  ['hyphens join', 'a 20-point plan', 3],
  ['a dash between words does not', 'peace — deal', 2],
  ['points and commas inside numbers join', '1,204.50 and 3.5%', 3],
  ['a full stop ends a word', 'He left. She stayed.', 4],
  ['accents made of two characters stay in their word', 'cafe\u0301 naïve', 2],
  ['other scripts', 'Договор подписан, אמר השר', 4],
  ['Devanagari vowel signs stay in their word', 'हिन्दी भाषा', 2],
  ['a time is two runs joined by nothing', '12:30', 2],
]

describe('countWords', () => {
  it.each(cases)('%s', (_, text, words) => expect(countWords(text)).toBe(words))

  it.each([
    ['letters', 'a'],
    ['accents', 'e\u0301'],
    ['joined letters', 'a.'],
  ])('takes a file that is one endless run of %s', (_, unit) =>
    expect(countWords(unit.repeat(9_000_000))).toBeLessThan(20_000),
  )

  it('counts a million words quickly', () => {
    const text = 'it’s a long-winded text, '.repeat(250_000)
    const began = process.cpuUsage()
    expect(countWords(text)).toBe(1_000_000)
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
  }, 60_000)
})
