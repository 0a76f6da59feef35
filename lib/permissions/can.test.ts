import { describe, expect, it } from 'vitest'
import { type Action, type Actor, actions, can, type Role, roles, type Subject } from './can'

const person = (role: Role | null, administrator = false): Actor => ({
  id: 'me',
  name: 'Me',
  administrator,
  roles: role === null ? {} : { desk: role },
})
const desk = { deskId: 'desk' }

type Row = readonly [Action, ...(readonly ('–' | 'any' | 'own' | 'other' | 'machine' | 'own+machine')[])]

/**
 * For each action and role: `–` never, `any` whoever's it is, `own` only what the actor made (or asked for), `other`
 * only what someone else asked for, `machine` only a detector's, `own+machine` both of these. Columns: viewer, checker, editor, owner, stranger.
 */
const table: readonly Row[] = [
  ['desk.read', 'any', 'any', 'any', 'any', '–'],
  ['desk.create', '–', '–', '–', '–', '–'],
  ['desk.edit', '–', '–', '–', 'any', '–'],
  ['members.read', 'any', 'any', 'any', 'any', '–'],
  ['members.manage', '–', '–', '–', 'any', '–'],
  ['accounts.manage', '–', '–', '–', '–', '–'],
  ['account.edit', 'own', 'own', 'own', 'own', 'own'],
  ['token.read', 'own', 'own', 'own', 'any', '–'],
  ['token.make', 'any', 'any', 'any', 'any', '–'],
  ['token.revoke', 'own', 'own', 'own', 'any', '–'],
  ['codebook.edit', '–', '–', 'any', 'any', '–'],
  ['transcript.read', 'any', 'any', 'any', 'any', '–'],
  ['transcript.export', 'any', 'any', 'any', 'any', '–'],
  ['transcript.import', '–', 'any', 'any', 'any', '–'],
  ['transcript.describe', '–', 'any', 'any', 'any', '–'],
  ['transcript.delete', '–', '–', '–', 'any', '–'],
  ['transcript.restore', '–', '–', '–', 'any', '–'],
  ['transcript.start', '–', 'any', 'any', 'any', '–'],
  ['transcript.ask', '–', 'any', 'any', 'any', '–'],
  ['transcript.withdraw', '–', 'own', 'own', 'own', '–'],
  ['transcript.approve', '–', '–', 'other', 'other', '–'],
  ['transcript.send-back', '–', '–', 'other', 'other', '–'],
  ['transcript.reopen', '–', '–', 'any', 'any', '–'],
  ['annotation.create', '–', 'any', 'any', 'any', '–'],
  ['annotation.edit', '–', 'own', 'own', 'own', '–'],
  ['annotation.tag', '–', 'own', 'any', 'any', '–'],
  ['annotation.delete', '–', 'own', 'own', 'any', '–'],
  ['annotation.resolve', '–', '–', 'any', 'any', '–'],
  ['annotation.dismiss', '–', 'machine', 'any', 'any', '–'],
  ['annotation.attach', '–', 'own+machine', 'any', 'any', '–'],
  ['annotation.archive', '–', 'own+machine', 'any', 'any', '–'],
  ['correction.accept', '–', '–', 'any', 'any', '–'],
  ['correction.reject', '–', '–', 'any', 'any', '–'],
  ['revision.undo', '–', '–', 'any', 'any', '–'],
  ['revision.restore', '–', '–', 'any', 'any', '–'],
  ['revision.upload', '–', '–', 'any', 'any', '–'],
  ['annotation.accept', '–', 'machine', 'any', 'any', '–'],
  ['evidence.add', '–', 'any', 'any', 'any', '–'],
  ['evidence.edit', '–', 'own', 'own', 'own', '–'],
  ['evidence.delete', '–', 'own', 'own', 'any', '–'],
  ['reply.create', 'any', 'any', 'any', 'any', '–'],
  ['reply.edit', 'own', 'own', 'own', 'own', '–'],
  ['reply.delete', 'own', 'own', 'own', 'any', '–'],
]

const subjects: Readonly<Record<'own' | 'other' | 'machine', Subject>> = {
  own: { ...desk, authorId: 'me', askedById: 'me', personId: 'me' },
  other: { ...desk, authorId: 'them', askedById: 'them', personId: 'them' },
  machine: { ...desk, authorId: null, byDetector: true, askedById: 'them', personId: 'them' },
}
const expected = {
  '–': [],
  any: ['own', 'other', 'machine'],
  own: ['own'],
  other: ['other', 'machine'],
  machine: ['machine'],
  'own+machine': ['own', 'machine'],
} as const

describe('who may do what', () => {
  it('has a row for every action', () => {
    expect(table.map(([action]) => action).sort()).toEqual([...actions].sort())
  })
  it.each(
    table.flatMap(([action, ...cells]) => cells.map((cell, column) => ({ action, cell, role: roles[column] ?? null }))),
  )('$action as $role: $cell', ({ action, cell, role }) => {
    const allowed = Object.entries(subjects).filter(([, subject]) => can(person(role), action, subject))
    expect(allowed.map(([whose]) => whose)).toEqual([...expected[cell]])
  })
  it('lets an administrator create desks and manage people, and nothing in a desk', () => {
    const administrator = person(null, true)
    const allowed = actions.filter((action) => can(administrator, action, subjects.other))
    expect(allowed).toEqual(['desk.create', 'members.read', 'members.manage', 'accounts.manage'])
  })
  it('lets a token do what its maker may, but for who gets in', () => {
    const owner = { ...person('owner'), token: { id: 'token', scope: 'write' } } as const
    const refused = actions.filter(
      (action) => can(person('owner'), action, subjects.own) && !can(owner, action, subjects.own),
    )
    expect(refused).toEqual(['members.manage', 'account.edit', 'token.make', 'token.revoke'])
  })
  it('lets a token that may only read do nothing else', () => {
    const reader = { ...person('owner'), token: { id: 'token', scope: 'read' } } as const
    const allowed = actions.filter((action) => can(reader, action, subjects.own))
    expect(allowed).toEqual(['desk.read', 'members.read', 'token.read', 'transcript.read', 'transcript.export'])
  })
  it('gives a role in one desk no say in another', () => {
    const allowed = actions.filter((action) => can(person('owner'), action, { ...subjects.other, deskId: 'elsewhere' }))
    expect(allowed).toEqual([])
  })
  it.each(['approved', 'published'])(
    'leaves a transcript that is %s as it is, but for replies and reopening',
    (state) => {
      const allowed = actions.filter((action) => can(person('owner'), action, { ...subjects.own, state }))
      const changing = actions.filter(
        (action) => !allowed.includes(action) && can(person('owner'), action, subjects.own),
      )
      expect(changing).toEqual([
        'transcript.describe',
        ...actions.filter((action) => /^(annotation|correction|revision|evidence)\./.test(action)),
      ])
    },
  )
})
