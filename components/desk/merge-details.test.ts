import { describe, expect, test } from 'vitest'
import { mergeDetails } from './merge-details'

const before = { title: 'The call', outlet: 'The Courier', language: '' }

describe('details that two people change at once', () => {
  test('what only others changed is taken over', () => {
    const merged = mergeDetails(before, { ...before, title: 'The harbour call' }, { ...before, language: 'en' })
    expect(merged).toEqual({
      values: { title: 'The harbour call', outlet: 'The Courier', language: 'en' },
      clashing: [],
    })
  })
  test('what both changed stays as typed and is named', () => {
    const merged = mergeDetails(before, { ...before, title: 'Mine' }, { ...before, title: 'Theirs' })
    expect(merged).toEqual({ values: { ...before, title: 'Mine' }, clashing: ['title'] })
  })
  test('what both changed to the same is no clash', () => {
    expect(mergeDetails(before, { ...before, title: 'Same' }, { ...before, title: 'Same' }).clashing).toEqual([])
  })
  test('what was emptied on purpose stays empty', () => {
    expect(mergeDetails(before, { ...before, outlet: '' }, before)).toEqual({
      values: { ...before, outlet: '' },
      clashing: [],
    })
  })
})
