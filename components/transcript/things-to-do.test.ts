import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/lib/permissions/can'
import type { TranscriptState } from '@/lib/transcript/transcript'
import type { Situation } from './keys'
import { thingsNamed, thingsToDo } from './things-to-do'

const nothing: Situation = { selection: false, caret: false, chosen: false, card: false, singleKeys: true }
const as = (role: Role) => ({ id: 'me', name: 'Mira', administrator: false, roles: { d1: role } }) as unknown as Actor
const transcript = (state: TranscriptState) => ({
  id: 't1',
  desk: { id: 'd1', slug: 'foreign', name: 'Foreign desk' },
  state,
  askedBy: { id: 'other', name: 'Rhea' },
  original: { name: 'call.txt', mediaType: 'text/plain', size: 5, sha256: 'ab' },
})
const things = (role: Role, state: TranscriptState, now: Partial<Situation> = {}) =>
  thingsToDo({ situation: { ...nothing, ...now }, transcript: transcript(state), actor: as(role) })

describe('what can be done, by name', () => {
  const steps: readonly (readonly [string, Role, TranscriptState, readonly string[]])[] = [
    ['a checker starts a draft', 'checker', 'draft', ['Review: Start checking']],
    ['a viewer takes no step', 'viewer', 'draft', []],
    [
      'an editor who did not ask decides a review both ways',
      'editor',
      'in-review',
      ['Review: Approve', 'Review: Send back'],
    ],
    ['a checker does not decide a review', 'checker', 'in-review', []],
    ['an editor reopens what is approved', 'editor', 'approved', ['Review: Reopen']],
  ]
  it.each(steps)('%s', (_, role, state, expected) => {
    const found = things(role, state).filter(({ does }) => 'step' in does)
    expect(found.map(({ name }) => name)).toEqual(expected)
  })

  it('offers every export, and the file as it came', () => {
    const found = thingsNamed(things('viewer', 'draft'), 'export')
    expect(found.map(({ name }) => name)).toEqual([
      'Export: Web page',
      'Export: Markdown',
      'Export: CSV table',
      'Export: JSON',
      'Export: Original file',
    ])
    expect(found[1]?.does).toEqual({ download: '/api/v1/transcripts/t1/export/markdown' })
  })

  const words: readonly (readonly [string, string, Partial<Situation>, readonly string[]])[] = [
    ['finds by words in any order', 'card next', {}, ['Next card']],
    ['finds by what it is done to', 'chosen edit', { chosen: true }, ['Edit it']],
    ['does not offer what there is nothing to do it to', 'reply', {}, []],
    ['finds nothing where nothing is meant', 'colour', {}, []],
  ]
  it.each(words)('%s', (_, typed, now, expected) => {
    const found = thingsNamed(things('checker', 'checking', now), typed)
    expect(found.map(({ name }) => name)).toEqual(expected)
  })

  it('names everything once', () => {
    const names = things('owner', 'in-review', { chosen: true, selection: true }).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
