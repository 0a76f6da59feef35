import { describe, expect, it } from 'vitest'
import { leftHere } from './left-here'

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
    expect(Object.fromEntries(leftHere(kept.map(([key, value]) => [key, value])))).toEqual(wanted),
  )
})
