import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/lib/permissions/can'
import type { TranscriptState } from '@/lib/transcript/transcript'
import { nextStep, openWords } from './next-step'

const desk = { id: 'd', slug: 'foreign', name: 'Foreign desk' }
const actor = (id: string, role: Role): Actor => ({ id, name: id, administrator: false, roles: { d: role } })
const rhea = { id: 'rhea', name: 'Rhea Anand' }

const cases: readonly [string, TranscriptState, Actor, readonly string[]][] = [
  ['a checker starts a draft', 'draft', actor('mira', 'checker'), ['Start checking']],
  ['a viewer only reads a draft', 'draft', actor('vera', 'viewer'), []],
  ['a checker asks for review', 'checking', actor('mira', 'checker'), ['Send to review']],
  ['a viewer asks for nothing', 'checking', actor('vera', 'viewer'), []],
  ['another editor decides', 'in-review', actor('edda', 'editor'), ['Approve', 'Send back']],
  ['an owner decides too', 'in-review', actor('olaf', 'owner'), ['Approve', 'Send back']],
  ['the editor who asked can only take it back', 'in-review', actor('rhea', 'editor'), ['Take back']],
  ['the checker who asked can take it back', 'in-review', actor('rhea', 'checker'), ['Take back']],
  ['another checker waits', 'in-review', actor('mira', 'checker'), []],
  ['an editor reopens', 'approved', actor('edda', 'editor'), ['Reopen']],
  ['the editor who asked may reopen as well', 'approved', actor('rhea', 'editor'), ['Reopen']],
  ['a checker does not reopen', 'approved', actor('mira', 'checker'), []],
  ['nobody moves what is published', 'published', actor('olaf', 'owner'), []],
]

describe('the next step', () => {
  it.each(cases)('%s', (_, state, who, labels) => {
    const { steps, note } = nextStep({ desk, state, askedBy: state === 'in-review' ? rhea : null }, who)
    expect(steps.map((step) => step.label)).toEqual(labels)
    if (labels.length === 0) expect(note).toMatch(/\.$/)
  })
  it('says to the asker why they cannot approve', () => {
    expect(nextStep({ desk, state: 'in-review', askedBy: rhea }, actor('rhea', 'editor')).note).toContain(
      'another editor decides',
    )
  })
  it('says to an editor who asked', () => {
    expect(nextStep({ desk, state: 'in-review', askedBy: rhea }, actor('edda', 'editor')).note).toBe(
      'Rhea Anand asked for this review.',
    )
  })
  it('wants a reason for sending back only', () => {
    const { steps } = nextStep({ desk, state: 'in-review', askedBy: rhea }, actor('edda', 'editor'))
    expect(steps.map((step) => step.why !== undefined)).toEqual([false, true])
  })
})

describe('what is open before a step', () => {
  const marks = (['flag', 'flag', 'note', 'highlight', 'correction'] as const).map((kind) => ({
    kind,
    state: 'open' as const,
  }))
  it.each(['approved', 'in-review'] as const)('is named before it is %s', (to) => {
    expect(openWords(marks, { to })).toBe('4 annotations are open: 2 flags, 1 correction, 1 note.')
  })
  it('is named in the singular', () => {
    expect(openWords([{ kind: 'check', state: 'open' }], { to: 'approved' })).toBe(
      '1 annotation is open: 1 source check.',
    )
  })
  it('is nothing where all is done, or only words are highlighted', () => {
    expect(
      openWords(
        [
          { kind: 'flag', state: 'dismissed' },
          { kind: 'highlight', state: 'open' },
        ],
        { to: 'approved' },
      ),
    ).toBeNull()
  })
  it('is not asked on the way back', () => expect(openWords(marks, { to: 'checking' })).toBeNull())
})
