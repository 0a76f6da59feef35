import type { Fault } from '@/lib/errors'

/** A refusal as the API gives it (RFC 9457), or status 0 where no answer came at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly errors: readonly Fault[] = [],
    /** The present state, with status 409. */
    readonly current: unknown = undefined,
    /** Whether it may have reached the desk all the same: an answer can be lost on its way. */
    readonly mayHaveArrived: boolean = status === 0 || status > 500,
  ) {
    super(detail)
  }
}

type Options = {
  /** Sent as JSON; a FormData is sent as it is. */
  readonly body?: unknown
  /** The version that the edit was made from, sent as If-Match. */
  readonly version?: number
  /** The name of this write, sent as Idempotency-Key: the desk carries out a POST of one name once, and answers alike. */
  readonly name?: string
  /** Whose write it is: refused where somebody else has signed in in this browser meanwhile. */
  readonly person?: string
  readonly signal?: AbortSignal
}

/** One request to /api/v1, `path` without that prefix. Gives the JSON of the answer, or throws an ApiProblem. */
export const request = async <T>(method: string, path: string, options: Options = {}): Promise<T> => {
  const headers: Record<string, string> = { Accept: 'application/json' }
  const form = options.body instanceof FormData
  if (options.body !== undefined && !form) headers['Content-Type'] = 'application/json'
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`
  if (options.name !== undefined) headers['Idempotency-Key'] = options.name
  if (options.person !== undefined) headers['Verbatim-Person'] = options.person
  const body = form ? (options.body as FormData) : options.body === undefined ? undefined : JSON.stringify(options.body)
  // Stopped by whoever asked, and not for want of an answer.
  const isStopped = () => options.signal?.aborted && options.signal.reason?.name !== 'TimeoutError'
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, { method, headers, body, signal: options.signal })
  } catch (error) {
    if (isStopped()) throw error
    const detail = 'The desk cannot be reached. Check the connection and try again.'
    throw new ApiProblem(0, 'No connection', detail, [], undefined, navigator.onLine)
  }
  if (response.status === 204) return undefined as T
  const answer = await response.json().catch((error: unknown) => {
    if (isStopped()) throw error
    return null
  })
  if (response.ok && answer !== null) return answer as T
  // Cut off on its way: it may have been carried out, as where no answer came at all.
  if (response.ok) {
    const detail = 'The answer of the desk did not arrive whole. Check the connection and try again.'
    throw new ApiProblem(0, 'No connection', detail, [], undefined, true)
  }
  throw new ApiProblem(
    response.status,
    answer?.title ?? 'No answer',
    answer?.detail ?? `The desk gave an answer that could not be read (${response.status}). Try again.`,
    answer?.errors,
    answer?.current,
  )
}

/** A page of a list, and the cursor of the next. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }
