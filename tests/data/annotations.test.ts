import { beforeAll, describe, expect, it } from 'vitest'
import { EditInput, editAnnotation, removeAnnotation, restoreAnnotation } from '@/lib/data/annotation-edits'
import { dismissAnnotation, resolveAnnotation } from '@/lib/data/annotation-states'
import {
  AnnotationsInput,
  CreateInput,
  createAnnotation,
  listAnnotations,
  readAnnotation,
} from '@/lib/data/annotations'
import { db } from '@/lib/data/db'
import { addEvidence, editEvidence, removeEvidence, restoreEvidence } from '@/lib/data/evidence'
import { readMarks } from '@/lib/data/marks'
import { addReply, editReply, NewReply, removeReply, restoreReply } from '@/lib/data/replies'
import { readSummary } from '@/lib/data/transcripts'
import type { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { actorIn, addAnnotation, addTranscript, makeWorld, sampleText, type World } from './support/world'

const said = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})

/** The problem and state that a refused use case throws. */
const refusal = async (attempt: Promise<unknown>) => {
  const error = (await attempt.then(
    () => null,
    (thrown: AppError) => thrown,
  )) as AppError | null
  return { problem: error?.problem, current: error?.extras.current }
}

describe('annotations', () => {
  let world: World
  let checker: Actor
  let editor: Actor
  beforeAll(async () => {
    world = await makeWorld()
    checker = await actorIn(world.people.checker.sessionId)
    editor = await actorIn(world.people.editor.sessionId)
  })
  const create = (transcriptId: string, given: object) =>
    createAnnotation(checker, CreateInput.parse({ transcriptId, revision: 1, ...given }))

  it.each([
    ['the first word, at offset 0', 0, 7, 'Marrant'],
    ['the whole text', 0, sampleText.length, sampleText],
    [
      'a range widened to the whole family of an emoji',
      sampleText.indexOf('👩') + 2,
      sampleText.indexOf('👩') + 4,
      '👩‍👩‍👧',
    ],
  ])('hold %s with its words', async (_, start, end, exact) => {
    const { id } = await addTranscript(world)
    const made = await create(id, { kind: 'highlight', start, end })
    expect(made.anchor.exact).toBe(exact)
    expect(sampleText.slice(made.start, made.end)).toBe(exact)
  })

  it.each([
    ['beyond the text', { start: 0, end: 10_000 }, 'invalid'],
    ['on other words than were sent', { start: 0, end: 7, exact: 'Valkov:' }, 'conflict'],
    ['on a revision that is not there', { start: 0, end: 7, revision: 2 }, 'invalid'],
  ])('are refused %s, and nothing is stored', async (_, place, problem) => {
    const { id } = await addTranscript(world)
    expect((await refusal(create(id, { kind: 'highlight', ...place }))).problem).toBe(problem)
    expect(await db.annotation.count({ where: { transcriptId: id } })).toBe(0)
    expect((await db.scope.findUniqueOrThrow({ where: { id } })).number).toBe(1)
  })

  it('of every kind come back whole', async () => {
    const { id } = await addTranscript(world)
    const evidence = {
      source: { title: 'Minutes', url: 'https://port.example/minutes' },
      quote: 'nine',
      stance: 'supports',
      note: 'p. 2',
    }
    const given = [
      { kind: 'highlight', tags: ['lede'] },
      { kind: 'note', body: said('Ask the clerk.') },
      { kind: 'check', check: { claim: 'Nine points.', verdict: 'true', evidence: [evidence] } },
      { kind: 'flag', flag: { sort: 'name', expected: ['Marant'], reason: 'Spelled two ways.' } },
      { kind: 'correction', correction: { to: 'Marant' } },
    ]
    for (const one of given) await create(id, { start: 0, end: 7, ...one })
    const { items } = await listAnnotations(checker, AnnotationsInput.parse({ transcriptId: id }))
    expect(items.map((item) => item.kind)).toEqual(['highlight', 'note', 'check', 'flag', 'correction'])
    const [highlight, note, check, flag, correction] = items
    expect(highlight).toMatchObject({
      tags: ['lede'],
      author: { name: 'Chandra', kind: 'person' },
      placed: 'exact',
      version: 1,
    })
    expect(note?.body).toEqual(said('Ask the clerk.'))
    expect(check?.check).toMatchObject({ claim: 'Nine points.', verdict: 'true', evidence: [evidence] })
    expect(flag?.flag).toMatchObject({
      found: 'Marrant',
      expected: ['Marant'],
      reason: 'Spelled two ways.',
      detector: null,
    })
    expect(correction?.correction).toEqual({ from: 'Marrant', to: 'Marant' })
  })

  it('keep what an edit leaves out, and refuse an edit from an old version with the present one', async () => {
    const { id } = await addTranscript(world)
    const made = await create(id, {
      kind: 'check',
      start: 0,
      end: 7,
      check: { claim: 'Nine points.', verdict: 'true' },
    })
    const edited = await editAnnotation(checker, {
      annotationId: made.id,
      version: 1,
      check: { claim: 'Nine points, once.' },
    })
    expect(edited.check).toMatchObject({ claim: 'Nine points, once.', verdict: 'true' })
    const old = await refusal(
      editAnnotation(checker, { annotationId: made.id, version: 1, check: { verdict: 'false' } }),
    )
    expect(old).toMatchObject({ problem: 'conflict', current: { version: 2, check: { claim: 'Nine points, once.' } } })
    expect((await readAnnotation(checker, { annotationId: made.id })).check?.verdict).toBe('true')
  })

  it('let an editor change the tags of another, and not the words', async () => {
    const { id } = await addTranscript(world)
    const { id: annotationId } = await addAnnotation(world, id)
    expect((await editAnnotation(editor, { annotationId, version: 1, tags: ['desk'] })).tags).toEqual(['desk'])
    const words = await refusal(editAnnotation(editor, { annotationId, version: 2, body: said('Mine now.') }))
    expect(words.problem).toBe('forbidden')
  })

  it('are deleted and come back with their thread', async () => {
    const { id } = await addTranscript(world)
    const { id: annotationId } = await addAnnotation(world, id)
    await addReply(editor, { annotationId, body: said('Confirmed by phone.') })
    await removeAnnotation(checker, { annotationId, version: 1 })
    expect((await refusal(readAnnotation(checker, { annotationId }))).problem).toBe('gone')
    expect((await readMarks(checker, { transcriptId: id })).marks).toEqual([])
    const back = await restoreAnnotation(checker, { annotationId })
    expect(back.replies.map((reply) => reply.body)).toEqual([said('Confirmed by phone.')])
  })

  it('are resolved and opened again; a flag is dismissed with a reason', async () => {
    const { id } = await addTranscript(world)
    const note = await addAnnotation(world, id)
    const flag = await addAnnotation(world, id, 'flag')
    expect((await resolveAnnotation(editor, { annotationId: note.id, resolved: true })).state).toBe('resolved')
    expect((await resolveAnnotation(editor, { annotationId: note.id, resolved: false })).state).toBe('open')
    const dismissed = await dismissAnnotation(editor, { annotationId: flag.id, reason: 'Two people.' })
    expect(dismissed).toMatchObject({ state: 'dismissed', flag: { dismissedFor: 'Two people.' } })
    expect((await refusal(dismissAnnotation(editor, { annotationId: note.id, reason: 'x' }))).problem).toBe('invalid')
    expect((await dismissAnnotation(editor, { annotationId: flag.id, reason: null })).state).toBe('open')
  })

  it('are not opened again by taking back a dismissal there is not', async () => {
    const { id } = await addTranscript(world)
    const { id: annotationId } = await addAnnotation(world, id, 'flag')
    await resolveAnnotation(editor, { annotationId, resolved: true })
    expect(await dismissAnnotation(editor, { annotationId, reason: null })).toMatchObject({
      state: 'resolved',
      version: 2,
    })
  })

  it.each(['resolved', 'accepted', 'archived'] as const)(
    'are not dismissed once they are %s: opened again, they would be so by a way round',
    async (state) => {
      const { id } = await addTranscript(world)
      const { id: annotationId } = await addAnnotation(world, id, 'flag')
      await db.annotation.update({ where: { id: annotationId }, data: { state } })
      expect((await refusal(dismissAnnotation(editor, { annotationId, reason: 'No fault.' }))).problem).toBe('conflict')
      expect((await readAnnotation(editor, { annotationId })).state).toBe(state)
    },
  )

  it('and their replies are refused where they hold no words, and stay as they are', async () => {
    const { id } = await addTranscript(world)
    const { id: annotationId } = await addAnnotation(world, id)
    const place = { transcriptId: id, kind: 'note', revision: 1, start: 0, end: 7 }
    expect(CreateInput.safeParse({ ...place, body: said(' ') }).success).toBe(false)
    expect(NewReply.safeParse({ annotationId, body: said('\u200b') }).success).toBe(false)
    const edit = editAnnotation(checker, EditInput.parse({ annotationId, version: 1, body: said('\n') }))
    expect((await refusal(edit)).problem).toBe('invalid')
    expect((await readAnnotation(checker, { annotationId })).body).toEqual(said('Hm.'))
  })

  it('carry replies and evidence that are edited, deleted and restored', async () => {
    const { id } = await addTranscript(world)
    const { id: annotationId } = await addAnnotation(world, id, 'check')
    const { replies } = await addReply(checker, { annotationId, body: said('One.') })
    const replyId = replies[0]?.id ?? ''
    await editReply(checker, { replyId, version: 1, body: said('Two.') })
    expect((await refusal(editReply(checker, { replyId, version: 1, body: said('Three.') }))).problem).toBe('conflict')
    await removeReply(checker, { replyId, version: 2 })
    expect((await readAnnotation(checker, { annotationId })).replies).toEqual([])
    expect((await restoreReply(checker, { replyId })).replies[0]?.body).toEqual(said('Two.'))
    const row = { source: { title: 'Minutes' }, quote: 'nine', stance: 'supports' as const, note: '' }
    const { check } = await addEvidence(checker, { annotationId, ...row })
    const evidenceId = check?.evidence[0]?.id ?? ''
    const noted = await editEvidence(checker, { evidenceId, version: 1, note: 'p. 3' })
    expect(noted.check?.evidence[0]).toMatchObject({ quote: 'nine', note: 'p. 3', source: { title: 'Minutes' } })
    const url = 'https://port.example/minutes'
    await editEvidence(checker, { evidenceId, version: 2, source: { title: 'Minutes', url } })
    const renamed = await editEvidence(checker, { evidenceId, version: 3, source: { title: 'The minutes' } })
    expect(renamed.check?.evidence[0]?.source).toEqual({ id: null, title: 'The minutes', url })
    await removeEvidence(checker, { evidenceId, version: 4 })
    expect((await readAnnotation(checker, { annotationId })).check?.evidence).toEqual([])
    expect((await restoreEvidence(checker, { evidenceId })).check?.evidence).toHaveLength(1)
  })

  it('are found by kind, state, author, tag and words, a page at a time in document order', async () => {
    const { id } = await addTranscript(world)
    await addAnnotation(world, id, 'note', 'editor')
    for (let start = 0; start < 7; start++)
      await create(id, { kind: 'highlight', start: 6 - start, end: 7, tags: start % 2 ? ['odd'] : [] })
    const list = (query: object) => listAnnotations(checker, AnnotationsInput.parse({ transcriptId: id, ...query }))
    const pages: string[][] = []
    for (let cursor: string | undefined; pages.length < 10; ) {
      const page = await list({ limit: '3', cursor })
      pages.push(page.items.map((item) => `${item.start}-${item.end}`))
      if (page.next === null) break
      cursor = page.next
    }
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2])
    expect(pages.flat()).toEqual(['0-7', '0-7', '1-7', '2-7', '3-7', '4-7', '5-7', '6-7'])
    expect((await list({ kind: 'note' })).items).toHaveLength(1)
    expect((await list({ author: editor.id })).items).toHaveLength(1)
    expect((await list({ tag: 'odd' })).items).toHaveLength(3)
    expect((await list({ state: 'resolved,dismissed' })).items).toEqual([])
    const ids = (await list({})).items.map((item) => item.id)
    expect((await list({ ids: Array(60).fill(ids).flat().join(',') })).items).toHaveLength(8)
    expect((await list({ q: 'HM' })).items).toHaveLength(1)
    expect((await list({ q: 'rrant' })).items).toHaveLength(4)
    expect((await list({ q: '%' })).items).toEqual([])
  })

  it.each([[1.5, 1], [1e300, 1], [1, 2 ** 31], [-1, 1], ['0', 1], []])(
    'are not listed from a cursor that holds no place (%j, %j)',
    async (...place) => {
      const { id } = await addTranscript(world)
      const cursor = Buffer.from(JSON.stringify([...place, id])).toString('base64url')
      const list = listAnnotations(checker, AnnotationsInput.parse({ transcriptId: id, cursor }))
      expect((await refusal(list)).problem).toBe('invalid')
    },
  )

  it('are counted by kind and state as they come, change and go', async () => {
    const { id } = await addTranscript(world)
    const counts = async () => (await readSummary(checker, { transcriptId: id })).counts
    const note = await addAnnotation(world, id)
    await addAnnotation(world, id, 'flag')
    await resolveAnnotation(editor, { annotationId: note.id, resolved: true })
    expect(await counts()).toEqual({ note: { resolved: 1 }, flag: { open: 1 } })
    await removeAnnotation(checker, { annotationId: note.id, version: 2 })
    expect(await counts()).toEqual({ flag: { open: 1 } })
  })

  it('keep their first anchor whatever is done to the row', async () => {
    const { id } = await addTranscript(world)
    const { id: annotationId } = await addAnnotation(world, id)
    const move = db.annotation.update({ where: { id: annotationId }, data: { anchorStart: 3 } })
    await expect(move).rejects.toThrow(/written once/)
  })
})
