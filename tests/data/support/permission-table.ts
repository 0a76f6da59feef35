import { removeAnnotation } from '@/lib/data/annotation-edits'
import { createApiToken } from '@/lib/data/api-tokens'
import { addEvidence, removeEvidence } from '@/lib/data/evidence'
import { invite } from '@/lib/data/invitations'
import { addReply, removeReply } from '@/lib/data/replies'
import { createTag } from '@/lib/data/tags'
import { deleteTranscript } from '@/lib/data/transcripts'
import { bulkRows } from './permission-bulk'
import { correctionRows } from './permission-corrections'
import { repairRows } from './permission-repairs'
import {
  type Ask,
  actorIn,
  addAnnotation,
  addEndedJob,
  addPerson,
  addTranscript,
  makeWorld,
  type Who,
  type World,
} from './world'

/** Everybody in the desk. */
export const members = ['viewer', 'checker', 'editor', 'owner'] as const
const makers = ['checker', 'editor', 'owner'] as const
const deciders = ['editor', 'owner'] as const
/** Everybody with an account. */
export const everyone = [...members, 'outsider', 'administrator'] as const

/** Who gets through; and what those are told who do not, where it is not the usual. */
export type Row = {
  readonly may: readonly Who[]
  readonly ask: (world: World, who: Who) => Promise<Ask>
  readonly status?: number
  /** Who may know that the thing exists and is refused all the same. Members, where nothing is said. */
  readonly knows?: readonly Who[]
  readonly nobody?: number
}

const by = (world: World, who: Who) => actorIn(world.people[who].sessionId)
const desk = async (world: World) => ({ params: { desk: world.desk.slug } })
const transcript = async (world: World) => {
  const { id, version } = await addTranscript(world)
  return { params: { transcriptId: id }, version }
}
const annotation = async (world: World, kind: 'note' | 'flag' | 'check' = 'note', author: Who = 'checker') => {
  const { id } = await addTranscript(world)
  const made = await addAnnotation(world, id, kind, author)
  return { params: { annotationId: made.id }, version: made.version }
}
const tag = async (world: World) => {
  const { id, version } = await createTag(await by(world, 'editor'), {
    ...{ desk: world.desk.id, name: `tag ${Math.random()}`, colour: 'grey', note: '' },
  })
  return { params: { tagId: id }, version }
}
const words = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Yes.' }] }],
}
const reply = async (world: World) => {
  const { params } = await annotation(world)
  const { replies } = await addReply(await by(world, 'viewer'), { ...params, body: words })
  return { params: { replyId: replies[0]?.id ?? '' }, version: 1 }
}
const row = { source: { title: 'Minutes' }, quote: '', stance: 'supports' as const, note: '' }
const evidence = async (world: World) => {
  const { params } = await annotation(world, 'check')
  const { check } = await addEvidence(await by(world, 'checker'), { ...params, ...row })
  return { params: { evidenceId: check?.evidence[0]?.id ?? '' }, version: 1 }
}
const invitation = async (world: World) =>
  invite(await by(world, 'owner'), { desk: world.desk.id, role: 'checker', name: '', address: 'http://desk.test' })
const tokenOf = async (world: World, who: Who) =>
  createApiToken(await by(world, who), { desk: world.desk.id, name: 'Export', scope: 'write', expires: 7 })
const newMember = async (world: World) => {
  const person = await addPerson('Nell')
  const { db } = await import('@/lib/data/db')
  await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role: 'checker' } })
  return { params: { desk: world.desk.id, personId: person.id }, version: 1 }
}
const job = async ({ desk, people }: World) => ({
  params: { jobId: (await addEndedJob(desk.id, people.checker.id)).id },
})
const without = <T extends { version: number }>({ version: _, ...rest }: T) => rest

const reads = (ask: Row['ask']): Row => ({ may: members, ask })
const ofTranscript = (extra: object = {}): Row =>
  reads(async (world) => {
    const { params } = await transcript(world)
    return { params: { ...params, ...extra } }
  })

/** One row for each verb of each route of the API. */
export const table: Readonly<Record<string, Row>> = {
  'GET me': { may: everyone, ask: async () => ({}) },
  'PATCH me': { may: everyone, ask: async () => ({ body: { name: 'Me' } }) },
  'POST me/password': {
    may: [],
    knows: everyone,
    status: 422,
    ask: async () => ({ body: { current: 'no', password: 'long enough' } }),
  },
  'GET desks': { may: everyone, ask: async () => ({}) },
  'POST desks': {
    may: ['administrator'],
    knows: everyone,
    status: 201,
    ask: async () => ({ body: { name: `Desk ${Math.random()}` } }),
  },
  'GET desks/[desk]': reads(desk),
  'PATCH desks/[desk]': {
    may: ['owner'],
    ask: async (world) => {
      const { db } = await import('@/lib/data/db')
      const { version } = await db.desk.findUniqueOrThrow({ where: { id: world.desk.id } })
      return { ...(await desk(world)), body: { name: 'Our desk' }, version }
    },
  },
  'GET desks/[desk]/members': { may: [...members, 'administrator'], ask: desk },
  'PATCH desks/[desk]/members/[personId]': {
    may: ['owner', 'administrator'],
    ask: async (world) => ({ ...(await newMember(world)), body: { role: 'editor' } }),
  },
  'DELETE desks/[desk]/members/[personId]': { may: ['owner', 'administrator'], status: 204, ask: newMember },
  'GET desks/[desk]/invitations': { may: ['owner', 'administrator'], ask: desk },
  'POST desks/[desk]/invitations': {
    may: ['owner', 'administrator'],
    status: 201,
    ask: async (world) => ({ ...(await desk(world)), body: { role: 'viewer' } }),
  },
  'GET desks/[desk]/tokens': reads(desk),
  'POST desks/[desk]/tokens': {
    may: members,
    status: 201,
    ask: async (world) => ({ ...(await desk(world)), body: { name: 'Export', scope: 'read', expires: 30 } }),
  },
  'DELETE tokens/[tokenId]': {
    may: ['checker', 'owner'],
    knows: [],
    status: 204,
    ask: async (world) => ({ params: { tokenId: (await tokenOf(world, 'checker')).id } }),
  },
  'DELETE invitations/[invitationId]': {
    may: ['owner', 'administrator'],
    status: 204,
    ask: async (world) => ({ params: { invitationId: (await invitation(world)).id } }),
  },
  'POST invitations/accept': {
    may: everyone,
    nobody: 200,
    ask: async (world) => {
      // A second desk-like world, so that joining leaves the first as it is.
      const there = await makeWorld()
      const { url } = await invitation(there)
      const email = `new-${Math.random()}@desk.test`
      const person = { name: 'New', email, password: 'long enough' }
      return { body: { token: new URL(url).searchParams.get('token'), ...person }, params: { unused: world.desk.id } }
    },
  },
  'POST set-up': {
    may: [],
    knows: everyone,
    status: 410,
    nobody: 410,
    ask: async () => ({ body: { token: 'x', name: 'A', email: 'a@desk.test', password: 'long enough', desk: 'D' } }),
  },
  'GET people': { may: ['administrator'], knows: everyone, ask: async () => ({}) },
  'POST people/[personId]/end-sessions': {
    may: ['administrator'],
    knows: everyone,
    ask: async () => ({ params: { personId: (await addPerson('Nell')).id } }),
  },
  'GET desks/[desk]/tags': reads(desk),
  'POST desks/[desk]/tags': {
    may: deciders,
    status: 201,
    ask: async (world) => ({ ...(await desk(world)), body: { name: `tag ${Math.random()}` } }),
  },
  'GET desks/[desk]/tags/export/[format]': reads(async (world) => ({
    params: { desk: world.desk.slug, format: 'csv' },
  })),
  'POST desks/[desk]/tags/import': {
    may: deciders,
    ask: async (world) => ({ ...(await desk(world)), body: { text: 'name\nlater\n' } }),
  },
  'PATCH tags/[tagId]': {
    may: deciders,
    ask: async (world) => ({ ...(await tag(world)), body: { note: 'Not yet.' } }),
  },
  'DELETE tags/[tagId]': { may: deciders, status: 204, ask: (world) => tag(world) },
  'GET desks/[desk]/transcripts': reads(desk),
  'POST desks/[desk]/transcripts': {
    may: makers,
    status: 201,
    ask: async (world) => ({ ...(await desk(world)), body: { title: 'T', text: 'Some words.' } }),
  },
  'GET desks/[desk]/jobs': reads(desk),
  // A job is its asker's own.
  'GET jobs/[jobId]': { may: ['checker'], knows: [], ask: job },
  'DELETE jobs/[jobId]': { may: ['checker'], knows: [], ask: job },
  'GET transcripts/[transcriptId]': ofTranscript(),
  'PATCH transcripts/[transcriptId]': {
    may: makers,
    ask: async (world) => ({ ...(await transcript(world)), body: { outlet: 'The Quay Courier' } }),
  },
  'DELETE transcripts/[transcriptId]': { may: ['owner'], status: 204, ask: transcript },
  'POST transcripts/[transcriptId]/restore': {
    may: ['owner'],
    ask: async (world) => {
      const { params, version } = await transcript(world)
      await deleteTranscript(await by(world, 'owner'), { ...params, version })
      return { params }
    },
  },
  'GET transcripts/[transcriptId]/text': ofTranscript(),
  'GET transcripts/[transcriptId]/marks': ofTranscript(),
  'GET transcripts/[transcriptId]/original': ofTranscript(),
  'GET transcripts/[transcriptId]/revisions': ofTranscript(),
  'GET transcripts/[transcriptId]/revisions/[number]': ofTranscript({ number: '1' }),
  'GET transcripts/[transcriptId]/differences': ofTranscript(),
  'GET transcripts/[transcriptId]/comparison': ofTranscript(),
  ...correctionRows,
  'GET transcripts/[transcriptId]/repairs': ofTranscript(),
  ...repairRows,
  'GET transcripts/[transcriptId]/annotations': ofTranscript(),
  'GET transcripts/[transcriptId]/annotations/ids': ofTranscript(),
  ...bulkRows,
  'POST transcripts/[transcriptId]/annotations': {
    may: makers,
    status: 201,
    ask: async (world) => ({
      ...without(await transcript(world)),
      body: { kind: 'highlight', revision: 1, start: 0, end: 7, exact: 'Marrant' },
    }),
  },
  'GET transcripts/[transcriptId]/changes': ofTranscript(),
  'GET transcripts/[transcriptId]/export/[format]': ofTranscript({ format: 'csv' }),
  'GET annotations/[annotationId]': reads(async (world) => without(await annotation(world))),
  'PATCH annotations/[annotationId]': {
    may: ['checker'],
    ask: async (world) => ({ ...(await annotation(world)), body: { body: words } }),
  },
  'DELETE annotations/[annotationId]': { may: ['checker', 'owner'], status: 204, ask: (world) => annotation(world) },
  'POST annotations/[annotationId]/restore': {
    may: ['checker', 'owner'],
    ask: async (world) => {
      const { params, version } = await annotation(world)
      await removeAnnotation(await by(world, 'checker'), { ...params, version })
      return { params }
    },
  },
  'POST annotations/[annotationId]/resolve': {
    may: deciders,
    ask: async (world) => ({ ...(await annotation(world)), body: {} }),
  },
  'POST annotations/[annotationId]/dismiss': {
    may: deciders,
    ask: async (world) => ({ ...(await annotation(world, 'flag')), body: { reason: 'Both spellings are right.' } }),
  },
  'POST annotations/[annotationId]/replies': {
    may: members,
    status: 201,
    ask: async (world) => ({ ...without(await annotation(world)), body: { body: words } }),
  },
  'POST annotations/[annotationId]/evidence': {
    may: makers,
    status: 201,
    ask: async (world) => ({ ...without(await annotation(world, 'check')), body: row }),
  },
  'PATCH replies/[replyId]': {
    may: ['viewer'],
    ask: async (world) => ({ ...(await reply(world)), body: { body: words } }),
  },
  'DELETE replies/[replyId]': { may: ['viewer', 'owner'], status: 204, ask: reply },
  'POST replies/[replyId]/restore': {
    may: ['viewer', 'owner'],
    ask: async (world) => {
      const { params, version } = await reply(world)
      await removeReply(await by(world, 'viewer'), { ...params, version })
      return { params }
    },
  },
  'PATCH evidence/[evidenceId]': {
    may: ['checker'],
    ask: async (world) => ({ ...(await evidence(world)), body: { note: 'Seen.' } }),
  },
  'DELETE evidence/[evidenceId]': { may: ['checker', 'owner'], status: 204, ask: evidence },
  'POST evidence/[evidenceId]/restore': {
    may: ['checker', 'owner'],
    ask: async (world) => {
      const { params, version } = await evidence(world)
      await removeEvidence(await by(world, 'checker'), { ...params, version })
      return { params }
    },
  },
}
