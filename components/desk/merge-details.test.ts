import { describe, expect, test } from 'vitest'
import { mergeDetails } from './merge-details'

const base = { title: 'The call', outlet: 'The Courier', language: '' }

describe('details that two people change at once', () => {
  test('what only others changed is taken over', () => {
    const merged = mergeDetails(base, { ...base, title: 'The harbour call' }, { ...base, language: 'en' })
    expect(merged).toEqual({
      values: { title: 'The harbour call', outlet: 'The Courier', language: 'en' },
      clashing: [],
    })
  })
  test('what both changed stays as typed and is named', () => {
    const merged = mergeDetails(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs' })
    expect(merged).toEqual({ values: { ...base, title: 'Mine' }, clashing: ['title'] })
  })
  test('what both changed to the same is no clash', () => {
    expect(mergeDetails(base, { ...base, title: 'Same' }, { ...base, title: 'Same' }).clashing).toEqual([])
  })
  test('what was emptied on purpose stays empty', () => {
    expect(mergeDetails(base, { ...base, outlet: '' }, base)).toEqual({ values: { ...base, outlet: '' }, clashing: [] })
  })
})
