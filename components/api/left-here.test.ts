import { describe, expect, it } from 'vitest'
import { allLeft, leavingWords, leftHere } from './left-here'

const write = (key: string) => ({ key })

describe('what is kept in this browser and not sent', () => {
  it.each([
    [
      'counts drafts and writes by transcript',
      [['t/words w1 reply:a'], ['t/write n1', write('reply:b')], ['u/write n2', write('reply:b')]],
      { t: 2, u: 1 },
    ],
    [
      'counts a form once, whatever windows it was typed in',
      [['t/words w1 reply:a'], ['t/words w2 reply:a']],
      { t: 1 },
    ],
    [
      'counts a refused edit and the words given back to its form once',
      [['t/words w1 annotation:a'], ['t/write n1', write('annotation:a')]],
      { t: 1 },
    ],
    [
      'counts two replies that wait as two',
      [
        ['t/write n1', write('reply:a')],
        ['t/write n2', write('reply:a')],
      ],
      { t: 2 },
    ],
    ['leaves out the reason for a step, and what is no transcript’s', [['t/words w1 transcript:state'], ['typed']], {}],
  ] as const)('%s', (_, kept, wanted) =>
    expect(
      Object.fromEntries(
        [...leftHere(kept.map(([key, value]) => [key, value]))].map(([transcript, { writes, drafts }]) => [
          transcript,
          writes + drafts,
        ]),
      ),
    ).toEqual(wanted),
  )

  it('is counted together, with a text that is being pasted', () =>
    expect(
      allLeft([
        ['t/words w1 reply:a', {}],
        ['u/write n1', write('reply:b')],
        ['paste/foreign-desk/typed', {}],
        ['u/parted m', true],
      ]),
    ).toEqual({ writes: 1, drafts: 2 }))
})

describe('what is said before one signs out', () => {
  it.each([
    ['nothing where nothing is left', 0, 0, null],
    ['one change', 1, 0, /^1 change of yours is not sent\. It stays in this browser for you alone/],
    ['both, and how many', 2, 1, /^2 changes of yours are not sent, and 1 draft is not saved\. They stay/],
  ] as const)('%s', (_, writes, drafts, said) => {
    const words = leavingWords({ writes, drafts }, true)
    if (said === null) expect(words).toBeNull()
    else expect(words).toMatch(said)
  })
  it('that what found no room is lost', () =>
    expect(leavingWords({ writes: 0, drafts: 0 }, false)).toMatch(/is lost when you sign out/))
})
