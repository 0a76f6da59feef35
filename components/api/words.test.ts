import { describe, expect, it } from 'vitest'
import { begunOf, formOf, keepWords, wordsOf } from './words'

const draft = { kind: 'note', start: 0, end: 4, exact: 'Nine' } as const

/** Storage as a browser gives it: its keys are its own enumerable properties. */
const storage = (): Storage => {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
  }
  return Object.create(methods)
}

describe('keys', () => {
  it.each([
    { id: 'a', part: 'annotation' },
    { id: 'a', part: 'reply', item: 'r' },
  ] as const)('name the form they came from', (editing) => {
    expect(formOf(wordsOf.editing(editing))).toEqual(editing)
  })

  it.each([wordsOf.draft(draft), 'remove:a', 'transcript:state', ''])('without a form name none: %s', (key) => {
    expect(formOf(key)).toBeNull()
  })
})

describe('kept words', () => {
  it('outlive the page, one transcript apart from another', () => {
    const kept = storage()
    keepWords('t', kept).keep('new:note:0-4', { values: 'Nine points', draft })
    expect(keepWords('t', kept).read('new:note:0-4')?.values).toBe('Nine points')
    expect(keepWords('t', kept).drafts()).toEqual([draft])
    expect(keepWords('u', kept).drafts()).toEqual([])
  })

  it('are gone once forgotten', () => {
    const kept = storage()
    const words = keepWords('t', kept)
    words.keep('reply:a', { values: 'Yes' })
    words.forget('reply:a')
    expect(keepWords('t', kept).read('reply:a')).toBeUndefined()
  })

  it('of two windows do not take each other away', () => {
    const kept = storage()
    const [here, there] = [keepWords('t', kept), keepWords('t', kept)]
    here.keep('reply:a', { values: 'Mine' })
    there.keep('reply:a', { values: 'Of the other window' })
    here.forget('reply:a')
    expect(there.read('reply:a')?.values).toBe('Of the other window')
    expect(keepWords('t', kept).read('reply:a')?.values).toBe('Of the other window')
  })

  it('that another window saved are begun no longer', () => {
    const kept = storage()
    const [here, there] = [keepWords('t', kept), keepWords('t', kept)]
    there.keep('new:note:0-4', { values: 'Nine', draft })
    expect(here.drafts()).toEqual([draft])
    there.forget('new:note:0-4')
    expect(here.drafts()).toEqual([])
  })

  it('are the same thing each time they are read from storage', () => {
    const kept = storage()
    keepWords('t', kept).keep('reply:a', { values: 'Yes' })
    const words = keepWords('t', kept)
    expect(words.read('reply:a')).toBe(words.read('reply:a'))
  })

  it('stay in memory where storage is full or refused', () => {
    const full = storage()
    full.setItem = () => {
      throw new Error('full')
    }
    const words = keepWords('t', full)
    words.keep('reply:a', { values: 'Yes' })
    expect(words.read('reply:a')?.values).toBe('Yes')
  })

  it.each(['not json', '"text"', 'null', '[]', '{}', '7'])('that were spoilt in storage count as none: %s', (value) => {
    const kept = storage()
    kept.setItem('verbatim:words:t:reply:a', value)
    expect(keepWords('t', kept).read('reply:a')).toBeUndefined()
  })
})

describe('what was begun and is not saved', () => {
  it('is every new annotation and every form one can go to, but what the list of failures names', () => {
    const keys = ['new:note:1-2', 'new:flag:3-4', 'annotation:a', 'reply:a:r', 'annotation:gone', wordsOf.step]
    expect(begunOf(keys, [{ key: 'new:flag:3-4' }], (id) => id === 'a')).toEqual([
      'new:note:1-2',
      'annotation:a',
      'reply:a:r',
    ])
  })

  it('is told of as it is typed and as it is saved', () => {
    const words = keepWords('t')
    const heard: (readonly string[])[] = []
    const end = words.onChange(() => heard.push(words.keys()))
    words.keep('annotation:a', { values: 'Mine.' })
    words.forget('annotation:a')
    end()
    words.keep('annotation:b', { values: 'Mine.' })
    expect(heard).toEqual([['annotation:a'], []])
  })
})
