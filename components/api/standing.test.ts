import { describe, expect, it } from 'vitest'
import type { Edits } from '@/lib/text/map'
import { applyEdits } from '@/lib/text/map'
import { moveDraft, moveInput, moveStanding } from './standing'

const text = 'Mr Ushkov said that the ferry was late.'
const at = (words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, exact: words }
}
const put = (words: string, instead: string): Edits => [{ start: at(words).start, end: at(words).end, text: instead }]

/** The words that are marked, what is corrected, and what the words are then. */
const cases: readonly (readonly [string, string, Edits, string, string])[] = [
  ['moves what stands behind a correction', 'ferry', put('Ushkov', 'Ushakov'), 'ferry', 'kept'],
  ['leaves what stands before one', 'Mr', put('Ushkov', 'Ushakov'), 'Mr', 'kept'],
  ['has the new words where its own were corrected', 'Ushkov', put('Ushkov', 'Ushakov'), 'Ushakov', 'changed'],
  ['has them inside of it', 'Ushkov said', put('Ushkov', 'Ushakov'), 'Ushakov said', 'changed'],
  ['loses what was cut over its edge', 'Ushkov said', put('Mr Ushkov', 'He'), ' said', 'changed'],
  ['is all that was put in the place of more', 'the ferry', put('that the ferry', 'the boat'), 'the boat', 'replaced'],
  ['is empty where its words were taken out', 'late', put('was late', ''), '', 'deleted'],
  [
    'follows several at once',
    'that the ferry',
    [
      { start: 0, end: 3, text: '' },
      { start: at('the ferry').start, end: at('the ferry').start + 3, text: 'a' },
    ],
    'that a ferry',
    'changed',
  ],
]

describe('what is begun, once the text was corrected', () => {
  it.each(cases)('%s', (_, words, edits, expected, fate) => {
    const now = moveStanding(at(words), edits)
    expect(now).toMatchObject({ exact: expected, fate })
    expect(applyEdits(text, edits).slice(now.start, now.end)).toBe(expected)
  })

  it('keeps its words under the key they were begun under, wherever it stands', () => {
    const draft = { kind: 'note', ...at('ferry') } as const
    const once = moveDraft(draft, put('Ushkov', 'Ushakov'), 2)
    const twice = moveDraft(once, [{ start: 0, end: 3, text: '' }], 3)
    expect(once).toMatchObject({ revision: 2, key: `new:note:${draft.start}-${draft.end}` })
    expect(twice).toMatchObject({ start: draft.start - 2, revision: 3, key: once.key, exact: 'ferry' })
    expect(twice.was).toBeUndefined()
  })

  it('remembers the first words it was begun on', () => {
    const once = moveDraft({ kind: 'note', ...at('Ushkov') }, put('Ushkov', 'Ushakov'), 2)
    const twice = moveDraft(once, [{ start: once.start, end: once.end, text: 'Usakov' }], 3)
    expect(twice).toMatchObject({ exact: 'Usakov', was: 'Ushkov' })
  })

  it('is a new annotation of the later revision', () => {
    const input = { kind: 'highlight', revision: 1, tags: [], ...at('ferry') } as const
    const moved = moveInput({ ...input, tags: [] }, put('Ushkov', 'Ushakov'), 2)
    expect(moved).toMatchObject({ fate: 'kept', input: { revision: 2, start: input.start + 1, exact: 'ferry' } })
  })
})
