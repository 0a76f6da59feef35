import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { readActor } from '@/lib/data/sessions'
import type { Actor } from '@/lib/permissions/can'
import { sessionCookie, sessionIdIn } from './auth'

/** Somebody signed in, with the session they came by. */
export type SignedIn = Actor & { readonly sessionId: string }

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

/** Who makes a request to the API, or null where nobody is signed in. */
export const actorOf = (request: Request): Promise<SignedIn | null> => actorWith(cookieOf(request, sessionCookie()))

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
