import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { heldHtml, htmlKey, keepHtml, packedHtml } from './html-cache'
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
    expect(takeHtml(key)).toBe('')
    const [first, second] = await Promise.all([keepHtml(key, read), keepHtml(key, read)])
    expect([reads, first === second, takeHtml(key), heldHtml(key)]).toEqual([1, true, first, first])
    await keepHtml(key, read)
    expect(reads).toBe(1)
  })

  it('is not kept when it could not be read, so that the next one may try again', async () => {
    const key = htmlKey('b', 1)
    await expect(keepHtml(key, () => Promise.reject(new Error('No database.')))).rejects.toThrow('No database.')
    expect(await keepHtml(key, async () => revision)).toContain('One.')
  })

  it('is packed once in each encoding', async () => {
    const html = await keepHtml(htmlKey('c', 1), async () => revision)
    const [br, again, gzip] = await Promise.all(
      (['br', 'br', 'gzip'] as const).map((encoding) => packedHtml(htmlKey('c', 1), html, encoding)),
    )
    expect(br).toBe(again)
    expect(brotliDecompressSync(br as Uint8Array).toString()).toBe(html)
    expect(gunzipSync(gzip as Uint8Array).toString()).toBe(html)
  })
})
