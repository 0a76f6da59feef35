import { beforeAll, describe, expect, it } from 'vitest'
import { textToBody } from '@/lib/annotation/body-text'
import { removeAnnotation } from '@/lib/data/annotation-edits'
import { resolveAnnotation } from '@/lib/data/annotation-states'
import { db } from '@/lib/data/db'
import { addReply } from '@/lib/data/replies'
import { moveTranscript } from '@/lib/data/review'
import { describeTranscript, listTranscripts } from '@/lib/data/transcripts'
import type { TranscriptState } from '@/lib/transcript/transcript'
import { actorIn, addAnnotation, addTranscript, makeWorld, type Who, type World } from './support/world'

describe('a transcript on its way', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })

  type Step = readonly [Who, TranscriptState]
  const walk = async (steps: readonly Step[]) => {
    const { id } = await addTranscript(world)
    let last = 'draft'
    for (const [who, state] of steps) {
      const { version } = await db.transcript.findUniqueOrThrow({ where: { id } })
      const actor = await actorIn(world.people[who].sessionId)
      const input = { transcriptId: id, version, state, reason: 'Two names are still open.' }
      last = await moveTranscript(actor, input).then(
        (moved) => moved.state,
        (error) => error.problem,
      )
    }
    return { id, last }
  }

  const asked: readonly Step[] = [
    ['checker', 'checking'],
    ['editor', 'in-review'],
  ]
  const cases: readonly (readonly [string, readonly Step[], string])[] = [
    ['is started by a checker', [['checker', 'checking']], 'checking'],
    ['is not started by a viewer', [['viewer', 'checking']], 'forbidden'],
    [
      'cannot be approved before it was asked for',
      [
        ['checker', 'checking'],
        ['editor', 'approved'],
      ],
      'conflict',
    ],
    ['is approved by an editor who did not ask', [...asked, ['owner', 'approved']], 'approved'],
    ['is not approved by the editor who asked', [...asked, ['editor', 'approved']], 'forbidden'],
    ['is not approved by a checker', [...asked, ['checker', 'approved']], 'forbidden'],
    ['is sent back by another editor', [...asked, ['owner', 'checking']], 'checking'],
    ['is taken back by who asked', [...asked, ['editor', 'checking']], 'checking'],
    ['is not taken back by another checker', [...asked, ['checker', 'checking']], 'forbidden'],
    ['is reopened by an editor', [...asked, ['owner', 'approved'], ['editor', 'checking']], 'checking'],
    ['is not published by moving it', [...asked, ['owner', 'published']], 'conflict'],
  ]
  it.each(cases)('%s', async (_, steps, expected) => {
    expect((await walk(steps)).last).toBe(expected)
  })

  it('says in the list who approved it last, and whether that still stands', async () => {
    const never = await walk(asked)
    const signed = await walk([...asked, ['owner', 'checking'], ['editor', 'in-review'], ['owner', 'approved']])
    const reopened = await walk([...asked, ['owner', 'approved'], ['editor', 'checking']])
    const viewer = await actorIn(world.people.viewer.sessionId)
    const { items } = await listTranscripts(viewer, { desk: world.desk.slug })
    const approvals = [never, signed, reopened].map(({ id }) => items.find((item) => item.id === id)?.approval)
    const by = { id: world.people.owner.id, name: expect.any(String) }
    expect(approvals).toEqual([
      null,
      { by, at: expect.stringMatching(/Z$/), revision: 1, stands: true },
      { by, at: expect.stringMatching(/Z$/), revision: 1, stands: false },
    ])
  })

  it('keeps each decision with its revision and reason', async () => {
    const { id } = await walk([...asked, ['owner', 'checking'], ['editor', 'in-review'], ['owner', 'approved']])
    const decisions = await db.signOff.findMany({ where: { transcriptId: id }, orderBy: { at: 'asc' } })
    expect(decisions).toMatchObject([
      { decision: 'sent-back', revision: 1, reason: 'Two names are still open.', userId: world.people.owner.id },
      { decision: 'approved', revision: 1 },
    ])
  })

  it('moves once where two move it at the same time', async () => {
    const { id, version } = await addTranscript(world)
    const actor = await actorIn(world.people.checker.sessionId)
    const move = () => moveTranscript(actor, { transcriptId: id, version, state: 'checking' })
    const ended = await Promise.allSettled([move(), move()])
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('stays as it was approved until an editor reopens it; replies go on', async () => {
    const { id } = await addTranscript(world)
    const note = await addAnnotation(world, id)
    const as = (who: Who) => actorIn(world.people[who].sessionId)
    const move = async (who: Who, state: TranscriptState) => {
      const { version } = await db.transcript.findUniqueOrThrow({ where: { id } })
      return moveTranscript(await as(who), { transcriptId: id, version, state })
    }
    await move('checker', 'checking')
    await move('checker', 'in-review')
    await move('editor', 'approved')
    const refused = (attempt: Promise<unknown>) => expect(attempt).rejects.toMatchObject({ problem: 'conflict' })
    await refused(addAnnotation(world, id))
    await refused(resolveAnnotation(await as('editor'), { annotationId: note.id, resolved: true }))
    await refused(removeAnnotation(await as('checker'), { annotationId: note.id, version: 1 }))
    const { version } = await db.transcript.findUniqueOrThrow({ where: { id } })
    await refused(describeTranscript(await as('checker'), { transcriptId: id, version, title: 'Renamed' }))
    const said = textToBody('Printed on page 3.')
    expect((await addReply(await as('viewer'), { annotationId: note.id, body: said })).replies).toHaveLength(1)
    await move('editor', 'checking')
    expect((await resolveAnnotation(await as('editor'), { annotationId: note.id, resolved: true })).state).toBe(
      'resolved',
    )
  })
})
