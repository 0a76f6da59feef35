import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BulkStep } from '@/lib/annotation/bulk'
import { changeAnnotations } from '@/lib/data/annotation-bulk'
import { undoChange } from '@/lib/data/annotation-bulk-undo'
import { editAnnotation, removeAnnotation } from '@/lib/data/annotation-edits'
import { dismissAnnotation, resolveAnnotation } from '@/lib/data/annotation-states'
import { listChanges } from '@/lib/data/change-list'
import { firstBrokenChange } from '@/lib/data/changes'
import { db, pool } from '@/lib/data/db'
import { readSummary } from '@/lib/data/transcripts'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { actorIn, addAnnotation, addTranscript, makeWorld, type Who, type World } from './support/world'

const refusal = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.problem : String(error)),
  )

/** What can be seen of every annotation of a transcript, versions and times apart. */
const seen = async (transcriptId: string) => {
  const rows = await db.annotation.findMany({ where: { transcriptId }, orderBy: { id: 'asc' } })
  return rows.map(({ id, state, tags, dismissedFor, deletedAt }) => ({
    ...{ id, state, tags, dismissedFor },
    deleted: deletedAt !== null,
  }))
}

/** As many highlights by one person, in one statement. */
const addMany = async (transcriptId: string, authorId: string, count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => newId())
  await pool.query(
    `INSERT INTO annotation (id, transcript_id, kind, author_id, revision, anchor_start, anchor_end, exact, prefix, suffix, start, "end", tags)
     SELECT id, $1, 'highlight', $2, 1, 0, 7, 'Marrant', '', '', 0, 7, ARRAY['a', 'b', 'c'] FROM unnest($3::uuid[]) AS id`,
    [transcriptId, authorId, ids],
  )
  return ids
}

describe('many annotations at once', () => {
  let world: World
  let actors: Record<Who, Actor>
  beforeAll(async () => {
    world = await makeWorld()
    const made = Object.entries(world.people).map(async ([who, { sessionId }]) => [who, await actorIn(sessionId)])
    actors = Object.fromEntries(await Promise.all(made))
  })

  /** Two of the checker's, one of them a dismissed flag; one of the editor's; all with tags in an order of their own. */
  const scene = async () => {
    const { id: transcriptId } = await addTranscript(world)
    const note = await addAnnotation(world, transcriptId, 'note')
    const flag = await addAnnotation(world, transcriptId, 'flag')
    const own = await addAnnotation(world, transcriptId, 'note', 'editor')
    await dismissAnnotation(actors.editor, { annotationId: flag.id, reason: 'Both are right.' })
    await editAnnotation(actors.checker, { annotationId: note.id, version: 1, tags: ['z', 'later', 'a'] })
    return { transcriptId, note: note.id, flag: flag.id, own: own.id, ids: [note.id, flag.id, own.id] }
  }

  const steps: readonly BulkStep[] = [
    { verb: 'resolve' },
    { verb: 'reopen' },
    { verb: 'tag', tag: 'new' },
    { verb: 'untag', tag: 'later' },
    { verb: 'retag', tag: 'later', to: 'sooner' },
    { verb: 'retag', tag: 'later', to: 'a' },
    { verb: 'dismiss', reason: 'No fault.' },
    { verb: 'delete' },
  ]
  it.each(steps)('%j is one change, and taken back leaves everything as it was', async (step) => {
    const { transcriptId, ids, flag } = await scene()
    if (step.verb === 'dismiss') await dismissAnnotation(actors.editor, { annotationId: flag, reason: null })
    const before = await seen(transcriptId)
    const number = (await db.scope.findUniqueOrThrow({ where: { id: transcriptId } })).number
    const result = await changeAnnotations(actors.owner, { transcriptId, ids, ...step })
    expect(result.change).toBe(number + 1)
    expect(result.done).toBeGreaterThan(0)
    expect(await seen(transcriptId)).not.toEqual(before)
    const back = await undoChange(actors.owner, { transcriptId, change: result.change ?? 0 })
    expect(back).toEqual({ change: number + 2, done: result.done, left: {} })
    expect(await seen(transcriptId)).toEqual(before)
    expect(await firstBrokenChange(transcriptId)).toBeNull()
    const again = await undoChange(actors.owner, { transcriptId, change: result.change ?? 0 })
    expect(again).toMatchObject({ change: null, done: 0 })
    expect(await refusal(undoChange(actors.owner, { transcriptId, change: back.change ?? 0 }))).toBe('not-found')
    expect(await seen(transcriptId)).toEqual(before)
  })

  it('change what they may, and tell what was left and why', async () => {
    const { transcriptId, note, flag, own, ids } = await scene()
    const gone = newId()
    const elsewhere = (await scene()).note
    const asked = [...ids, gone, elsewhere, note]
    const tag = await changeAnnotations(actors.checker, { transcriptId, ids: asked, verb: 'tag', tag: 'later' })
    expect(tag).toMatchObject({ done: 1, left: { same: [note], 'not-yours': [own], gone: [gone, elsewhere] } })
    const resolve = await changeAnnotations(actors.editor, { transcriptId, ids, verb: 'resolve' })
    expect(resolve).toMatchObject({ done: 2, left: { unfit: [flag] } })
    const remove = await changeAnnotations(actors.checker, { transcriptId, ids, verb: 'delete' })
    expect(remove).toMatchObject({ done: 2, left: { 'not-yours': [own] } })
    expect((await changeAnnotations(actors.owner, { transcriptId, ids: [note], verb: 'delete' })).left.gone).toEqual([
      note,
    ])
    const { counts } = await readSummary(actors.editor, { transcriptId })
    expect(counts).toEqual({ note: { resolved: 1 } })
    expect((await db.annotation.findUniqueOrThrow({ where: { id: elsewhere } })).tags).toEqual(['z', 'later', 'a'])
  })

  it('taken back, leave what others changed since, and tell it', async () => {
    const { transcriptId, note, own, ids } = await scene()
    const { change } = await changeAnnotations(actors.editor, { transcriptId, ids, verb: 'tag', tag: 'new' })
    await editAnnotation(actors.checker, { annotationId: note, version: 3, tags: ['mine'] })
    const { version } = await db.annotation.findUniqueOrThrow({ where: { id: own } })
    await removeAnnotation(actors.owner, { annotationId: own, version })
    const back = await undoChange(actors.editor, { transcriptId, change: change ?? 0 })
    expect(back).toMatchObject({ done: 1, left: { changed: [note], gone: [own] } })
    expect((await db.annotation.findUniqueOrThrow({ where: { id: note } })).tags).toEqual(['mine'])
  })

  it('are refused as a whole to those who may do it to none, and in what is approved', async () => {
    const { transcriptId, ids } = await scene()
    const ask = (who: Who, step: BulkStep) => refusal(changeAnnotations(actors[who], { transcriptId, ids, ...step }))
    expect(await ask('viewer', { verb: 'tag', tag: 'x' })).toBe('forbidden')
    expect(await ask('checker', { verb: 'resolve' })).toBe('forbidden')
    expect(await ask('outsider', { verb: 'resolve' })).toBe('not-found')
    const { change } = await changeAnnotations(actors.editor, { transcriptId, ids, verb: 'resolve' })
    const undo = (who: Who) => refusal(undoChange(actors[who], { transcriptId, change: change ?? 0 }))
    expect(await undo('owner')).toBe('not-found')
    await db.transcript.update({ where: { id: transcriptId }, data: { state: 'approved' } })
    expect(await ask('owner', { verb: 'reopen' })).toBe('conflict')
    expect(await undo('editor')).toBe('conflict')
    expect(await refusal(undoChange(actors.editor, { transcriptId, change: 1 }))).toBe('not-found')
  })

  it('and single edits at the same time both count, whichever comes first', async () => {
    const { transcriptId, note, ids } = await scene()
    const single = resolveAnnotation(actors.editor, { annotationId: note, resolved: true })
    const many = changeAnnotations(actors.owner, { transcriptId, ids, verb: 'tag', tag: 'new' })
    await Promise.all([single, many])
    const row = await db.annotation.findUniqueOrThrow({ where: { id: note } })
    expect(row).toMatchObject({ state: 'resolved', version: 4, tags: ['z', 'later', 'a', 'new'] })
  })

  it('are twenty thousand in one change, and back again', async () => {
    const { id: transcriptId } = await addTranscript(world)
    const ids = await addMany(transcriptId, actors.checker.id, 20_000)
    const counts = async () => (await readSummary(actors.editor, { transcriptId })).counts
    const { change, done } = await changeAnnotations(actors.editor, { transcriptId, ids, verb: 'resolve' })
    expect(done).toBe(20_000)
    expect(await counts()).toEqual({ highlight: { resolved: 20_000 } })
    expect((await undoChange(actors.editor, { transcriptId, change: change ?? 0 })).done).toBe(20_000)
    expect(await counts()).toEqual({ highlight: { open: 20_000 } })
    const { items } = await listChanges(actors.editor, { transcriptId, after: 0, limit: 100 })
    expect(items.map(({ action }) => action)).toEqual(['transcript.import', 'annotations.resolve', 'annotations.undo'])
    expect(await firstBrokenChange(transcriptId)).toBeNull()
  })
})
