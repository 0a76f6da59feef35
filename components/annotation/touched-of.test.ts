import { describe, expect, it } from 'vitest'
import { touchedOf } from './touched-of'

const begun = { body: null, tags: ['figures'], claim: 'Nine' }

describe('the fields that were touched', () => {
  it.each([
    ['none as it was begun', { ...begun, tags: ['figures'] }, {}],
    ['a field that was changed', { ...begun, claim: 'Ten' }, { claim: 'Ten' }],
    ['a field that was emptied', { ...begun, tags: [] }, { tags: [] }],
    ['none that was changed and changed back', { ...begun, body: null }, {}],
  ])('%s', (_, now, touched) => expect(touchedOf(begun, now)).toEqual(touched))
})
