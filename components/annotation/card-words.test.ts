import { describe, expect, it } from 'vitest'
import type { Annotation } from '@/lib/annotation/annotation'
import { between, cardName, headLabel, stateWords, timesWords, verdictLabel, verdictTone } from './card-words'

const author = { id: 'p', name: 'Mira Okafor', kind: 'person' } as const
const detector = { id: 'd', name: 'name-variant', kind: 'detector' } as const
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const annotation = (more: Partial<Annotation>) =>
  ({ kind: 'note', state: 'open', author, body: null, anchor: { exact: 'nine points' }, ...more }) as Annotation
const flag = { detector: null, sort: 'name', found: 'Volkov', expected: ['Valkov'], reason: '', tier: 'sure' } as const
const asFlag = { ...flag, evidence: [], dismissedFor: null }

describe('a card in one line', () => {
  it.each<[string, Partial<Annotation>]>([
    [
      'Note by Mira Okafor: The vote was on Monday.',
      { body: { type: 'doc', content: [paragraph('The vote was on Monday.')] } },
    ],
    ['Highlight by Mira Okafor: nine points', { kind: 'highlight' }],
    ['Name by detector, sure: Volkov, elsewhere Valkov', { kind: 'flag', author: detector, flag: asFlag }],
    ['Name by Mira Okafor, dismissed: Volkov, elsewhere Valkov', { kind: 'flag', state: 'dismissed', flag: asFlag }],
    [
      'Correction by Mira Okafor, proposed: um becomes nothing',
      { kind: 'correction', correction: { from: 'um', to: '' } },
    ],
    [
      'Source check by Mira Okafor: There are nine points.',
      { kind: 'check', check: { claim: 'There are nine points.', verdict: 'true', evidence: [] } },
    ],
  ])('%s', (expected, more) => {
    expect(cardName(annotation(more))).toBe(expected)
  })
})

describe('the words of a head', () => {
  it('name a flag by its sort, and one without a sort by its kind', () => {
    expect(headLabel({ kind: 'flag', sort: 'quotation-marks' })).toBe('Quotation marks')
    expect(headLabel({ kind: 'flag', sort: 'other' })).toBe('Flag')
    expect(headLabel({ kind: 'check' })).toBe('Source check')
  })

  it('say nothing of what is open, but of a correction that it is proposed', () => {
    expect(stateWords({ kind: 'note', state: 'open' })).toBeNull()
    expect(stateWords({ kind: 'correction', state: 'open' })).toBe('proposed')
    expect(stateWords({ kind: 'note', state: 'resolved' })).toBe('resolved')
  })
})

describe('the words of a flag', () => {
  it('set two spellings of a name side by side, and a misspelling against its correction', () => {
    expect(between('name')).toBe(', elsewhere ')
    expect(between('spelling')).toBe(' → ')
  })

  it.each([
    [0, ''],
    [1, ' once'],
    [16, ' 16 times'],
    [1600, ' 1,600 times'],
  ])('%i other places', (places, expected) => {
    expect(timesWords(places)).toBe(expected)
  })
})

describe('a verdict', () => {
  it.each([
    ['false', 'False', 'false'],
    ['mostly-false', 'Mostly false', 'false'],
    ['mixed', 'Mixed', 'mixed'],
    ['mostly-true', 'Mostly true', 'true'],
    ['not-a-fact', 'Not a fact', 'none'],
    ["the desk's own", "the desk's own", 'none'],
  ])('%s', (id, label, tone) => {
    expect(verdictLabel(id)).toBe(label)
    expect(verdictTone(id)).toBe(tone)
  })
})
