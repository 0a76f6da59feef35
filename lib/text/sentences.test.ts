import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences'

const cases: readonly [string, readonly string[]][] = [
  ['The road is open. We leave at nine.', ['The road is open.', 'We leave at nine.']],
  ['Who said so? Nobody! It was me.', ['Who said so?', 'Nobody!', 'It was me.']],
  ['“Nine points,” he said. She left.', ['“Nine points,” he said.', 'She left.']],
  ['“Stop!” he said. “Why?” asked Ilse.', ['“Stop!” he said.', '“Why?” asked Ilse.']],
  ['“I agree.” He left the room.', ['“I agree.”', 'He left the room.']],
  ['Dr. Ilse Marrant met Gen. Okel. They spoke.', ['Dr. Ilse Marrant met Gen. Okel.', 'They spoke.']],
  ['J. R. Fenn signed. So did I.', ['J. R. Fenn signed.', 'So did I.']],
  ['The U.S. President called.', ['The U.S. President called.']],
  ['It costs 4.5 million. See no. 7 for more.', ['It costs 4.5 million.', 'See no. 7 for more.']],
  ['Did he? No. She did.', ['Did he?', 'No.', 'She did.']],
  ['It ended at 5 p.m. on Friday.', ['It ended at 5 p.m. on Friday.']],
  ['A line\nbroken by hand. Another\nline.', ['A line\nbroken by hand.', 'Another\nline.']],
  ['No full stop', ['No full stop']],
  ['Well… perhaps. Yes.', ['Well… perhaps.', 'Yes.']],
  ['We won — again! — and left.', ['We won — again! — and left.']],
  ['¿Quién? Él. 本当です。はい。', ['¿Quién?', 'Él.', '本当です。', 'はい。']],
  ['   ', []],
  ['', []],
]

describe('the sentences of a paragraph', () => {
  it.each(cases)('%s', (paragraph, wanted) => {
    expect(sentencesOf(paragraph).map(({ start, end }) => paragraph.slice(start, end))).toEqual(wanted)
  })
})
