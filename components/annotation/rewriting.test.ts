import { describe, expect, it } from 'vitest'
import { rewrittenOn, tracked } from './rewriting'

/** What is shown: what is gone in brackets, what was put in between signs. */
const shown = (before: string, now: string) => {
  let [html, at] = ['', 0]
  for (const { start, end, gone } of tracked(before, now)) {
    html += now.slice(at, start) + (gone && `[${gone}]`) + (start < end ? `{${now.slice(start, end)}}` : '')
    at = end
  }
  return html + now.slice(at)
}

describe('words that are being rewritten', () => {
  it.each([
    ['nothing changed', 'it is so', 'it is so', 'it is so'],
    ['a word for another', 'nine points of', 'five points of', '[nine]{five} points of'],
    ['a letter more', 'was explaning that', 'was explaining that', 'was [explaning]{explaining} that'],
    ['a word put in, alone', 'it is so', 'it is not so', 'it is {not }so'],
    ['a word put in at the end', 'ports open', 'ports open soon', 'ports open{ soon}'],
    ['a word taken out', 'it is not so', 'it is so', 'it is [not ]so'],
    ['two places', 'nine of the vote', 'five of the poll', '[nine]{five} of the [vote]{poll}'],
    ['a space before everything', 'nine points', '  five points', '  [nine]{five} points'],
    ['white space where the text has some', ' nine points', 'five points', '[nine]{five} points'],
    ['everything taken out', 'it is so', '', '[it is so]'],
    ['Hebrew', 'הוא אמר שלום', 'הוא אמר לא שלום', 'הוא אמר {לא }שלום'],
    ['one of a family', 'so 👩‍👩‍👧 then', 'so 👩‍👩‍👦 then', 'so [👩‍👩‍👧]{👩‍👩‍👦} then'],
  ])('%s', (_, before, now, marked) => expect(shown(before, now)).toBe(marked))
})

describe('words rewritten while others corrected them', () => {
  it.each([
    ['both changes stand', 'nine of the vote', 'nine of the poll', 'five of the vote', 'five of the poll'],
    ['nothing of one’s own', 'nine of the vote', 'nine of the vote', 'five of the vote', 'five of the vote'],
    ['both about the same word', 'nine of the vote', 'ten of the vote', 'five of the vote', null],
  ])('%s', (_, before, mine, after, both) => expect(rewrittenOn(before, mine, after)).toBe(both))
})
