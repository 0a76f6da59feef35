import { beforeAll, describe, expect, it } from 'vitest'
import { listChanges } from '@/lib/data/change-list'
import { firstBrokenChange } from '@/lib/data/changes'
import { correctTranscript } from '@/lib/data/corrections'
import { db } from '@/lib/data/db'
import { readRevision } from '@/lib/data/revisions'
import { type Correcting, call, makeCorrecting } from './support/corrected'

describe('accepting a correction', () => {
  let desk: Correcting
  beforeAll(async () => {
    desk = await makeCorrecting()
  })
  const words = async (id: string) => (await desk.head(id)).text

  it('makes the next revision, moves what stands behind it and keeps the first text', async () => {
    const id = await desk.start()
    const before = await desk.mark(id, 'Marrant')
    const over = await desk.mark(id, 'nine points')
    const behind = await desk.mark(id, 'Valkov')
    const proposal = await desk.propose(id, 'nine', 'twenty-eight')
    const corrected = await desk.correct(id, {
      ...{ action: 'accept', ids: [proposal], revision: 1, reason: 'As in the minutes.' },
    })
    expect(corrected).toMatchObject({ revision: 2, cause: 'accept', accepted: [proposal], reopened: [] })
    expect(await desk.standing(id)).toEqual({
      [before]: '0 “Marrant” exact open',
      [over]: '16 “twenty-eight points” moved open',
      [proposal]: '16 “twenty-eight” moved accepted',
      [behind]: '50 “Valkov” exact open',
    })
    expect(await words(id)).toBe(call.replace('nine', 'twenty-eight'))
    expect((await desk.head(id)).turns.map(({ speaker }) => speaker)).toEqual(['Marrant', 'Valkov', 'Marrant'])
    const first = await readRevision(desk.editor, { transcriptId: id, number: 1 })
    expect(first.text).toBe(call)
    const { items } = await listChanges(desk.editor, { transcriptId: id, after: 0, limit: 100 })
    const { change, ...told } = corrected
    expect(items.at(-1)).toMatchObject({ number: change, action: 'transcript.correct', payload: told })
    expect(await firstBrokenChange(id)).toBeNull()
  })

  it('makes one revision of several', async () => {
    const id = await desk.start()
    const ids = [await desk.propose(id, 'nine', 'eight'), await desk.propose(id, 'Donbass', 'Donetsk')]
    expect(await desk.accept(id, ids)).toMatchObject({ revision: 2, accepted: ids })
    expect(await words(id)).toBe(call.replace('nine', 'eight').replace('Donbass', 'Donetsk'))
  })

  it('keeps what was taken out as lost, with its words, and counts no annotation less', async () => {
    const id = await desk.start()
    const lost = await desk.mark(id, 'Donbass')
    const proposal = await desk.propose(id, 'Donbass, ', '')
    await desk.accept(id, [proposal])
    const at = call.indexOf('Donbass')
    expect(await desk.standing(id)).toEqual({
      [lost]: `${at} “” lost open`,
      // What was accepted is nothing to be repaired.
      [proposal]: `${at} “” moved accepted`,
    })
    expect((await db.annotation.findUniqueOrThrow({ where: { id: lost } })).exact).toBe('Donbass')
  })

  it('puts the words of an alternative in the place of the other, which stays open', async () => {
    const id = await desk.start()
    const other = await desk.propose(id, 'nine points', 'eight points')
    await desk.accept(id, [await desk.propose(id, 'put nine points on', 'set ten points down on')])
    expect((await desk.standing(id))[other]).toMatch(/open$/)
  })

  it.each([
    ['of which two are about the same words', ['nine points', 'points on'], 'invalid', /choose one/],
    ['that is there no more', ['Valkov'], 'conflict', /has been accepted/],
  ] as const)('refuses proposals %s, and changes nothing', async (_, passages, problem, message) => {
    const id = await desk.start()
    const ids: string[] = []
    for (const passage of passages) ids.push(await desk.propose(id, passage, 'Walkow'))
    if (problem === 'conflict') await desk.accept(id, ids)
    const head = await desk.head(id)
    await expect(desk.accept(id, ids)).rejects.toMatchObject({ problem, message: expect.stringMatching(message) })
    expect((await desk.head(id)).number).toBe(head.number)
  })

  it('refuses what is no correction, and what belongs to another text', async () => {
    const [id, other] = [await desk.start(), await desk.start()]
    await expect(desk.accept(id, [await desk.mark(id, 'nine')])).rejects.toMatchObject({ problem: 'invalid' })
    const foreign = await desk.propose(other, 'nine', 'ten')
    await expect(desk.accept(id, [foreign])).rejects.toMatchObject({ problem: 'not-found' })
  })

  it('goes through on an old revision where nothing has touched its words since', async () => {
    const id = await desk.start()
    const late = await desk.propose(id, 'Donbass', 'Donetsk')
    await desk.replace(id, 'nine', 'twenty-eight')
    expect(await desk.accept(id, [late], 1)).toMatchObject({ revision: 3 })
    expect(await words(id)).toBe(call.replace('nine', 'twenty-eight').replace('Donbass', 'Donetsk'))
  })

  it('tells whoever has not seen it what stands there now, and leaves the proposal open', async () => {
    const id = await desk.start()
    const late = await desk.propose(id, 'nine points', 'nine items')
    await desk.replace(id, 'nine', 'twenty-eight')
    const problem = await desk.accept(id, [late], 1).catch((error) => error)
    expect(problem).toMatchObject({ problem: 'conflict', extras: { current: { ids: [late], revision: 2 } } })
    expect(problem.message).toContain('“twenty-eight points” stands there now')
    expect((await desk.standing(id))[late]).toMatch(/open$/)
    // Having seen it, one may.
    expect(await desk.accept(id, [late])).toMatchObject({ revision: 3 })
    expect(await words(id)).toBe(call.replace('nine points', 'nine items'))
  })

  it('of two editors at once who want the same words, one wins and the other is told', async () => {
    const id = await desk.start()
    const ids = [await desk.propose(id, 'nine points', 'ten points'), await desk.propose(id, 'points on', 'lines on')]
    const owner = { ...desk.editor }
    const both = await Promise.allSettled(
      ids.map((one, at) =>
        correctTranscript(at === 0 ? desk.editor : owner, {
          ...{ transcriptId: id, action: 'accept', ids: [one], revision: 1 },
        }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.findIndex(({ status }) => status === 'rejected')
    expect((both[refused] as PromiseRejectedResult).reason).toMatchObject({ problem: 'conflict' })
    expect((await desk.standing(id))[ids[refused] ?? '']).toMatch(/open$/)
    expect((await desk.head(id)).number).toBe(2)
  })

  it('is refused on an approved text, and to checkers', async () => {
    const id = await desk.start()
    const step = { action: 'accept', ids: [await desk.propose(id, 'nine', 'ten')], revision: 1 } as const
    await expect(correctTranscript(desk.checker, { transcriptId: id, ...step })).rejects.toMatchObject({
      problem: 'forbidden',
    })
    await db.transcript.update({ where: { id }, data: { state: 'approved' } })
    await expect(desk.correct(id, step)).rejects.toMatchObject({ problem: 'conflict' })
  })

  it('counts words and makes a new version of the transcript, so that nobody approves what they have not seen', async () => {
    const id = await desk.start()
    const before = await db.transcript.findUniqueOrThrow({ where: { id } })
    await desk.replace(id, 'nine points', 'a list of nine short points')
    const after = await db.transcript.findUniqueOrThrow({ where: { id } })
    expect([after.words, after.version, after.head]).toEqual([before.words + 4, before.version + 1, 2])
  })

  it('rejects with a reason, without a revision', async () => {
    const id = await desk.start()
    const proposal = await desk.propose(id, 'nine', 'ten')
    const done = await desk.correct(id, { action: 'reject', ids: [proposal], reason: 'The minutes say nine.' })
    expect(done).toMatchObject({ revision: 1, rejected: [proposal], cause: null })
    const row = await db.annotation.findUniqueOrThrow({ where: { id: proposal } })
    expect([row.state, row.dismissedFor]).toEqual(['dismissed', 'The minutes say nine.'])
  })
})
