import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AppError, type ErrorExtras, type Fault, type Problem, problems } from '@/lib/errors'
import { log } from './log'

/** A refusal as every route gives it (RFC 9457). */
export const ProblemDetails = z
  .object({
    type: z.string().describe('Which problem it is, for a program.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do, in a sentence for a person.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong with the input: fifty faults at most.'),
    current: z.unknown().optional().describe('With 409: how the thing is now.'),
    id: z.string().optional().describe('With 500: the id under which the fault is in the log.'),
  })
  .meta({ id: 'Problem' })

/** A refusal as RFC 9457 problem+json. */
export const problemResponse = (problem: Problem, detail: string, extras: ErrorExtras = {}): Response => {
  const { status, title } = problems[problem]
  const { retryAfter, ...told } = extras
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
  // RFC 6750, which says how a token is asked for.
  if (problem === 'unauthenticated') headers.set('WWW-Authenticate', 'Bearer realm="Verbatim"')
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  return Response.json({ type: `urn:verbatim:problem:${problem}`, title, status, detail, ...told }, { status, headers })
}

/** What a schema found wrong, a place and a sentence each. */
export const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))

/**
 * Logs what nobody foresaw, without what it may quote: messages of the database hold the values they were given, and a
 * query may hold a one-time token. `path` may come with its query. Gives the id under which it is logged, which is what a
 * person can report: that of the request; for a page also the number that Next shows in its place.
 */
export const logFault = (
  error: unknown,
  { method, path, id = randomUUID() }: { readonly method: string; readonly path: string; readonly id?: string },
): string => {
  const told = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  const digest = /^\d+$/.test(told) ? told : undefined
  const stack = error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : undefined
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const name = error instanceof Error ? error.name : typeof error
  log.error({ id, digest, method, path: path.replace(/[?#].*$/s, ''), name, code, stack }, 'a request failed')
  return id
}

// What is not known is not said: a fault may come after the write was committed, or while it was.
const faultIn = (request: Request): string => {
  if (request.method === 'GET' || request.method === 'HEAD') return 'The server met a fault. Try again.'
  if (request.headers.has('idempotency-key'))
    return 'The server met a fault. Send this again with the same key: it is not done twice.'
  return 'The server met a fault. Look whether this was done before you try again.'
}

/** The answer to whatever a request threw. What nobody foresaw is logged under an id and answered without its insides. */
export const answerError = (error: unknown, request: Request): Response => {
  if (error instanceof AppError) return problemResponse(error.problem, error.message, error.extras)
  const id = logFault(error, {
    method: request.method,
    path: new URL(request.url).pathname,
    id: request.headers.get('x-request-id') ?? undefined,
  })
  const detail = `${faultIn(request)} If it stays, report ${id}.`
  return Response.json(
    { type: 'urn:verbatim:problem:fault', title: 'A fault in the server', status: 500, detail, id },
    { status: 500, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
  )
}
