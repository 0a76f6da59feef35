import { describe, expect, it } from 'vitest'
import { htmlKey, keepHtml } from './html-cache'
import { takeHtml } from './html-shelf'

const revision = { text: 'One.', turns: [{ start: 0, end: 4 }] }

describe('the HTML that a process keeps', () => {
  it('is made once for all who ask at the same time, and taken by key while rendering', async () => {
    const key = htmlKey('a', 1)
    let reads = 0
    const read = async () => {
      reads += 1
      return revision
    }
    expect(takeHtml(key, [])).toBe('')
    const [first, second] = await Promise.all([keepHtml(key, read), keepHtml(key, read)])
    expect([reads, first === second, takeHtml(key, [])]).toEqual([1, true, first])
    await keepHtml(key, read)
    expect(reads).toBe(1)
  })

  it('is not kept when it could not be read, so that the next one may try again', async () => {
    const key = htmlKey('b', 1)
    await expect(keepHtml(key, () => Promise.reject(new Error('No database.')))).rejects.toThrow('No database.')
    expect(await keepHtml(key, async () => revision)).toContain('One.')
  })
})
