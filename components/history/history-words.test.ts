import { describe, expect, it } from 'vitest'
import { fromSearch } from './history-query'
import { causeWords, foundWords, stepWords } from './history-words'

describe('what an address of the history asks for', () => {
  it.each([
    ['the newest change, where it says nothing', {}, 7, { from: 6, to: 7, view: 'one' }],
    ['what one revision changed', { to: '3' }, 7, { from: 2, to: 3, view: 'one' }],
    ['any two, side by side', { from: '1', to: '7', view: 'side' }, 7, { from: 1, to: 7, view: 'side' }],
    ['a later one against an earlier one', { from: '5', to: '2' }, 7, { from: 5, to: 2, view: 'one' }],
    ['the only one there is', {}, 1, { from: 1, to: 1, view: 'one' }],
    ['nothing that is not there', { from: '0', to: '8' }, 7, { from: 6, to: 7, view: 'one' }],
    ['nothing that is no number', { from: 'x', to: ['1', '2'], view: 'z' }, 7, { from: 6, to: 7, view: 'one' }],
  ])('%s', (_, given, head, wanted) => {
    expect(fromSearch(given as Parameters<typeof fromSearch>[0], head)).toEqual(wanted)
  })
})

describe('the words of the history', () => {
  it.each([
    [{ cause: 'import', of: null, places: 0 }, 'As imported'],
    [{ cause: 'accept', of: null, places: 1 }, 'Corrected at 1 place'],
    [{ cause: 'accept', of: null, places: 1200 }, 'Corrected at 1,200 places'],
    [{ cause: 'accept', of: null, places: 0 }, 'Turns corrected'],
    [{ cause: 'undo', of: 3, places: 2 }, 'Took back revision 3'],
    [{ cause: 'restore', of: 1, places: 2 }, 'Restored revision 1'],
    [{ cause: 'version', of: null, places: 2 }, 'A newer file, with changes at 2 places'],
  ] as const)('%o is %s', (made, wanted) => {
    expect(causeWords(made)).toBe(wanted)
  })

  const pair = { from: 1, to: 3, differences: 2, passages: 2, lineEnds: 0 }
  it.each([
    [pair, 'Revision 3 differs from revision 1 at 2 places.'],
    [{ ...pair, passages: 1 }, 'Revision 3 differs from revision 1 at 2 places in 1 passage.'],
    [{ ...pair, differences: 0, passages: 0 }, 'Revision 3 reads like revision 1, word for word.'],
    [{ ...pair, differences: 0 }, 'No words differ, but turns do, in 2 paragraphs.'],
    [
      { ...pair, differences: 0, passages: 0, lineEnds: 9 },
      'Revision 3 reads like revision 1, word for word. Line ends are written in another way at 9 places.',
    ],
    [{ ...pair, to: 1 }, 'The text as it came. Nothing stands before it.'],
    [{ ...pair, from: 3 }, 'This is one revision, not two.'],
  ])('%o is told as “%s”', (found, wanted) => {
    expect(foundWords(found)).toBe(wanted)
  })

  it('say what restoring does before it is done', () => {
    const { body } = stepWords({ action: 'restore', revision: 3, head: 6, places: 12 })
    expect(body).toContain('This makes revision 7 with the words of revision 3. 12 places change.')
    expect(stepWords({ action: 'restore', revision: 3, head: 6, places: null }).body).not.toContain('place')
    expect(stepWords({ action: 'undo', revision: 3, head: 6, places: null }).body).toContain('revision 7 without')
  })
})
