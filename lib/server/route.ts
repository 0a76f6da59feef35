import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { actorOf, type SignedIn } from './actor'
import { env } from './env'
import { readInput } from './input'
import { answerError, faultsOf } from './problem'

/** What Next hands to a route besides the request. */
type Context = { readonly params: Promise<Readonly<Record<string, string>>> }
type Handler = (request: Request, context: Context) => Promise<Response>

type Options<Value> = {
  /** The address of what a POST made; with it the answer is 201 and names it in Location. */
  readonly created?: (value: Value) => string
  /** The most bytes a body may have; 1 MB where nothing is said. */
  readonly maxBytes?: number
  /** Makes the answer where it is not plain JSON. */
  readonly respond?: (value: Value, request: Request) => Response | Promise<Response>
}

/** Writes by cookie come from our own pages only: another site cannot set the Origin of its requests. */
const checkOrigin = (request: Request) => {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const origin = request.headers.get('origin') ?? ''
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  if (host !== '' && (host === request.headers.get('host') || host === new URL(env().address).host)) return
  throw new AppError('forbidden', 'This request did not come from a page of the desk, so it was not carried out.')
}

/** The most faults that one answer tells. */
const most = 50

const parse = <S extends z.ZodType>(schema: S, input: Record<string, unknown>, path: object): z.infer<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const faults = faultsOf(parsed.error)
  // A path that cannot name anything names nothing.
  if (faults.some((fault) => fault.path in path)) throw new AppError('not-found', 'There is nothing at this address.')
  if (input.version === undefined && faults.some((fault) => fault.path === 'version')) {
    throw new AppError('version-required', 'Say which version this edit was made from, in If-Match.')
  }
  const first = faults[0]
  const detail = first === undefined ? 'This is not valid.' : `${first.path ? `${first.path}: ` : ''}${first.message}`
  throw new AppError('invalid', detail, { errors: faults.slice(0, most) })
}

const answer = <Value>(value: Value, options: Options<Value>): Response => {
  if (value === undefined) return new Response(null, { status: 204 })
  const headers = new Headers({ 'Cache-Control': 'private, no-cache' })
  if (typeof value === 'object' && value !== null && 'version' in value) headers.set('ETag', `"${value.version}"`)
  if (options.created === undefined) return Response.json(value, { headers })
  headers.set('Location', options.created(value))
  return Response.json(value, { status: 201, headers })
}

const whoAsks = async (request: Request, open: boolean): Promise<SignedIn | null> => {
  const actor = await actorOf(request)
  if (actor === null && !open) throw new AppError('unauthenticated', 'Sign in first, then try again.')
  return actor
}

const handlerOf =
  <S extends z.ZodType, Value>(
    schema: S,
    run: (actor: SignedIn | null, input: z.infer<S>, request: Request) => Promise<Value>,
    options: Options<Value>,
    open: boolean,
  ): Handler =>
  async (request, context) => {
    try {
      // Before the body is read: strangers do not get to send twenty megabytes.
      const sender = await whoAsks(request, open)
      if (sender !== null) checkOrigin(request)
      const path = (await context.params) ?? {}
      const input = await readInput(request, path, options.maxBytes ?? 2 ** 20)
      // And again behind it: a body that is sent slowly outlasts neither its session nor a role.
      const actor = request.body === null ? sender : await whoAsks(request, open)
      const value = await run(actor, parse(schema, input, path), request)
      return options.respond === undefined ? answer(value, options) : await options.respond(value, request)
    } catch (error) {
      return answerError(error, request)
    }
  }

/**
 * A route of the API: who asks, then everything they say parsed once, then the use case, then its answer. A value with a
 * `version` is given an ETag; no value is 204; a refusal is problem+json.
 */
export const route = <S extends z.ZodType, Value>(
  schema: S,
  run: (actor: SignedIn, input: z.infer<S>, request: Request) => Promise<Value>,
  options: Options<Value> = {},
): Handler => handlerOf(schema, (actor, ...rest) => run(actor as SignedIn, ...rest), options, false)

/** A route that may be used without signing in: a one-time link is its key. */
export const openRoute = <S extends z.ZodType, Value>(
  schema: S,
  run: (actor: Actor | null, input: z.infer<S>, request: Request) => Promise<Value>,
  options: Options<Value> = {},
): Handler => handlerOf(schema, run, options, true)
