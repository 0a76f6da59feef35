import { beforeAll, describe, expect, it } from 'vitest'
import { acceptAnnotation } from '@/lib/data/annotation-accept'
import { editAnnotation } from '@/lib/data/annotation-edits'
import { resolveAnnotation } from '@/lib/data/annotation-states'
import { createAnnotation } from '@/lib/data/annotations'
import { db } from '@/lib/data/db'
import { type Correcting, call, makeCorrecting } from './support/corrected'

const text = 'Ushkov: It was Oshokov who said so, and Oshokov again.\n\nMarrant: Oshokov it was.\n'

describe('accepting a flag', () => {
  let desk: Correcting
  beforeAll(async () => {
    desk = await makeCorrecting()
  })
  /** A detector's flag on the first Oshokov that knows of the other two, and of one place that reads otherwise. */
  const flagged = async () => {
    const id = await desk.start(text)
    const start = text.indexOf('Oshokov')
    const flag = { sort: 'name' as const, expected: ['Ushakov'], reason: 'Spelled two ways.' }
    const place = { transcriptId: id, revision: 1, start, end: start + 7, tags: [] }
    const made = await createAnnotation(desk.checker, { ...place, kind: 'flag', flag })
    const again = text.indexOf('Oshokov', start + 1)
    const starts = [again, text.indexOf('Oshokov', again + 1)]
    const places = [{ start: 0, end: 6 }, ...starts.map((at) => ({ start: at, end: at + 7 }))]
    await db.annotation.update({ where: { id: made.id }, data: { places, authorId: null, detector: 'name-variant' } })
    return { id, flag: made.id }
  }
  const kinds = async (id: string) => {
    const rows = await db.annotation.findMany({ where: { transcriptId: id }, orderBy: { start: 'asc' } })
    return rows.map(({ kind, state, to }) => [kind, state, to].join(' ').trim())
  }
  const words = async (id: string) => (await desk.head(id)).text

  it('by an editor applies it at once, and an undo opens flag and correction again', async () => {
    const { id, flag } = await flagged()
    expect((await acceptAnnotation(desk.editor, { annotationId: flag, revision: 1, everywhere: false })).state).toBe(
      'accepted',
    )
    expect(await words(id)).toBe(text.replace('Oshokov', 'Ushakov'))
    expect((await kinds(id)).sort()).toEqual(['correction accepted Ushakov', 'flag accepted'])
    await desk.correct(id, { action: 'undo', revision: 2 })
    expect(await words(id)).toBe(text)
    expect((await kinds(id)).sort()).toEqual(['correction open Ushakov', 'flag open'])
  })

  it('everywhere makes one revision of all places that read the same, and of no other', async () => {
    const { id, flag } = await flagged()
    await acceptAnnotation(desk.editor, { annotationId: flag, revision: 1, everywhere: true, to: 'Ushakow' })
    expect(await words(id)).toBe(text.replaceAll('Oshokov', 'Ushakow'))
    expect((await desk.head(id)).number).toBe(2)
    expect((await kinds(id)).filter((one) => one === 'correction accepted Ushakow')).toHaveLength(3)
  })

  it('by a checker proposes it, and changes no word', async () => {
    const { id, flag } = await flagged()
    await acceptAnnotation(desk.checker, { annotationId: flag, revision: 1, everywhere: true })
    expect(await words(id)).toBe(text)
    expect((await kinds(id)).sort()).toEqual([...Array(3).fill('correction open Ushakov'), 'flag accepted'])
    const ids = (await db.annotation.findMany({ where: { transcriptId: id, kind: 'correction' } })).map((one) => one.id)
    await desk.accept(id, ids)
    expect(await words(id)).toBe(text.replaceAll('Oshokov', 'Ushakov'))
  })

  it.each([
    ['a second time', {}, 'conflict'],
    ['with the words that stand there', { to: 'Oshokov' }, 'invalid'],
  ])('is refused %s', async (name, more, problem) => {
    const { flag } = await flagged()
    const input = { annotationId: flag, revision: 1, everywhere: false, ...more }
    if (name === 'a second time') await acceptAnnotation(desk.editor, input)
    await expect(acceptAnnotation(desk.editor, input)).rejects.toMatchObject({ problem })
  })

  it('is refused where its words were touched since they were seen', async () => {
    const { id, flag } = await flagged()
    await desk.replace(id, 'Oshokov who', 'Oshkov who')
    const late = acceptAnnotation(desk.editor, { annotationId: flag, revision: 1, everywhere: false })
    await expect(late).rejects.toMatchObject({ problem: 'conflict', message: expect.stringContaining('Oshkov') })
    expect(await kinds(id)).toContain('flag open')
  })
})

describe('a proposal', () => {
  let desk: Correcting
  beforeAll(async () => {
    desk = await makeCorrecting()
  })
  const propose = (
    id: string,
    start: number,
    end: number,
    correction: Parameters<typeof createAnnotation>[1]['correction'],
  ) =>
    createAnnotation(desk.checker, {
      transcriptId: id,
      revision: 1,
      start,
      end,
      tags: [],
      kind: 'correction',
      correction,
    })

  it('of the words that stand there is refused, and one of nothing takes them out', async () => {
    const id = await desk.start()
    await expect(propose(id, 0, 7, { to: 'Marrant' })).rejects.toMatchObject({ problem: 'invalid' })
    const deletion = await propose(id, 9, 12, { to: '' })
    await expect(
      editAnnotation(desk.checker, { annotationId: deletion.id, version: 1, correction: { to: 'We ' } }),
    ).rejects.toMatchObject({ problem: 'invalid' })
    await desk.accept(id, [deletion.id])
    expect((await desk.head(id)).text).toBe(call.replace('We ', ''))
  })

  it('of half a letter is one of the whole letter', async () => {
    const id = await desk.start()
    const start = call.indexOf('👩‍👩‍👧') + 2
    const made = await propose(id, start, start + 1, { to: 'x' })
    expect(made.correction?.to).toBe('👩x👩‍👧')
    await desk.accept(id, [made.id])
    expect((await desk.head(id)).text).toBe(call.replace('👩‍👩‍👧', '👩x👩‍👧'))
  })

  it('that is accepted is neither rewritten nor opened by hand', async () => {
    const id = await desk.start()
    const { id: annotationId } = await propose(id, 0, 7, { to: 'Marant' })
    await desk.accept(id, [annotationId])
    const edit = { annotationId, version: 2, correction: { to: 'Marrand' } }
    await expect(editAnnotation(desk.checker, edit)).rejects.toMatchObject({ problem: 'conflict' })
    await expect(resolveAnnotation(desk.editor, { annotationId, resolved: false })).rejects.toMatchObject({
      problem: 'conflict',
    })
  })

  const said = async (id: string) => {
    const { text, turns } = await desk.head(id)
    return turns.map(({ start, end, speaker, from }) => `${speaker ?? '–'} ${from ?? ''}: ${text.slice(start, end)}`)
  }
  const lines = [
    'Marrant : We put nine points on one page.',
    'Valkov : The leaders could discuss it, he said 👩‍👩‍👧.',
    'Marrant : Donbass, then.',
  ]
  it.each([
    [
      'another speaker',
      'The leaders',
      { do: 'relabel', speaker: 'Walkow' },
      [lines[0], lines[1]?.replace('Valkov', 'Walkow'), lines[2]],
    ],
    [
      'a time',
      'The leaders',
      { do: 'retime', from: 12 },
      [lines[0], lines[1]?.replace('Valkov ', 'Valkov 12'), lines[2]],
    ],
    [
      'a turn of its own',
      'he said',
      { do: 'split', speaker: 'Marrant' },
      [lines[0], 'Valkov : The leaders could discuss it,', 'Marrant : he said 👩‍👩‍👧.', lines[2]],
    ],
    ['one turn with the one before', 'The leaders', { do: 'merge' }, [`${lines[0]} ${lines[1]?.slice(9)}`, lines[2]]],
  ] as const)('of %s changes the turn, and is undone like any other', async (_, passage, turn, expected) => {
    const id = await desk.start()
    const before = await desk.head(id)
    const mark = await desk.mark(id, 'could discuss')
    const start = call.indexOf(passage)
    const made = await propose(id, start, start + passage.length, { to: passage, turn })
    const other = await desk.propose(id, 'nine', 'eight')
    await desk.accept(id, [made.id, other])
    expect(await said(id)).toEqual(expected.map((line) => line?.replace('nine', 'eight')))
    expect((await desk.standing(id))[mark]).toContain('“could discuss” exact')
    expect((await desk.standing(id))[made.id]).toContain(`“${passage}” exact accepted`)
    await desk.correct(id, { action: 'undo', revision: 2 })
    expect(await desk.head(id)).toMatchObject({ text: before.text, turns: before.turns })
    expect((await desk.standing(id))[made.id]).toBe(`${start} “${passage}” exact open`)
  })

  it('of a turn alone leaves the words as they were corrected since', async () => {
    const id = await desk.start()
    const start = call.indexOf('leaders')
    const turn = { do: 'relabel', speaker: 'Walkow' } as const
    const made = await propose(id, start, start + 'leaders could'.length, { to: 'leaders could', turn })
    await desk.replace(id, 'could', 'should')
    await desk.accept(id, [made.id])
    expect((await desk.head(id)).text).toBe(call.replace('could', 'should').replace('Valkov', 'Walkow'))
    expect((await desk.standing(id))[made.id]).toContain('“leaders should” moved accepted')
  })
})
