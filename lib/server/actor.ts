import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { readTokenActor } from '@/lib/data/api-tokens'
import { readActor } from '@/lib/data/sessions'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { sessionCookie, sessionIdIn } from './auth'

/** Somebody signed in, with the session they came by; a script comes by a token instead. */
export type SignedIn = Actor & { readonly sessionId?: string }

const actorWith = async (cookie: string | undefined): Promise<SignedIn | null> => {
  const sessionId = await sessionIdIn(cookie)
  return sessionId === null ? null : readActor(sessionId)
}

const cookieOf = (request: Request, name: string): string | undefined =>
  request.headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/**
 * The actor, where the page that asks says for whom it does and means the same person: a page that was opened by one may
 * still be there when another has signed in, and what the first wrote must not become the other's.
 */
const asMeant = (request: Request, actor: SignedIn | null): SignedIn | null => {
  const person = request.headers.get('verbatim-person')
  if (actor === null || person === null || person === actor.id) return actor
  throw new AppError('unauthenticated', 'Somebody else is signed in in this browser now. Sign in again to go on.')
}

/**
 * Who makes a request to the API, or null where nobody is signed in. A token comes before a cookie; one that does not hold
 * is unauthenticated, whatever the cookie says.
 */
export const actorOf = async (request: Request): Promise<SignedIn | null> => {
  const [, token] = /^bearer\s+(.*)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (token === undefined) return asMeant(request, await actorWith(cookieOf(request, sessionCookie())))
  const actor = await readTokenActor(token)
  if (actor !== null) return actor
  throw new AppError(
    'unauthenticated',
    'This token is not known, has expired or was revoked. Make a new one in the desk.',
  )
}

/** Who looks at a page, or null. Asked once per page however many parts of it want to know. */
export const currentActor = cache(
  async (): Promise<SignedIn | null> => actorWith((await cookies()).get(sessionCookie())?.value),
)

/** Who looks at a page; sends those who are not signed in to do so and back here. */
export const requireActor = async (): Promise<SignedIn> => {
  const actor = await currentActor()
  if (actor !== null) return actor
  const path = (await headers()).get('x-path') ?? '/'
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
}
