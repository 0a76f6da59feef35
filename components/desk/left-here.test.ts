import { describe, expect, it } from 'vitest'
import { leftHere } from './left-here'

describe('what is kept in this browser and not sent', () => {
  it.each([
    ['counts drafts and writes by transcript', ['t/words w1 reply:a', 't/write n1', 'u/write n2'], { t: 2, u: 1 }],
    ['counts a form once, whatever windows it was typed in', ['t/words w1 reply:a', 't/words w2 reply:a'], { t: 1 }],
    ['leaves out the reason for a step, and what is no transcript’s', ['t/words w1 transcript:state', 'typed'], {}],
  ])('%s', (_, keys, wanted) => expect(Object.fromEntries(leftHere(keys))).toEqual(wanted))
})
