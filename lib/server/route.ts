import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { actorOf, type SignedIn } from './actor'
import type { Description, Handler, Told } from './description'
import { env } from './env'
import { readInput } from './input'
import { carriedOutOnce } from './once'
import { answerError, faultsOf } from './problem'

/**
 * Whether whoever asks may write at all. Writes by cookie come from our own pages only: another site cannot set the
 * Origin of its requests. A token is sent on purpose, but one that may only read does not write.
 */
const checkWriter = (request: Request, { token }: SignedIn) => {
  if (request.method === 'GET' || request.method === 'HEAD' || token?.scope === 'write') return
  if (token !== undefined) throw new AppError('forbidden', 'This token may only read. Make one that may write as well.')
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

/** A value as JSON: with an ETag where it has a version, and nothing but 204 where there is no value. */
const json = (value: unknown, status = 200, location?: string): Response => {
  if (value === undefined) return new Response(null, { status: 204 })
  const headers = new Headers({ 'Cache-Control': 'private, no-cache' })
  if (typeof value === 'object' && value !== null && 'version' in value) headers.set('ETag', `"${value.version}"`)
  if (location !== undefined) headers.set('Location', location)
  headers.set('Content-Type', 'application/json')
  const body = JSON.stringify(value)
  // Its length tells what packs answers that a short one goes out as it is, in one piece.
  headers.set('Content-Length', String(Buffer.byteLength(body)))
  return new Response(body, { status, headers })
}

/** Who asks. Throws unauthenticated for a stranger where the route is not open, and forbidden for another site's page. */
const letIn = async (request: Request, open: boolean): Promise<SignedIn | null> => {
  const actor = await actorOf(request)
  if (actor === null && !open) throw new AppError('unauthenticated', 'Sign in first, then try again.')
  if (actor !== null) checkWriter(request, actor)
  return actor
}

/** Whether a request has no body, or one that is hardly longer than its headers and does no harm to read. */
const isShort = (request: Request): boolean =>
  request.body === null || Number(request.headers.get('content-length') || Number.POSITIVE_INFINITY) <= 2 ** 16

const handlerOf = <S extends z.ZodType, Value>(
  description: Description & { readonly input: S },
  run: (actor: SignedIn | null, input: z.infer<S>, request: Request) => Promise<Value>,
  respond: (value: Value, request: Request) => Response | Promise<Response>,
): Handler => {
  const { input: schema, open, maxBytes } = description
  const handle = async (request: Request, context: Parameters<Handler>[1]): Promise<Response> => {
    try {
      // Before a long body is read: strangers do not get to send twenty megabytes.
      if (!isShort(request)) await letIn(request, open)
      const path = (await context.params) ?? {}
      const input = await readInput(request, path, maxBytes).catch((error: Error) => error)
      // And behind every body: one that is sent slowly outlasts neither its session nor a role.
      const actor = await letIn(request, open)
      if (input instanceof Error) throw input
      const carryOut = () => run(actor, parse(schema, input, path), request)
      return await carriedOutOnce(request, actor, input, carryOut, (value) => respond(value, request))
    } catch (error) {
      return answerError(error, request)
    }
  }
  return Object.assign(handle, { description })
}

/** The JSON a route answers with, by the schema it names for it. */
// biome-ignore lint/suspicious/noConfusingVoidType: a use case that has nothing to give is Promise<void>.
type Answered<A extends z.ZodType | null> = A extends z.ZodType ? z.output<A> : void

type Options<A extends z.ZodType | null, W extends z.ZodType> = Told<A> & {
  /** The address of what a POST made; with it the answer is 201 and names it in Location. */
  readonly created?: (value: Answered<A>) => string
  /** Work that goes on after the answer: what is given then, and its address or null where all was done at once. */
  readonly accepted?: { readonly answers: W; readonly at: (value: Answered<A> | z.output<W>) => string | null }
  /** The most bytes a body may have; 1 MB where nothing is said. */
  readonly maxBytes?: number
}

const jsonRoute = <S extends z.ZodType, A extends z.ZodType | null, W extends z.ZodType>(
  input: S,
  run: (actor: SignedIn | null, input: z.infer<S>, request: Request) => Promise<Answered<A> | z.output<W>>,
  { created, accepted, maxBytes = 2 ** 20, ...told }: Options<A, W>,
  open: boolean,
): Handler => {
  const status = created !== undefined ? 201 : told.answers === null ? 204 : 200
  const shape = { input, status, open, maxBytes, accepted: accepted?.answers ?? null, files: [] } as const
  return handlerOf({ ...told, ...shape }, run, (value) => {
    const waits = accepted?.at(value) ?? null
    if (waits !== null) return json(value, 202, waits)
    return json(value, status, created?.(value as Answered<A>))
  })
}

/**
 * A route of the API: who asks, then everything they say parsed once, then the use case, then its answer as JSON. A value
 * with a `version` is given an ETag; no value is 204; a refusal is problem+json. What it is told about itself is what
 * the API's description says of it.
 */
export const route = <S extends z.ZodType, A extends z.ZodType | null, W extends z.ZodType = z.ZodNever>(
  schema: S,
  run: (actor: SignedIn, input: z.infer<S>, request: Request) => Promise<Answered<A> | z.output<W>>,
  options: Options<A, W>,
): Handler => jsonRoute(schema, (actor, ...rest) => run(actor as SignedIn, ...rest), options, false)

/** A route that may be used without signing in: a one-time link is its key. */
export const openRoute = <S extends z.ZodType, A extends z.ZodType | null>(
  schema: S,
  run: (actor: Actor | null, input: z.infer<S>, request: Request) => Promise<Answered<A>>,
  options: Options<A, z.ZodNever>,
): Handler => jsonRoute(schema, run, options, true)

/** A route that answers with something else than JSON, which `respond` makes, of one of the media types `files`. */
export const fileRoute = <S extends z.ZodType, Value>(
  input: S,
  run: (actor: SignedIn, input: z.infer<S>, request: Request) => Promise<Value>,
  options: Omit<Told<null>, 'answers'> & {
    readonly files: readonly string[]
    readonly respond: (value: Value, request: Request) => Response | Promise<Response>
  },
): Handler => {
  const { respond, ...told } = options
  const shape = { input, status: 200, open: false, maxBytes: 2 ** 20, accepted: null, answers: null } as const
  return handlerOf({ ...told, ...shape }, (actor, ...rest) => run(actor as SignedIn, ...rest), respond)
}
