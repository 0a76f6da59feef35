import { describe, expect, it } from 'vitest'
import { everything, openOnly } from '@/lib/annotation/filter'
import { narrowed, showsOpen, toggleKind, toggleSort } from './filter-choice'

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
