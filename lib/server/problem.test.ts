import { afterEach, expect, it, vi } from 'vitest'
import { log } from './log'
import { answerError, logFault } from './problem'

const failure = () => Object.assign(new TypeError('the value "s3cret words"\n is wrong'), { code: 'P2002' })
const url = '/join?token=one-time-words#there'

afterEach(() => {
  vi.restoreAllMocks()
})

it.each([
  ['a route', () => answerError(failure(), new Request(`https://desk.example.org${url}`))],
  ['a page', () => logFault(failure(), { path: url, method: 'GET' })],
])('the log of %s that failed holds neither the words of the error nor the query', async (_, fail) => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined)
  await fail()
  expect(logged).toHaveBeenCalledOnce()
  const [held] = logged.mock.calls[0] as unknown as [Record<string, unknown>]
  expect(Object.keys(held)).toEqual(['id', 'digest', 'method', 'path', 'name', 'code', 'stack'])
  expect(held).toMatchObject({ method: 'GET', path: '/join', name: 'TypeError', code: 'P2002' })
  expect(JSON.stringify(held)).not.toMatch(/s3cret|one-time|token/)
})

it.each([
  ['GET', {}, /^The server met a fault\. Try again\. If it stays, report [\w-]+\.$/],
  ['POST', { 'idempotency-key': 'once' }, /not done twice/],
  ['POST', {}, /Look whether this was done/],
  ['DELETE', {}, /Look whether this was done/],
] as const)('what failed does not say what is not known: %s %o', async (method, headers, says) => {
  vi.spyOn(log, 'error').mockImplementation(() => undefined)
  const answer = answerError(failure(), new Request('https://desk.example.org/', { method, headers }))
  expect((await answer.json()).detail).toMatch(says)
})

it('a page that failed is logged with the number that it shows', () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined)
  const error = Object.assign(failure(), { digest: '2741906435' })
  logFault(error, { path: url, method: 'GET' })
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ digest: '2741906435' })
})
