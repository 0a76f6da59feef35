import { LRUCache } from 'lru-cache'
import { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { endSession, sessionDays, signIn } from '@/lib/data/sessions'
import { env } from './env'
import { clientAddress } from './incoming'
import { readBytes } from './input'
import { limitSignIn } from './limits'
import { log } from './log'
import { answerError } from './problem'

const secure = () => env().address.startsWith('https:')
const secret = () => process.env.AUTH_SECRET || process.env.NEXTAUTH_SECRET || ''

/** The demo's people have a password that everybody knows: they get in only where nobody else can reach the server. */
const isLockedOut = (email: string | undefined) =>
  !env().demo && (email ?? '').trim().toLowerCase().endsWith('@demo.local')

/**
 * How people sign in. next-auth keeps a JWT where passwords are used; ours holds nothing but the id of a session row,
 * which is looked up at every request, so that deleting the row ends the session.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: secret(),
  useSecureCookies: secure(),
  session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      id: 'credentials',
      credentials: { email: { label: 'Email', type: 'email' }, password: { label: 'Password', type: 'password' } },
      authorize: async (given, { headers }) =>
        limitSignIn({ email: given?.email ?? '', address: String(headers?.[clientAddress] ?? '') }, async () =>
          isLockedOut(given?.email) ? null : signIn(given ?? {}),
        ),
    }),
  ],
  // By default it writes to the console, with whatever it met.
  logger: {
    error: (code) => log.error({ code }, 'signing in failed'),
    warn: (code) => log.warn({ code }, 'signing in'),
    debug: () => undefined,
  },
  callbacks: {
    jwt: ({ token, user }) => (user && 'sessionId' in user ? { sessionId: user.sessionId } : token),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionId === 'string') await endSession(token.sessionId)
    },
  },
})

/** The cookie that carries the session. */
export const sessionCookie = (): string => `${secure() ? '__Secure-' : ''}next-auth.session-token`

// Opening a cookie costs a quarter of what a request does, and it says the same each time: the row it names decides. Not for
// long, since a cookie has an end of its own.
const opened = new LRUCache<string, string>({ max: 2_000, ttl: 60_000 })

/** The id of the session in a cookie's value, or null where it is not one of ours. */
export const sessionIdIn = async (cookie: string | undefined): Promise<string | null> => {
  if (!cookie) return null
  const known = opened.get(cookie)
  if (known !== undefined) return known
  const token = await decode({ token: cookie, secret: secret() }).catch(() => null)
  if (typeof token?.sessionId !== 'string') return null
  opened.set(cookie, token.sessionId)
  return token.sessionId
}

// An address, a password, a token against forgery and an address to go on to.
const maxFormBytes = 16 * 1024

/** Signing in and out, as next-auth does it, with a body of a size that such forms have. */
export const handleAuth = async (request: Request, context: object): Promise<Response> => {
  try {
    const { url, method, headers } = request
    const body = method === 'POST' ? await readBytes(request, maxFormBytes) : undefined
    return await NextAuth(authOptions())(new NextRequest(url, { method, headers, body }), context)
  } catch (error) {
    return answerError(error, request)
  }
}
