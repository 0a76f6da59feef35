import type { Annotation, Evidence, Marks, Reply } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { ApiToken } from '@/lib/data/api-tokens'
import type { Change } from '@/lib/data/change-list'
import type { Desk } from '@/lib/data/desks'
import type { Differences } from '@/lib/data/differences'
import type { Invitation } from '@/lib/data/invitations'
import type { Member } from '@/lib/data/members'
import type { Account, Me } from '@/lib/data/people'
import type { Comparison } from '@/lib/transcript/comparison'
import type { Corrected, RevisionSummary } from '@/lib/transcript/corrected'
import type { ImportedTranscript, Job, MadeVersion } from '@/lib/transcript/job'
import type { Repair } from '@/lib/transcript/repair'
import type { Transcript, TranscriptSummary } from '@/lib/transcript/transcript'

// An invented desk, its people, and one of each thing they make. What it says need not be stored anywhere.

const id = (last: string) => `0198f2c4-5a10-7c3e-9b41-6d2e8f0a${last.padStart(4, '0')}`
const at = '2031-03-12T10:40:00.000Z'
const mira = { id: id('a1'), name: 'Mira Okafor' }
const teodor = { id: id('a2'), name: 'Teodor Sand' }
const desk = { id: id('d1'), slug: 'foreign-desk', name: 'Foreign desk' }

const said: Body = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The minutes say eight.' }] }],
}
const reply: Reply = {
  ...{ id: id('b1'), version: 1, author: { ...mira, kind: 'person' }, body: said, createdAt: at, updatedAt: at },
}
const evidence: Evidence = {
  ...{ id: id('e1'), version: 1, source: { id: null, title: 'Port authority, minutes', url: 'https://port.example' } },
  ...{
    quote: 'Eight points were agreed.',
    stance: 'contradicts',
    note: 'Page 4.',
    by: { ...teodor, kind: 'person' },
    at,
  },
}
const place = { start: 17, end: 28 }
const annotation: Annotation = {
  ...{ id: id('c1'), transcriptId: id('f1'), kind: 'check', state: 'open', version: 3 },
  anchor: { revision: 1, ...place, exact: 'nine points', prefix: 'Marrant: We put ', suffix: ' on one page.' },
  ...{
    ...place,
    placed: 'exact',
    author: { ...teodor, kind: 'person' },
    body: null,
    tags: ['numbers'],
    replies: [reply],
  },
  check: { claim: 'There were nine points.', verdict: 'mixed', evidence: [evidence] },
  ...{ createdAt: at, updatedAt: at },
}
const summary: TranscriptSummary = {
  ...{ id: id('f1'), desk, title: 'The harbour call', state: 'checking', version: 4, head: 1, words: 8 },
  ...{
    counts: { check: { open: 1 } },
    createdBy: teodor,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    askedBy: null,
    approval: null,
  },
  original: { name: 'harbour-call.txt', mediaType: 'text/plain', size: 41, sha256: '9f2c…' },
  ...{ outlet: 'The Quay Courier', printedOn: '2031-03-11', language: 'en', translator: null, origin: null },
}
const transcript: Transcript = {
  ...summary,
  revision: {
    ...{ number: 1, text: 'Marrant: We put nine points on one page.\n', hash: '51ab…', createdAt: at },
    turns: [{ start: 9, end: 40, label: { start: 0, end: 8 }, speaker: 'Marrant' }],
  },
}
const notes = ['The line "© Courier" was taken for a header.']
const imported: ImportedTranscript = { ...transcript, notes }
const job: Job = {
  ...{ id: id('21'), kind: 'import', desk: { id: desk.id, slug: desk.slug }, title: 'the-long-hearing.docx' },
  ...{ state: 'running', progress: 0.4, result: null, problem: null, createdAt: at, updatedAt: at, finishedAt: null },
}
const { kind, state, placed, tags } = annotation
const mark = { id: annotation.id, ...place, kind, state, placed, tags, author: teodor.id }
const marks: Marks = { change: 12, revision: 1, marks: [mark], people: { [teodor.id]: teodor.name } }
const change: Change = {
  ...{ number: 12, action: 'annotation.dismiss', actor: mira, subject: { type: 'annotation', id: annotation.id }, at },
  payload: { before: 'open', after: 'dismissed', reason: 'Both spellings are in use.' },
}
const email = 'mira@courier.example'
const me: Me = { ...mira, email, administrator: false, desks: [{ ...desk, role: 'editor' }] }
const account: Account = { ...me, sessions: 1, createdAt: at }
const member: Member = { person: { ...mira, email }, role: 'editor', version: 1, joinedAt: at }
const invitation: Invitation = {
  ...{
    id: id('12'),
    role: 'checker',
    name: 'Ilse',
    createdBy: mira,
    createdAt: at,
    expiresAt: '2031-03-19T10:40:00.000Z',
  },
}
const token: ApiToken = {
  ...{ id: id('13'), name: 'Nightly export', scope: 'read', person: mira, createdAt: at, lastUsedAt: null },
  expiresAt: '2031-06-10T10:40:00.000Z',
}
const ownDesk: Desk = { ...desk, version: 2, role: 'editor' }
const corrected: Corrected = {
  ...{ change: 14, revision: 2, hash: '7be0…', cause: 'accept', of: null, reason: 'As in the minutes.' },
  ...{ edits: [{ start: 17, end: 21, text: 'eight' }], splices: [] },
  ...{ accepted: [id('c2')], rejected: [], reopened: [] },
  places: [
    [annotation.id, 17, 29, 'moved'],
    [id('c2'), 17, 22, 'moved'],
  ],
}
const differences: Differences = {
  ...{ from: 1, to: 2 },
  differences: [{ before: { start: 17, end: 21 }, after: { start: 17, end: 22 }, was: 'nine', is: 'eight' }],
}
const changed: MadeVersion['version']['first'][number] = {
  ...{ number: 1, before: { start: 9, end: 41 }, after: { start: 9, end: 42 }, skipped: 0, speaker: 'Marrant' },
  ...{ differences: 1, turns: [] },
  stretches: [{ kept: 'We put ' }, { was: 'nine', is: 'eight' }, { kept: ' points on one page.' }],
}
const comparison: Comparison = {
  ...{
    from: 1,
    to: 2,
    differences: 1,
    passages: 1,
    lineEnds: 0,
    rest: 11,
    next: null,
  },
  items: [{ ...changed, marks: [{ ...mark, words: 'nine points', by: teodor.name }] }],
}
const revision: RevisionSummary = {
  ...{ number: 2, hash: '7be0…', author: teodor, reason: 'As in the minutes.', createdAt: at },
  ...{ cause: 'accept', of: null, places: 1, file: null },
}
const version: MadeVersion = {
  ...{ transcript: { id: summary.id, title: summary.title }, notes: [] },
  version: {
    ...{ revision: 3, made: true, places: 1, same: 0.89, turns: false },
    annotations: { kept: 11, moved: 1, doubtful: 0, lost: 0 },
    ...{ passages: 1, first: [changed] },
  },
}

const repair: Repair = {
  annotation: { ...annotation, start: 17, end: 17, placed: 'lost' },
  held: { revision: 1, before: 'Marrant: We put ', words: 'nine points', after: ' on one page.', cut: false },
  now: { before: 'Marrant: We put ', words: '', after: ' them on one page.', cut: false },
  loss: { revision: 2, cause: 'accept', by: teodor, at, reason: null },
  places: [
    {
      ...{ start: 41, end: 53, before: 'It had ', words: 'eight points', after: '.', cut: false },
      ...{ why: 'alike', alike: 0.67, around: 0.4, score: 0.61 },
    },
  ],
}

/** An example of each shape that has a name, by that name. */
export const examples = {
  ...{
    Account: account,
    Annotation: annotation,
    Body: said,
    Change: change,
    Corrected: corrected,
    Desk: ownDesk,
    Evidence: evidence,
  },
  ...{
    ImportedTranscript: imported,
    Invitation: invitation,
    Job: job,
    MadeVersion: version,
    Mark: mark,
    Marks: marks,
    Me: me,
    Member: member,
    Reply: reply,
    Tag: {
      ...{ id: '0199a2c4-5d7e-7c3a-9f10-6b2d8e4a1c77', version: 1, name: 'on record', colour: 'green' },
      note: 'Said for publication, by name.',
    },
    Token: token,
  },
  ...{ Repair: repair, Repairs: { revision: 2, waiting: 1, items: [repair], next: null } },
  ...{ Comparison: comparison, Passage: comparison.items[0], Differences: differences },
  ...{ RevisionSummary: revision, Revision: { ...transcript.revision, reason: null } },
  TurnProposal: { do: 'relabel', speaker: 'Marant' },
  ...{ Transcript: transcript, TranscriptSummary: summary, Turn: transcript.revision.turns[0] },
}
