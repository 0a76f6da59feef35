import { describe, expect, test } from 'vitest'
import { importFile } from '@/lib/import'
import type { Job } from '@/lib/transcript/job'
import { maxFileBytes } from '@/lib/transcript/transcript'
import { endOf, isTold, itemsOf, newsOf, sizeProblem, standingOf, standingOfJob } from './import-queue'

const sized = (size: number) => ({ name: 'a.txt', size }) as File

describe('files to import', () => {
  test('wait in the order they came, with ids that go on', () => {
    const items = itemsOf([sized(1), sized(2)], 7)
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [7, 'chosen'],
      [8, 'chosen'],
    ])
  })

  test('a file of exactly the limit may go, one byte more may not', () => {
    const [fits, not] = itemsOf([sized(maxFileBytes), sized(maxFileBytes + 1)], 0)
    expect(fits?.state).toBe('chosen')
    expect(not).toMatchObject({ state: 'failed', final: true })
  })

  test('is refused in the words the API would use', async () => {
    const size = maxFileBytes + 300_000
    const send = () => importFile({ name: 'a.txt', bytes: new Uint8Array(size) })
    await expect(send).rejects.toThrow(sizeProblem({ name: 'a.txt', size }) ?? 'nothing')
  })
})

describe('a job', () => {
  const job: Job = {
    ...{ id: '1', kind: 'import', desk: { id: '2', slug: 'd' }, title: 'call.txt', state: 'running', progress: 0.4 },
    ...{ result: null, problem: null, createdAt: '', updatedAt: '', finishedAt: null },
  }
  const result = { transcript: { id: '3', title: 'A call' }, notes: [] }
  const version = {
    ...{ revision: 2, made: true, places: 1, same: 0.9, turns: false, passages: 1, first: [] },
    annotations: { kept: 1, moved: 0, doubtful: 0, lost: 0 },
  }
  const preview = { ...result, notes: ['x'], version: { ...version, made: false } }
  const problem = { title: 'Not valid', status: 422, detail: 'It is empty.' }
  const told: [what: string, change: Partial<Job>, words: string, share: number | undefined, isTold: boolean][] = [
    ['waits', { state: 'queued', progress: 0 }, 'Waiting to be read', 0, true],
    ['is read', {}, 'Reading 50%', 0.4, true],
    ['is stored', { progress: 0.8 }, 'Storing', 0.8, true],
    ['is done', { state: 'done', progress: 1, result }, 'Imported', undefined, false],
    ['is done with notes', { state: 'done', result: { ...result, notes: ['x'] } }, 'Imported', undefined, true],
    ['has made a revision', { state: 'done', result: { ...result, version } }, 'Revision 2 made', undefined, false],
    ['only told', { state: 'done', result: preview }, 'Compared', undefined, false],
    ['failed', { state: 'failed', problem }, 'Not imported', undefined, true],
    ['was cancelled', { state: 'cancelled' }, 'Cancelled', undefined, false],
  ]
  test.each(told)('that %s says so, and stands on the page or not', (_, change, words, share, stands) => {
    const now = { ...job, ...change }
    expect(standingOfJob(now)).toEqual(share === undefined ? { words } : { words, share })
    expect(isTold(now)).toBe(stands)
  })

  test('says in one sentence how it ended, and what becomes of its file', () => {
    const ends = [
      { state: 'done', result } as const,
      { state: 'failed', problem } as const,
      { state: 'cancelled' } as const,
    ]
    expect(ends.map((change) => newsOf({ ...job, ...change }))).toEqual([
      'A call is imported.',
      'call.txt was not imported. It is empty.',
      'call.txt was cancelled. Nothing of it was imported.',
    ])
    expect(ends.map((change) => endOf({ ...job, ...change }))).toEqual([
      { state: 'done', ...result },
      { state: 'failed', problem: 'It is empty.', final: true },
      { state: 'cancelled' },
    ])
  })

  test('of a newer version says what it has done', () => {
    const newer = { ...job, kind: 'version', state: 'done' } as const
    const ends = [
      { ...newer, result: { ...result, version } },
      { ...newer, result: preview },
      { ...newer, state: 'failed', problem } as const,
    ]
    expect(ends.map(newsOf)).toEqual([
      'call.txt is revision 2 of A call.',
      'call.txt is compared.',
      'call.txt was not stored. It is empty.',
    ])
  })

  test('whose server failed may be tried again', () => {
    expect(endOf({ ...job, state: 'failed', problem: { ...problem, status: 500 } })).toMatchObject({ final: false })
  })

  test('is waited for before it is known', () => {
    const item = { ...itemsOf([sized(1)], 0)[0], state: 'job', job: '1' } as const
    expect(standingOf(item as never, undefined, '').words).toBe('Waiting to be read')
  })
})
