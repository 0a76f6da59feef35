import { describe, expect, it } from 'vitest'
import { excerptOf } from './excerpt-of'

const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ask  the clerk' }] }] }

describe('the beginning of what was typed', () => {
  it.each([
    ['reads rich text', { body }, 'Ask the clerk'],
    ['leaves choices out', { verdict: 'false', claim: 'Nine crews' }, 'Nine crews'],
    ['takes every field', { evidence: [{ title: 'Minutes', stance: 'supports', note: 'p. 3' }] }, 'Minutes p. 3'],
    ['is empty where nothing was', { body: null, tags: [] }, ''],
    ['is cut with a sign', { reason: 'x'.repeat(200) }, `${'x'.repeat(90)}…`],
  ])('%s', (_, values, wanted) => expect(excerptOf(values)).toBe(wanted))
})
