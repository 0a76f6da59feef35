import { describe, expect, it } from 'vitest'
import type { Role } from '@/lib/permissions/can'
import { deletable, notAllWords } from './picked-may'

const actor = (role: Role) => ({ id: 'mira', name: 'Mira', administrator: false, roles: { d: role } })
const marks = ['mira', 'rhea', 'mira', 'numbers'].map((author) => ({ author }))

describe('deleting what was picked', () => {
  const cases: readonly [string, Role, string, number][] = [
    ['a checker deletes their own', 'checker', 'checking', 2],
    ['an owner deletes all', 'owner', 'checking', 4],
    ['a viewer deletes none', 'viewer', 'checking', 0],
    ['nobody deletes where it is approved', 'owner', 'approved', 0],
  ]
  it.each(cases)('%s', (_, role, state, may) => {
    expect(deletable(marks, actor(role), { deskId: 'd', state })).toBe(may)
  })
  it('says before how many stay, and nothing where all go', () => {
    expect(notAllWords(7, 15)).toBe('You may delete 7 of these 15; the others are not yours. ')
    expect(notAllWords(15, 15)).toBe('')
  })
})
