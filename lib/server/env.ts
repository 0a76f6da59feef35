import proxyAddress from 'proxy-addr'
import { z } from 'zod'

/** A sentence for the person who starts the server: what is wrong and what to do. Printed without a stack. */
export class StartProblem extends Error {}

const url = (wants: string, ...schemes: readonly string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), { error: `wants ${wants}` })

const postgres = url('a Postgres address such as postgresql://user:password@host:5432/name', 'postgresql:', 'postgres:')
const web = url('an address such as https://desk.example.org', 'http:', 'https:')

const listed = (words: string) => words.split(',').map((word) => word.trim())
const areNetworks = (words: string): boolean => {
  try {
    proxyAddress.compile(listed(words))
    return true
  } catch {
    return false
  }
}

const schema = z.object({
  DATABASE_URL: postgres.optional(),
  DATABASE_DIRECT_URL: postgres.optional(),
  AUTH_SECRET: z.string().optional(),
  AUTH_URL: web.optional(),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: 'wants a number from 1 to 65535',
    })
    .default('3000')
    .transform(Number),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'wants an address or host name to listen on, such as 127.0.0.1' })
    .default('127.0.0.1'),
  VERBATIM_DATA: z.string().default('.data'),
  TRUSTED_PROXIES: z
    .string()
    .refine(areNetworks, { error: 'wants addresses or networks with commas between, such as 10.0.0.0/8' })
    .default('loopback')
    .transform(listed),
  AUTH_OIDC_ISSUER: web.optional(),
  AUTH_OIDC_CLIENT_ID: z.string().optional(),
  AUTH_OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: url('an address such as smtp://user:password@host:587', 'smtp:', 'smtps:').optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'wants one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
  // Set by the start script for its own process when it runs the embedded database.
  VERBATIM_EMBEDDED: z.string().optional(),
})

/** What the process was told by its environment, checked. */
export type Env = {
  readonly databaseUrl: string | undefined
  /** For LISTEN and migrations, which a pooler does not carry. */
  readonly directUrl: string | undefined
  readonly secret: string | undefined
  /** The address people open, without a slash at its end. */
  readonly address: string
  readonly port: number
  readonly host: string
  readonly data: string
  /** Who may say, in X-Forwarded-For, on whose behalf a request comes: addresses, networks, or `loopback`. */
  readonly trustedProxies: readonly string[]
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | undefined
  readonly smtpUrl: string | undefined
  readonly logLevel: string
  /** Our own Postgres rather than one named by DATABASE_URL. */
  readonly embedded: boolean
  /** Whether the demo log-ins may exist and be used: our own Postgres, and nobody beyond this machine can reach us. */
  readonly demo: boolean
}

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Reads and checks the environment; an empty variable is an absent one. Throws StartProblem naming the variable. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = schema.safeParse({
    ...given,
    AUTH_SECRET: given.AUTH_SECRET ?? given.NEXTAUTH_SECRET,
    AUTH_URL: given.AUTH_URL ?? given.NEXTAUTH_URL,
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new StartProblem(`${String(issue?.path[0])} ${issue?.message}.`)
  }
  const read = parsed.data
  const oidc = [read.AUTH_OIDC_ISSUER, read.AUTH_OIDC_CLIENT_ID, read.AUTH_OIDC_CLIENT_SECRET]
  const [issuer, clientId, clientSecret] = oidc
  const complete = issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
  if (!complete && oidc.some(Boolean)) {
    throw new StartProblem(
      'AUTH_OIDC_ISSUER, AUTH_OIDC_CLIENT_ID and AUTH_OIDC_CLIENT_SECRET go together; set all or none.',
    )
  }
  const embedded = read.VERBATIM_EMBEDDED === '1' || read.DATABASE_URL === undefined
  return {
    databaseUrl: read.DATABASE_URL,
    directUrl: read.DATABASE_DIRECT_URL ?? read.DATABASE_URL,
    secret: read.AUTH_SECRET,
    address: (read.AUTH_URL ?? `http://${shownHost(read.HOST)}:${read.PORT}`).replace(/\/+$/, ''),
    port: read.PORT,
    host: read.HOST,
    data: read.VERBATIM_DATA,
    trustedProxies: read.TRUSTED_PROXIES,
    oidc: complete,
    smtpUrl: read.SMTP_URL,
    logLevel: read.LOG_LEVEL,
    embedded,
    demo: embedded && isLoopback(read.HOST),
  }
}

// Every address of the machine is no address to open.
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

let known: Env | undefined

/** The environment of this process, read once. */
export function env(): Env {
  known ??= readEnv(process.env)
  return known
}
