import { createHash } from 'node:crypto'
import { once } from '@/lib/data/once'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'

/** The header by which a request says that it may be sent again, and the one that says an answer was given before. */
export const idempotencyKey = 'Idempotency-Key'
export const idempotencyReplayed = 'Idempotency-Replayed'

// A file counts by its bytes; written out as JSON it would be several times as long.
const hashOf = (request: Request, input: object): Uint8Array => {
  const bytes = (held: Uint8Array) => createHash('sha256').update(held).digest('hex')
  let said: string
  try {
    said = JSON.stringify(input, (_, held) => (held instanceof Uint8Array ? bytes(held) : held))
  } catch {
    // What parses may be too deep to be written out.
    throw new AppError('invalid', 'The body holds lists or objects too deep in one another to be read.')
  }
  return createHash('sha256')
    .update(`${request.method} ${new URL(request.url).pathname}\n${said}`)
    .digest()
}

/**
 * Carries a POST out once, however often it comes with the same Idempotency-Key from the same person within a day, and
 * answers each time as the first time. Without a key, or from nobody, it is just carried out.
 */
export const carriedOutOnce = async <Value>(
  request: Request,
  actor: Actor | null,
  input: object,
  run: () => Promise<Value>,
  respond: (value: Value) => Response | Promise<Response>,
): Promise<Response> => {
  const key = request.method === 'POST' && actor !== null ? request.headers.get(idempotencyKey) : null
  if (key === null || actor === null) return respond(await run())
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new AppError('invalid', 'Give an Idempotency-Key of 1 to 200 visible ASCII characters.')
  }
  const { value, replayed } = await once({ actor, key, hash: hashOf(request, input) }, run)
  const response = await respond(value)
  if (replayed) response.headers.set(idempotencyReplayed, 'true')
  return response
}
