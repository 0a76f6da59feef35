import { describe, expect, it } from 'vitest'
import { type Filter, openOnly } from '@/lib/annotation/filter'
import { everything, filterPhrase, filterSentence, narrowed, showsOpen, toggleKind, toggleSort } from './filter-choice'

const people = { mira: 'Mira Okafor', teodor: 'Teodor Sand' }

const phrases: readonly [Filter, string][] = [
  [openOnly, 'open annotations'],
  [everything, 'annotations'],
  [{ ...openOnly, kind: ['flag'] }, 'open flags'],
  [{ ...everything, kind: ['note', 'check'] }, 'notes or checks'],
  [{ ...openOnly, sort: ['name'] }, 'open name flags'],
  [{ ...everything, state: ['resolved', 'dismissed'] }, 'resolved or dismissed annotations'],
  [{ ...openOnly, author: ['mira'] }, 'open annotations by Mira Okafor'],
  [{ ...openOnly, author: ['nobody'] }, 'open annotations by someone'],
  [{ ...openOnly, kind: ['note'], author: ['teodor'], tag: ['legal'] }, 'open notes by Teodor Sand tagged legal'],
]

describe('a filter in words', () => {
  it.each(phrases)('%j', (filter, phrase) => {
    expect(filterPhrase(filter, people)).toBe(phrase)
  })
  it('says how many are shown of how many', () => {
    expect(filterSentence(openOnly, people, 3, 5)).toBe('3 of 5 annotations shown: open annotations.')
  })
  it('says that all are shown', () => {
    expect(filterSentence(openOnly, people, 5, 5)).toBe('All 5 annotations shown.')
    expect(filterSentence(openOnly, people, 1, 1)).toBe('The only annotation is shown.')
  })
  it('says that there is nothing yet', () => {
    expect(filterSentence(openOnly, people, 0, 0)).toBe('There are no annotations yet.')
  })
})

describe('choosing what to show', () => {
  it('takes a kind in and out', () => {
    const flags = toggleKind(openOnly, 'flag')
    expect(flags.kind).toEqual(['flag'])
    expect(toggleKind(flags, 'flag').kind).toEqual([])
  })
  it('lets sorts go when another kind is asked for, since only flags have one', () => {
    const names = toggleSort(openOnly, 'name')
    expect(toggleKind(names, 'note')).toMatchObject({ kind: ['note'], sort: [] })
    expect(toggleKind(names, 'flag')).toMatchObject({ kind: ['flag'], sort: ['name'] })
  })
  it('lets other kinds go when a sort of flag is asked for', () => {
    expect(toggleSort({ ...openOnly, kind: ['note', 'flag'] }, 'date')).toMatchObject({
      kind: ['flag'],
      sort: ['date'],
    })
  })
  it('knows the filter one begins with', () => {
    expect(narrowed(openOnly)).toBe(false)
    expect(narrowed(everything)).toBe(true)
    expect(showsOpen(openOnly)).toBe(true)
    expect(showsOpen(everything)).toBe(false)
    expect(showsOpen({ ...openOnly, state: ['open', 'resolved'] })).toBe(false)
  })
})
