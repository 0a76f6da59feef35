/** The ten problems a request can meet, with the HTTP status each is answered with. */
export const problems = {
  unauthenticated: { status: 401, title: 'Please sign in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'No longer there' },
  invalid: { status: 422, title: 'Not valid' },
  conflict: { status: 409, title: 'Changed in the meantime' },
  'version-required': { status: 428, title: 'Version required' },
  'too-large': { status: 413, title: 'Too large' },
  unsupported: { status: 415, title: 'Not a supported format' },
  'too-many': { status: 429, title: 'Too many requests' },
} as const

export type Problem = keyof typeof problems

/** One thing that is wrong with an input: where (`turns.3.start`) and what. */
export type Fault = { readonly path: string; readonly message: string }

/** What a refusal may carry besides its sentence. */
export type ErrorExtras = {
  readonly errors?: readonly Fault[]
  /** The present state, for `conflict`: what the caller should look at before trying again. */
  readonly current?: unknown
  /** For `too-many`: the seconds to wait, answered as Retry-After. */
  readonly retryAfter?: number
}

/**
 * A refusal that its reader can act on. Use cases throw it; the door turns it into problem+json.
 * `message` is a whole sentence for a person: what happened, and what to do where that is not plain.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly problem: Problem,
    message: string,
    readonly extras: ErrorExtras = {},
  ) {
    super(message)
  }
}
