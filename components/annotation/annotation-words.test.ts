import { describe, expect, it } from 'vitest'
import type { Draft } from '@/components/api/store'
import { type Annotation, AnnotationEdit, NewAnnotation, NewEvidence } from '@/lib/annotation/annotation'
import { editOf, evidenceOf, faultsOf, newAnnotationOf, noEvidence, wordsForDraft, wordsFrom } from './annotation-words'

const draft = (kind: Draft['kind']): Draft => ({ kind, start: 0, end: 6, exact: 'Volkov' })
const make = (kind: Draft['kind'], words: object) =>
  NewAnnotation.safeParse(newAnnotationOf(draft(kind), 1, { ...wordsForDraft(draft(kind)), ...words }))
const faults = (kind: Draft['kind'], words: object) => {
  const made = make(kind, words)
  return made.success ? {} : faultsOf(made.error)
}
const body = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'a' }] }],
}

describe('a new annotation', () => {
  it.each<[Draft['kind'], object]>([
    ['note', { body }],
    ['highlight', {}],
    ['check', { claim: 'It was Volkov.' }],
    ['flag', { reason: 'One vowel apart.' }],
    ['correction', { to: 'Valkov' }],
    ['correction', { to: '' }],
  ])('of kind %s is whole with %j', (kind, words) => {
    expect(faults(kind, words)).toEqual({})
  })

  it.each<[string, Draft['kind'], object, string[]]>([
    ['a note without words', 'note', {}, ['body']],
    ['a check without a claim', 'check', { claim: '  ' }, ['claim']],
    [
      'evidence without a source',
      'check',
      { claim: 'x', evidence: [{ ...noEvidence, quote: 'q' }] },
      ['evidence.0.title'],
    ],
    [
      'a link that is no address',
      'check',
      { claim: 'x', evidence: [{ ...noEvidence, title: 't', url: 'quay' }] },
      ['evidence.0.url'],
    ],
    ['a flag without a reason', 'flag', {}, ['reason']],
    ['a tag that is too long', 'note', { body, tags: ['x'.repeat(61)] }, ['tags']],
  ])('says at its field what is wrong: %s', (_, kind, words, fields) => {
    expect(Object.keys(faults(kind, words))).toEqual(fields)
  })

  it('leaves out empty rows of evidence, and takes in a tag that is typed and not added', () => {
    const made = make('check', { claim: 'x', evidence: [noEvidence], tags: ['a'], tag: 'b, c' })
    expect(made.data).toMatchObject({ check: { evidence: [] }, tags: ['a', 'b', 'c'] })
  })

  it('leaves what was found to the text unless it was changed, and reads one expected form a line', () => {
    expect(make('flag', { reason: 'x', expected: 'Valkov\n Valkow \n' }).data?.flag).toEqual({
      sort: 'other',
      expected: ['Valkov', 'Valkow'],
      reason: 'x',
    })
    expect(make('flag', { reason: 'x', found: 'Volkovs' }).data?.flag?.found).toBe('Volkovs')
  })
})

const annotation = {
  kind: 'flag',
  body: null,
  tags: ['a'],
  flag: { sort: 'name', found: 'Volkov', expected: ['Valkov'], reason: 'x' },
} as unknown as Annotation

describe('an edit', () => {
  it('is empty where nothing was changed', () => {
    expect(editOf(annotation, wordsFrom(annotation))).toEqual({})
  })

  it('says only what was changed', () => {
    expect(editOf(annotation, { ...wordsFrom(annotation), tags: [] })).toEqual({ tags: [] })
    expect(editOf(annotation, { ...wordsFrom(annotation), reason: 'y' })).toEqual({
      flag: { sort: 'name', found: 'Volkov', expected: ['Valkov'], reason: 'y' },
    })
  })

  it('says at its field what is wrong', () => {
    const made = AnnotationEdit.safeParse(editOf(annotation, { ...wordsFrom(annotation), reason: '' }))
    expect(made.success ? {} : Object.keys(faultsOf(made.error))).toEqual(['reason'])
  })
})

describe('a row of evidence', () => {
  it('has no link where none was typed', () => {
    expect(NewEvidence.parse(evidenceOf({ ...noEvidence, title: 'Minutes', url: ' ' })).source).toEqual({
      title: 'Minutes',
      url: null,
    })
  })

  it('says at its field what is wrong', () => {
    const made = NewEvidence.safeParse(evidenceOf({ ...noEvidence, url: 'javascript:alert(1)' }))
    expect(made.success ? {} : Object.keys(faultsOf(made.error))).toEqual(['title', 'url'])
  })
})
