import { beforeAll, describe, expect, it } from 'vitest'
import { archiveAnnotation } from '@/lib/data/annotation-states'
import { firstBrokenChange } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { attachAnnotation, detachAnnotation } from '@/lib/data/reattaching'
import { countRepairs, listRepairs } from '@/lib/data/repairs'
import { listTranscripts } from '@/lib/data/transcripts'
import { type Correcting, call, makeCorrecting } from './support/corrected'
import { actorIn } from './support/world'

describe('the repair queue', () => {
  let desk: Correcting
  beforeAll(async () => {
    desk = await makeCorrecting()
  })
  const at = call.indexOf('Donbass')
  /** A text of which words under a mark were taken out, in revision 2. */
  const cut = async () => {
    const id = await desk.start()
    const mark = await desk.mark(id, 'Donbass')
    await desk.replace(id, 'Donbass, ', '')
    return { id, mark }
  }
  const queue = (transcriptId: string, more: { cursor?: string; limit?: number } = {}) =>
    listRepairs(desk.editor, { transcriptId, limit: 10, ...more })
  const placeOf = async (id: string, words: string) => {
    const { number, text } = await desk.head(id)
    const start = text.indexOf(words)
    return { revision: number, start, end: start + words.length }
  }
  const attach = async (id: string, mark: string, words: string) =>
    attachAnnotation(desk.checker, { annotationId: mark, ...(await placeOf(id, words)), exact: words })
  const count = async (transcriptId: string) => (await countRepairs(db, [transcriptId])).get(transcriptId) ?? 0
  const all = (transcriptId: string) => db.annotation.count({ where: { transcriptId } })

  it('holds what lost its words, with where they last stood, who took them and where they may go', async () => {
    const { id, mark } = await cut()
    const { items, waiting, revision, next } = await queue(id)
    expect({ waiting, revision, next }).toEqual({ waiting: 1, revision: 2, next: null })
    expect(items[0]).toMatchObject({
      annotation: { id: mark, placed: 'lost', anchor: { exact: 'Donbass' } },
      held: { revision: 1, before: expect.stringMatching(/Marrant: $/), words: 'Donbass', after: ', then.\n' },
      now: { words: '' },
      loss: { revision: 2, cause: 'accept', by: { id: desk.editor.id }, reason: null },
      places: [{ why: 'sentence', words: 'then.' }],
    })
  })

  it('holds what stands on words that were put for others', async () => {
    const id = await desk.start()
    const mark = await desk.mark(id, 'nine points')
    await desk.replace(id, 'put nine points on', 'listed everything on')
    const { items } = await queue(id)
    expect(items.map(({ annotation, held, now }) => [annotation.id, annotation.placed, held.words, now.words])).toEqual(
      [[mark, 'doubtful', 'nine points', 'listed everything']],
    )
    const { why, start, end, words: exact } = items[0]?.places[0] ?? { why: '', start: 0, end: 0, words: '' }
    expect(why).toBe('here')
    // To say that it stands well there, it is attached to just that.
    const told = await attachAnnotation(desk.editor, { annotationId: mark, revision: 2, start, end, exact })
    expect(told).toMatchObject({ placed: 'moved', start, end })
    expect(await count(id)).toBe(0)
  })

  it('goes back to where words last stood surely, over revisions that found them lost already', async () => {
    const { id } = await cut()
    await desk.replace(id, 'Marrant: then', 'Valkov: so')
    const { items } = await queue(id)
    expect(items[0]).toMatchObject({ held: { revision: 1, words: 'Donbass' }, loss: { revision: 2 } })
  })

  it('leaves out what was decided about or deleted, and comes in pages in the order of the text', async () => {
    const id = await desk.start()
    const words = ['nine', 'leaders', 'discuss', 'Donbass', 'then']
    const marks: string[] = []
    for (const one of words) marks.push(await desk.mark(id, one))
    for (const one of words) await desk.replace(id, one, '')
    const [gone, put, ...left] = marks as [string, string, ...string[]]
    await db.annotation.update({ where: { id: gone }, data: { deletedAt: new Date() } })
    await archiveAnnotation(desk.editor, { annotationId: put, archived: true })
    const first = await queue(id, { limit: 2 })
    const second = await queue(id, { limit: 2, cursor: first.next ?? '' })
    expect([...first.items, ...second.items].map(({ annotation }) => annotation.id)).toEqual(left)
    expect([first.waiting, second.next, await count(id)]).toEqual([3, null, 3])
    const other = await desk.start()
    const { items } = await listTranscripts(desk.editor, { desk: desk.world.desk.id })
    expect([id, other].map((one) => items.find((item) => item.id === one)?.toRepair)).toEqual([3, 0])
  })

  it('attaches to words, records it and can take it back', async () => {
    const { id, mark } = await cut()
    const before = await all(id)
    const { version } = (await queue(id)).items[0]?.annotation ?? { version: 0 }
    expect(await attach(id, mark, 'nine points')).toMatchObject({ placed: 'moved', start: 16, version: version + 1 })
    expect([await count(id), (await desk.standing(id))[mark]]).toEqual([0, '16 “nine points” moved open'])
    expect(await detachAnnotation(desk.checker, { annotationId: mark })).toMatchObject({
      placed: 'lost',
      start: at,
      end: at,
    })
    expect([await count(id), await all(id), await firstBrokenChange(id)]).toEqual([1, before, null])
    const records = await db.change.findMany({ where: { scopeId: id, subjectId: mark }, orderBy: { number: 'asc' } })
    expect(records.slice(1).map(({ action }) => action)).toEqual(['annotation.attach', 'annotation.detach'])
    await expect(detachAnnotation(desk.checker, { annotationId: mark })).rejects.toMatchObject({ problem: 'conflict' })
  })

  it('is exact again on its own words', async () => {
    const id = await desk.start('Donbass it was, and Donbass it is.')
    const mark = await desk.mark(id, 'Donbass')
    await desk.replace(id, 'Donbass it was, and ', '')
    expect((await queue(id)).items[0]?.places[0]).toMatchObject({ why: 'same', start: 0, alike: 1 })
    expect(await attach(id, mark, 'Donbass')).toMatchObject({ placed: 'exact' })
  })

  it('shows at each revision where it stood then, whatever was done since', async () => {
    const { id, mark } = await cut()
    await desk.replace(id, 'Valkov', 'The one called Valkov')
    await attach(id, mark, 'nine points')
    await desk.replace(id, 'one page', 'a single page')
    const then = async (revision: number) => (await desk.marksOf(id, '', revision))[mark]
    expect(await then(1)).toBe(`${at} “” exact open`)
    expect(await then(2)).toBe(`${at} “” lost open`)
    expect(await then(3)).toBe('16 “” moved open')
    expect(await then(4)).toBe('16 “” moved open')
    // Read at the end of each revision's time: there it stood on the words that a person chose.
    await detachAnnotation(desk.editor, { annotationId: mark })
    expect(await then(3)).toBe(`${at + 'The one called '.length} “” lost open`)
  })

  it('stays where a person put it when the revision that took its words is undone', async () => {
    const { id, mark } = await cut()
    await attach(id, mark, 'nine points')
    await desk.correct(id, { action: 'undo', revision: 2 })
    expect((await desk.head(id)).text).toBe(call)
    expect((await desk.standing(id))[mark]).toBe('16 “nine points” moved open')
  })

  it('goes back to its words with an undo where nobody attached it, or that was taken back', async () => {
    const { id, mark } = await cut()
    await attach(id, mark, 'nine points')
    await detachAnnotation(desk.checker, { annotationId: mark })
    await desk.correct(id, { action: 'undo', revision: 2 })
    expect((await desk.standing(id))[mark]).toBe(`${at} “Donbass” exact open`)
    expect(await count(id)).toBe(0)
    await expect(attach(id, mark, 'nine points')).rejects.toMatchObject({
      ...{ problem: 'conflict', message: 'It stands on its words already: they are in the text.' },
    })
  })

  it('is attached to words that were moved along since they were seen, and not to words that were corrected', async () => {
    const { id, mark } = await cut()
    const seen = await placeOf(id, 'one page')
    await desk.replace(id, 'nine', 'twenty-eight')
    const other = await desk.mark(id, 'leaders')
    await desk.replace(id, 'leaders ', '')
    const exact = 'one page'
    expect(await attachAnnotation(desk.checker, { annotationId: mark, ...seen, exact })).toMatchObject({
      start: seen.start + 'twenty-eight'.length - 'nine'.length,
    })
    const stale = await placeOf(id, 'one page')
    await desk.replace(id, 'one page', 'a page')
    const problem = await attachAnnotation(desk.checker, { annotationId: other, ...stale, exact }).catch(
      (error) => error,
    )
    expect(problem).toMatchObject({ problem: 'conflict', extras: { current: { exact: 'a page' } } })
    expect(problem.message).toContain('“a page”')
    expect((await desk.standing(id))[other]).toMatch(/lost open$/)
  })

  it.each([
    ['other words than were seen', { start: 16, end: 20, exact: 'zero' }, 'conflict'],
    ['no words', { start: 16, end: 16 }, 'invalid'],
    ['words beyond the text', { start: 0, end: 9_999 }, 'invalid'],
    ['a revision that is not there', { start: 16, end: 20, revision: 9 }, 'invalid'],
  ] as const)('is not attached to %s', async (_, place, problem) => {
    const { id, mark } = await cut()
    await expect(attachAnnotation(desk.editor, { annotationId: mark, revision: 2, ...place })).rejects.toMatchObject({
      problem,
    })
    expect((await desk.standing(id))[mark]).toMatch(/lost open$/)
  })

  it('of two people at once the first attaches, and the other is told where it stands', async () => {
    const { id, mark } = await cut()
    const places = [await placeOf(id, 'nine points'), await placeOf(id, 'one page')]
    const actors = [desk.checker, desk.editor]
    const both = await Promise.allSettled(
      places.map((place, one) => attachAnnotation(actors[one] ?? desk.editor, { annotationId: mark, ...place })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ problem: 'conflict', extras: { current: { id: mark, placed: 'moved' } } })
    expect(await db.reattachment.count({ where: { annotationId: mark } })).toBe(1)
  })

  it('is not accepted by who last saw it before a later revision in which it was attached elsewhere', async () => {
    const id = await desk.start()
    const proposal = await desk.propose(id, 'nine points', 'ten points')
    await desk.replace(id, 'put nine points on', 'listed everything on')
    const { revision } = await queue(id)
    await desk.replace(id, 'leaders', 'heads')
    await attach(id, proposal, 'Donbass')
    const before = await desk.head(id)
    await expect(desk.accept(id, [proposal], revision)).rejects.toMatchObject({
      ...{ problem: 'conflict', extras: { current: { ids: [proposal], words: 'Donbass' } } },
    })
    expect(await desk.head(id)).toEqual(before)
  })

  it('is not taken back once the words it was attached to were corrected', async () => {
    const { id, mark } = await cut()
    await attach(id, mark, 'nine points')
    await desk.replace(id, 'nine', 'ten')
    await expect(detachAnnotation(desk.checker, { annotationId: mark })).rejects.toMatchObject({ problem: 'conflict' })
    expect((await desk.standing(id))[mark]).toBe('16 “ten points” moved open')
  })

  it.each(['open', 'resolved'] as const)(
    'archives what was %s, with a reason, and brings it back so',
    async (state) => {
      const { id, mark } = await cut()
      await db.annotation.update({ where: { id: mark }, data: { state } })
      const reason = 'The passage was taken out.'
      expect(await archiveAnnotation(desk.checker, { annotationId: mark, archived: true, reason })).toMatchObject({
        state: 'archived',
      })
      expect([await count(id), (await db.annotation.findUniqueOrThrow({ where: { id: mark } })).dismissedFor]).toEqual([
        0,
        reason,
      ])
      await expect(attach(id, mark, 'nine')).rejects.toMatchObject({ problem: 'conflict' })
      expect((await archiveAnnotation(desk.checker, { annotationId: mark, archived: false })).state).toBe(state)
      expect(await count(id)).toBe(1)
    },
  )

  it('is for whoever may repair: not others’ for a checker, nothing on an approved text, nothing of another desk', async () => {
    const { id, mark } = await cut()
    const place = { annotationId: mark, ...(await placeOf(id, 'nine')) }
    await db.annotation.update({ where: { id: mark }, data: { authorId: desk.editor.id } })
    await expect(attachAnnotation(desk.checker, place)).rejects.toMatchObject({ problem: 'forbidden' })
    await db.transcript.update({ where: { id }, data: { state: 'approved' } })
    await expect(attachAnnotation(desk.editor, place)).rejects.toMatchObject({ problem: 'conflict' })
    const stranger = await actorIn(desk.world.people.outsider.sessionId)
    await expect(attachAnnotation(stranger, place)).rejects.toMatchObject({ problem: 'not-found' })
    await expect(listRepairs(stranger, { transcriptId: id, limit: 10 })).rejects.toMatchObject({ problem: 'not-found' })
  })

  it('is read by its own index', async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw<Record<string, string>[]>`EXPLAIN SELECT a.transcript_id, count(*) FROM annotation a
        WHERE a.transcript_id = ANY (ARRAY[gen_random_uuid()]) AND a.placed IN ('doubtful', 'lost')
        AND a.deleted_at IS NULL AND a.state IN ('open', 'resolved') GROUP BY 1`
    })
    expect(JSON.stringify(plan)).toContain('annotation_to_repair')
  })
})
