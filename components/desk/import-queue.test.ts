import { describe, expect, test } from 'vitest'
import { importFile } from '@/lib/import'
import { maxFileBytes } from '@/lib/transcript/transcript'
import { itemsOf, sizeProblem } from './import-queue'

const sized = (size: number) => ({ name: 'a.txt', size }) as File

describe('files to import', () => {
  test('wait in the order they came, with ids that go on', () => {
    const items = itemsOf([sized(1), sized(2)], 7)
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [7, 'waiting'],
      [8, 'waiting'],
    ])
  })

  test('a file of exactly the limit may go, one byte more may not', () => {
    const [fits, not] = itemsOf([sized(maxFileBytes), sized(maxFileBytes + 1)], 0)
    expect(fits?.state).toBe('waiting')
    expect(not).toMatchObject({ state: 'failed', final: true })
  })

  test('is refused in the words the API would use', async () => {
    const size = maxFileBytes + 300_000
    const send = () => importFile({ name: 'a.txt', bytes: new Uint8Array(size) })
    await expect(send).rejects.toThrow(sizeProblem({ name: 'a.txt', size }) ?? 'nothing')
  })
})
