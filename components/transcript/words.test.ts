import { describe, expect, it } from 'vitest'
import { countOf, describeTranscript, sortPlural } from './words'

describe('what is said of a transcript', () => {
  it('names date and outlet where both are known', () => {
    expect(
      describeTranscript({ printedOn: '2031-03-11', outlet: 'The Quay Courier', words: 1904 }, 1).join(' · '),
    ).toBe('Printed 11 March 2031 in The Quay Courier · 1,904 words · revision 1, as imported')
  })
  it('leaves out what is not known', () => {
    expect(describeTranscript({ words: 1 }, 3).join(' · ')).toBe('1 word · revision 3, as corrected')
    expect(describeTranscript({ words: 2, outlet: 'The Quay Courier' }, 1)[0]).toBe('The Quay Courier')
    expect(describeTranscript({ words: 2, printedOn: '2031-03-11' }, 1)[0]).toBe('Printed 11 March 2031')
  })
  it('names the translator', () => {
    expect(describeTranscript({ words: 2, translator: 'Lena Voss' }, 1)[0]).toBe('translated by Lena Voss')
  })
})

describe('words for several', () => {
  it.each([
    ['name', 'Names'],
    ['spelling', 'Spelling'],
    ['quotation-marks', 'Quotation marks'],
    ['repetition', 'Repetitions'],
    ['unheard-of', 'unheard-ofs'],
  ])('%s', (sort, words) => expect(sortPlural(sort)).toBe(words))
  it('counts', () => {
    expect(countOf(1, 'change')).toBe('1 change')
    expect(countOf(0, 'change')).toBe('0 changes')
    expect(countOf(20000, 'word')).toBe('20,000 words')
  })
})
