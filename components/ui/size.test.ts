import { describe, expect, it } from 'vitest'
import { sizeInWords } from './size'

describe('a size', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [34_400, '34 kB'],
    [1_940_000, '1.9 MB'],
  ])('%d reads "%s"', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))
})
