import { describe, expect, it } from 'vitest'
import { type Claim, openPlaces } from './places'

const large = (person: string, desk = 'one'): Claim => ({ person, desk, small: false })
const small = (person: string, desk = 'one'): Claim => ({ person, desk, small: true })

/** Work that begins where it finds a place and ends when it is told to. */
const bench = (count: number) => {
  const { inPlace } = openPlaces(count)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const settled = () => new Promise<void>((done) => setImmediate(done))
  const ask = (name: string, claim: Claim, signal?: AbortSignal) => {
    const work = () => {
      begun.push(name)
      return new Promise<void>((end) => ends.set(name, end))
    }
    inPlace(claim, work, signal).catch((error: Error) => begun.push(`${name} ${error.message}`))
  }
  const end = async (name: string) => {
    ends.get(name)?.()
    await settled()
  }
  return { ask, end, settled, begun }
}

describe('places to work in', () => {
  type Case = readonly [what: string, count: number, claims: readonly Claim[], begun: readonly number[]]
  it.each<Case>([
    ['a person holds two of four', 4, [large('A'), large('A'), large('A'), large('B')], [0, 1, 3]],
    ['a person holds two of four with small ones too', 4, [small('A'), small('A'), small('A'), large('B')], [0, 1, 3]],
    [
      'a desk holds three of four',
      4,
      [large('A'), large('B'), small('C'), small('D'), small('E', 'two')],
      [0, 1, 2, 4],
    ],
    [
      'the last place is for what is small',
      4,
      [large('A'), large('B', 'two'), large('C', 'three'), large('D', 'four'), small('E', 'five')],
      [0, 1, 2, 4],
    ],
    ['one place is everybody’s', 1, [large('A'), small('B')], [0]],
    [
      'two places go to two desks, one of them for what is small',
      2,
      [large('A'), small('A'), small('B', 'two')],
      [0, 2],
    ],
  ])('%s', async (_, count, claims, expected) => {
    const { ask, settled, begun } = bench(count)
    for (const [at, claim] of claims.entries()) ask(String(at), claim)
    await settled()
    expect(begun).toEqual(expected.map(String))
  })

  it('are free again for those who waited, in their order', async () => {
    const { ask, end, settled, begun } = bench(3)
    ask('A1', large('A'))
    ask('A2', large('A'))
    ask('A3', large('A'))
    ask('B1', large('B', 'two'))
    await settled()
    await end('A1')
    await end('A2')
    expect(begun).toEqual(['A1', 'B1', 'A2', 'A3'])
  })

  it('are not waited for any longer than the signal says', async () => {
    const { ask, end, settled, begun } = bench(1)
    const abort = new AbortController()
    ask('A', large('A'))
    ask('B', large('B'), abort.signal)
    ask('C', large('C'))
    abort.abort(new Error('was cancelled'))
    await settled()
    await end('A')
    expect(begun).toEqual(['A', 'B was cancelled', 'C'])
  })
})
