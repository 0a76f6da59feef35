import type { z } from 'zod'
import type { Problem } from '@/lib/errors'
import type { Action } from '@/lib/permissions/can'

/** What a route is told about itself. The API's description, and the page that shows it, are made of it. */
export type Told<A extends z.ZodType | null> = {
  /** What it does: one sentence that begins with a verb. */
  readonly summary: string
  /** What `can` is asked before it is done; left out where whoever is signed in may. */
  readonly may?: Action
  /** The JSON it answers with; null where there is none, which is 204. */
  readonly answers: A
  /** What it may refuse besides what follows from its shape. */
  readonly refuses?: readonly Problem[]
  /** A body as somebody would send it, with invented people. */
  readonly example?: Readonly<Record<string, unknown>>
}

/** A route as the API's description reads it: what it was told, and what it takes. */
export type Description = Told<z.ZodType | null> & {
  /** Path, query, body and If-Match as one object. */
  readonly input: z.ZodType
  /** Of the answer when all went well. */
  readonly status: 200 | 201 | 204
  /** What it answers with 202 where the work goes on after the answer. */
  readonly accepted: z.ZodType | null
  /** The media types it answers with in place of JSON. */
  readonly files: readonly string[]
  /** Whether it may be used without signing in. */
  readonly open: boolean
  /** The most bytes its body may have. */
  readonly maxBytes: number
}

/** What Next hands to a route besides the request. */
type Context = { readonly params: Promise<Readonly<Record<string, string>>> }

/** What answers a request, and describes itself. */
export type Handler = ((request: Request, context: Context) => Promise<Response>) & {
  readonly description: Description
}

export const verbs = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const
export type Verb = (typeof verbs)[number]

/** Routes that speak of one sort of thing: by address below /api/v1 with `{…}` for what names one, and by verb. */
export type Thing = {
  readonly name: string
  readonly about: string
  readonly routes: Readonly<Record<string, Readonly<Partial<Record<Verb, Handler>>>>>
}
