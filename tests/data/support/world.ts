import { encode } from 'next-auth/jwt'
import { v7 as newId } from 'uuid'
import type { Annotation } from '@/lib/annotation/annotation'
import { createAnnotation } from '@/lib/data/annotations'
import { db } from '@/lib/data/db'
import { addDesk } from '@/lib/data/desks'
import { importTranscript } from '@/lib/data/import'
import { readActor } from '@/lib/data/sessions'
import type { Role } from '@/lib/permissions/can'
import type { SignedIn } from '@/lib/server/actor'
import { sessionCookie } from '@/lib/server/auth'
import type { Transcript } from '@/lib/transcript/transcript'

process.env.AUTH_SECRET ??= 'a secret for tests only'
process.env.AUTH_URL ??= 'http://desk.test'

/** Somebody with an account and an open session; membership is added apart. */
export const addPerson = async (name: string, { administrator = false, passwordHash = 'x' } = {}) => {
  const email = `${name.toLowerCase()}-${newId()}@desk.test`
  const user = await db.user.create({ data: { id: newId(), name, email, administrator, passwordHash } })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const session = await db.session.create({ data: { id: newId(), userId: user.id, expiresAt } })
  return { id: user.id, email, sessionId: session.id }
}

/** Who a session belongs to now, as a request would find them. */
export const actorIn = async (sessionId: string): Promise<SignedIn> => {
  const actor = await readActor(sessionId)
  if (actor === null) throw new Error('this session has ended')
  return actor
}

const join = (deskId: string, userId: string, role: Role) => db.membership.create({ data: { deskId, userId, role } })

/** Two desks: ours with a person in each role, and another with its own owner; an administrator who is in neither. */
export const makeWorld = async () => {
  const people = {
    viewer: await addPerson('Vera'),
    checker: await addPerson('Chandra'),
    editor: await addPerson('Edda'),
    owner: await addPerson('Olaf'),
    outsider: await addPerson('Otto'),
    administrator: await addPerson('Ada', { administrator: true }),
  }
  const slug = `desk-${newId()}`
  const founder = await actorIn(people.owner.sessionId)
  const desk = await db.$transaction((tx) => addDesk(tx, { name: 'Our desk', slug }, founder))
  for (const role of ['viewer', 'checker', 'editor'] as const) await join(desk.id, people[role].id, role)
  const stranger = await actorIn(people.outsider.sessionId)
  const other = await db.$transaction((tx) => addDesk(tx, { name: 'Other desk', slug: `other-${newId()}` }, stranger))
  return { people, desk, other }
}
export type World = Awaited<ReturnType<typeof makeWorld>>
export type Who = keyof World['people']

export const sampleText =
  'Marrant: We put nine points on one page.\n\nValkov: The leaders could discuss it 👩‍👩‍👧, he said.\n'

/** A transcript of our desk, imported by the checker. */
export const addTranscript = async (world: World, text = sampleText, title = 'A call'): Promise<Transcript> =>
  importTranscript(await actorIn(world.people.checker.sessionId), { desk: world.desk.id, title, text })

/** An annotation on the first word of a transcript, by whom and of what kind is asked for. */
export const addAnnotation = async (
  world: World,
  transcriptId: string,
  kind: 'note' | 'flag' | 'check' = 'note',
  by: Who = 'checker',
): Promise<Annotation> => {
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Hm.' }] }],
  }
  const flag = { sort: 'name' as const, expected: [], reason: 'Spelled two ways.' }
  const check = { claim: 'There were nine points.', verdict: 'unverified' as const, evidence: [] }
  return createAnnotation(await actorIn(world.people[by].sessionId), {
    ...{ transcriptId, kind, revision: 1, start: 0, end: 7, tags: [] },
    ...(kind === 'note' ? { body } : kind === 'flag' ? { flag } : { check }),
  })
}

/** A job that has failed, of a person in a desk. */
export const addEndedJob = async (deskId: string, userId: string, title = 'A long call') => {
  const ended = { state: 'failed', finishedAt: new Date() }
  return db.job.create({ data: { id: newId(), kind: 'import', title, input: {}, deskId, userId, ...ended } })
}

export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** What to ask of a route. */
export type Ask = {
  readonly params?: Record<string, string>
  readonly query?: string
  readonly body?: unknown
  readonly version?: number
  readonly origin?: string | null
  /** Bytes to send as they are in place of `body`, and headers that come last. */
  readonly raw?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a request through a route's own handler as the server would, by this session or by nobody. */
export const send = async (
  handler: Handler,
  method: string,
  sessionId: string | null,
  ask: Ask = {},
): Promise<Response> => {
  const headers = new Headers({ host: 'desk.test' })
  if (ask.origin !== null) headers.set('origin', ask.origin ?? 'http://desk.test')
  if (sessionId !== null) {
    const token = await encode({ token: { sessionId }, secret: process.env.AUTH_SECRET ?? '' })
    headers.set('cookie', `${sessionCookie()}=${token}`)
  }
  if (ask.version !== undefined) headers.set('if-match', `"${ask.version}"`)
  const form = ask.body instanceof FormData
  if (ask.body !== undefined && !form) headers.set('content-type', 'application/json')
  for (const [name, value] of Object.entries(ask.headers ?? {})) headers.set(name, value)
  const body =
    ask.raw ?? (ask.body === undefined ? undefined : form ? (ask.body as FormData) : JSON.stringify(ask.body))
  const request = new Request(`http://desk.test/api/v1/x${ask.query ?? ''}`, {
    method,
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  return handler(request, { params: Promise.resolve(ask.params ?? {}) })
}
