import { beforeAll, describe, expect, it } from 'vitest'
import { ComparisonInput, readComparison } from '@/lib/data/comparison'
import { readFirstMarks } from '@/lib/data/marks'
import { type Correcting, makeCorrecting } from './support/corrected'

describe('two revisions compared', () => {
  let desk: Correcting
  beforeAll(async () => {
    desk = await makeCorrecting()
  })
  const compare = (transcriptId: string, asked: { from?: number; to?: number; cursor?: number; limit?: number } = {}) =>
    readComparison(desk.editor, { transcriptId, from: 1, limit: 20, ...asked })
  const written = ({ items }: Awaited<ReturnType<typeof compare>>) =>
    items.map(({ stretches }) => stretches.flatMap((one) => ('was' in one ? [`${one.was}|${one.is}`] : [])).join(' '))

  it('differ in whole words, the first and the newest where none is named, either way round', async () => {
    const id = await desk.start()
    await desk.replace(id, 'rr', 'r')
    await desk.replace(id, 'nine points', 'eight points')
    await desk.replace(id, 'Donbass', 'Donetsk')
    const told = await compare(id)
    expect(told).toMatchObject({ from: 1, to: 4, differences: 3, passages: 2, rest: 0, next: null })
    expect(written(told)).toEqual(['Marrant|Marant nine|eight', 'Donbass|Donetsk'])
    expect(told.items.map(({ skipped }) => skipped)).toEqual([0, 1])
    expect(written(await compare(id, { from: 4, to: 2 }))).toEqual(['eight|nine', 'Donetsk|Donbass'])
    expect(await compare(id, { from: 3, to: 3 })).toMatchObject({ differences: 0, items: [], rest: 3 })
  })

  it('what was taken back does not differ', async () => {
    const id = await desk.start()
    await desk.replace(id, 'nine', 'eight')
    await desk.correct(id, { action: 'undo', revision: 2 })
    expect(await compare(id)).toMatchObject({ from: 1, to: 3, differences: 0, items: [] })
  })

  it('come in pages, each passage once', async () => {
    const id = await desk.start(Array.from({ length: 7 }, (_, at) => `Line ${at} has word${at}.`).join('\n\n'))
    const proposals = await Promise.all(
      Array.from({ length: 7 }, (_, at) => desk.propose(id, `word${at}.`, `other${at}.`)),
    )
    await desk.accept(id, proposals)
    const numbers: number[] = []
    for (let cursor: string | null = '0'; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof compare>> = await compare(id, { cursor: Number(cursor), limit: 3 })
      expect(page).toMatchObject({ differences: 7, passages: 7 })
      numbers.push(...page.items.map(({ number }) => number))
      cursor = page.next
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(await compare(id, { cursor: 99 })).toMatchObject({ items: [], next: null })
  })

  it('show the annotations of the second as they stood at it, and no later ones', async () => {
    const id = await desk.start()
    const early = await desk.mark(id, 'nine points')
    await desk.replace(id, 'nine', 'eight')
    const later = await desk.mark(id, 'eight points')
    await desk.replace(id, 'We put eight points on ', '')
    const ids = async (from: number, to: number) => {
      const { items } = await compare(id, { from, to })
      for (const { by } of items.flatMap(({ marks }) => marks)) expect(by).toBe('Chandra')
      return items.flatMap(({ marks }) => marks.map((mark) => mark.id))
    }
    expect(await ids(1, 2)).toContain(early)
    expect(await ids(1, 2)).toContain(later)
    expect(await ids(2, 1)).toContain(early)
    expect(await ids(2, 1)).not.toContain(later)
    const { marks, complete } = await readFirstMarks(desk.editor, { transcriptId: id, revision: 1 })
    expect(marks.revision).toBe(1)
    // The proposal that was then accepted existed too.
    expect(marks.marks.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['highlight', 16, 27],
      ['correction', 16, 20],
    ])
    expect(complete).toBe(true)
  })

  it('come fifty at a time at most', () => {
    const transcriptId = '01998f00-0000-7000-8000-000000000001'
    expect([50, 51].map((limit) => ComparisonInput.safeParse({ transcriptId, limit }).success)).toEqual([true, false])
  })

  it.each([[{ from: 0 }], [{ from: 9 }], [{ to: 9 }]])(
    'are not found where there is none of that number: %o',
    async (asked) => {
      await expect(compare(await desk.start(), asked)).rejects.toMatchObject({ problem: 'not-found' })
    },
  )
})
