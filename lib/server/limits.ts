import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/data/db'
import { AppError } from '@/lib/errors'
import { log } from './log'

// Without the names that the library gives its statements: poolers do not keep prepared ones.
const storeClient = {
  query: ({ text, values }: { readonly text: string; readonly values: unknown[] }) => pool.query(text, values),
}

/** So many tries of one thing in so many minutes, counted in Postgres for all servers together. */
const tries = (keyPrefix: string, points: number, minutes: number) =>
  new RateLimiterPostgres({
    ...{ storeClient, storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
    ...{ keyPrefix, points, duration: minutes * 60 },
  })

// One guesser at one account is stopped early; many together, or one at many accounts, later: a newsroom shares an
// address, and nobody should be kept out for long because somebody else guesses at their account.
const perPair = tries('sign-in-pair', 10, 15)
const perAccount = tries('sign-in-account', 50, 60)
const perAddress = tries('sign-in-address', 100, 15)
const perPerson = tries('password', 10, 15)

// What people type by mistake is not kept as they typed it.
const keyOf = (typed: string) => createHash('sha256').update(typed.trim().toLowerCase()).digest('base64url')

/** Who counts as one sender: an IPv4 address, or the /64 network that one IPv6 subscriber has. */
export const senderOf = (address: string): string => {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':').toLowerCase()
}

/** Counts a try before it is made, so that a hundred at once do not all pass. Throws too-many, saying for how long. */
const count = async (limit: RateLimiterPostgres, key: string, what: string): Promise<void> => {
  try {
    await limit.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    // Once, not for each of the thousand that may follow.
    if (error.consumedPoints === limit.points + 1) log.warn({ limit: limit.keyPrefix, key }, 'too many tries')
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
    throw new AppError('too-many', `Too many tries ${what}. Wait ${minutes} min, then try again.`, {
      retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
    })
  }
}

/**
 * Lets `attempt` try a password: at most 10 times in 15 minutes for an account from one address, 50 times an hour for an
 * account from anywhere, 100 times in 15 minutes from an address. It answers null where the password was wrong; what
 * was right does not count. Whether the account exists makes no difference. Throws too-many.
 */
export const limitSignIn = async <T>(
  { email, address }: { readonly email: string; readonly address: string },
  attempt: () => Promise<T | null>,
): Promise<T | null> => {
  const [account, sender] = [keyOf(email), senderOf(address)]
  const pair = `${account}:${sender}`
  // The address first: who is stopped there must not use up the tries of an account that is somebody else's.
  for (const [limit, key] of [
    [perAddress, sender],
    [perPair, pair],
    [perAccount, account],
  ] as const)
    await count(limit, key, 'to sign in')
  const found = await attempt()
  if (found !== null) await Promise.all([perPair.delete(pair), perAccount.reward(account), perAddress.reward(sender)])
  return found
}

/** Lets somebody who is signed in try their own password 10 times in 15 minutes. Throws too-many. */
export const limitPassword = async <T>(personId: string, attempt: () => Promise<T>): Promise<T> => {
  await count(perPerson, personId, 'at this password')
  const done = await attempt()
  await perPerson.delete(personId)
  return done
}
