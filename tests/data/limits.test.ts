import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pool } from '@/lib/data/db'
import { hashPassword } from '@/lib/data/passwords'
import { changePassword } from '@/lib/data/people'
import { signIn } from '@/lib/data/sessions'
import { limitPassword, limitSignIn } from '@/lib/server/limits'
import { actorIn, addPerson } from './support/world'

const password = 'long enough to keep'
const person = async () => addPerson('Nell', { passwordHash: await hashPassword(password) })
let last = 0
const address = () => `198.51.100.${++last}`

const attempt = (email: string, from: string, given = 'a wrong guess') =>
  limitSignIn({ email, address: from }, () => signIn({ email, password: given }))

/** How many of `times` tries come as far as the password. */
const tried = async (times: number, one: (at: number) => Promise<unknown>) => {
  const ended = await Promise.allSettled(Array.from({ length: times }, (_, at) => one(at)))
  const refused = ended.filter((end) => end.status === 'rejected')
  for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toMatchObject({ problem: 'too-many' })
  return times - refused.length
}

describe('signing in', () => {
  it('is tried ten times from one address, all at once or not, and then not even with the right password', async () => {
    const { email } = await person()
    const from = address()
    expect(await tried(30, () => attempt(email, from))).toBe(10)
    await expect(attempt(email, from, password)).rejects.toMatchObject({
      message: 'Too many tries to sign in. Wait 15 min, then try again.',
      extras: { retryAfter: expect.any(Number) },
    })
    expect(await attempt(email, address(), password)).not.toBeNull()
  })

  it('is tried fifty times from anywhere', async () => {
    const { email } = await person()
    expect(await tried(60, (at) => attempt(email, `192.0.2.${at}`))).toBe(50)
  })

  it('is tried a hundred times from an address, whoever is tried', async () => {
    const from = address()
    expect(await tried(110, (at) => attempt(`nobody-${at}@desk.test`, from))).toBe(100)
  })

  it('is not used up for an account by an address that is stopped', async () => {
    const { email } = await person()
    const from = address()
    await tried(100, (at) => attempt(`nobody-${at}@desk.test`, from))
    expect(await tried(60, () => attempt(email, from))).toBe(0)
    expect(await attempt(email, address(), password)).not.toBeNull()
    const { rows } = await pool.query(`SELECT points FROM rate_limit WHERE key = $1`, [
      `sign-in-account:${createHash('sha256').update(email).digest('base64url')}`,
    ])
    expect(rows).toEqual([{ points: 0 }])
  })

  it('counts the same for someone unknown, and however the address is typed', async () => {
    const from = address()
    const email = `Nobody-${crypto.randomUUID()}@desk.test`
    expect(await tried(12, (at) => attempt(at % 2 ? email : ` ${email.toLowerCase()}`, from))).toBe(10)
  })

  it('does not count what was right', async () => {
    const { email } = await person()
    const from = address()
    for (let round = 0; round < 3; round++) {
      expect(await tried(5, () => attempt(email, from))).toBe(5)
      expect(await attempt(email, from, password)).toMatchObject({ name: 'Nell' })
    }
  })

  it('keeps nothing that was typed', async () => {
    await attempt('my-secret-typed-here@desk.test', address())
    const { rows } = await pool.query(`SELECT key FROM rate_limit WHERE key ILIKE '%secret%'`)
    expect(rows).toEqual([])
  })
})

it('the present password of an open session is guessed ten times', async () => {
  const { id, sessionId } = await person()
  const actor = await actorIn(sessionId)
  const guess = () =>
    limitPassword(id, () => changePassword(actor, { current: 'a wrong guess', password })).catch((error) => {
      if (error.problem !== 'invalid') throw error
    })
  expect(await tried(12, guess)).toBe(10)
})
