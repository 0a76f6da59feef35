import { describe, expect, it } from 'vitest'
import { temporaryId } from '@/components/api/provisional'
import type { TranscriptActions, TranscriptView } from '@/components/api/store'
import type { Mark } from '@/lib/annotation/annotation'
import type { Role } from '@/lib/permissions/can'
import { type CardCommand, doWithCard } from './card-commands'

const mark = (rest: Partial<Mark>): Mark => ({
  id: 'a',
  start: 0,
  end: 4,
  kind: 'flag',
  state: 'open',
  author: 'mira',
  placed: 'exact',
  ...rest,
})

/** What a store would have been asked to do, by this person. */
const asked = (command: CardCommand, given: Partial<Mark>, role: Role, id = 'rhea') => {
  const calls: string[] = []
  const note =
    (name: string) =>
    (...args: readonly unknown[]) => {
      calls.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '))
      return Promise.resolve(true)
    }
  const view = {
    transcript: { desk: { id: 'd' } },
    actor: { id, name: id, administrator: false, roles: { d: role } },
    edit: note('edit'),
    resolve: note('resolve'),
    dismiss: note('dismiss'),
    remove: note('remove'),
  } as unknown as TranscriptView & TranscriptActions
  const outcome = doWithCard(command, mark(given), view)
  return outcome?.refused ? 'refused' : (calls[0] ?? (outcome === null ? 'nothing' : 'done'))
}

const cases: readonly [string, CardCommand, Partial<Mark>, Role, string, string][] = [
  ['an author edits their own', 'edit', {}, 'checker', 'mira', 'edit {"id":"a","part":"annotation"}'],
  ['a checker is told that others’ items are not theirs', 'edit', {}, 'checker', 'rhea', 'refused'],
  ['an editor may change the tags of others', 'edit', {}, 'editor', 'rhea', 'edit {"id":"a","part":"annotation"}'],
  ['a viewer replies', 'reply', {}, 'viewer', 'vera', 'edit {"id":"a","part":"reply"}'],
  ['evidence goes to checks', 'evidence', { kind: 'check' }, 'checker', 'rhea', 'edit {"id":"a","part":"evidence"}'],
  ['and to nothing else', 'evidence', { kind: 'note' }, 'checker', 'rhea', 'nothing'],
  ['an editor resolves what is open', 'resolve', {}, 'editor', 'rhea', 'resolve "a" true'],
  ['and opens what is resolved', 'resolve', { state: 'resolved' }, 'editor', 'rhea', 'resolve "a" false'],
  ['a checker is told who resolves', 'resolve', {}, 'checker', 'rhea', 'refused'],
  ['an editor gives a reason to dismiss a flag', 'dismiss', {}, 'editor', 'rhea', 'edit {"id":"a","part":"dismiss"}'],
  [
    'a checker dismisses what a detector raised',
    'dismiss',
    { detector: 'x' },
    'checker',
    'rhea',
    'edit {"id":"a","part":"dismiss"}',
  ],
  ['a note is not dismissed', 'dismiss', { kind: 'note' }, 'editor', 'rhea', 'nothing'],
  ['S opens a dismissed flag again', 'resolve', { state: 'dismissed' }, 'editor', 'rhea', 'dismiss "a" null'],
  ['and so does X', 'dismiss', { state: 'dismissed' }, 'editor', 'rhea', 'dismiss "a" null'],
  ['an author deletes their own', 'remove', {}, 'checker', 'mira', 'remove "a"'],
  ['an editor does not delete others’', 'remove', {}, 'editor', 'rhea', 'refused'],
  ['an owner does', 'remove', {}, 'owner', 'olaf', 'remove "a"'],
  ['what is not saved yet can be deleted', 'remove', { id: temporaryId('1') }, 'owner', 'olaf', 'remove "saving-1"'],
  ['and has no address', 'link', { id: temporaryId('1') }, 'owner', 'olaf', 'refused'],
]

describe('keys on the chosen card', () => {
  it.each(cases)('%s', (_, command, given, role, id, wanted) => {
    expect(asked(command, given, role, id)).toBe(wanted)
  })
})
