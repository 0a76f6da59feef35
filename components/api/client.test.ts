import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, request } from './client'

afterEach(() => void vi.unstubAllGlobals())

/** The network as a browser has it: what it gives, or how it fails. */
const network = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', answer)
/** An answer whose body ends before it is whole. */
const cutOff = (status: number) =>
  new Response(
    new ReadableStream({
      start: (body) => {
        body.enqueue(new TextEncoder().encode('{"id":"n","ki'))
        body.error(new TypeError('network error'))
      },
    }),
    { status },
  )
const asked = (signal?: AbortSignal) =>
  request('POST', '/x', { body: {}, name: 'k', ...(signal && { signal }) }).then(
    () => 'answered',
    (error: unknown) => error,
  )

describe('an answer of the desk', () => {
  it.each([
    ['cut off on its way is none, and it may have been carried out', () => cutOff(201), 0, true],
    ['of half an object is none', () => new Response('{"id":"n"', { status: 201 }), 0, true],
    [
      'that a hotel’s log-in page gives in its place is none',
      () => new Response('<p>Welcome', { status: 200 }),
      0,
      true,
    ],
    ['that refuses stands, however little of it came', () => cutOff(422), 422, false],
    ['of a machine in between may come after it was carried out', () => new Response('', { status: 504 }), 504, true],
  ] as const)('%s', async (_, answer, status, mayHaveArrived) => {
    network(async () => answer())
    expect(await asked()).toMatchObject({ name: 'ApiProblem', status, mayHaveArrived })
  })

  it.each([
    ['before it began', () => Promise.reject(new DOMException('Stopped', 'AbortError'))],
    ['in the middle', async () => cutOff(200)],
  ])('that nobody waits for any more, stopped %s, is no refusal', async (_, answer) => {
    network(answer)
    const stopping = new AbortController()
    stopping.abort()
    expect(await asked(stopping.signal)).not.toBeInstanceOf(ApiProblem)
  })

  it('that takes too long is none', async () => {
    network(async () => cutOff(200))
    const signal = AbortSignal.abort(new DOMException('Too long', 'TimeoutError'))
    expect(await asked(signal)).toMatchObject({ status: 0, mayHaveArrived: true })
  })
})
