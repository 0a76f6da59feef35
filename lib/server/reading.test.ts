import { afterAll, describe, expect, it } from 'vitest'
import { openReading } from './reading'

const given = (text: string, name = 'call.txt') => ({
  ...{ name, mediaType: 'text/plain' },
  bytes: new TextEncoder().encode(text),
})
const nell = { person: 'Nell', desk: 'ours' }
const words = 'Marrant: nine points on one page.\n'

describe('reading in a thread', () => {
  const { read, close } = openReading({ seconds: 60, megabytes: 512, threads: 1 })
  afterAll(close)

  it('gives what is read, hashed and counted, and tells how far it is', async () => {
    const shares: number[] = []
    const outcome = await read(given(words.repeat(30)), { progress: (share) => shares.push(share) }, nell)
    expect(outcome).toMatchObject({ reading: { words: 180, text: words.repeat(30), title: 'call' } })
    expect('reading' in outcome && JSON.parse(outcome.reading.turns)).toHaveLength(30)
    expect(shares.length).toBeGreaterThan(0)
    expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true)
  })

  it('keeps the order of those who wait, and hands refusals on whole', async () => {
    const [bad, good] = await Promise.all([
      read({ ...given(''), bytes: new Uint8Array([0x61, 0xff]) }, {}, nell),
      read(given(words), {}, nell),
    ])
    expect(bad).toMatchObject({
      refused: { problem: 'invalid', message: expect.stringContaining('call.txt is not UTF-8') },
    })
    expect(good).toMatchObject({ reading: { words: 6 } })
  })

  it('ends with the signal, and the next is read all the same', async () => {
    const abort = new AbortController()
    const stopped = read(given(words.repeat(200_000)), { signal: abort.signal }, nell)
    abort.abort(new Error('cancelled'))
    await expect(stopped).rejects.toThrow('cancelled')
    expect(await read(given(words), {}, nell)).toMatchObject({ reading: { words: 6 } })
  })
})

it('takes a short file that is compared with a long text for long: the place for what is small stays free', async () => {
  const { read, close } = openReading({ seconds: 60, megabytes: 512, threads: 2 })
  const before = { text: words.repeat(100_000), turns: '[]', standings: '[]' }
  const told = new Set<string>()
  const compare = async (person: string) => {
    const progress = () => told.add(`${person} is read`)
    await read({ ...given(words), before }, { progress }, { person, desk: person })
    told.add(`${person} is compared`)
  }
  await Promise.all([compare('Ann'), compare('Bo')])
  await close()
  expect([...told]).toEqual(['Ann is read', 'Ann is compared', 'Bo is read', 'Bo is compared'])
})

it('says nothing about a file that was being read when the server stopped', async () => {
  const { read, close } = openReading({ seconds: 60, megabytes: 512, threads: 1 })
  let stopped: Promise<void> | undefined
  const progress = () => {
    stopped ??= close()
  }
  await expect(read(given(words.repeat(150_000)), { progress }, nell)).rejects.toThrow('the server stops')
  await stopped
})

describe('what would bring a reader down is refused with a sentence, and costs nothing but its thread', () => {
  const cases: [what: string, limits: { seconds: number; megabytes: number }, says: RegExp][] = [
    ['too long', { seconds: 0.05, megabytes: 512 }, /^call\.txt takes longer than 0\.05 seconds to read.*\(\.txt\)/],
    ['too large', { seconds: 60, megabytes: 24 }, /^call\.txt takes more memory to read/],
  ]
  it.each(cases)('%s', async (_, limits, says) => {
    const { read, close } = openReading({ ...limits, threads: 1 })
    const outcome = await read(given(words.repeat(150_000)), {}, nell)
    await close()
    expect(outcome).toMatchObject({ refused: { problem: 'too-large', message: expect.stringMatching(says) } })
  })

  it('also where it is compared with a long text, and then without advice to split it', async () => {
    const { read, close } = openReading({ seconds: 0.05, megabytes: 512, threads: 1 })
    const before = { text: words.repeat(150_000), turns: '[]', standings: '[]' }
    const outcome = await read({ ...given(words.repeat(140_000)), before }, {}, nell)
    await close()
    const message = expect.stringMatching(
      /^call\.txt takes longer .* Save its words as a text file \(\.txt\), and upload/,
    )
    expect(outcome).toMatchObject({ refused: { problem: 'too-large', message } })
  })
})
